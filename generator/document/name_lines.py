"""The name of an agency on several lines: broken by meaning and in balance, never inside a name.

A line ends behind a place (…省, …市, …自治县) or an organ (…委员会, …局), else before a part of one (分局). Only
where that leaves a line too wide, or lines too unequal (北京市 / …), it ends behind 和 or 、, and at last anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from generator.document.measuring import width

_BEHIND_PLACE = re.compile(
    "(?:自治[区州县旗]|[省盟]|市(?![场容]|政(?!府))|县(?!域)|区(?![域块划间])|(?<!红)旗)(?![省县区旗州盟]|市(?!场|容|政(?!府)))"
    "|(?:镇|乡|街道)(?=人民政府|办事处)"
)
_BEHIND_ORGAN = re.compile("人民政府|委员会|办公[室厅]|局(?![部面势])|厅|大?支队|总队|公司")
_BEFORE_PART = re.compile("(?:管理)?委员会|办公[室厅]|分局|支局|人民政府|办事处")
_BEHIND_AND = re.compile("[和与、]")
_OPENING, _CLOSING = "（(《“", "）)》”、"
_SHORTEST = 0.3
"""A line shorter than this share of the longest is none that a reader pauses at (北京市 over nineteen characters)."""
_LEAST = 2
"""Characters that a line has at the least."""
_MOST_PLACES = 14
"""A name with more places to end a line at is no name, and would take long to try."""
_MOST_LINES = 6
"""A name of more lines is no name: it is cut where the lines are full."""


def name_lines(name: str, most: float) -> tuple[str, ...]:
    """The name on as few lines, at most ``most`` characters wide each, as will hold it."""
    if width(name) <= most:
        return (name,)
    places: set[int] = set()
    for more in (_behind(name), {match.start() for match in _BEFORE_PART.finditer(name)}, _ends(_BEHIND_AND, name)):
        places |= set(more)
        if found := _balanced(name, sorted(places), most):
            return found
    anywhere = [i for i in range(1, len(name)) if not _bound(name[i - 1], name[i])]
    return _even(name, anywhere, most)


def _behind(name: str) -> set[int]:
    brackets = {i for i in range(1, len(name)) if name[i] in _OPENING or name[i - 1] == " "}
    several = {i for i in range(1, len(name)) if name[i - 1] == "、"}
    return brackets | several | {*_ends(_BEHIND_PLACE, name), *_ends(_BEHIND_ORGAN, name)}


def _ends(pattern: re.Pattern[str], name: str) -> Iterator[int]:
    return (match.end() for match in pattern.finditer(name))


def _balanced(name: str, places: Sequence[int], most: float) -> tuple[str, ...]:
    """The most even division at these places into the fewest lines that are wide enough; () for none."""
    inside = [i for i in places if _LEAST <= i <= len(name) - _LEAST and not _bound(name[i - 1], name[i])]
    for lines in range(2, _MOST_LINES + 1 if len(inside) <= _MOST_PLACES else 2):
        divided = (_cut(name, cuts) for cuts in combinations(inside, lines - 1))
        fitting = [found for found in divided if _is_even(found, most)]
        if fitting:
            return min(fitting, key=_raggedness)
    return ()


def _cut(name: str, cuts: Sequence[int]) -> tuple[str, ...]:
    return tuple(name[start:end] for start, end in pairwise((0, *cuts, len(name))))


def _is_even(lines: Sequence[str], most: float) -> bool:
    widths = [width(line) for line in lines]
    return max(widths) <= most and min(widths) >= _SHORTEST * max(widths)


def _raggedness(lines: Sequence[str]) -> float:
    widths = [width(line) for line in lines]
    mean = sum(widths) / len(widths)
    return sum((one - mean) ** 2 for one in widths)


def _even(name: str, places: Sequence[int], most: float) -> tuple[str, ...]:
    """Lines of about the same width, whatever it says: nothing in it tells where a reader would pause."""
    number = -(-width(name) // most)
    wanted = width(name) / number
    lines: list[str] = []
    start = 0
    ends = sorted(places)
    while width(name[start:][: _reach(most)]) > most:
        here = ends[bisect_right(ends, start) : bisect_right(ends, start + _reach(most))]
        fitting = [end for end in here if width(name[start:end]) <= most] or [start + max(1, int(most) // 2)]
        end = min(fitting, key=lambda end: abs(width(name[start:end]) - wanted))
        lines.append(name[start:end])
        start = end
    return (*lines, name[start:])


def _reach(most: float) -> int:
    """More characters than a line can hold, half-width ones too."""
    return 2 * int(most) + 2


def _bound(before: str, after: str) -> bool:
    """Whether a line must not end between two characters."""
    in_word = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return in_word or before in _OPENING or after in _CLOSING
