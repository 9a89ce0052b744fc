"""Names of applicants and third parties in sentences about applications, 复议 and 诉讼.

A person is told by a frequent surname, one or two further characters, and the word before or behind; a company by its
ending. Names already masked (张某, 王女士, 某公司) are fine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


class Named(NamedTuple):
    """``text[start:end]`` names someone; ``what`` is 个人 or 单位."""

    start: int
    end: int
    what: str


_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚蒋沈韩杨朱秦许何吕张孔曹魏陶姜谢邹苏潘葛范彭鲁袁柳唐薛贺罗郝傅孟黄萧"
    "姚邵汪戴宋庞熊董梁杜阮贾郭林钟徐邱夏蔡田胡霍柯卢丁邓洪崔龚程陆翁刘叶"
)
_DOUBLE_SURNAMES = ("欧阳", "司马", "诸葛", "上官")
_NO_NAMES = (
    "高度|陈述|陈情|张贴|周边|周期|周知|周到|周末|何时|何种|何处|何人|林地|林业|林木|林权|罗列"
    "|郑重|谢绝|谢意|田地|田间|杜绝|叶片"
    "|程序|程度|许可|许多|陆续|钱款|孔洞|范围|范本|夏季|洪水|宋体|唐突|黄河|秦岭|郭城|丁字|贺信"
    "|汪洋|苏州|江苏|孟津|孟州|陈旧|陈列"
    "|胡乱|钟点|唐山|韩国|吴江|徐州|郑州|秦皇|梁山|蔡县|叶县|杜仲|彭水|沈阳|沈丘|柳州|范县|夏邑|宋代|唐河"
    "|唐县|董事|洪泽|洪灾|林场|程控|钱塘|温县|许昌"
)
_NOT_STARTS = tuple(_NO_NAMES.split("|"))
_ROLE = (
    r"(?:复议申请人|申请人|原告人?|上诉人|当事人|第三方|第三人|自然人|公民|村民|居民|市民|群众)"
    r"(?:[是为：:，、“]|分别为|分别是)?"
)
_AFTER_ROLE = r"(?=[，、。；）)（(”“和与及等]|[向就对因于以在]|提出|提起|申请|不服|诉|要求|请求|的|先生|女士|$)"
_ACTS = (
    r"(?=(?:等\S{0,3})?(?:向我|向本|申请公开|申请政府信息|申请获取|申请行政复议|提出(?:的)?(?:政府)?(?:信息公开)?申请|"
    r"提起行政|不服|诉(?:我|本|[\u4e00-\u9fff]{2,12}(?:局|政府|办|委员会))))"
)
_PERSON = (
    (_ROLE, _AFTER_ROLE),
    (r"^|[，。；、：:（(“\s为由]|其中", _ACTS),
    (r"(?:^|[，。；\s])应", r"(?=申请|要求|请求)"),
)
"""What stands before a name, and what behind it."""

_NOT_IN_NAMES = "某×＊*Xx先女的了向对就因于以在申提诉不要请等和与及局办县市区镇乡村省人"

_ABOUT = "申请|复议|诉讼|起诉|上诉|原告|被告|第三方|第三人"
_COMPANY = (
    r"(?:有限责任公司|股份有限公司|有限公司|集团公司|分公司|(?<!有限)公司|集团|专业合作社|合作社"
    r"|律师事务所|会计师事务所|[\u4e00-\u9fff]厂)"
)
_RUN = r"[\u4e00-\u9fffA-Za-z0-9（）()·]{2,40}?"
_SERVICE = "委托|聘请|聘用|法律顾问|技术支持|运维|运营|维护|承建|开发|评估|培训|邀请|合作单位|服务商|购买服务|外包|系统"
_LEAD = (
    r".*(?:均为|分别为|分别是|分别由|主要是|其中|申请人|第三方|第三人|原告|被告|上诉人|法人|企业"
    r"|单位|关于|公开|获取|涉及"
    r"|以及|收到|受理|答复|一家|为|是|由|系|即|向|与|和|及|对|将|就|件)"
)
_GENERIC = (
    r"某|×|\*|有关|相关|该|一家|[两二三四五六七八九十\d]+家|多家|几家|民营|国有|本地|外地|各|物业|保险|上市"
    r"|工商|商业|其他|部分|或|等|有限|股份|集团|责任"
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def named(sentence: str, *, about_applications: bool) -> Iterator[Named]:
    """Everyone named in a sentence, if it is about applications (or stands where they are told of)."""
    if not about_applications and not _compiled(_ABOUT).search(sentence):
        return
    for before, behind in _PERSON:
        for match in _compiled(before).finditer(sentence):
            start = match.end()
            end = _name_end(sentence, start, behind)
            if end and not any(character in _NOT_IN_NAMES for character in sentence[start + 1 : end]):
                yield Named(start, end, "个人")
    if not _compiled(_SERVICE).search(sentence):
        yield from _companies(sentence)


def _name_end(sentence: str, start: int, behind: str) -> int:
    """Where a name that starts here ends: the first place before what must stand ``behind`` it; 0 for no name.

    Done without a pattern for names: a class of a hundred surnames takes longer to compile than to look up.
    """
    if sentence.startswith(_NOT_STARTS, start):
        return 0
    surname = 2 if sentence.startswith(_DOUBLE_SURNAMES, start) else int(sentence[start : start + 1] in _SURNAMES)
    for end in (start + surname + 1, start + surname + 2):
        if not surname or not "\u4e00" <= sentence[end - 1 : end] <= "\u9fff":
            return 0
        if _compiled(behind).match(sentence, end):
            return end
    return 0


def _companies(sentence: str) -> Iterator[Named]:
    if not any(word in sentence for word in ("公司", "集团", "合作社", "事务所", "厂")):
        return
    for match in _compiled(f"({_RUN})({_COMPANY})").finditer(sentence):
        lead = _compiled(_LEAD).match(match[1])
        start = match.start() + (lead.end() if lead else 0)
        proper = sentence[start : match.start(2)]
        if len(proper) >= 2 and not _compiled(_GENERIC).search(proper):
            yield Named(start, match.end(), "单位")
