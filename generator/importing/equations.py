"""The form's sums and balances over the rows that were printed."""

from __future__ import annotations

from collections.abc import Iterable

from generator.form.model import FIGURES, Item, Kind, Path
from generator.importing.constraints import Equation
from generator.importing.labels import TableForm


def leaves(item: Item, path: Path) -> list[Path]:
    """The rows below an item."""
    if item.kind is Kind.ROW or item.kind in FIGURES:
        return [path]
    return [leaf for child in item.children for leaf in leaves(child, (*path, child.key))]


def equations_of(form: TableForm, found: Iterable[Path]) -> list[Equation]:
    """The form's equations over the printed rows; a group printed as one row stands for its own rows."""
    present = set(found)
    equations: list[Equation] = []
    for row in form.rows:
        if row.is_sum:
            item = form.part.at(row.path[1:])
            parts = _printed(leaves(item, row.path), present)
            equations.append(Equation(tuple(parts), ((*row.path, ""),)))
    for balance in form.part.table.balances if form.part.table else ():
        left, right = (
            tuple(_sum_path((form.part.key, *path), form) for path in side) for side in (balance.left, balance.right)
        )
        equations.append(Equation(left, right))
    return equations


def _printed(paths: list[Path], present: set[Path]) -> list[Path]:
    return list(dict.fromkeys(path[:-1] if path[:-1] in present else path for path in paths))


def _sum_path(path: Path, form: TableForm) -> Path:
    return (*path, "") if any(row.is_sum and row.path == path for row in form.rows) else path
