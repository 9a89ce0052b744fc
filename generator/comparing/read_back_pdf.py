"""What a tagged PDF of ours says: its tags, not the places on the page, tell what belongs together.

Blanks count for nothing: where a line ends, the page has none.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from generator.extras import install_command
from generator.files.errors import UserError
from generator.importing.blocks import Cell

if TYPE_CHECKING:
    import pypdfium2

    from generator.comparing.grids import Grid, Item

_LEAVES = ("P", "Title", "H1", "H2", "H3")
_CELLS = ("TH", "TD")
_NOT_TEXT = ("Caption", "Figure")
_UTF_16_UNIT = 2
_NOT_TEXT_ITSELF = frozenset(("Cf", "Cc", "Zs", "Cn", "Co", "Cs", "Mn", "Mc", "Me"))
_LEFT_OUT = frozenset("\ufffd-\u2010\u115f\u1160")
"""What PDFium may leave out: what it does not know, hyphens, which it takes for the end of a line, and fillers."""
_AGAIN = re.compile(r"(.)\1+")


def solid(text: str) -> str:
    """Text as a PDF can be held to it: without blanks, hyphens and what shows nothing, ligatures as their letters.

    Raised and circled digits are not those digits: 16¹ is not 161. Marks over letters are left out, and the letter,
    which PDFium then gives once for each glyph, counts once.
    """
    folded = "".join(c if unicodedata.category(c) == "No" else unicodedata.normalize("NFKD", c) for c in text)
    if folded.isascii() and folded.isalnum():
        return folded
    kinds = [(c, unicodedata.category(c)) for c in folded]
    kept = "".join(c for c, kind in kinds if not c.isspace() and kind not in _NOT_TEXT_ITSELF and c not in _LEFT_OUT)
    return _AGAIN.sub(r"\1", kept) if any(kind[0] == "M" for _, kind in kinds) else kept


def read_tagged(data: bytes, expected: Sequence[Item], mark: str) -> list[Item]:
    """The lines and tables of a PDF in their order, the text of each solid.

    What a page break has cut in two is joined where ``expected`` asks for it. With ``mark`` (that of a draft) the
    first item says whether every page bears it. Raises UserError where pypdfium2 is missing, ValueError for what is
    no tagged PDF.
    """
    try:
        import pypdfium2
    except ImportError as problem:
        hint = f"请不用 --verify，或者运行：{install_command('pdf')}"
        raise UserError("核对 PDF 要用的部件没有安装", hint) from problem
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = [_read(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError as problem:
        raise ValueError(str(problem)) from problem
    marked: list[Item] = [mark] if mark and all(mark in outside for _, outside in pages) else []
    return _joined([items for items, _ in pages], marked, expected)


def _joined(pages: list[list[Item]], found: list[Item], expected: Sequence[Item]) -> list[Item]:
    for items in pages:
        for number, item in enumerate(items):
            is_cut = not number and bool(found) and found[-1] not in expected[len(found) - 1 : len(found)]
            whole = _together(found[-1], item) if is_cut else None
            if whole is None:
                found.append(item)
            else:
                found[-1] = whole
    return found


def _together(before: Item, after: Item) -> Item | None:
    """Two lines, or two tables, as one; None for one of each."""
    if isinstance(before, str):
        return before + after if isinstance(after, str) else None
    return before + after if not isinstance(after, str) else None


def _read(page: pypdfium2.PdfPage) -> tuple[list[Item], str]:
    """A page's items, and the text that belongs to none of them: header and page number."""
    from pypdfium2 import raw

    pieces = _pieces(page)
    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        roots = [raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(raw.FPDF_StructTree_CountChildren(tree))]
        items = [item for root in roots for item in _items(root, pieces)]
    finally:
        raw.FPDF_StructTree_Close(tree)
    return items, "".join(pieces.get(-1, ()))


def _pieces(page: pypdfium2.PdfPage) -> dict[int, list[str]]:
    """Marked content → its pieces of text in their order; -1 for what is not marked."""
    from pypdfium2 import raw

    found: dict[int, list[str]] = {}
    texts = page.get_textpage()
    for at in range(raw.FPDFPage_CountObjects(page)):
        piece = raw.FPDFPage_GetObject(page, at)
        if raw.FPDFPageObj_GetType(piece) == raw.FPDF_PAGEOBJ_TEXT:
            text = _string(_unit_count(raw.FPDFTextObj_GetText), piece, texts)
            found.setdefault(raw.FPDFPageObj_GetMarkedContentID(piece), []).append(text)
    return found


def _items(element: Any, pieces: dict[int, list[str]]) -> Iterator[Item]:
    stack = [element]
    while stack:
        current = stack.pop()
        kind = _kind(current)
        if kind in _LEAVES:
            if shown := _text(current, pieces):
                yield shown
        elif kind == "Table":
            yield _rows(current, pieces)
        elif kind not in _NOT_TEXT:
            stack.extend(reversed(_children(current)))


def _rows(table: Any, pieces: dict[int, list[str]]) -> Grid:
    rows: list[tuple[Cell, ...]] = []
    stack = [table]
    while stack:
        current = stack.pop()
        if _kind(current) == "TR":
            cells = [child for child in _children(current) if _kind(child) in _CELLS]
            rows.append(tuple(Cell(_text(cell, pieces)) for cell in cells))
        else:
            stack.extend(reversed(_children(current)))
    return tuple(rows)


def _text(element: Any, pieces: dict[int, list[str]]) -> str:
    """All the text inside, in its order."""
    from pypdfium2 import raw

    found: list[str] = []
    stack: list[Any] = [element]
    while stack:
        current = stack.pop()
        if isinstance(current, int):
            found += pieces.get(current, ())
            continue
        inside: list[Any] = []
        for at in range(raw.FPDF_StructElement_CountChildren(current)):
            child = raw.FPDF_StructElement_GetChildAtIndex(current, at)
            marked = raw.FPDF_StructElement_GetChildMarkedContentID(current, at)
            if child or marked >= 0:
                inside.append(child or marked)
        stack.extend(reversed(inside))
    return solid("".join(found))


def _children(element: Any) -> list[Any]:
    """The elements inside that have something on this page."""
    from pypdfium2 import raw

    count = raw.FPDF_StructElement_CountChildren(element)
    return [child for at in range(count) if (child := raw.FPDF_StructElement_GetChildAtIndex(element, at))]


def _kind(element: Any) -> str:
    from pypdfium2 import raw

    return _string(raw.FPDF_StructElement_GetType, element)


def _unit_count(read: Callable[..., int]) -> Callable[..., int]:
    """FPDFTextObj_GetText as the other functions are: a buffer of bytes."""

    def bytewise(piece: Any, texts: Any, buffer: Any, size: int) -> int:
        units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)) if buffer else None
        return read(piece, texts, units, size)

    return bytewise


def _string(read: Callable[..., int], *place: Any) -> str:
    """UTF-16 text that one of PDFium's functions gives: asked for its size in bytes first."""
    size = read(*place, None, 0)
    buffer = ctypes.create_string_buffer(max(size, _UTF_16_UNIT))
    read(*place, buffer, size)
    return buffer.raw[: max(size - _UTF_16_UNIT, 0)].decode("utf-16-le", "replace")
