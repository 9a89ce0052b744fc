"""Columns of ledgers: the names that are certain, those that are asked about, and those that are something else."""

from __future__ import annotations

from typing import NamedTuple

NUMBER = "编号"
RECEIVED = "收到日期"
KIND = "申请人类型"
ANSWERED = "答复日期"
OUTCOME = "答复类型"
APPLICANT = "申请人"
CHANNEL = "渠道"
SUPPLEMENT_ASKED = "补正告知日"
SUPPLEMENT_CAME = "补正收到日"
CONSULTED = "征求第三方"
CONSULT_FROM = "征求意见起"
CONSULT_TO = "征求意见止"
EXTENDED = "延期"
EXTENSION_DAYS = "延期天数"
WITHDRAWN = "撤回日期"
BODY = "答复主体"
FEE_NOTICE = "收费通知日"
REVIEW_BODY = "复议机关"
REVIEW_FILED = "复议立案日"
REVIEW_ENDED = "复议审结日"
REVIEW_RESULT = "复议结果"
SUIT_COURT = "诉讼法院"
SUIT_FILED = "诉讼立案日"
SUIT_ENDED = "诉讼审结日"
SUIT_RESULT = "诉讼结果"
AFTER_REVIEW = "是否经复议"
CASE_TYPE = "案件类型"
UNUSED = "不用"
"""The answer for a column that says nothing for the tables."""


class ColumnWords(NamedTuple):
    """Names of a column. ``unless``: certain only where there is no column of the first kind."""

    role: str
    certain: tuple[str, ...]
    asked: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    source: str = "各地台账和申请系统的列名"


def _ways(heads: str, tails: str) -> tuple[str, ...]:
    return tuple(head + tail for head in heads.split("|") for tail in tails.split("|"))


_DAY = "日|日期|时间"
COLUMN_WORDS = (
    ColumnWords(
        NUMBER, ("编号", "登记号", "申请编码", "受理编号", "登记编号", "申请编号", "申请号", "受理号", "申请登记编号")
    ),
    ColumnWords(
        RECEIVED,
        (*_ways("收到|收件|接收|签收|收到申请|申请收到|申请接收", _DAY), "收到申请的日期"),
        asked=_ways("登记|受理|申请", _DAY),
        source="《条例》第三十一条：收到之日，不是登记、受理之日",
    ),
    ColumnWords(KIND, ("申请人类型", "申请人类别", "申请人种类"), asked=("类别", "类型", "申请人性质", "主体类型")),
    ColumnWords(
        ANSWERED,
        (*_ways("答复|回复|送达|答复送达|书面答复", _DAY),),
        unless=_ways("办结|办理完结|答结", _DAY),
    ),
    ColumnWords(
        OUTCOME, ("答复类型", "办理结果", "处理决定", "答复结果"), asked=("处理结果", "答复情况", "办理情况", "结果")
    ),
    ColumnWords(
        APPLICANT, ("申请人", "名称", "申请人姓名", "申请人名称", "申请人姓名或名称", "申请人姓名名称", "姓名")
    ),
    ColumnWords(CHANNEL, ("渠道", "申请渠道", "申请方式", "接收渠道", "收到渠道", "收件渠道", "受理渠道", "来源")),
    ColumnWords(SUPPLEMENT_ASKED, (*_ways("补正告知|告知补正|补正通知|通知补正", _DAY), "补正告知")),
    ColumnWords(SUPPLEMENT_CAME, _ways("补正收到|收到补正|补正|补正材料收到|补正提交", _DAY)),
    ColumnWords(CONSULTED, ("征求第三方", "征求第三方意见", "征求意见", "征求意见起止", "征求意见时间")),
    ColumnWords(CONSULT_FROM, _ways("征求意见|征求意见开始|征求第三方意见", "起|起始日期|开始日期|起日")),
    ColumnWords(CONSULT_TO, _ways("征求意见|征求第三方意见", "止|截止日期|结束日期|止日")),
    ColumnWords(EXTENDED, ("延期", "是否延期", "延期情况", "是否延长")),
    ColumnWords(EXTENSION_DAYS, ("延期天数", "延长天数", "延期工作日", "延长工作日")),
    ColumnWords(WITHDRAWN, _ways("撤回|撤回申请|申请撤回", _DAY)),
    ColumnWords(BODY, ("答复主体", "受理机关", "答复机关", "答复单位", "受理单位")),
    ColumnWords(FEE_NOTICE, _ways("收费通知|缴费通知", _DAY)),
    ColumnWords(REVIEW_BODY, ("复议机关", "行政复议机关")),
    ColumnWords(REVIEW_FILED, _ways("复议立案|复议受理|复议|行政复议立案|行政复议受理", _DAY)),
    ColumnWords(REVIEW_ENDED, _ways("复议审结|复议决定|行政复议审结|行政复议决定", _DAY)),
    ColumnWords(REVIEW_RESULT, ("复议结果", "行政复议结果", "复议决定", "复议情况")),
    ColumnWords(SUIT_COURT, ("诉讼法院", "法院", "诉讼机关", "审理法院", "行政诉讼机关")),
    ColumnWords(SUIT_FILED, _ways("诉讼立案|诉讼受理|行政诉讼立案|起诉", _DAY)),
    ColumnWords(SUIT_ENDED, _ways("诉讼审结|判决|裁判|行政诉讼审结", _DAY)),
    ColumnWords(SUIT_RESULT, ("诉讼结果", "行政诉讼结果", "判决结果", "诉讼情况")),
    ColumnWords(AFTER_REVIEW, ("是否经复议", "是否经过复议", "复议前置")),
)
NEVER = frozenset(
    {
        *("序号", "查询编码", "证件号", "证件号码", "身份证号", "身份证号码", "统一社会信用代码"),
        *("答复期限", "应答复日期", "截止日期", "截止时间", "答复截止日期", "办理期限", "到期日", "期限"),
        *("延期答复", "延期答复日期", "延期答复时间", "答复文号", "文号", "答复方式", "获取方式", "方式"),
    }
)
"""Names that look like one of these columns and are none."""
ROLES = tuple(entry.role for entry in COLUMN_WORDS)
NEEDED = (RECEIVED, OUTCOME)
"""Without these nothing can be counted."""
