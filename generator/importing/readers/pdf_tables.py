"""Rules on a page → tables: where they meet they draw cells, and characters fall into them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from generator.importing.readers.lattice import LatticeCell, cells
from generator.importing.readers.limits import check_cells
from generator.importing.readers.pdf_lines import lines_of
from generator.importing.readers.pdf_page import Char, PdfPage, RuledLine
from generator.importing.readers.pdf_wrapped import is_number, is_wrapped
from generator.importing.readers.refusals import too_large
from generator.importing.readers.trimming import cell_text

_NEAR = 3.0
"""Points between rules that are meant to meet, or to be one."""

_MAX_RULES = 4000
"""Rules of one page; the form's largest table has under 200."""


class DrawnCell(NamedTuple):
    """A cell's text, its first column, and how far it spans."""

    text: str
    column: int
    columns: int
    rows: int


class Drawn(NamedTuple):
    """A table on a page: its box, the places of the rules between its columns, its rows."""

    left: float
    top: float
    right: float
    bottom: float
    rules: tuple[float, ...]
    rows: list[list[DrawnCell]]


def tables_of(page: PdfPage) -> list[Drawn]:
    """The tables of a page that have at least two cells, from top to bottom."""
    if len(page.across) + len(page.down) > _MAX_RULES:
        raise too_large("一页上的线条太多")
    drawn = (_drawn(group, page.chars) for group in _groups([*page.across, *page.down]))
    return sorted((table for table in drawn if table is not None), key=lambda table: table.top)


def _groups(rules: list[RuledLine]) -> list[list[RuledLine]]:
    """Rules that touch one another, directly or through others."""
    groups: list[list[RuledLine]] = []
    boxes: list[RuledLine] = []
    for rule in sorted(rules, key=lambda rule: rule.top):
        touching = [
            at for at, box in enumerate(boxes) if _touch(rule, box) and any(_touch(rule, r) for r in groups[at])
        ]
        merged = [rule, *(other for at in touching for other in groups[at])]
        whole = _box([rule, *(boxes[at] for at in touching)])
        groups = [group for at, group in enumerate(groups) if at not in touching] + [merged]
        boxes = [box for at, box in enumerate(boxes) if at not in touching] + [whole]
    return groups


def _touch(a: RuledLine, b: RuledLine) -> bool:
    across = a.left <= b.right + _NEAR and b.left <= a.right + _NEAR
    return across and a.top <= b.bottom + _NEAR and b.top <= a.bottom + _NEAR


def _box(rules: list[RuledLine]) -> RuledLine:
    return RuledLine(
        min(r.left for r in rules), min(r.top for r in rules), max(r.right for r in rules), max(r.bottom for r in rules)
    )


def _drawn(rules: list[RuledLine], chars: list[Char]) -> Drawn | None:
    """The table that a group of rules draws; None for frames, underlines and pictures."""
    across = [rule for rule in rules if rule.top == rule.bottom]
    down = [rule for rule in rules if rule.left == rule.right]
    ys, xs = places([rule.top for rule in across]), places([rule.left for rule in down])
    if len(ys) < 2 or len(xs) < 2 or (len(ys), len(xs)) == (2, 2):
        return None
    check_cells(len(ys) * len(xs))
    box = RuledLine(xs[0] - _NEAR, ys[0] - _NEAR, xs[-1] + _NEAR, ys[-1] + _NEAR)
    inside = _by_place(chars, xs, ys)
    found = cells(len(ys) - 1, len(xs) - 1, _closed_right(down, xs, ys), _closed_below(across, xs, ys))
    rows = [_row(inside, row, xs) for row in found]
    return Drawn(*box, tuple(xs), rows) if any(cell.text for row in rows for cell in row) else None


def places(values: list[float]) -> list[float]:
    """Values that differ by more than a rule's width, each the mean of those near it."""
    out: list[list[float]] = []
    for value in sorted(values):
        if out and value - out[-1][-1] <= _NEAR:
            out[-1].append(value)
        else:
            out.append([value])
    return [sum(group) / len(group) for group in out]


def _closed_right(down: list[RuledLine], xs: list[float], ys: list[float]) -> Callable[[int, int], bool]:
    sides = [[r for r in down if abs(r.left - x) <= _NEAR] for x in xs]

    def closed(row: int, column: int) -> bool:
        middle = (ys[row] + ys[row + 1]) / 2
        return any(rule.top <= middle <= rule.bottom for rule in sides[column + 1])

    return closed


def _closed_below(across: list[RuledLine], xs: list[float], ys: list[float]) -> Callable[[int, int], bool]:
    sides = [[r for r in across if abs(r.top - y) <= _NEAR] for y in ys]

    def closed(row: int, column: int) -> bool:
        middle = (xs[column] + xs[column + 1]) / 2
        return any(rule.left <= middle <= rule.right for rule in sides[row + 1])

    return closed


def _by_place(chars: list[Char], xs: list[float], ys: list[float]) -> dict[tuple[int, int], list[Char]]:
    """The characters by the row and column of the lattice that their middle lies in."""
    inside: dict[tuple[int, int], list[Char]] = {}
    for char in chars:
        column = bisect_right(xs, (char.left + char.right) / 2) - 1
        row = bisect_right(ys, (char.top + char.bottom) / 2) - 1
        if 0 <= row < len(ys) - 1 and 0 <= column < len(xs) - 1:
            inside.setdefault((row, column), []).append(char)
    return inside


def _row(inside: dict[tuple[int, int], list[Char]], row: list[LatticeCell], xs: list[float]) -> list[DrawnCell]:
    """A row's cells with their text; figures that were too wide for their cell are whole again."""
    lines = [lines_of(_chars(inside, cell)) for cell in row]
    is_single = any(len(found) == 1 and is_number(found[0].text) for found in lines)
    return [
        DrawnCell(
            "".join(line.text for line in found)
            if is_single and len(found) > 1 and is_wrapped(found, xs[cell.column + cell.columns] - xs[cell.column])
            else cell_text("\n".join(line.text for line in found)),
            cell.column,
            cell.columns,
            cell.rows,
        )
        for found, cell in zip(lines, row, strict=True)
    ]


def _chars(inside: dict[tuple[int, int], list[Char]], cell: LatticeCell) -> list[Char]:
    places = ((cell.row + r, cell.column + c) for r in range(cell.rows) for c in range(cell.columns))
    return [char for place in places for char in inside.get(place, ())]
