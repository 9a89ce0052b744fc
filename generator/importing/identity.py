"""Whose report it is and of which year: by its title, else by what the rest of it says, and then with a doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.form import keys
from generator.form.names import SUBJECT_PATTERN
from generator.han.numerals import NOT_IN_A_NUMBER, YEAR, year_number
from generator.han.variants import in_usual
from generator.importing.blocks import Paragraph
from generator.importing.names import is_whole_name, may_be_agency
from generator.importing.outcome import Doubt
from generator.importing.outline import Outline
from generator.importing.words import half_width

_STATED = re.compile(
    rf"{NOT_IN_A_NUMBER}({YEAR})年?度?(?:的)?{SUBJECT_PATTERN}?(?:工作)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年报|报告)"
)
_PERIOD = re.compile(rf"{NOT_IN_A_NUMBER}({YEAR})年度?1月1日")
_SENTENCE_START = re.compile(rf"(?:^|[。；！])(?:截至|截止|在)?({YEAR})年")
_NAMED_FIRST = re.compile(r"^([^，。；：]{2,40}?)(?:根据|依据|按照|依照|严格按照|认真贯彻|编制|现将)")
_SHORTEST = 4
"""Characters of an agency's name: a place of two and what it is (清河县委)."""


class Identity(NamedTuple):
    """Agency and year, None where the report does not say; and what a person must look at."""

    agency: str | None
    year: int | None
    doubts: tuple[Doubt, ...]


def identity_of(outline: Outline) -> Identity:
    """The agency and the year of a report."""
    agency, agency_from = _agency(outline)
    year, year_from = _year(outline)
    return Identity(agency, year, (*_agency_doubts(outline, agency, agency_from), *_year_doubts(year, year_from)))


def year_of(outline: Outline) -> int | None:
    """The year alone."""
    return _year(outline)[0]


def _agency(outline: Outline) -> tuple[str | None, str]:
    front = outline.front
    if front.agency:
        return front.agency, "" if front.title else "没有找到标题，取自网页标题或者正文"
    if outline.signed_by and may_be_agency(outline.signed_by):
        return outline.signed_by, "标题里没有找到机关名称，取自落款"
    for text in _texts(outline):
        match = _NAMED_FIRST.match(text)
        if match and is_whole_name(match[1]) and may_be_agency(match[1]) and len(match[1]) >= _SHORTEST:
            return match[1], "标题里没有找到机关名称，取自正文的第一句话"
    return None, ""


def _year(outline: Outline) -> tuple[int | None, str]:
    """The year, and where it was found if not in the title: the surest place that names one."""
    front = outline.front
    if front.year:
        return front.year, "" if front.title else "没有找到标题，取自网页标题或者正文"
    texts = [in_usual(text) for text in _texts(outline)]
    if (year := _first(_STATED, texts)) is not None:
        return year, "标题里没有找到年度，取自正文"
    if (year := _first(_PERIOD, texts)) is not None:
        return year, "标题里没有找到年度，取自数据的统计期限"
    if (year := _mostly(texts)) is not None:
        return year, "标题里没有找到年度，取自正文多数句子开头的年份"
    if outline.day:
        return outline.day.year - 1, "没有找到报告的年度，按落款日期的上一年推算"
    return None, ""


def _texts(outline: Outline) -> Iterator[str]:
    """The report's paragraphs without blanks, 引言 first."""
    bodies: Iterable[object] = (block for body in outline.bodies.values() for block in body)
    for block in (*outline.front.preface, *bodies):
        if isinstance(block, Paragraph):
            yield re.sub(r"\s+", "", half_width(block.text))


def _first(pattern: re.Pattern[str], texts: list[str]) -> int | None:
    return next((year_number(match[1]) for text in texts if (match := pattern.search(text))), None)


def _mostly(texts: list[str]) -> int | None:
    """The year that most of the sentences that begin with one begin with."""
    found = Counter(year_number(match[1]) for text in texts for match in _SENTENCE_START.finditer(text))
    if not found:
        return None
    year, count = found.most_common(1)[0]
    return year if count * 2 > found.total() else None


def _agency_doubts(outline: Outline, agency: str | None, source: str) -> Iterator[Doubt]:
    if agency is None:
        yield Doubt((keys.AGENCY,), "没有找到机关名称，请填写", "", "", 0.0)
    elif source:
        yield Doubt((keys.AGENCY,), source, "", agency, 0.7)
    elif not is_whole_name(agency) and outline.signed_by and outline.signed_by.startswith(agency):
        message = f"标题里的机关印作“{agency}”，落款是“{outline.signed_by}”，请核对用哪一个"
        yield Doubt((keys.AGENCY,), message, "", agency, 0.7)


def _year_doubts(year: int | None, source: str) -> Iterator[Doubt]:
    if year is None:
        yield Doubt((keys.YEAR,), "没有找到报告的年度，请填写", "", "", 0.0)
    elif source:
        yield Doubt((keys.YEAR,), source, "", str(year), 0.6 if "落款" in source else 0.7)
