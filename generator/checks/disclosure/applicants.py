"""Names of applicants and third parties in sentences about applications, 复议 and 诉讼.

A person is told by a surname, one or two further characters, and the word before or behind; a company or another body
by its ending and the same words. Without a word for the role (申请人, 原告 …) 申请, 诉 or 不服 must stand beside the
name. Names already masked (张某, 王女士, 某公司) are fine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from generator.checks.prose.name_parts import (
    BODIES,
    DOUBLE_SURNAMES,
    GENERIC,
    HELPERS,
    NO_NAMES,
    NOT_IN_NAMES,
    SURNAMES,
    WORDLY_SURNAMES,
)
from generator.checks.prose.needs import Sieve
from generator.checks.prose.remembering import remembered
from generator.checks.prose.sentences import sentences, without_titles
from generator.han.patterns import HAN


class Sort(Enum):
    """What a paragraph may hold."""

    ABOUT = auto()
    BODIES = auto()


class Named(NamedTuple):
    """``text[start:end]`` names someone; ``what`` is 个人 or 单位."""

    start: int
    end: int
    what: str


_ROLES = (
    "复议申请人|申请人|同一人|原告人?|上诉人|被上诉人|当事人|第三方|第三人|自然人|公民|村民|居民|市民"
    "|群众|职工|业主|个体户|户主|信访人|投诉人"
)
_ROLE_WORDS = (*_ROLES.replace("人?", "人").split("|"), "原告")
_ROLE = rf"(?:{_ROLES})(?:[是为：:，、“（(]|分别为|分别是)?"
_AFTER_ROLE = (
    r"(?=[，、。；）)（(”“和与及等]|[向就对因于以在]|提出|提起|申请|不服|诉|要求|请求|的|先生"
    r"|女士|送达|寄送|通过|撤回|撤诉|不同意|同意"
    r"|来函|来电|来信|电话|领取|已|获取|邮寄|多次|反复|先后|曾|又|再次|分别|$)"
)
_ACTS = (
    r"(?=(?:等(?:\S{0,3}|\d{1,3}[名位户人](?:业主|村民|居民|群众|市民|职工|住户)))?(?:向我|向本|向县|向市|申请公开|申请政府信息|申请获取|申请行政复议"
    r"|提出(?:的)?(?:政府)?(?:信息公开)?申请|"
    rf"提起行政|提起诉讼|不服|诉(?:我|本|{HAN}{{2,12}}(?:局|政府|办|委员会))))"
)
_STRICT_ACTS = rf"(?=不服|诉(?:我|本|{HAN}{{2,12}}(?:局|政府|办|委员会))|提起行政|提起诉讼|申请行政复议)"
_PERSON = (
    (_ROLE, _AFTER_ROLE, False),
    (r"^|[，。；、：:（(“\s为由]|其中", _ACTS, False),
    (r"^|[，。；、：:（(“\s]|其中", _STRICT_ACTS, True),
    (r"(?:^|[，。；\s])应", r"(?=申请|要求|请求)", False),
    (rf"(?:{_ROLES})[^，。；：]{{2,12}}[、和与及]", r"(?=[，、。；和与及等向就对因]|申请|提出|不服|已|分别)", False),
)
"""What stands before a name, what behind it, and whether a surname that is also a word of its own may begin it."""
_MINORITY = rf"{HAN}{{2,6}}[·•]{HAN}{{2,6}}?(?:[·•]{HAN}{{2,6}}?)?"
_AFTER_COLON = rf"(?:{_ROLES})[：:]\s*({HAN}{{3,5}})(?=[，、。；）)（(]|$)"
_ABOUT = "申请|复议|诉讼|起诉|上诉|原告|被告|第三方|第三人|不服|诉我"
_RUN = r"[\w（）()·]{2,40}?"
_COMPANY = (
    r"(?:有限责任公司|股份有限公司|有限公司|集团公司|分公司|(?<!有限)公司|集团|专业合作社|合作社"
    rf"|律师事务所|会计师事务所|{HAN}厂)"
)
_LEAD = (
    r".*(?:均为|分别为|分别是|分别由|主要是|其中|申请人|第三方|第三人|原告|被告|上诉人|法人|企业"
    r"|单位|关于|公开|获取|涉及|意见|送达|通过"
    r"|以及|收到|受理|答复|一家|为|是|由|系|即|向|与|和|及|对|将|就|件)"
)
_BODY_BEFORE = rf"(?:(?:{_ROLES}|法人)(?:分别)?(?:[是为：:（(]|均为)?|收到|受理|^|(?<=[，。；：（(]))"
_BODY_ACTS = (
    r"(?=(?:等\S{0,3})?(?:申请公开|申请获取|申请政府信息|申请行政复议|向我|向本"
    r"|提出(?:的)?(?:政府)?(?:信息公开)?申请|提起|不服|不同意|同意公开"
    rf"|诉(?:我|本|{HAN}{{2,12}}(?:局|政府|办|委员会))|要求公开|(?:的)?申请\d|[，。；、）)]))"
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_COMPANIES = ("公司", "集团", "合作社", "事务所", "厂")
APPLICANT_SIEVE = Sieve([(_ABOUT.split("|"), Sort.ABOUT), ((*_COMPANIES, *BODIES), Sort.BODIES)])
"""Whether a paragraph is about applications, 复议 or 诉讼 (elsewhere nobody is looked for), and may name bodies."""


@remembered
def named_in(text: str, *, about_applications: bool, bodies: bool) -> Iterator[Named]:
    """Everyone named in a paragraph, each place once; companies and other bodies only where there are any."""
    seen: set[tuple[int, int]] = set()
    for sentence in sentences(without_titles(text)):
        for found in named(sentence.text, about_applications=about_applications, bodies=bodies):
            start, end = sentence.start + found.start, sentence.start + found.end
            if (start, end) not in seen:
                seen.add((start, end))
                yield Named(start, end, found.what)


def named(sentence: str, *, about_applications: bool, bodies: bool) -> Iterator[Named]:
    """Everyone named in a sentence, if it is about applications (or stands where they are told of)."""
    if not about_applications and not _compiled(_ABOUT).search(sentence):
        return
    for before, behind, wordly in _PERSON:
        for match in _compiled(before).finditer(sentence):
            start = match.end()
            end = _name_end(sentence, start, behind, wordly=wordly or _is_role(match))
            if end and not any(character in NOT_IN_NAMES for character in sentence[start + 1 : end]):
                yield Named(start, end, "个人")
    yield from _other_persons(sentence)
    company = bodies and any(word in sentence for word in _COMPANIES)
    body = bodies and any(word in sentence for word in BODIES)
    if (company or body) and not _compiled(HELPERS).search(sentence):
        yield from _companies(sentence) if company else ()
        yield from _bodies(sentence) if body else ()


def _is_role(match: re.Match[str]) -> bool:
    """Whether a word for the role stands right before: then any surname may begin a name of three characters."""
    return match.re.pattern == _ROLE


def _name_end(sentence: str, start: int, behind: str, *, wordly: bool) -> int:
    """Where a name that starts here ends: the first place before what must stand ``behind`` it; 0 for no name.

    Done without a pattern for names: a class of hundreds of surnames takes longer to compile than to look up.
    """
    if start == len(sentence):
        return 0
    first = sentence[start]
    surname = 2 if sentence.startswith(DOUBLE_SURNAMES, start) else int(first in SURNAMES)
    shortest = 1
    if not surname and wordly and first in WORDLY_SURNAMES:
        surname, shortest = 1, 2
    if not surname or sentence.startswith(NO_NAMES, start):
        return 0
    for end in range(start + surname + shortest, min(start + surname + 2, len(sentence)) + 1):
        if not all("\u4e00" <= character <= "\u9fff" for character in sentence[start:end]):
            return 0
        if _compiled(behind).match(sentence, end):
            return end
    return 0


def _other_persons(sentence: str) -> Iterator[Named]:
    """Names that begin with no Han surname: with a middle dot, or alone behind 申请人：."""
    if "·" in sentence or "•" in sentence:
        pattern = rf"(?:(?:{_ROLES})[是为：:]?\s*|^|(?<=[，。；：（(]))({_MINORITY})(?:{_AFTER_ROLE})"
        for match in _compiled(pattern).finditer(sentence):
            yield Named(*match.span(1), "个人")
    if not any(role + colon in sentence for colon in "：:" for role in _ROLE_WORDS):
        return
    for match in _compiled(_AFTER_COLON).finditer(sentence):
        name = match[1]
        begins = name[0] in SURNAMES or name[0] in WORDLY_SURNAMES
        plain = not any(c in NOT_IN_NAMES for c in name) and not _compiled(_NO_NAME_AFTER_COLON).search(name)
        if plain and not begins:
            yield Named(*match.span(1), "个人")


_NO_NAME_AFTER_COLON = (
    "自然|法人|企业|机构|组织|商业|社会|科研|法律|公民|其他|公益|服务|个人|单位|学生|教师|律师|农民"
    "|工人|职工|居民|村民|媒体|记者"
)


def _companies(sentence: str) -> Iterator[Named]:
    for match in _compiled(f"({_RUN})({_COMPANY})").finditer(sentence):
        lead = _compiled(_LEAD).match(match[1])
        start = match.start() + (lead.end() if lead else 0)
        proper = sentence[start : match.start(2)]
        if len(proper) >= 2 and not _compiled(GENERIC).search(proper):
            yield Named(start, match.end(), "单位")


def _bodies(sentence: str) -> Iterator[Named]:
    """Shops, schools, hospitals, owners' committees … as applicants: each must be one by the words around it."""
    ending = "|".join(BODIES)
    for match in _compiled(rf"{_BODY_BEFORE}({HAN}{{2,20}}?(?:{ending}))(?:{_BODY_ACTS})").finditer(sentence):
        role = match.start() < match.start(1)
        acts = _compiled(_BODY_ACTS.replace("|[，。；、）)]", "")).match(sentence, match.end(1))
        proper = _compiled(f"(?:{ending})$").sub("", match[1])
        if (role or acts) and len(proper) >= 2 and not _compiled(GENERIC).search(proper):
            yield Named(*match.span(1), "单位")
