"""Text that is seen otherwise than the text beside it: raised, lowered, struck out, or perhaps not seen at all.

Readers wrap it (`wrapped`) while they go through a document. `plain` turns it into text without markup; `cell_of`
keeps apart what belongs to a cell's figure and what only stands beside it.
"""

from __future__ import annotations

import re

from generator.importing.blocks import Cell
from generator.importing.readers.trimming import cell_text

RAISED, LOWERED, STRUCK, ELSEWHERE, FAINT = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
"""How a stretch of text is seen. ELSEWHERE: only in some views (Word's webHidden). FAINT: white, on a ground that is
not known. The signs are noncharacters of Unicode, which no text uses."""
APART, SIGN = "\ufdd5", "\ufdd6"
"""APART: smaller than the text beside it, moved off its line or out of sight: perhaps a mark. SIGN: only a font knows
what it is."""
RIGHT_TO_LEFT, POP_DIRECTION = "\u202e", "\u202c"
"""What markup that turns the direction of letters comes to in plain text."""
_END = "\ufdd7"
_STRETCH = re.compile(f"([{RAISED}-{SIGN}])([^{RAISED}-{_END}]*){_END}")
_SIGNS = re.compile(f"[{RAISED}-{_END}]")
_UNSEEN = frozenset({STRUCK, ELSEWHERE, SIGN})
_MARK = re.compile(r"[\s\d①-⑳⑴-⒇⒈-⒛¹²³⁰-⁹.,，*＊※()（）\[\]［］【】〔〕注]+")
_UP = str.maketrans("0123456789+-=()（）", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁽⁾")
_DOWN = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_LONGEST_MARK = 6
"""Characters; what is raised and longer is no mark, but the way a text is set."""
_WORDS = {
    RAISED: "上标", LOWERED: "下标", STRUCK: "划掉的", ELSEWHERE: "隐藏的", FAINT: "白色的",
    APART: "大小或者位置不同的", SIGN: "符号字体的",
}  # fmt: skip
_POWER = re.compile(r"\s*10\s*")


def raised(text: str) -> str:
    """Digits and signs as they stand above the line."""
    return text.translate(_UP)


def may_be_mark(text: str) -> bool:
    """Whether text could be a mark beside a figure, or part of one; words in smaller letters are not."""
    return _MARK.fullmatch(text) is not None


def wrapped(text: str, kind: str) -> str:
    """The text as a stretch of this kind; '' is ordinary text."""
    return f"{kind}{_SIGNS.sub('', text)}{_END}" if kind and not text.isspace() else text


def plain(text: str) -> str:
    """The text as it can be typed: raised digits as ⁰¹², struck text left out."""
    if text.isascii() or not _SIGNS.search(text):
        return text
    alone = not _STRETCH.sub("", text).strip()
    return _SIGNS.sub("", _STRETCH.sub(lambda match: _typed(match, alone), text))


def _typed(match: re.Match[str], alone: bool) -> str:
    kind, inner, text = match[1], match[2], match.string
    if kind in _UNSEEN:
        return ""
    if alone or len(inner) > _LONGEST_MARK:
        return inner
    if kind == RAISED:
        return inner.translate(_UP)
    beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return inner.translate(_DOWN) if kind == LOWERED and any(char.isdigit() for char in beside) else inner


def cell_of(text: str, columns: int = 1, rows: int = 1) -> Cell:
    """A cell; ``bare`` is its text without the marks beside it, '' where nobody can tell what belongs to a figure."""
    if text.isascii() or not _SIGNS.search(text):
        return Cell(cell_text(text), columns, rows)
    kinds = {match[1] for match in _STRETCH.finditer(text) if match[2].strip()}
    aside = "、".join(_said(match) for match in _STRETCH.finditer(text) if match[2].strip())
    shown = cell_text(_SIGNS.sub("", _STRETCH.sub(_shown, text)))
    rest = cell_text(_STRETCH.sub("\0", text).replace("\0", "\n"))
    if kinds and kinds <= {FAINT, APART} and not rest:
        return Cell(shown, columns, rows)
    is_clear = kinds <= {RAISED, STRUCK} and "\n" not in rest and not _is_power(rest, kinds)
    return Cell(shown, columns, rows, rest if is_clear else "", aside) if aside else Cell(shown, columns, rows)


def _shown(match: re.Match[str]) -> str:
    """A stretch as a cell shows it: marks stay marks even where they stand alone."""
    kind, inner = match[1], match[2]
    if kind in _UNSEEN:
        return ""
    return inner.translate(_UP) if kind == RAISED else inner.translate(_DOWN) if kind == LOWERED else inner


def _is_power(rest: str, kinds: set[str]) -> bool:
    """10³ is no 10 with a note."""
    return RAISED in kinds and _POWER.fullmatch(rest) is not None


def _said(match: re.Match[str]) -> str:
    kind, inner = match[1], match[2].strip()
    return f"{_WORDS[kind]}“{inner[:20]}”"
