"""Personal data in a text: whatever tells who somebody is or where to reach them at home.

An office's own telephone, address, mailbox or account is none: it is told by the words before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from generator.checks.prose.needs import Sieve
from generator.checks.prose.numbers_of_persons import is_bank_card, is_identity_number, is_mobile_number
from generator.checks.prose.remembering import remembered


class Personal(NamedTuple):
    """``text[start:end]`` is personal data; ``what`` names its kind."""

    start: int
    end: int
    what: str


Find = Callable[[str], Iterator[Personal]]

_ASCII = str.maketrans("０１２３４５６７８９Ｘｘ－．　＠", "0123456789Xx-. @")
_WIDE = frozenset(map(chr, _ASCII))
_SEPARATOR = r"[ .·\-—–]?"
_PLATES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_OFFICE = (
    "局|办|单位|机关|公开|监督|举报|投诉|受理|征集|意见|建议|政务|官方|公共|信箱|部门|中心|政府|街道|镇|乡|委|厅|科|股|"
    "认证|平台|公众号|新媒体|订阅|服务号|视频号"
)
_PERSON = (
    "经办人|联系人|个人|私人|本人|申请人|当事人|同志|老师|女士|先生|承办人|负责人|工作人员"
    "|救助对象|补贴对象|某|手机|专员"
)
_MAIL = (
    r"([A-Za-z0-9][\w.\-]{2,40})@(qq|vip\.qq|163|vip\.163|126|sina|hotmail|gmail|outlook|foxmail"
    r"|yeah|139|189|sohu|aliyun|icloud|live)\.(?:com|cn|net)(?:\.cn)?"
)
_HOME = (
    "家庭住址|家庭地址|户籍地址|户籍所在地|户籍地|现住址|居住地址|常住地址|住址|现住地?|家住|居住于"
    "|居住在|住在|家在|住所地"
)
_PLACE = (
    r"[^，。；：、\s]{2,30}?(?:\d+|[一二三四五六七八九十]+)(?:号楼?|栋|幢|单元|室|组|户|弄|巷)[^，。"
    r"；：、\s]{0,16}"
)
_DATE = r"((?:19|20)\d\d\s*[年.\-/]\s*\d{1,2}\s*(?:月(?:\s*\d{1,2}\s*日)?|[.\-/]\s*\d{1,2})?)"
_BORN_AFTER = r"\s*(?:出生|生(?![效产活态成物育长源]))"


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


@remembered
def personal_data(text: str, finders: tuple[Find, ...]) -> Iterator[Personal]:
    """Everything personal that these find in a paragraph, each thing once."""
    plain = text if _WIDE.isdisjoint(text) else text.translate(_ASCII)  # to look is much quicker than to translate
    taken: set[int] = set()
    for find in finders:
        for found in find(plain):
            if taken.isdisjoint(range(found.start, found.end)):
                taken.update(range(found.start, found.end))
                yield found


@cache
def personal_sieve() -> Sieve[Find]:
    """What looks for that which may be personal: in most texts there is nothing but numbers."""
    return Sieve(_FINDERS)


def has_long_number(text: str) -> bool:
    """Whether eleven digits follow one another anywhere: without them no number is a person's."""
    return _long_number().search(text) is not None


@cache
def _long_number() -> re.Pattern[str]:
    return re.compile(r"[0-9０-９](?:[ .·\-—–－．　]?[0-9０-９]){10}")


def long_numbers(text: str) -> Iterator[Personal]:
    """Runs of eleven digits and more that are a mobile number, an identity number or a bank card."""
    pattern = (
        rf"(?<![\w=@&?])(?:\+?86[- ]?)?(\d(?:{_SEPARATOR}\d){{10,22}}[Xx]?)(?![A-Za-z_=@&]|[.\-]\d"
        r"|\.html?|\s*(?:万|亿)?元)"
    )
    for match in _re(pattern).finditer(text):
        if _in_address(text, match.start()):
            continue
        for start, end in _candidates(match):
            if what := _kind(text, start, text[start:end]):
                yield Personal(start, end, what)
                break


def _candidates(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The whole run, or the eleven digits at its end: a telephone before it may have been written close by."""
    yield match.span(1)
    digits = [i for i in range(*match.span(1)) if match.string[i].isdigit()]
    if len(digits) > 11 and not match.string[digits[-11] - 1].isdigit():
        yield digits[-11], match.end(1)


def _kind(text: str, start: int, written: str) -> str:
    number = _re(r"[ .·\-—–]").sub("", written).upper()
    groups = tuple(len(part) for part in _re(r"[ .·\-—–]").split(written))
    if is_mobile_number(number) and groups in _MOBILE_GROUPS:
        return "手机号码"
    if is_identity_number(number) and groups in _IDENTITY_GROUPS:
        return "身份证号码"
    if len(number) == 15 and len(groups) == 1 and "身份证" in text[max(0, start - 12) : start]:
        return "身份证号码"
    whole = len(groups) == 1 or (set(groups[:-1]) == {4} and len(groups) == -(-len(number) // 4))
    return "银行卡号" if whole and is_bank_card(number) else ""


_MOBILE_GROUPS = {(11,), (3, 4, 4), (3, 3, 5), (4, 3, 4), (4, 4, 3), (3, 8), (7, 4), (5, 6), (6, 5)}
"""Digits of each group in which a mobile number's eleven are written; all usual ways."""
_IDENTITY_GROUPS = {(18,), (6, 8, 4), (6, 4, 4, 4), (14, 4), (6, 12), (3, 3, 8, 4), (6, 4, 8), (17, 1)}
"""Digits of each group in which an identity number's eighteen are written; all usual ways."""


def _in_address(text: str, at: int) -> bool:
    """Whether ``at`` lies within an address on the net or a path."""
    begin = max(text.rfind(mark, 0, at) for mark in " \u3000，。；：、（(“") + 1
    word = text[begin:at]
    return "://" in word or word.startswith("www.") or bool(_re(r"[A-Za-z_]\S*/\S*$").search(word))


def _plates(text: str) -> Iterator[Personal]:
    pattern = rf"(?<![\w])([{_PLATES}][A-HJ-NP-Z][·•\s]?(?=[A-Z0-9]*\d)[A-HJ-NP-Z0-9]{{5,6}})(?![A-Za-z0-9])"
    for match in re.finditer(pattern.replace(r"(?<![\w])", ""), text):
        yield Personal(*match.span(1), "车牌号")


def _papers(text: str) -> Iterator[Personal]:
    pattern = (
        r"(?:护照|通行证|居留证|台胞证|军官证|士兵证)(?:号码|证号"
        r"|号)?\s*[:：为是]?\s*([A-Z]{1,2}\d{7,9})(?![A-Za-z0-9])"
    )
    for match in _re(pattern).finditer(text):
        yield Personal(*match.span(1), "证件号码")


def _accounts(text: str) -> Iterator[Personal]:
    """WeChat and QQ of a person: an official account and a working group are none."""
    wechat = r"微信(?:号码?|账号|ID|id)?\s*[:：是为]?\s*([A-Za-z][\w\-]{5,19}|1[3-9]\d{9})(?![\w.])"
    for match in _re(wechat).finditer(text):
        if not _of_office(text, match.start()):
            yield Personal(*match.span(1), "微信号")
    qq = r"(?:QQ|qq|Qq|扣扣)(?:号码?|账号)?\s*[:：是为]?\s*([1-9]\d{4,10})(?!\d)"
    for match in _re(qq).finditer(text):
        if not _of_office(text, match.start()):
            yield Personal(*match.span(1), "QQ号")


def _mails(text: str) -> Iterator[Personal]:
    for match in _re(_MAIL).finditer(text):
        name = match[1]
        before = _clause_before(text, match.start())
        person = bool(_re(_PERSON).search(before))
        as_person = bool(_re(r"^[a-z]{4,20}(?:19[4-9]\d|200[0-6])$").match(name)) or is_mobile_number(name)
        bare_number = name.isdecimal() and "qq" in match[2]
        office = bool(_re(_OFFICE).search(before))
        if person or as_person or (bare_number and not office and not before.endswith(("邮箱：", "邮箱:", "邮件："))):
            yield Personal(*match.span(), "个人邮箱")


def _homes(text: str) -> Iterator[Personal]:
    for match in _re(rf"(?:{_HOME})\s*[:：是为]?\s*({_PLACE})").finditer(text):
        if not _re("单位|公司|机关|企业").search(text[max(0, match.start() - 8) : match.start()]):
            yield Personal(*match.span(1), "住址")
    flat = r"([^，。；：、\s]{2,30}?\d+(?:号楼|栋|幢|号)?\d*单元[^，。；：、\s]{0,4}?\d+(?:室|号|户))"
    for match in _re(flat).finditer(text):
        yield Personal(*match.span(1), "住址")


def _births(text: str) -> Iterator[Personal]:
    for match in _re(rf"(?:出生(?:日期|年月日?|时间|于)?|生于|生日)\s*[:：是为]?\s*{_DATE}").finditer(text):
        yield Personal(*match.span(1), "出生日期")
    for match in _re(rf"{_DATE}{_BORN_AFTER}").finditer(text):
        yield Personal(*match.span(1), "出生日期")


def _of_office(text: str, at: int) -> bool:
    before = _clause_before(text, at)
    return bool(_re(_OFFICE).search(before)) and not _re(_PERSON).search(before)


def _clause_before(text: str, at: int) -> str:
    """The words of the same sentence before ``at``, the last forty of them."""
    begin = max(text.rfind(mark, 0, at) for mark in "。；！？") + 1
    return text[max(begin, at - 40) : at]


_FINDERS: tuple[tuple[tuple[str, ...] | str, Find], ...] = (
    ("@＠", _mails),
    (("护照", "通行证", "居留证", "台胞证", "军官证", "士兵证"), _papers),
    (("微信", "QQ", "qq", "Qq", "扣扣"), _accounts),
    ("0123456789０１２３４５６７８９", long_numbers),
    ("ABCDEFGHJKLMNPQRSTUVWXYZ", _plates),
    (("住", "单元", "户籍", "家在"), _homes),
    (("生于", "出生", "生日", "日生", "月生"), _births),
)
"""Words or characters of which one must occur, and what then looks for what."""
