"""How the letters of a Word run are seen: struck out, raised, hidden, white, too small."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from generator.importing.readers.docx_xml import attribute, first, is_on, local, number
from generator.importing.readers.seen import APART, ELSEWHERE, FAINT, LOWERED, RAISED, STRUCK

if TYPE_CHECKING:
    from lxml.etree import _Element

HIDDEN = "hidden"
"""Not seen by anybody; other kinds of text as in `seen`."""
_TINY = 2
"""Half-points: letters of a point and less cannot be seen."""
_LEVELS = {"superscript": RAISED, "subscript": LOWERED}
_LOWEST_RAISED = 4
"""Half-points that a run must stand above or below its line to be a mark."""
_WHITE = frozenset({"FFFFFF", "FEFEFE"})
_WHITE_THEME = frozenset({"background1", "bg1", "light1", "lt1"})


class RunLook(NamedTuple):
    """What properties say of a run; None where they leave it open."""

    struck: bool | None = None
    double: bool | None = None
    hidden: bool | None = None
    elsewhere: bool | None = None
    level: str | None = None
    raised: int | None = None
    white: bool | None = None
    size: int | None = None
    painted: bool | None = None

    def over(self, below: RunLook) -> RunLook:
        """These properties before those of a style below them."""
        if below == _PLAIN:
            return self
        open_ones = {name: value for name, value in below._asdict().items() if getattr(self, name) is None}
        return self._replace(**open_ones)


_PLAIN = RunLook()
RunStyles = Callable[["_Element | None", "_Element | None"], RunLook]
"""A run's look by its properties and its paragraph's, styles included."""


def look_of(properties: _Element | None) -> RunLook:
    """What a ``w:rPr`` says itself."""
    if properties is None or len(properties) == 0:
        return _PLAIN
    said = {local(child): child for child in properties}

    def switch(name: str) -> bool | None:
        return is_on(said[name]) if name in said else None

    level, color = attribute(said.get("vertAlign")), said.get("color")
    return RunLook(
        switch("strike"),
        switch("dstrike"),
        switch("vanish"),
        switch("webHidden"),
        level,
        _signed(attribute(said.get("position"))),
        None if color is None else _is_white(color),
        number(said.get("sz")),
        is_painted(said.get("shd")) or ("highlight" in said and attribute(said["highlight"]) != "none") or None,
    )


def is_painted(shading: _Element | None) -> bool:
    """Whether a ground is given that is not white."""
    if shading is None or attribute(shading) == "nil":
        return False
    fill = (attribute(shading, "fill") or "auto").upper()
    return (
        fill not in {"AUTO", *_WHITE}
        or attribute(shading, "themeFill") is not None
        or ((attribute(shading) or "clear") not in {"clear", "nil"})
    )


def kind_of(look: RunLook, run: _Element) -> str:
    """How the run is seen: '' as any text, HIDDEN, or a kind of `seen`."""
    if look == _PLAIN:
        return ""
    if look.hidden or (look.size is not None and look.size <= _TINY):
        return HIDDEN
    if look.struck or look.double:
        return STRUCK
    return ELSEWHERE if look.elsewhere else _white(look, run) or _standing(look)


def _standing(look: RunLook) -> str:
    """Raised or lowered."""
    return _LEVELS.get(look.level or "") or (APART if abs(look.raised or 0) >= _LOWEST_RAISED else "")


def _white(look: RunLook, run: _Element) -> str:
    """White letters on a white ground, or on one that is not known."""
    if not look.white or look.painted:
        return ""
    return {"painted": "", "white": HIDDEN}.get(_ground(run), FAINT)


def _ground(run: _Element) -> str:
    """'painted', 'white', or 'unknown' where a table's style or a text box may have painted it."""
    ground = "white"
    for element in run.iterancestors():
        name = local(element)
        if name in {"p", "tc"} and is_painted(first(element, f"{name}Pr", "shd")):
            return "painted"
        if name == "txbxContent" or (name == "tbl" and first(element, "tblPr", "tblStyle") is not None):
            ground = "unknown"
    return ground


def _is_white(color: _Element) -> bool:
    theme = attribute(color, "themeColor")
    if theme is not None:
        return theme in _WHITE_THEME and attribute(color, "themeShade") is None
    return (attribute(color) or "").upper() in _WHITE


def _signed(text: str | None) -> int | None:
    digits = (text or "").lstrip("-")
    return (
        int(text or "")
        if digits.isascii() and digits.isdigit() and len(digits) < 6 and text in {digits, f"-{digits}"}
        else None
    )
