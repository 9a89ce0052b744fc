"""Cells of a table that hold words instead of figures: read by their labels, and set aside before figures are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.form.model import WORDS, Item, Kind, Path
from generator.importing.blocks import Block, Cell, Table
from generator.importing.lines import cells_of, has_cells
from generator.importing.outcome import Doubt
from generator.importing.values import Cells
from generator.importing.words import label_form

_ROW = 2
"""Cells of a row at the least: its label, and what it holds."""


class WordCells(NamedTuple):
    """What the cells of words hold (None: not found, or nothing that may stand there), and the blocks without them."""

    cells: Cells
    rest: list[Block]


def word_cells(part: Item, blocks: Iterable[Block]) -> WordCells:
    """The cells of words of a table part."""
    places = dict(_places(part, (part.key,)))
    if not places:
        return WordCells({}, list(blocks))
    found: Cells = {path: {"": None} for path, _ in places.values()}
    rest = [left for block in blocks if (left := _taken(block, places, found)) is not None]
    return WordCells(found, rest)


def unread_word(part: Item, path: Path) -> Doubt:
    """That a cell of words was not found, or holds none of the words that may stand there."""
    return Doubt(path, f"表{part.number}“{path[-1]}”没有读到，留空", "", "", 0.0)


def _places(item: Item, path: Path) -> Iterator[tuple[str, tuple[Path, Item]]]:
    for child in item.children:
        here = (*path, child.key)
        if child.kind in WORDS:
            yield from ((label_form(name), (here, child)) for name in (child.label, *child.variants))
        yield from _places(child, here)


def _taken(block: Block, places: dict[str, tuple[Path, Item]], found: Cells) -> Block | None:
    if isinstance(block, Table):
        return block._replace(rows=tuple(row for row in block.rows if not _is_word_row(row, places, found)))
    is_row = has_cells(block.text) and _is_word_row(cells_of(block.text), places, found)
    return None if is_row else block


def _is_word_row(row: tuple[Cell, ...], places: dict[str, tuple[Path, Item]], found: Cells) -> bool:
    texts = [" ".join(cell.text.split()) for cell in row]
    texts = [text for text in texts if text]
    place = places.get(label_form(texts[-2])) if len(texts) >= _ROW else places.get(label_form("".join(texts)))
    if place is None:
        return False
    path, item = place
    if len(texts) >= _ROW and (item.kind is not Kind.CHOICE or texts[-1] in item.choices):
        found[path] = {"": texts[-1]}
    return True
