"""The rows of a table part as they can be met in print: every label that may name them, in the order of the form."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from generator.form.edition import Edition, edition_for
from generator.form.model import FIGURES, Item, Kind, Path, Total
from generator.importing.words import label_form


class RowLabel(NamedTuple):
    """A printed row of a table part. ``official`` is the form's label, ``forms`` all that mean the same, as compared.

    ``width`` counts its figures, ``total`` says that the last of them is the sum of the others. ``is_group``: a whole
    group printed as one row; ``is_sum``: the printed total of a group.
    """

    path: Path
    official: str
    forms: tuple[str, ...]
    width: int
    total: bool
    cells: tuple[str, ...]
    amount: bool = False
    is_group: bool = False
    is_sum: bool = False


class TableForm(NamedTuple):
    """What is known about a table part: its rows in order, the labels of its columns, and its header texts."""

    part: Item
    rows: tuple[RowLabel, ...]
    columns: tuple[tuple[str, ...], ...]
    column_labels: tuple[str, ...]
    abreast: bool

    @property
    def width(self) -> int:
        """How many figures its widest row has."""
        return max(row.width for row in self.rows)


@cache
def table_form(first_year: int, key: str) -> TableForm:
    """The table part ``key`` of the edition that began in ``first_year``."""
    edition = edition_for(first_year)
    part = next(part for part in edition.tables if part.key == key)
    rows = tuple(_rows(part, (part.key,)))
    widest = max((child for child in _leaves(part)), key=lambda item: len(item.children))
    columns = [(tuple(_forms(cell)), cell.label) for cell in widest.children]
    if widest.total:
        columns.append(((label_form(widest.total.label), *widest.total.spoken), widest.total.label))
    abreast = bool(part.table and any(band.abreast for band in part.table.bands))
    return TableForm(part, rows, tuple(c[0] for c in columns), tuple(c[1] for c in columns), abreast)


def table_forms(edition: Edition) -> tuple[TableForm, ...]:
    """All table parts of an edition."""
    return tuple(table_form(edition.first_year, part.key) for part in edition.tables)


def _leaves(item: Item) -> list[Item]:
    if item.kind is Kind.ROW or item.kind in FIGURES:
        return [item]
    return [leaf for child in item.children for leaf in _leaves(child)]  # cells of words have a reader of their own


def _rows(item: Item, path: Path) -> list[RowLabel]:
    rows: list[RowLabel] = []
    for child in item.children:
        here = (*path, child.key)
        if child.kind is Kind.GROUP:
            if all(leaf.kind is Kind.ROW for leaf in child.children):
                rows.append(_group(child, here))
            rows += _rows(child, here)
            if child.total:
                rows.append(_sum(child, child.total, here))
        elif child.kind is Kind.ROW:
            rows.append(_row(child, here))
        elif child.kind in FIGURES:
            rows.append(RowLabel(here, child.label, tuple(_forms(child)), 1, False, ("",), child.kind is Kind.AMOUNT))
    return rows


def _row(item: Item, path: Path) -> RowLabel:
    cells = tuple(cell.key for cell in item.children)
    width = len(cells) + (item.total is not None)
    return RowLabel(path, item.label, tuple(_forms(item)), width, item.total is not None, cells)


def _group(item: Item, path: Path) -> RowLabel:
    return _row(item.children[0], path)._replace(official=item.label, forms=tuple(_forms(item)), is_group=True)


def _sum(item: Item, total: Total, path: Path) -> RowLabel:
    row = _leaves(item)[0]
    if row.kind in FIGURES:
        row = replace(item, children=(), total=total)
    forms = tuple(dict.fromkeys(label_form(text) for text in (total.label, *total.spoken)))
    return _row(row, path)._replace(official=total.label, forms=forms, is_sum=True)


def _forms(item: Item) -> list[str]:
    """The label, its variants and the key, longest first."""
    texts = (item.label, *item.variants, item.key)
    return sorted(dict.fromkeys(label_form(text) for text in texts if text), key=len, reverse=True)
