"""New entries as YAML: what is wanted at one place, and around it only what must not become 0 unasked.

A cell that is left out is 0. So what is not known yet is written empty beside what is set, and what is 0 is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.editing.edits.scalars import written
from generator.form.edition import rows_of
from generator.form.model import FIGURES, Item, Kind, Path
from generator.report.model import Values
from generator.source import row_writing


class WantedValue(NamedTuple):
    """``value`` at ``place``, in a text whose ``rows`` and single figures stand so (None: not known)."""

    place: Path
    value: str
    rows: Mapping[Path, Values]
    step: int
    """Blanks that a level takes."""

    def is_at_or_below(self, path: Path) -> bool:
        """Whether the place is ``path`` or below it."""
        return self.place[: len(path)] == path


def in_braces(item: Item, path: Path, wanted: WantedValue) -> str:
    """The item at ``path`` on one line; the place is it or below it."""
    if path == wanted.place:
        return written(wanted.value, in_braces=True)
    inside = ((child.key, _inside(item, child, path, wanted)) for child in item.children)
    return row_writing.in_braces((key, shown) for key, shown in inside if shown is not None)


def on_lines(item: Item, path: Path, wanted: WantedValue) -> list[str]:
    """The entries of a table or group at the margin, one a line; a row in braces."""
    lines: list[str] = []
    for child in item.children:
        here = (*path, child.key)
        if child.kind is Kind.GROUP and wanted.is_at_or_below(here) and here != wanted.place:
            below = on_lines(child, here, wanted)
            lines += [f"{child.key}:", *(" " * wanted.step + line for line in below)]
        elif (shown := _inside(item, child, path, wanted)) is not None:
            lines.append(f"{child.key}: {shown}".rstrip())
    return lines


def _inside(item: Item, child: Item, path: Path, wanted: WantedValue) -> str | None:
    """How a child is written: with the value on its way, empty where it is not known, None (left out) where it is 0."""
    here = (*path, child.key)
    if wanted.is_at_or_below(here):
        return in_braces(child, here, wanted)
    if child.kind not in FIGURES | {Kind.ROW, Kind.GROUP}:
        return None
    if item.kind in (Kind.ROW, Kind.SENTENCE):
        cells = [cell.key for cell in item.children if cell.kind in FIGURES]
        figure = wanted.rows.get(path, (None,) * len(cells))[cells.index(child.key)]
        return "" if figure is None else _or_nothing(figure)
    figures = [figure for row, _ in rows_of(child) for figure in wanted.rows.get((*here, *row), (None,))]
    return "" if None in figures else None


def _or_nothing(figure: int | Decimal) -> str | None:
    return None if figure == 0 else f"{figure:f}" if isinstance(figure, Decimal) else str(figure)
