"""A second edition of the form, in force from 2025 in tests only: table 3 has one row renamed and one column more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from generator.form import edition, keys
from generator.form.edition import Edition, edition_for
from generator.form.model import Band, Header, Item, Kind, Table

FIRST_YEAR = 2025
OLD_ROW, NEW_ROW = "重复申请", "相同申请"
NEW_COLUMN = "境外组织"
_NEW_LABEL = "2.就相同内容再次提出申请"


def _with_column(item: Item) -> Item:
    if item.kind is Kind.ROW:
        cell = replace(item.children[-1], key=NEW_COLUMN, label=NEW_COLUMN, variants=(), spoken=())
        item = replace(item, children=(*item.children[:-1], cell, item.children[-1]))
        return replace(item, key=NEW_ROW, label=_NEW_LABEL, spoken=()) if item.key == OLD_ROW else item
    return replace(item, children=tuple(_with_column(child) for child in item.children))


def _widened(table: Table) -> Table:
    (band,) = table.bands
    top, middle, cells = band.header
    note, applicants = top
    natural, legal, total = middle
    header = (
        (note, applicants._replace(columns=applicants.columns + 1)),
        (natural, legal._replace(columns=legal.columns + 1), total),
        (*cells[:-1], Header(NEW_COLUMN), cells[-1]),
    )
    return table._replace(figure_columns=table.figure_columns + 1, bands=(Band(header, band.keys),))


def _renewed(item: Item) -> Item:
    if item.key != keys.APPLICATIONS or item.table is None:
        return item
    return replace(_with_column(item), table=_widened(item.table))


_FIRST = edition_for(FIRST_YEAR)
SECOND = Edition(FIRST_YEAR, tuple(map(_renewed, _FIRST.items)), _FIRST.title_ending)


@contextmanager
def in_force() -> Iterator[Edition]:
    """While this lasts, reports from 2025 on are of the second edition."""
    with patch.object(edition, "_EDITIONS", (_FIRST, SECOND)):
        yield SECOND
