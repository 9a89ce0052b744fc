"""Figures as they are written in the YAML: within the form's limits, a group printed as one row shared out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.form import keys
from generator.form.model import FIGURES, WORDS, Item, Kind, Path
from generator.importing.outcome import Doubt
from generator.importing.tables import RowRead, TableRead
from generator.importing.yaml_text import scalar
from generator.source.row_writing import in_braces
from generator.source.scalars import Slip, read_amount, read_count

Cells = dict[Path, dict[str, str | None]]
"""For each row its cells by key (a single figure under ''); None for what was not read."""


def computed_total(values: tuple[str | None, ...]) -> int | None:
    """The sum of a row's cells without its printed total; None when one is not known."""
    cells = values[:-1]
    if None in cells or not all(cell is None or cell.isdigit() for cell in cells):
        return None
    return sum(int(cell or 0) for cell in cells)


def cells_of(read: TableRead) -> tuple[Cells, list[Doubt]]:
    """Every row's cells; what is beyond the form's limits is not taken."""
    cells: Cells = {}
    doubts: list[Doubt] = []
    for path, row in read.rows.items():
        if row.row.is_group or row.row.is_sum:
            continue
        cells[path] = {}
        for key, value in zip(row.row.cells, row.values, strict=False):
            cells[path][key] = _checked(value, row.row.amount)
            if value is not None and cells[path][key] is None:
                message = f"表{read.form.part.number}“{path[-1]}”印作“{value}”，超出可以填写的范围，留空"
                doubts.append(Doubt(path, message, row.place, "", 0.0))
    for row in list(read.rows.values()):
        if row.row.is_group:
            doubts += _shared_out(read, row, cells)
    return cells, doubts


def _checked(value: str | None, amount: bool) -> str | None:
    if value is None:
        return None
    number = read_amount(value) if amount else read_count(value)
    return None if isinstance(number, Slip) else value


def _shared_out(read: TableRead, row: RowRead, cells: Cells) -> list[Doubt]:
    """A group printed as a single row (other years' form): all 0 is 0 for each of its rows; else its 其他 takes it."""
    path, name = row.row.path, f"表{read.form.part.number}“{row.row.path[-1]}”"
    below = [other for other in read.form.rows if other.path[:-1] == path]
    heir = next((other for other in below if other.path[-1] == keys.OTHER), None)
    is_zero = all(value == "0" for value in row.values)
    for other in below:
        takes = other is heir and not is_zero
        zero = "0" if is_zero or (heir and None not in row.values) else None
        values = dict(zip(row.row.cells, row.values, strict=False))
        cells[other.path] = values if takes else dict.fromkeys(other.cells, zero)
        read.rows.pop(other.path, None)
    if is_zero:
        return [Doubt(path, f"{name}只印了一行，全是 0，{len(below)}个小项都记 0", row.place, "0", 0.95)]
    if heir:
        message = f"{name}只印了一行，没有分小项，全部记在“{heir.path[-1]}”，请核对"
        return [Doubt(heir.path, message, row.place, " ".join(v or "？" for v in row.values), 0.5)]
    return [Doubt(path, f"{name}只印了一行，没有分小项，各小项留空", row.place, "", 0.0)]


def controls_of(read: TableRead, cells: Cells) -> dict[Path, dict[str, str]]:
    """Printed totals that differ from what the cells add up to, or cannot be compared; by row, for groups by column."""
    controls: dict[Path, dict[str, str]] = {}
    for path, row in read.rows.items():
        printed = row.values[-1]
        if not row.row.total or row.row.is_group or row.row.is_sum or printed is None:
            continue
        if computed_total((*cells[path].values(), None)) != int(printed):
            controls[path] = {_total(read, path): printed}
    for row in read.rows.values():
        if row.row.is_sum and row.row.cells:
            controls |= _column_controls(read, row, cells)
    return controls


def wrong_sums(read: TableRead, cells: Cells) -> list[Doubt]:
    """A doubt for each printed sum of single figures that is not what they add up to; such a sum cannot be typed."""
    doubts = []
    for row in read.rows.values():
        if row.row.is_sum and not row.row.cells and (printed := row.values[-1]) is not None:
            path = row.row.path
            total = _sum(values[""] for below, values in cells.items() if below[: len(path)] == path and below != path)
            if total is not None and str(total) != printed:
                place = f"表{read.form.part.number}“{path[-1]}”的{row.row.official}"
                message = f"{place}印作 {printed}，各项相加是 {total}，请核对"
                doubts.append(Doubt(path, message, row.place, printed, 0.5))
    return doubts


def _column_controls(read: TableRead, row: RowRead, cells: Cells) -> dict[Path, dict[str, str]]:
    below = [values for path, values in cells.items() if path[: len(row.row.path)] == row.row.path]
    found: dict[str, str] = {}
    grand: int | None = 0
    for key, printed in zip(row.row.cells, row.values, strict=False):
        total = _sum(values.get(key) for values in below)
        grand = None if grand is None or total is None else grand + total
        if printed is not None and (total is None or total != int(printed)):
            found[key] = printed
    printed = row.values[-1]
    if printed is not None and (grand is None or grand != int(printed)):
        found[_total(read, row.row.path)] = printed
    return {row.row.path: found} if found else {}


def _sum(values: Iterable[str | None]) -> int | None:
    total = 0
    for value in values:
        if value is None:
            return None
        total += int(value)
    return total


def _total(read: TableRead, path: Path) -> str:
    item = read.form.part.at(path[1:])
    return item.total.key if item.total else keys.TOTAL


def table_lines(
    item: Item, path: Path, cells: Mapping[Path, Mapping[str, str | None]], controls: Mapping[Path, Mapping[str, str]]
) -> str | None:
    """What is written behind an item's key on the same line; None where its children are written below it."""
    if item.kind is Kind.GROUP:
        leaves = [values for p, values in cells.items() if p[: len(path)] == path]
        zero = all(value == "0" for values in leaves for value in values.values())
        return "0" if zero and not any(p[: len(path)] == path for p in controls) else None
    values = cells[path]
    if item.kind in FIGURES:
        return values[""] or ""
    if item.kind in WORDS:
        return scalar(values[""]) if values[""] else ""
    written = {key: value or "" for key, value in values.items() if value != "0" or not item.kinds}
    written |= controls.get(path, {})
    if all(value == "0" for value in values.values()) and path not in controls:
        return "0"
    if all(value is None for value in values.values()) and path not in controls:
        return ""
    return in_braces(written.items())
