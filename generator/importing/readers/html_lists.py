"""Numbers that a browser puts before the items of a list: they are part of what people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importing.readers.numerals import chinese, letters, roman

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLES = {
    "a": lambda number: f"{letters(number)}.",
    "A": lambda number: f"{letters(number).upper()}.",
    "i": lambda number: f"{roman(number).lower()}.",
    "I": lambda number: f"{roman(number)}.",
}
_CHINESE = ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal")


class HtmlNumbering:
    """The open lists, innermost last; None for one without numbers."""

    def __init__(self) -> None:
        self._lists: list[tuple[int, str] | None] = []

    def start(self, element: _Element) -> str:
        """A list or an item begins: the text that the number adds."""
        if element.tag != "li":
            self._lists.append(_opened(element) if element.tag == "ol" else None)
            return ""
        current = self._lists[-1] if self._lists else None
        if current is None:
            return ""
        number, kind = current
        number = _number(element.get("value"), number)
        self._lists[-1] = (number + 1, kind)
        if kind == "chinese":
            return f"{chinese(number)}、"
        return _STYLES[kind](number) if kind in _STYLES else f"{number}."

    def end(self, tag: str) -> None:
        """A list ends."""
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()


def _opened(element: _Element) -> tuple[int, str] | None:
    style = (element.get("style") or "").lower()
    if "list-style" in style and "none" in style:
        return None
    if any(name in style for name in _CHINESE):
        return _number(element.get("start"), 1), "chinese"
    return _number(element.get("start"), 1), element.get("type") or "1"


def _number(text: str | None, default: int) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else default
