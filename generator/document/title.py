"""The title and its line breaks."""

from __future__ import annotations

import re

from generator.document.figures import UNKNOWN, figure_text
from generator.document.measuring import width
from generator.report.model import Report

LINE = 19
"""Characters of a title line: 22 pt in a text width of 156 mm, less one, because substitute fonts are wider."""

_PLACES = "省市州县区旗盟"
_OPENING, _CLOSING = "（(《“", "）)》”、"


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
    return (*_folded(title[:cut].rstrip()), title[cut:].lstrip()) if cut else (title,)


def _cut(title: str, agency: str) -> int:
    """Where the title breaks: after 机关 at its start, else before its year; 0 for nowhere."""
    if title.startswith(agency):
        return len(agency)
    year = re.search(r"[0-9０-９]{4}\s*年", title)
    return year.start() if year else 0


def _folded(name: str) -> list[str]:
    """An agency's name on as few lines as will hold it, broken before a bracket or after a place name if it can be.

    Where a line has room, words in Latin letters and numbers stay whole, and no bracket stands on the wrong line.
    """
    if width(name) <= LINE:
        return [name]
    anywhere = [i for i in range(1, len(name)) if 2 <= width(name[:i]) <= LINE]
    spots = [i for i in anywhere if not _bound(name[i - 1], name[i])] or anywhere
    natural = [i for i in spots if _natural(name[i - 1], name[i])]
    fitting = [i for i in natural if width(name[i:]) <= LINE]
    middle = width(name) / 2
    if width(name) > 2 * LINE:
        cut = max(natural, default=max(spots))
    else:
        cut = min(fitting or spots, key=lambda i: abs(width(name[:i]) - middle))
    return [name[:cut], *_folded(name[cut:])]


def _bound(before: str, after: str) -> bool:
    """Whether a line must not end between two characters."""
    in_word = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return in_word or before in _OPENING or after in _CLOSING


def _natural(before: str, after: str) -> bool:
    """Whether a reader would pause between two characters."""
    return after in _OPENING or before == " " or (before in _PLACES and after not in _PLACES)
