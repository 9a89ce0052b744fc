"""What declarations of CSS say of how letters are seen: struck out, raised, white, too small."""

from __future__ import annotations

import re

from generator.importing.readers.seen import APART, LOWERED, RAISED, STRUCK

_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through")
_LEVEL = re.compile(r"vertical-align\s*:\s*(super|sub)\b")
_COLOR = re.compile(r"(?<![\w-])color\s*:\s*([^;!]+)")
_GROUND = re.compile(r"background(?:-color|-image)?\s*:\s*([^;!]+)")
_SIZE = re.compile(r"font(?:-size)?\s*:[^;]*?(?<![\w.#-])(\d*\.?\d+)\s*(px|pt|em|rem|ex|%|(?=\s*(?:;|!|$)))")
_SMALLER = re.compile(
    r"font-size\s*:\s*(?:smaller|(?:xx?-)?small\b|0?\.(?:[1-6]\d*|7[0-5]?)\s*r?em|(?:[1-6]\d|7[0-5])\s*%)"
)
"""Three quarters of the text around it, or less."""
_AWAY = re.compile(
    r"(?:(?<![\w-])(?:left|top|right|bottom)|text-indent|margin-(?:left|top))\s*:\s*-\d{3}"
    r"|(?<![\w-])clip\s*:\s*rect\(\s*[01](?!\d)|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|transform\s*:[^;]*scale[3dxy]*\(\s*0\s*[,)]|filter\s*:[^;]*opacity\(\s*0\s*%?\s*\)"
)
"""Moved off the page, cut away, drawn in no size: seen by screen readers alone, or by nobody."""
_FLAT = re.compile(r"(?<![\w-])(?:max-)?(?:height|width)\s*:\s*[01](?:px|pt)?\s*(?:;|!|$)")
_CLIPPED = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)")
_TURNED = re.compile(r"unicode-bidi\s*:\s*(?:isolate-override|bidi-override)")
_RIGHT_TO_LEFT = re.compile(r"(?<![\w-])direction\s*:\s*rtl")
_NAMED_SIZE = re.compile(r"font-size\s*:\s*(?:[x-]*small|medium|[x-]*large)")
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*(?:[,/]\s*([\d.]+%?)\s*)?\)")
_HEX = re.compile(
    r"#(?:([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?|([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?)"
)
_ALMOST_WHITE = 250
"""Of 255, each of red, green and blue."""
_NO_GROUND = ("none", "transparent", "inherit", "initial", "unset")


def kind_of(declarations: str) -> str:
    """Struck out, raised, lowered, smaller or out of sight, or '' for none of these."""
    if _STRUCK.search(declarations):
        return STRUCK
    if level := _LEVEL.search(declarations):
        return RAISED if level[1] == "super" else LOWERED
    return APART if _SMALLER.search(declarations) or _is_away(declarations) else ""


def _is_away(declarations: str) -> bool:
    """Whether text is put where nobody sees it, in a way that scripts and foldable pages use as well."""
    is_flat = _FLAT.search(declarations) is not None and _CLIPPED.search(declarations) is not None
    return is_flat or _AWAY.search(declarations) is not None


def is_turned(declarations: str) -> bool:
    """Whether letters run from right to left whatever they are."""
    return _TURNED.search(declarations) is not None and _RIGHT_TO_LEFT.search(declarations) is not None


def white_of(declarations: str) -> bool | None:
    """Whether letters are white or without colour; None where no colour is said."""
    found = _COLOR.findall(declarations)
    return is_white(found[-1]) if found and found[-1].strip() not in {"inherit", "unset"} else None


def is_white(color: str) -> bool:
    """A colour that cannot be seen on white."""
    color = color.strip()
    if color.startswith(("white", "transparent")):
        return True
    if rgb := _RGB.match(color):
        return (rgb[4] or "1").rstrip("%").strip("0.") == "" or all(
            int(part[:4]) >= _ALMOST_WHITE for part in rgb.groups()[:3]
        )
    if parts := _HEX.match(color):
        pairs = [part * 2 if len(part) == 1 else part for part in parts.groups() if part]
        return all(int(part, 16) >= _ALMOST_WHITE for part in pairs)
    return False


def tiny_of(declarations: str) -> bool | None:
    """Whether letters are too small to be seen; None where no size is said, or one that depends on another."""
    size = _SIZE.search(declarations)
    if size is None:
        return False if _NAMED_SIZE.search(declarations) else None
    number, unit = float(size[1]), size[2]
    if unit in {"px", "pt"}:
        return number <= 1
    if number == 0:
        return True
    return False if unit == "rem" else None


def is_painted(declarations: str) -> bool:
    """Whether a ground is given that is not white."""
    found = _GROUND.findall(declarations)
    value = found[-1].strip() if found else "none"
    return not value.startswith(_NO_GROUND) and not is_white(value)
