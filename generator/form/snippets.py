"""What an editor inserts for a place: rows and groups in the order of the form, every figure left for the clerk.

A snippet never brings a 0 of its own (it would pass for a figure somebody filled in); 0 is offered by name. ``$1``,
``$2`` … are the places the cursor visits.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from generator.form.edition import Edition
from generator.form.model import FIGURES, Item, Kind

Snippet = dict[str, Any]

_NOTHING: Snippet = {"label": "0（没有）", "body": 0}


def snippets(item: Item) -> list[Snippet]:
    """The snippets offered where the value of ``item`` is to be typed."""
    if item.kind in FIGURES:
        return [{"label": f"填写数字（{item.unit}）", "body": "$1"}, _NOTHING]
    if item.kind is Kind.ROW:
        return [{"label": f"按{item.kinds}填写" if item.kinds else "逐项填写", "body": _each(item, _stops())}, _NOTHING]
    if item.kind is Kind.GROUP:
        return [{"label": "逐项填写", "body": _each(item, _stops())}, _NOTHING]
    if item.kind in {Kind.TABLE, Kind.NARRATIVE}:
        return [{"label": f"{item.number}、全部各项", "body": _each(item, _stops())}]
    if item.kind is Kind.SENTENCE:
        figures = [child for child in item.children if child.kind in FIGURES]
        stops = _stops()
        return [_NOTHING, {"label": "收取了，填写三个数", "body": {child.key: next(stops) for child in figures}}]
    return []


def whole_report(edition: Edition) -> dict[str, Any]:
    """Every required entry of a report, to be filled in."""
    stops = _stops()
    return {item.key: _value(item, stops) for item in edition.items if item.required}


def _each(item: Item, stops: Iterator[str]) -> dict[str, Any]:
    children = [child for child in item.children if child.kind is not Kind.TEXT]
    return {child.key: _value(child, stops) for child in children}


def _value(item: Item, stops: Iterator[str]) -> Any:
    """A place of a larger snippet: its entries; a row that is told apart by kinds is filled in when one gets there."""
    if item.kind in {Kind.TABLE, Kind.NARRATIVE, Kind.GROUP} or (item.kind is Kind.ROW and not item.kinds):
        return _each(item, stops)
    return next(stops)


def _stops() -> Iterator[str]:
    return (f"${n}" for n in count(1))
