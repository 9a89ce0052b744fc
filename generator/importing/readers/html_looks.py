"""What a page's looks say that counts: hidden, set to the right, blanks kept. Inline styles and plain class rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_SELECTOR = re.compile(r"([a-zA-Z]\w*)?(?:\.([\w-]+))?")
_ALIGN = re.compile(r"text-align\s*:\s*([a-z-]+)")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|clip-path\s*:\s*inset\(50%\)"
)
_PRE = re.compile(r"white-space\s*:\s*(pre(?:-wrap|-line)?|normal|nowrap)")
_MAX_STYLES = 500_000


class Look(NamedTuple):
    """What is known of an element's looks; None where it says nothing."""

    hidden: bool = False
    right: bool | None = None
    pre: bool | None = None


_PLAIN = Look()


class Looks:
    """The looks of a page's elements, from its style sheets and what each element says itself."""

    def __init__(self, root: _Element) -> None:
        self._rules: dict[tuple[str, str], Look] = {}
        self._cache: dict[str, Look] = {}
        for style in root.iter("style"):
            self._add(style.text or "")

    def of(self, element: _Element) -> Look:
        """The element's own look, its style before its classes before its attributes."""
        if not element.attrib and not self._rules:
            return _PLAIN
        get = element.get
        look = self._of_classes(str(element.tag), get("class") or "")
        align = get("align")
        if align:
            look = look._replace(right=align.lower() == "right")
        style = get("style")
        if style:
            look = _over(look, self._of_style(style))
        if get("hidden") is not None or (get("type") or "").lower() == "hidden":
            look = look._replace(hidden=True)
        return look

    def _of_classes(self, tag: str, classes: str) -> Look:
        look = self._rules.get((tag, ""), _PLAIN)
        for name in classes.split():
            for key in (("", name), (tag, name)):
                if key in self._rules:
                    look = _over(look, self._rules[key])
        return look

    def _of_style(self, style: str) -> Look:
        if style not in self._cache:
            self._cache[style] = _look_of(style)
        return self._cache[style]

    def _add(self, sheet: str) -> None:
        """Rules for a tag, a class, or both; anything more particular says nothing about the text."""
        for rule in sheet[:_MAX_STYLES].split("}"):
            selectors, _, declarations = rule.rpartition("{")
            look = _look_of(declarations)
            for selector in selectors.split(",") if look != _PLAIN else ():
                match = _SELECTOR.fullmatch(selector.strip())
                if match and (match[1] or match[2]):
                    key = ((match[1] or "").lower(), match[2] or "")
                    self._rules[key] = _over(self._rules.get(key, _PLAIN), look)


def _look_of(declarations: str) -> Look:
    text = declarations.lower()
    align = _ALIGN.search(text)
    pre = _PRE.search(text)
    return Look(
        hidden=_HIDDEN.search(text) is not None,
        right=align[1] in {"right", "end"} if align else None,
        pre=pre[1].startswith("pre") if pre else None,
    )


def _over(below: Look, above: Look) -> Look:
    """What the stronger one leaves open, the weaker says."""
    return Look(
        above.hidden or below.hidden,
        below.right if above.right is None else above.right,
        below.pre if above.pre is None else above.pre,
    )
