"""The outcomes of applications as ledgers write them.

30号 is 国办公开办函〔2021〕30号, 苏 the rules of answering of 江苏 (2020).
"""

from __future__ import annotations

from generator.form.ledger_words.word import CARRY, DROP, Nature, OutcomeWord

_RESULT, _ASK = Nature.RESULT, Nature.ASK

_REFUSED = (
    "不予公开.属于国家秘密",
    "不予公开.其他法律行政法规禁止公开",
    "不予公开.危及三安全一稳定",
    "不予公开.保护第三方合法权益",
    "不予公开.属于三类内部事务信息",
    "不予公开.属于四类过程性信息",
    "不予公开.属于行政执法案卷",
    "不予公开.属于行政查询事项",
)
_UNAVAILABLE = (
    "无法提供.本机关不掌握相关政府信息",
    "无法提供.没有现成信息需要另行制作",
    "无法提供.补正后申请内容仍不明确",
)
_NOT_PROCESSED = (
    "不予处理.信访举报投诉类申请",
    "不予处理.重复申请",
    "不予处理.要求提供公开出版物",
    "不予处理.无正当理由大量反复申请",
    "不予处理.要求行政机关确认或重新出具已获取信息",
)
_OTHER = ("其他处理.逾期不补正", "其他处理.逾期未缴费", "其他处理.其他")
WITHDRAWN_PLACE = _OTHER[2]
"""Where a withdrawn application counts."""
RESULTS = ("予以公开", "部分公开", *_REFUSED, *_UNAVAILABLE, *_NOT_PROCESSED, *_OTHER)
"""All results in the order of the form, by their keys below 办理结果."""


def _certain(writings: str, place: str, law: str, source: str, nature: Nature = _RESULT) -> OutcomeWord:
    words = tuple(writings.split("|"))
    return OutcomeWord(words, (place,), nature, law, source, words[0])


def _asked(writings: str, places: tuple[str, ...], law: str, source: str) -> OutcomeWord:
    words = tuple(writings.split("|"))
    return OutcomeWord(words, places, _ASK, law, source, words[0])


OUTCOME_WORDS = (
    _certain(
        "予以公开|公开|同意公开|全部公开|提供信息|已主动公开、告知获取方式和途径|属于主动公开范围",
        "予以公开",
        "第三十六条（一）（二）项",
        "苏四（一）；“同意公开”见旧报表",
    ),
    _certain("部分公开|同意部分公开|区分处理", "部分公开", "第三十七条", "30号表内原文；苏四（二）末段"),
    _certain("属于国家秘密|国家秘密|涉密", _REFUSED[0], "第十四条", "30号；旧报表“国家秘密”"),
    _certain("其他法律行政法规禁止公开|法律法规规定的其他情形", _REFUSED[1], "第十四条", "30号；旧报表"),
    _certain("三安全一稳定|危及安全和稳定|影响安全稳定", _REFUSED[2], "第十四条", "30号；旧报表"),
    _certain("第三方合法权益|商业秘密|个人隐私", _REFUSED[3], "第十五条、第三十二条", "30号；旧报表两项合一"),
    _certain("内部事务信息|内部管理信息", _REFUSED[4], "第十六条第一款", "30号；“内部管理信息”见公文备案接口"),
    _certain("过程性信息|过程中信息", _REFUSED[5], "第十六条第二款", "30号；旧报表"),
    _certain("行政执法案卷|执法案卷", _REFUSED[6], "第十六条第二款", "30号"),
    _certain("行政查询|业务查询|工商登记资料|不动产登记资料", _REFUSED[7], "第三十六条（七）项", "30号；苏四（二）8"),
    _certain(
        "信息不存在|经检索不存在|非本机关|非本部门掌握|不属于本机关公开|不掌握|告知向××申请",
        _UNAVAILABLE[0],
        "第三十六条（四）（五）项",
        "苏四（三）1把两种合为一行",
    ),
    _certain(
        "没有现成信息|需要加工分析|需另行制作", _UNAVAILABLE[1], "第三十八条", "苏四（三）2；加工后提供了的写予以公开"
    ),
    _certain(
        "补正后仍不明确|补正后申请内容仍不明确",
        _UNAVAILABLE[2],
        "第三十条",
        "苏一（三）、四（三）3；台账里没有补正日期的要问",
        Nature.AFTER_SUPPLEMENT,
    ),
    _certain("信访|投诉|举报|以公开名义信访", _NOT_PROCESSED[0], "第三十九条第一款", "苏四（四）1"),
    _certain("重复申请|不予重复处理", _NOT_PROCESSED[1], "第三十六条（六）项", "苏四（四）2"),
    _certain("公开出版物|政府公报、报刊、书籍", _NOT_PROCESSED[2], "第三十九条第二款", "苏四（四）3"),
    _certain("大量反复申请|频次明显超过合理范围", _NOT_PROCESSED[3], "第三十五条", "苏四（四）4"),
    _certain("要求确认|重新出具|盖章确认", _NOT_PROCESSED[4], "", "苏四（四）5"),
    _certain("逾期不补正|补正逾期", _OTHER[0], "第三十条", "苏一（二）5"),
    _certain("逾期未缴费", _OTHER[1], "第四十二条", "30号；国办函〔2020〕109号"),
    _certain("撤回|主动撤回|协商撤回", WITHDRAWN_PLACE, "", "已公布的报告多计入此项", Nature.WITHDRAWN),
    OutcomeWord(
        ("更正自身信息",), (DROP,), Nature.NO_APPLICATION, "第四十一条", "苏四（四）末：不是本表的申请", "更正自身信息"
    ),
    OutcomeWord(
        ("延期", "办理中", "征求意见中"),
        (CARRY,),
        Nature.OPEN,
        "第三十二条、第三十三条",
        "30号：核定时间点12月31日",
        "延期",
    ),
    _asked("申请内容不明确", (_UNAVAILABLE[2], CARRY, _OTHER[0]), "第三十条", "旧报表只有这一个词：看有没有补正"),
    _asked(
        "非政府信息|不属于政府信息|党务信息",
        (_OTHER[2], _UNAVAILABLE[0]),
        "第二条",
        "没有对应的行；苏二（二）党务信息",
    ),
    _asked("转办|移交|转送××办理", (_UNAVAILABLE[0], DROP), "第三十六条（五）项", "告知了申请人的才算本机关一件"),
    _asked("视为放弃|未补正", (_OTHER[0], _OTHER[1], CARRY), "第三十条、第四十二条", "看是没有补正，还是没有缴费"),
    _asked("终止", _OTHER, "", "只写了终止，看是哪一种"),
    _asked("第三方不同意", (_REFUSED[3], "予以公开", "部分公开"), "第三十二条", "第三方不同意也可以决定公开"),
    _asked("档案查询|移交档案馆", (_REFUSED[7], _UNAVAILABLE[0]), "第三十六条", "苏四（二）8"),
    _asked("咨询", (_NOT_PROCESSED[0], DROP), "第三十九条", "咨询多半不是申请"),
    _asked("不予公开|不公开", _REFUSED, "", "只写了大类"),
    _asked("无法提供", _UNAVAILABLE, "", "只写了大类"),
    _asked("不予处理|不予受理", (*_NOT_PROCESSED, *_OTHER), "", "只写了大类"),
    _asked("其他|其他处理|其它", (*_OTHER, *_NOT_PROCESSED), "", "只写了大类"),
    _asked("告知|已答复|已办结|办结", RESULTS, "", "没有写结果"),
    _asked("重新答复|责令重作|补充答复", (DROP, *RESULTS), "", "已经计过的不再计"),
)
