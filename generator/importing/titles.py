"""A report's title: the agency and the year in it, whichever stands first."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.form.edition import title_endings
from generator.form.names import SUBJECT_PATTERN
from generator.han.numerals import NOT_IN_A_NUMBER, YEAR, year_number
from generator.han.variants import in_usual
from generator.importing.names import may_be_agency
from generator.importing.words import half_width

_REPORT = (
    r"(?:(?:和|与|及|暨)?(?:政务公开)?)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:年度)?"
    r"(?:情况)?(?:的)?报告"
)
TITLE = re.compile(
    rf"(?P<before>[^。；:]{{0,60}}?){NOT_IN_A_NUMBER}(?P<year>{YEAR})年?度?(?P<after>[^。；:\d]{{0,40}}?)"
    rf"{SUBJECT_PATTERN}{_REPORT}"
)
"""A title with the year before what the report is about."""
_YEAR_LAST = re.compile(
    rf"(?P<before>[^。；:\d]{{2,60}}?){SUBJECT_PATTERN}[^。；:\d]{{0,12}}报告[(]?(?P<year>{YEAR})年?度?[)]?"
)
_AROUND = re.compile(r"^(?:关于|标题:?|公布|发布|由|\d+[.、])|(?:关于|的|本级|工作|编制了?|公布了?|发布了?|印发)$")
_PEOPLES = "人民"
_GOVERNMENT = "政府"


class PublishedTitle(NamedTuple):
    """What a title says. ``agency`` None: it names none. ``agency_first``: the name stands before the year."""

    agency: str | None
    year: int
    agency_first: bool = False


def read_title(text: str) -> PublishedTitle | None:
    """Agency and year of a text that is a title as a whole; None for any other text."""
    typed = re.sub(r"\s+", "", half_width(text)).strip("《》*#")
    plain = in_usual(typed)
    match = TITLE.fullmatch(plain) or _YEAR_LAST.fullmatch(plain) or _as_the_form_has_it(plain)
    year = year_number(match["year"]) if match else None
    if match is None or year is None:
        return None
    before = typed[slice(*match.span("before"))]
    after = typed[slice(*match.span("after"))] if "after" in match.groupdict() else ""
    if agency := _agency(before, text):
        return PublishedTitle(_whole(agency, plain, match.end("before")), year, agency_first=True)
    agency = _agency(after, text)
    return PublishedTitle(agency and _whole(agency, plain, match.end("after")), year, agency_first=not after)


def _as_the_form_has_it(text: str) -> re.Match[str] | None:
    """A title exactly as a form sets it: agency, year, and the words that end it."""
    endings = "|".join(map(re.escape, title_endings()))
    return re.fullmatch(rf"(?P<before>[^。；:\d]{{2,60}}?)(?P<year>{YEAR})(?:{endings})", text)


def _whole(name: str, plain: str, end: int) -> str:
    """合水镇人民 + 政府信息公开: the 政府 belongs to both."""
    return name + _GOVERNMENT if name.endswith(_PEOPLES) and plain.startswith(_GOVERNMENT, end) else name


def _agency(name: str, title: str) -> str | None:
    """An agency's name as typed in the title; None for what is no name."""
    name = re.split("[,，]", name)[-1]
    name = _AROUND.sub("", _AROUND.sub("", name)).strip("《》:,、-_|")
    if not may_be_agency(name):
        return None
    wide = name.replace("(", "（").replace(")", "）")
    return name if name in re.sub(r"\s+", "", title) else wide
