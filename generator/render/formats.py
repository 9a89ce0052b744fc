"""The output formats, each a record: how it is rendered, and what of a document can be read back from it.

A new format is a module that renders, and a record here. The modules are imported when their format is wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.document.blocks import Document


class Wishes(NamedTuple):
    """What may be asked of a rendering: of each format what its ``takes`` names.

    ``fragment``: the body alone. ``reference``: an agency's own DOCX, which carries styles, page and footer.
    """

    fragment: bool = False
    reference: bytes | None = None


class Spans(Enum):
    """What becomes of merged cells."""

    KEPT = "kept"
    FILLED = "filled"
    """Every row has all columns; a cell's text stands in the first place it takes."""
    LOST = "lost"
    """The cells that start in a row stand there, without their spans."""


class Format(NamedTuple):
    """A format by its ``name``, which is the suffix of its files too.

    ``spans``, ``draft_is_read``, ``exact``: what survives. ``draft_is_read``: the mark of a draft stands where the text
    is read. ``exact``: text keeps its blanks and lines; else it is a page that is read back by its tags, blanks aside.
    ``marked``: its files carry our mark (pipeline/ours.py), so that a later run knows which of them it may replace.
    ``divides``: its pages are ours, so a table over two of them is divided where it is told (pagination.keep_whole).
    ``takes``: names of the :class:`Wishes` it heeds. ``check`` refuses what cannot serve before anything is rendered,
    with the render function's exceptions. ``substitutes``: what is used in place of typefaces that are missing.
    ``threads``: rendering leaves threads behind (typst's); a process forked from one that has them would wait for them
    for ever.
    """

    name: str
    render: Callable[[Document, Wishes], bytes]
    spans: Spans = Spans.KEPT
    draft_is_read: bool = True
    exact: bool = True
    marked: bool = False
    divides: bool = False
    takes: tuple[str, ...] = ()
    check: Callable[[Wishes], object] = lambda _wishes: None
    substitutes: Callable[[], tuple[tuple[str, str], ...]] = tuple
    threads: bool = False


def _docx(document: Document, wishes: Wishes) -> bytes:
    from generator.render.docx import render

    return render(document, wishes.reference)


def _check_docx(wishes: Wishes) -> None:
    from generator.render.docx import check_reference

    if wishes.reference is not None:
        check_reference(wishes.reference)


def _markdown(document: Document, _wishes: Wishes) -> bytes:
    from generator.render.markdown import render

    return render(document)


def _html(document: Document, wishes: Wishes) -> bytes:
    from generator.render.html import render

    return render(document, fragment=wishes.fragment)


def _pdf(document: Document, _wishes: Wishes) -> bytes:
    from generator.render.pdf import render

    return render(document)


def _pdf_substitutes() -> tuple[tuple[str, str], ...]:
    from generator.render.pdf import substitutions

    return substitutions()


FORMATS = {
    record.name: record
    for record in (
        Format(
            "docx",
            _docx,
            draft_is_read=False,
            marked=True,
            divides=True,
            takes=("reference",),
            check=_check_docx,
        ),
        Format("md", _markdown, spans=Spans.FILLED),
        Format("html", _html, marked=True, takes=("fragment",)),
        Format(
            "pdf",
            _pdf,
            spans=Spans.LOST,
            exact=False,
            marked=True,
            divides=True,
            check=lambda _wishes: _pdf_substitutes(),
            substitutes=_pdf_substitutes,
            threads=True,
        ),
    )
}
"""By name, in the order in which they are offered."""


def format_names() -> tuple[str, ...]:
    """Their names, which are what is typed and the files' suffixes, in the order in which they are offered."""
    return tuple(FORMATS)


def formats_that_take(wish: str) -> tuple[str, ...]:
    """Those that heed a wish (``fragment``, ``reference``)."""
    return tuple(name for name, record in FORMATS.items() if wish in record.takes)
