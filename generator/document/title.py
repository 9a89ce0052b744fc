"""The title and its line breaks."""

from __future__ import annotations

import re

from generator.document.figures import UNKNOWN, figure_text
from generator.document.measuring import width
from generator.document.name_lines import name_lines
from generator.report.model import Report

LINE = 19
"""Characters of a title line: 22 pt in a text width of 156 mm, less one, because substitute fonts are wider."""


def title_lines(report: Report) -> tuple[str, ...]:
    """The title, one string a line: as typed where it was typed on several lines, else broken where it is too wide.

    The break comes after 机关 or before the year, never inside the year or what follows it.
    """
    if len(report.title) > 1:
        return report.title
    agency = report.agency or UNKNOWN
    title = report.title[0] if report.title else report.edition.title(agency, figure_text(report.year))
    if width(title) <= LINE:
        return (title,)
    cut = _cut(title, agency)
    return (*name_lines(title[:cut].rstrip(), LINE), title[cut:].lstrip()) if cut else (title,)


def _cut(title: str, agency: str) -> int:
    """Where the title breaks: after 机关 at its start, else before its year; 0 for nowhere."""
    if title.startswith(agency):
        return len(agency)
    year = re.search(r"[0-9０-９]{4}\s*年", title)
    return year.start() if year else 0
