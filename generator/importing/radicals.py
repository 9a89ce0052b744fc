"""A published file's text with the characters that are meant where a PDF's fonts gave their radicals (⾏ for 行)."""

from __future__ import annotations

from generator.han.variants import without_radicals
from generator.importing.blocks import Block, Cell, Paragraph, Published


def with_characters(published: Published) -> Published:
    """The same blocks; those without radicals are not made anew."""
    return published._replace(
        blocks=tuple(_block(block) for block in published.blocks), title=without_radicals(published.title)
    )


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        text = without_radicals(block.text)
        return block if text is block.text else block._replace(text=text)
    rows = tuple(tuple(_cell(cell) for cell in row) for row in block.rows)
    return block._replace(rows=rows)


def _cell(cell: Cell) -> Cell:
    text = without_radicals(cell.text)
    return cell if text is cell.text else cell._replace(text=text, bare=without_radicals(cell.bare))
