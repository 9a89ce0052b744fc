"""Bytes of a published report → blocks, one module a format; none of them knows the form.

A reader keeps the text as it stands and says how the source marks it (headings, alignment, cells and their spans). What
it cannot read it refuses in plain words; it never guesses, hangs or fills the memory.
"""

from __future__ import annotations

from generator.importing.blocks import Published, Table, UnreadableError
from generator.importing.readers.kinds import kind_of
from generator.importing.readers.refusals import empty

__all__ = ["UnreadableError", "read_published"]


def read_published(name: str, data: bytes) -> Published:
    """The blocks of a published file; ``name`` is its file name, whose suffix counts where the content leaves doubt.

    Raises UnreadableError, in Chinese and with what to do, when there is no text to be had.
    """
    kind = kind_of(name, data)
    published = _READERS[kind](data)
    if not published.blocks:
        raise empty(kind)
    if not any(isinstance(block, Table) for block in published.blocks):
        return published._replace(loose=True)
    return published


def _text(data: bytes) -> Published:
    from generator.importing.readers.text import read

    return read(data)


def _markdown(data: bytes) -> Published:
    from generator.importing.readers.markdown import read

    return read(data)


def _html(data: bytes) -> Published:
    from generator.importing.readers.html import read

    return read(data)


def _docx(data: bytes) -> Published:
    from generator.importing.readers.docx import read

    return read(data)


def _pdf(data: bytes) -> Published:
    from generator.importing.readers.pdf_apart import read

    return read(data)


_READERS = {"text": _text, "markdown": _markdown, "html": _html, "docx": _docx, "pdf": _pdf}
