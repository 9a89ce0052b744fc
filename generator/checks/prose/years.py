"""Years in a text that stand where the year reported belongs, told from years that may well be another.

Only a year that opens a statement about the year's own work, that bounds the period of the statistics, or that names
this very report is judged. Everything else (comparison, history, law, plan, last year's problems) is let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.checks.prose.passages import Passage
from generator.checks.prose.plans import FORESEEN
from generator.checks.prose.remembering import remembered
from generator.checks.prose.sections import overview, problems
from generator.checks.prose.sentences import sentences, without_titles
from generator.checks.prose.statistics_period import periods
from generator.form import keys
from generator.form.names import SUBJECT_PATTERN
from generator.han.numerals import NOT_IN_A_NUMBER, with_plain_years
from generator.han.patterns import HAN
from generator.report.model import Report

_PLAIN_YEAR = r"(20[0-9]{2})\s*年"
"""A year as it stands in a text with plain years: all that follows is looked for in such a text."""
_YEAR = NOT_IN_A_NUMBER + r"(?<![—–\-~～])(?<![\d年]至)" + _PLAIN_YEAR
"""A year that is not the end of a span of years (2021—2023年)."""


class Year(NamedTuple):
    """A year as written, ``text[start:end]`` with its 年."""

    year: int
    start: int
    end: int


class Stray(NamedTuple):
    """A date that should be another; ``right`` says what it is said of, and what it should be."""

    text: str
    start: int
    end: int
    right: str


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_PERIOD = r"月(?:\s*\d{1,2}\s*日)?起?\s*[，,]?\s*[至到—–\-~～]|\d\.\d{1,2}\s*[至到—–\-~～]"
_OWN_REPORT = (
    r"(?:现将|现公布|现发布|现予|本报告[是为系]|(?:编制|制作|形成|撰写)(?:了)?(?:本|完成)?)[^，。；：《》]{0,30}?"
    + _YEAR
)
_OWN_REPORT_END = rf"\s*度?\s*(?:的)?{SUBJECT_PATTERN}(?:工作)?(?:年度)?(?:报告|情况)"
_BY_NOW = (
    r"截[至止到]\s*"
    + _PLAIN_YEAR
    + (
        r"\s*(?:12\s*月\s*31\s*日|12\s*月底|年?底|末)(?![^，。；]{0,6}(?:未|没有|未能|没)[^，。"
        r"；]{0,2}(?:办结|完成|审结|答复))"
    )
)

_COMPARED = r"上年|去年|上一年|同比|同期|相比|较(?![好大高多强为])|比\s*\d|增长|增加|减少|下降|以来|历年|往年|连续|前年"
_THIS_YEAR = r"今年|本年|当年"
_SUBJECT = (
    r"[，,、：]|度|的工作[中里]|\s*(?:我|本|全|各|该|共|累计|通过|县|区|市|镇|乡|街道|局|办|共计|未|没有|无|受理|"
    r"收到|办理|主动公开|公开|发布)(?![^，。；]{0,12}的(?:申请|文件|信息|问题))"
)
_COUNTED = (
    r"收到|受理|办结|答复|公开(?:各类|政府)?[^，。；]{0,14}\d|发布[^，。；]{0,16}\d|制发|未收取|"
    r"没有收取|收取|未发生|没有发生|现行有效"
)
_DONE = (
    r"认真|深入|严格|坚持|积极|切实|全面|持续|以习近平|贯彻|落实|围绕|按照|依据|根据"
    r"|取得|扎实|做好|开展|推进|加强|强化|紧紧|不断"
)
_PLANNED = r"将|计划|拟|下一步|继续|打算|今后|下步|争取|力争|重点做好|进一步"
_SELF = (
    r"(?:我[局厅委办镇乡县区市省院校]|我街道|我单位|本[局厅委办镇乡机单][关位]?"
    rf"|{HAN}{{2,12}}(?:局|委|办|镇|乡|街道|政府))"
)
_DID = (
    r"(?:全年|累计|共计?|总共|一共|依法|主动|及时|没有|尚?未)*(?:收到|受理|接收|办理|办结|答复"
    r"|公开(?!的|工作|目录)|发布|制发|收取|发生)"
)
_PLAN = (
    rf"[，,]?(?:{_SELF}|我们|全[县市区镇局])?(?:还|也|仍)?(?:将(?:会|要)?(?={FORESEEN})"
    r"|要(?:继续|进一步|持续|着力|不断)|(?:(?<=[局厅委办镇乡，,们])(?:计划|拟|打算|准备|力争"
    rf"|争取)(?:在|于|对|{FORESEEN}))|(?:的)?工作(?:打算|思路|安排|设想)[：:如是为主])"
)
_SUMMED_UP = r"(?:取得|有)[^。]{0,16}(?:成效|进展|成绩|提升)|仍存在|还存在"
_OF_LAST_YEAR = r"整改|改进|针对|上年|去年|上一年|已[^，。]{0,8}(?:解决|完成)"


def years_in(text: str) -> list[Year]:
    """All years of a text, in Arabic, full-width or Chinese figures."""
    return [_year(match) for match in _re(_YEAR).finditer(with_plain_years(text))]


class _Setting(NamedTuple):
    """What a sentence is judged by: the year reported, what follows it, and the paragraph it stands in."""

    year: int
    following: str
    paragraph: str
    opens: bool
    in_problems: bool


def stray_years(passage: Passage, report: Report) -> Iterator[Stray]:
    """The years of a paragraph that should be the year reported. What an expression put in is never one."""
    if report.year is None:
        return
    may_open = passage.part in {overview(report.edition).key, keys.PREFACE}
    in_problems = passage.part == problems(report.edition).key
    for stray in _strays(passage.text, report.year, may_open=may_open, in_problems=in_problems):
        if not passage.computed(stray.start, stray.end):
            yield stray


@remembered
def _strays(text: str, year: int, *, may_open: bool, in_problems: bool) -> Iterator[Stray]:
    plain = with_plain_years(text)
    if not _may_stray(plain, year, in_problems=in_problems):
        return
    pieces = list(sentences(without_titles(plain)))
    for index, sentence in enumerate(pieces):
        following = pieces[index + 1].text if index + 1 < len(pieces) else ""
        setting = _Setting(year, following, plain, may_open and index == 0, in_problems)
        for found, right in _judged(sentence.text, setting):
            start, end = sentence.start + found.start, sentence.start + found.end
            yield Stray(text[start:end], start, end, right)


def _may_stray(text: str, year: int, *, in_problems: bool) -> bool:
    """Whether there is anything to judge: another year, a plan, or a period."""
    years = [_year(m).year for m in _re(_PLAIN_YEAR).finditer(text)]
    if any(found != year for found in years):
        return True
    return (bool(years) and in_problems) or bool(_re(_PERIOD).search(text))


def _judged(text: str, setting: _Setting) -> Iterator[tuple[Year, str]]:
    """The years of a sentence that must be the year reported, with what each is said of."""
    if _re(_PERIOD).search(text):
        right = f"统计期限应是 {setting.year} 年1月1日至12月31日"
        yield from ((Year(0, off.start, off.end), right) for off in periods(text, setting.year))
        return
    others = any(_year(match).year != setting.year for match in _re(_PLAIN_YEAR).finditer(text))
    if not others and not setting.in_problems:
        return
    if own := _re(_OWN_REPORT + _OWN_REPORT_END).search(text):
        if _year(own).year != setting.year:
            yield _year(own), f"本报告的年度应是 {setting.year} 年"
        return
    if planned := _planned(text, setting):
        yield planned, f"这是今后的打算，应是 {setting.year + 1} 年"
        return
    opening = (_opening(text) or _within(text)) if others else None
    if opening is None or opening.year == setting.year or _is_beside(text, setting):
        return
    if setting.in_problems:
        told = _re(_SUMMED_UP).search(text) and not _re(_OF_LAST_YEAR).search(text)
    else:
        told = _tells(text, opening, setting)
    if told:
        yield opening, f"说的是本年度的工作，应是 {setting.year} 年"


def _opening(text: str) -> Year | None:
    """The year that a sentence opens with, if it speaks of that whole year and not of a day or a month in it."""
    stripped = text.lstrip(" 　")
    offset = len(text) - len(stripped)
    heading = _re(r"^(?:[（(][一二三四五六七八九十][）)][^。：]{0,24}[：。]|[一二三四五六七八九]是)\s*").match(stripped)
    offset += heading.end() if heading else 0
    offset += text.startswith("在", offset)
    rest = text[offset:]
    found = _re(_BY_NOW).match(rest) or _re(_YEAR + f"(?={_SUBJECT})").match(rest)
    if found is None:
        return None
    year = _year(found)
    return Year(year.year, year.start + offset, year.end + offset)


def _within(text: str) -> Year | None:
    """The year of what the agency did, told within a sentence: 我局2022年共收到…, 经统计，2022年…, （2022年度）."""
    pattern = rf"(?:{_SELF}在?|[，,：]\s*(?=20\d\d\s*年度?{_SELF}?(?:{_DID}))){_YEAR}(?=度?[，,]?{_SELF}?(?:{_DID}))"
    if found := _re(pattern).search(text):
        return _year(found)
    if found := _re(rf"(?<=[，,])\s*{_BY_NOW}(?=[，,])").search(text):
        return _year(found)
    found = _re(rf"(?<!》)[（(]{_YEAR}度?[）)]").search(text)
    return _year(found) if found and not _re(r"[〔《]").search(text) else None


def _planned(text: str, setting: _Setting) -> Year | None:
    """A year that is over where something is still planned for it; 将 before a noun means 把 and plans nothing."""
    if not setting.in_problems:
        return None
    if (found := _re(rf"(?:将|拟|计划|打算)[在于]{_YEAR}").search(text)) and _year(found).year <= setting.year:
        return _year(found)
    for found in _re(rf"(?<!针对)(?<!自)(?<!按照)(?<!根据)(?<!落实)(?<!《){_YEAR}度?(?={_PLAN})").finditer(text):
        year = _year(found)
        if year.year <= setting.year:
            return year
    return None


def _is_beside(text: str, setting: _Setting) -> bool:
    """Whether the sentence, or the next one, sets the year beside the year reported or another one."""
    if len({found.year for found in years_in(text)}) > 1 or _re(_COMPARED).search(text) or _re(_THIS_YEAR).search(text):
        return True
    return setting.following.lstrip().startswith((str(setting.year), "今年", "本年"))


def _tells(text: str, opening: Year, setting: _Setting) -> bool:
    """Whether the sentence tells what was done in its year as if that were the year reported."""
    if opening.year > setting.year and _re(_PLANNED).search(text):
        return False
    if _re(_COUNTED).search(text):
        return True
    alone = not _re(f"{setting.year}\\s*年|{_THIS_YEAR}|去年|上年").search(setting.paragraph)
    return setting.opens and alone and bool(_re(_DONE).search(text))


def _year(match: re.Match[str], group: int = 1) -> Year:
    end = match.start(group) + len(match[group])
    end = match.string.index("年", end) + 1
    return Year(int(match[group]), match.start(group), end)
