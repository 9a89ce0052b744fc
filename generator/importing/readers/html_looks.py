"""What a page's looks say that counts: hidden, set to the right, blanks kept. Inline styles and plain class rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.importing.readers.html_seen import is_painted, is_turned, kind_of, tiny_of, white_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_SELECTOR = re.compile(r"([a-zA-Z]\w*)?(?:\.([\w-]+))?")
_ALIGN = re.compile(r"text-align\s*:\s*([a-z-]+)")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0*\.?0*\s*(?:;|$|%|!)|clip-path\s*:\s*inset\(50%\)"
)
_PRE = re.compile(r"white-space\s*:\s*(pre(?:-wrap|-line)?|normal|nowrap)")
_MAX_STYLES = 500_000
"""Characters of a page's style sheet that are read; more would only cost time."""


class HtmlStyle(NamedTuple):
    """What is known of an element's looks; None where it says nothing. ``kind`` as in `seen`; ``white`` letters;
    ``tiny``: too small to be seen; ``painted``: a ground that is not white; ``turned``: letters run
    from right to left whatever they are.
    """

    hidden: bool = False
    right: bool | None = None
    pre: bool | None = None
    kind: str = ""
    white: bool | None = None
    tiny: bool | None = None
    painted: bool = False
    turned: bool = False


_PLAIN = HtmlStyle()


class Looks:
    """The looks of a page's elements, from its style sheets and what each element says itself.

    ``knows_grounds``: no sheet or rule that we do not read can have painted a ground behind white letters.
    """

    def __init__(self, root: _Element) -> None:
        self._rules: dict[tuple[str, str], HtmlStyle] = {}
        self._cache: dict[str, HtmlStyle] = {}
        self.knows_grounds = not any("stylesheet" in str(link.get("rel", "")).lower() for link in root.iter("link"))
        for style in root.iter("style"):
            self._add(style.text or "")

    def of(self, element: _Element) -> HtmlStyle:
        """The element's own look, its style before its classes before its attributes."""
        if not element.attrib and not self._rules:
            return _PLAIN
        get = element.get
        look = self._of_classes(str(element.tag), get("class") or "")
        if (color := get("color")) or get("bgcolor"):
            said = f"color:{color}" if color else ""
            look = _over(look, self._of_style(f"{said};background:{get('bgcolor') or 'none'}"))
        align = get("align")
        if align:
            look = look._replace(right=align.lower() == "right")
        style = get("style")
        if style:
            look = _over(look, self._of_style(style))
        if (get("dir") or "").lower() == "rtl" and (element.tag == "bdo" or "bidi-override" in (style or "")):
            look = look._replace(turned=True)
        if get("hidden") is not None or (get("type") or "").lower() == "hidden":
            look = look._replace(hidden=True)
        return look

    def _of_classes(self, tag: str, classes: str) -> HtmlStyle:
        look = self._rules.get((tag, ""), _PLAIN)
        for name in classes.split():
            for key in (("", name), (tag, name)):
                if key in self._rules:
                    look = _over(look, self._rules[key])
        return look

    def _of_style(self, style: str) -> HtmlStyle:
        if style not in self._cache:
            self._cache[style] = look_of(style)
        return self._cache[style]

    def _add(self, sheet: str) -> None:
        """Rules for a tag, a class, or both; anything more particular says nothing about the text."""
        for rule in sheet[:_MAX_STYLES].split("}"):
            selectors, _, declarations = rule.rpartition("{")
            look = look_of(declarations)
            for selector in selectors.split(",") if look != _PLAIN else ():
                match = _SELECTOR.fullmatch(selector.strip())
                if look.painted and not match:
                    self.knows_grounds = False
                if match and (match[1] or match[2]):
                    key = ((match[1] or "").lower(), match[2] or "")
                    self._rules[key] = _over(self._rules.get(key, _PLAIN), look)


def look_of(declarations: str) -> HtmlStyle:
    """What declarations of CSS say."""
    text = declarations.lower()
    align = _ALIGN.search(text)
    pre = _PRE.search(text)
    return HtmlStyle(
        hidden=_HIDDEN.search(text) is not None,
        right=align[1] in {"right", "end"} if align else None,
        pre=pre[1].startswith("pre") if pre else None,
        kind=kind_of(text),
        white=white_of(text),
        tiny=tiny_of(text),
        painted=is_painted(text),
        turned=is_turned(text),
    )


def _over(below: HtmlStyle, above: HtmlStyle) -> HtmlStyle:
    """What the stronger one leaves open, the weaker says."""
    return HtmlStyle(
        above.hidden or below.hidden,
        below.right if above.right is None else above.right,
        below.pre if above.pre is None else above.pre,
        above.kind or below.kind,
        below.white if above.white is None else above.white,
        below.tiny if above.tiny is None else above.tiny,
        above.painted or below.painted,
        above.turned or below.turned,
    )
