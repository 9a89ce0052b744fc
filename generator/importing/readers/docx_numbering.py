"""Automatic numbering: the 一、 and （一） that Word counts itself and that no text holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from generator.importing.readers import numerals
from generator.importing.readers.docx_xml import attribute, children, first, is_on, local, number

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
"""Levels of a list (ECMA-376, 17.9.6: w:ilvl is 0 to 8)."""
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": numerals.full_width,
    "decimalFullWidth2": numerals.full_width,
    "decimalEnclosedCircle": numerals.circled,
    "decimalEnclosedCircleChinese": numerals.circled,
    "chineseCounting": numerals.chinese,
    "chineseCountingThousand": numerals.chinese,
    "japaneseCounting": numerals.chinese,
    "taiwaneseCounting": numerals.chinese,
    "taiwaneseCountingThousand": numerals.chinese,
    "ideographDigital": numerals.digits,
    "japaneseDigitalTenThousand": numerals.digits,
    "ideographTraditional": numerals.stems,
    "upperRoman": numerals.roman,
    "lowerRoman": lambda value: numerals.roman(value).lower(),
    "upperLetter": lambda value: numerals.letters(value).upper(),
    "lowerLetter": numerals.letters,
}
_SLOT = re.compile(r"%([1-9])")


class _Level(NamedTuple):
    start: int
    format: str
    text: str
    legal: bool
    suffix: str


_NO_LEVEL = _Level(1, "none", "", False, "nothing")


class DocxNumbering:
    """The lists of a document; numbers are counted as paragraphs ask for them, in their order."""

    def __init__(self, root: _Element | None) -> None:
        abstract = {attribute(e, "abstractNumId"): e for e in children(root) if local(e) == "abstractNum"}
        self._lists = {attribute(e, "numId"): e for e in children(root) if local(e) == "num"}
        self._abstract = {name: attribute(first(e, "abstractNumId")) for name, e in self._lists.items()}
        self._levels = {name: _levels(abstract.get(of), self._lists[name]) for name, of in self._abstract.items()}
        self._counts: dict[str | None, list[int | None]] = {}
        self._started: set[str | None] = set()

    def next(self, list_id: str | None, level: int) -> str:
        """The number before the next paragraph of that list and level, with the blank after it; '' for bullets."""
        levels = self._levels.get(list_id)
        if levels is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts_of(list_id, levels)
        own = levels[level]
        previous = counts[level]
        counts[level] = own.start if previous is None else previous + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        if own.format in {"bullet", "none"}:
            return ""
        text = _SLOT.sub(lambda match: _shown(levels, counts, int(match[1]) - 1, own.legal), own.text)
        return text + " " if text and own.suffix == "space" and text[-1].isalnum() else text

    def _counts_of(self, list_id: str | None, levels: list[_Level]) -> list[int | None]:
        """Lists of one kind count on, unless one says that it starts anew."""
        abstract = self._abstract.get(list_id)
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        if list_id not in self._started:
            self._started.add(list_id)
            for override in children(self._lists[list_id]):
                level = number(override, "ilvl")
                if first(override, "startOverride") is not None and level is not None and level < _LEVELS:
                    counts[level] = None
        return counts


def _shown(levels: list[_Level], counts: list[int | None], level: int, legal: bool) -> str:
    value = counts[level]
    value = levels[level].start if value is None else value
    return str(value) if legal else _FORMATS.get(levels[level].format, str)(value)


def _levels(abstract: _Element | None, instance: _Element) -> list[_Level]:
    levels = [_NO_LEVEL] * _LEVELS
    overrides = [o for o in children(instance) if local(o) == "lvlOverride"]
    defined = [e for e in children(abstract) if local(e) == "lvl"]
    for element in [*defined, *(e for o in overrides if (e := first(o, "lvl")) is not None)]:
        at = number(element, "ilvl")
        if at is not None and at < _LEVELS:
            levels[at] = _level(element)
    for override in overrides:
        at, start = number(override, "ilvl"), number(first(override, "startOverride"))
        if at is not None and at < _LEVELS and start is not None:
            levels[at] = levels[at]._replace(start=start)
    return levels


def _level(element: _Element) -> _Level:
    start = number(first(element, "start"))
    return _Level(
        1 if start is None else start,
        attribute(first(element, "numFmt")) or "decimal",
        attribute(first(element, "lvlText")) or "",
        is_on(first(element, "isLgl")),
        attribute(first(element, "suff")) or "tab",
    )
