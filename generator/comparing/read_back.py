"""Reading back what was written: every line of text and every cell held against what was to be printed.

The importer's readers do the reading: they share no code with the renderers, and keep text as it stands. From a PDF
they would have to guess; there the tags are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.comparing.grids import ExpectedItem, Grid, Item, Mismatch
from generator.document.blocks import DRAFT, Block, Document, Paragraph, Signature, Table, Title
from generator.document.pagination import keep_whole
from generator.render.formats import FORMATS, Spans

if TYPE_CHECKING:
    from generator.report.model import Report


class MismatchError(Exception):
    """A file does not say what the report says. ``unlike`` are the places, at least one."""

    def __init__(self, unlike: tuple[Mismatch, ...]) -> None:
        super().__init__(unlike)
        self.unlike = unlike


def verify(report: Report, document: Document, fmt: str, file: str, data: bytes) -> None:
    """Read ``data``, the content of ``file`` in the format ``fmt``, and compare it with the report's document.

    Raises UnlikeError when any line, any cell, any span or their order differs, or when it cannot be read at all;
    UserError when what reads a PDF is not installed.
    """
    from generator.importing.blocks import UnreadableError

    expected = tuple(_expected(document, fmt))
    try:
        found = _found(fmt, data, [placed.item for placed in expected], document.draft)
    except (UnreadableError, ValueError) as problem:
        raise MismatchError((Mismatch(file, "整个文件", document.title, str(problem)),)) from problem
    if [placed.item for placed in expected] != found:
        from generator.comparing.read_back_differences import unlike

        raise MismatchError(tuple(unlike(report, document, file, expected, found)))


def _expected(document: Document, fmt: str) -> Iterator[ExpectedItem]:
    if document.draft and FORMATS[fmt].draft_is_read:
        yield ExpectedItem(-1, DRAFT)
    for number, block in enumerate(keep_whole(document.blocks, FORMATS[fmt].divides)):
        if isinstance(block, Table):
            yield ExpectedItem(number, _grid(block, fmt))
        else:
            yield from (ExpectedItem(number, line) for text in _texts(block, fmt) for line in _shown(text, fmt))


def _shown(text: str, fmt: str) -> list[str]:
    """The lines of a text as they are going to be read."""
    if not FORMATS[fmt].exact:
        from generator.comparing.read_back_pdf import solid

        return [shown] if (shown := solid(text)) else []
    from generator.importing.readers.trimming import lines

    return lines(text)


def _texts(block: Block, fmt: str) -> tuple[str, ...]:
    """A block's lines of text; a title is one where lines end anywhere."""
    if isinstance(block, Title) and not FORMATS[fmt].exact:
        return ("".join(block.lines),)
    if isinstance(block, Title | Signature):
        return block.lines
    assert not isinstance(block, Table), "a table is no text"
    return (block.lead + block.text,) if isinstance(block, Paragraph) else (block.text,)


def _grid(table: Table, fmt: str) -> Grid:
    """The cells with what the format keeps of their spans."""
    from generator.importing.blocks import Cell

    spans = FORMATS[fmt].spans
    if spans is Spans.FILLED:
        return tuple(tuple(Cell(text) for text in row) for row in _in_full(table, fmt))
    if spans is Spans.LOST:
        return tuple(tuple(Cell(_cell(c.text, fmt)) for c in row) for row in table.rows)
    return tuple(tuple(Cell(_cell(c.text, fmt), c.columns, c.rows) for c in row) for row in table.rows)


def _cell(text: str, fmt: str) -> str:
    return "\n".join(_shown(text, fmt))


def _in_full(table: Table, fmt: str) -> list[list[str]]:
    """Every row with all its columns, a cell's text in the first place it takes. Not the renderer's own way there."""
    rows: list[dict[int, str]] = [{} for _ in table.rows]
    for number, row in enumerate(table.rows):
        for cell in row:
            column = next(at for at in range(table.columns) if at not in rows[number])
            for below in rows[number : number + cell.rows]:
                below.update(dict.fromkeys(range(column, column + cell.columns), ""))
            rows[number][column] = _cell(cell.text, fmt)
    return [[row[column] for column in sorted(row)] for row in rows]


def _found(fmt: str, data: bytes, expected: Sequence[Item], draft: bool) -> list[Item]:
    if not FORMATS[fmt].exact:
        from generator.comparing.read_back_pdf import read_tagged

        return read_tagged(data, expected, DRAFT if draft else "")
    from generator.importing.blocks import Table as Read
    from generator.importing.readers import read_published

    items: list[Item] = [
        block.rows if isinstance(block, Read) else block.text for block in read_published(f"报告.{fmt}", data).blocks
    ]
    if draft and FORMATS[fmt].draft_is_read and items and isinstance(items[0], str) and DRAFT in items[0]:
        items[0] = DRAFT
    return items
