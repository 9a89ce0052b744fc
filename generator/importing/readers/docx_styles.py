"""Paragraph styles: the heading level, alignment and numbering that a paragraph takes from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.importing.readers.docx_looks import RunLook
from generator.importing.readers.docx_looks import look_of as run_look
from generator.importing.readers.docx_xml import attribute, children, first, local, number

if TYPE_CHECKING:
    from lxml.etree import _Element

_RIGHT = frozenset({"right", "end"})
_FAR = 1200
"""Twips (2 cm) on the left beyond which centred lines stand on the right of the page, as 落款 does."""

_MAX_DEPTH = 20
"""Styles that are based on one another; a loop of them has no end."""


class ParagraphLook(NamedTuple):
    """What properties say of a paragraph; None where they leave it open. ``list_id`` '0' takes numbering away."""

    heading: int | None = None
    align: str | None = None
    left: int | None = None
    list_id: str | None = None
    level: int | None = None

    @property
    def right(self) -> bool:
        """Set to the right, or centred on the right side of the page."""
        return self.align in _RIGHT or (self.align == "center" and (self.left or 0) >= _FAR)


class Styles:
    """The styles of a document."""

    def __init__(self, root: _Element | None) -> None:
        self._elements = {
            attribute(style, "styleId") or "": style for style in children(root) if local(style) == "style"
        }
        self._looks: dict[str, ParagraphLook] = {}
        self._runs: dict[str, RunLook] = {}
        self._default = next((name for name, style in self._elements.items() if _is_default(style)), "")

    def of(self, properties: _Element | None) -> ParagraphLook:
        """A paragraph's look: its own properties over those of its style."""
        name = attribute(first(properties, "pStyle")) or self._default
        if name not in self._looks:
            self._looks[name] = self._of_style(name)
        return _over(self._looks[name], _look(properties))

    def of_run(self, run: _Element | None, paragraph: _Element | None) -> RunLook:
        """A run's look: its own properties, those of its character style, those of its paragraph's style."""
        look = run_look(run)
        named = attribute(first(run, "rStyle"))
        if named:
            look = look.over(self._run_of(named))
        return look.over(self._run_of(attribute(first(paragraph, "pStyle")) or self._default))

    def _run_of(self, name: str) -> RunLook:
        """What a style and those it is based on say of letters."""
        if name not in self._runs:
            look, style = RunLook(), self._elements.get(name)
            for _ in range(_MAX_DEPTH):
                if style is None:
                    break
                look = look.over(run_look(first(style, "rPr")))
                style = self._elements.get(attribute(first(style, "basedOn")) or "")
            self._runs[name] = look
        return self._runs[name]

    def _of_style(self, name: str) -> ParagraphLook:
        """A style's look and, below it, those it is based on."""
        look = ParagraphLook()
        for _ in range(_MAX_DEPTH):
            style = self._elements.get(name)
            if style is None:
                break
            look = _over(_named(style), look) if look.heading is None else look
            look = _over(_look(first(style, "pPr")), look)
            name = attribute(first(style, "basedOn")) or ""
        return look


def _is_default(style: _Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true"}


def _named(style: _Element) -> ParagraphLook:
    """Heading styles are known by their built-in names, whatever the language of the program."""
    name = (attribute(first(style, "name")) or "").lower()
    if name == "title":
        return ParagraphLook(heading=1)
    kind, _, level = name.rpartition(" ")
    return ParagraphLook(heading=int(level) if kind in {"heading", "标题"} and level in "123456789" else None)


def _look(properties: _Element | None) -> ParagraphLook:
    if properties is None or len(properties) == 0:
        return ParagraphLook()
    outline = number(first(properties, "outlineLvl"))
    indent, numbering = first(properties, "ind"), first(properties, "numPr")
    return ParagraphLook(
        None if outline is None else outline + 1 if outline < 9 else 0,
        attribute(first(properties, "jc")),
        number(indent, "left") or number(indent, "start"),
        attribute(first(numbering, "numId")),
        number(first(numbering, "ilvl")),
    )


def _over(below: ParagraphLook, above: ParagraphLook) -> ParagraphLook:
    return below._replace(**{name: value for name, value in above._asdict().items() if value is not None})
