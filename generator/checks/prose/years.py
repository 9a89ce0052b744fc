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
from generator.checks.prose.sections import overview, problems
from generator.checks.prose.sentences import sentences, without_titles
from generator.form import keys
from generator.report.model import Report

_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_PLAIN_YEAR = r"([2２][0０][\d０-９]{2}|二[〇○零Ｏ][一二三四五六七八九][〇○零Ｏ一二三四五六七八九])\s*年"
_YEAR = r"(?<![\d〇○一二三四五六七八九十—–\-~～])(?<![\d年]至)" + _PLAIN_YEAR
"""A year that is not the end of a span of years (2021—2023年)."""


class Year(NamedTuple):
    """A year as written, ``text[start:end]`` with its 年."""

    year: int
    start: int
    end: int


class Stray(NamedTuple):
    """A year that should be the year reported; ``about`` says what it is said of."""

    text: str
    start: int
    end: int
    about: str


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_PERIOD = _YEAR + r"度?\s*1\s*月\s*1\s*日起?[至到—–\-~～]+\s*(?:" + _PLAIN_YEAR + r")?\s*12\s*月\s*31\s*日"
_STATISTICS = r"统计|时限|期限|数据|本报告|报告所列|编制"
_OTHER_PERIOD = r"有效期|清理|同期|上年|去年|上一年|规划|许可期"
_OWN_REPORT = (
    r"(?:现将|现公布|现发布|现予|本报告[是为系]|(?:编制|制作|形成|撰写)(?:了)?(?:本|完成)?)[^，。；：《》]{0,30}?"
    + _YEAR
)
_OWN_REPORT_END = r"\s*度?\s*(?:的)?(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:年度)?(?:报告|情况)"
_BY_NOW = r"截[至止到]\s*" + _PLAIN_YEAR + r"\s*(?:12\s*月\s*31\s*日|12\s*月底|年?底|末)"

_COMPARED = r"上年|去年|上一年|同比|同期|相比|较|比\s*\d|增长|增加|减少|下降|以来|历年|往年|连续|前年"
_THIS_YEAR = r"今年|本年|当年"
_SUBJECT = (
    r"[，,、：]|度|\s*(?:我|本|全|各|该|共|累计|通过|县|区|市|镇|乡|街道|局|办|共计|未|没有|无|受理|"
    r"收到|办理|主动公开|公开|发布)(?![^，。；]{0,12}的(?:申请|文件|信息|问题))"
)
_COUNTED = (
    r"收到|受理|办结|答复|公开(?:各类|政府)?[^，。；]{0,14}\d|发布[^，。；]{0,16}\d|制发|未收取|"
    r"没有收取|收取|未发生|没有发生|现行有效"
)
_DONE = r"认真|深入|严格|坚持|积极|切实|全面|持续|以习近平|贯彻|落实|围绕|按照|依据|根据|取得"
_PLANNED = r"将|计划|拟|下一步|继续|打算|今后|下步|争取|力争|重点做好|进一步"
_SUMMED_UP = r"(?:取得|有)[^。]{0,16}(?:成效|进展|成绩|提升)|仍存在|还存在"
_OF_LAST_YEAR = r"整改|改进|针对|上年|去年|上一年|已[^，。]{0,8}(?:解决|完成)"


def years_in(text: str) -> list[Year]:
    """All years of a text, in Arabic, full-width or Chinese figures."""
    return [_year(match) for match in _re(_YEAR).finditer(text)]


class _Setting(NamedTuple):
    """What a sentence is judged by: the year reported, what follows it, and the paragraph it stands in."""

    year: int
    following: str
    paragraph: str
    opens: bool
    in_problems: bool


def stray_years(passage: Passage, report: Report) -> Iterator[Stray]:
    """The years of a paragraph that should be the year reported. What an expression put in is never one."""
    if report.year is None or all(_year(m).year == report.year for m in _re(_PLAIN_YEAR).finditer(passage.text)):
        return
    in_problems = passage.part == problems(report.edition).key
    may_open = passage.part in {overview(report.edition).key, keys.PREFACE}
    pieces = list(sentences(without_titles(passage.text)))
    for index, sentence in enumerate(pieces):
        following = pieces[index + 1].text if index + 1 < len(pieces) else ""
        setting = _Setting(report.year, following, passage.text, may_open and index == 0, in_problems)
        for found, about in _judged(sentence.text, setting):
            start, end = sentence.start + found.start, sentence.start + found.end
            if found.year != report.year and not passage.computed(start, end):
                yield Stray(passage.text[start:end], start, end, about)


def _judged(text: str, setting: _Setting) -> Iterator[tuple[Year, str]]:
    """The years of a sentence that must be the year reported, with what each is said of."""
    if period := _re(_PERIOD).search(text):
        if _re(_STATISTICS).search(text) and not _re(_OTHER_PERIOD).search(text):
            yield from ((_year(period, group), "统计期限") for group in (1, 2) if period[group])
        return
    if own := _re(_OWN_REPORT + _OWN_REPORT_END).search(text):
        yield _year(own), "本报告的年度"
        return
    opening = _opening(text)
    if opening is None or _is_beside(text, setting):
        return
    if setting.in_problems:
        told = _re(_SUMMED_UP).search(text) and not _re(_OF_LAST_YEAR).search(text)
    else:
        told = _tells(text, opening, setting)
    if told:
        yield opening, "说的是本年度的工作，"


def _opening(text: str) -> Year | None:
    """The year that a sentence opens with, if it speaks of that whole year and not of a day or a month in it."""
    stripped = text.lstrip(" 　")
    offset = len(text) - len(stripped)
    heading = _re(r"^(?:[（(][一二三四五六七八九十][）)][^。：]{0,24}[：。]|[一二三四五六七八九]是)\s*").match(stripped)
    offset += heading.end() if heading else 0
    rest = text[offset:]
    found = _re(_BY_NOW).match(rest) or _re(_YEAR + f"(?={_SUBJECT})").match(rest)
    if found is None:
        return None
    year = _year(found)
    return Year(year.year, year.start + offset, year.end + offset)


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
    return Year(int(match[group].translate(_DIGITS)), match.start(group), end)
