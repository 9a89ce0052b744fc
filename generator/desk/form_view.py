"""The form as the page draws it: fields, parts, tables as grids with the place of every cell, topics, words of help."""

from __future__ import annotations

from typing import Any

from generator.form import edition_for, keys
from generator.form.edition import NOTE, Edition, walk
from generator.form.figure_sentences import figures_of, sentence_items
from generator.form.frame import FrameRow, columns_of, frame_of
from generator.form.model import Item, Kind, Path
from generator.form.writing import how_to_write
from generator.wording import on_page


def form_view(year: int | None) -> dict[str, Any]:
    """Everything of the form that the page needs, once for each edition."""
    edition = edition_for(year)
    return {
        "first_year": edition.first_year,
        "title_ending": edition.title_ending,
        "fields": [_field(item) for item in edition.items if not item.number],
        "parts": [_part(edition, part) for part in edition.parts],
        "fee": _fee(edition),
    }


def _field(item: Item) -> dict[str, Any]:
    return {
        **_words((item.key,), item),
        "choices": list(item.choices),
        "required": item.required,
        "short": bool(item.short),
        "fields": [_field(child) for child in item.children],
    }


def _words(path: Path, item: Item) -> dict[str, Any]:
    return {
        "path": list(path),
        "key": item.key,
        "label": item.label or item.key,
        "kind": item.kind.name.lower(),
        "help": item.help,
        "law": item.law,
        "unit": item.unit,
        "how": on_page(how_to_write(item)),
    }


def _part(edition: Edition, part: Item) -> dict[str, Any]:
    shown = {**_words((part.key,), part), "number": part.number, "heading": part.heading}
    if part.kind is Kind.TABLE:
        return {
            **shown,
            "grid": _grid(edition, part),
            "words": {".".join((part.key, *path)): _words((part.key, *path), item) for path, item in walk(part)},
            "note": _words((part.key, NOTE.key), NOTE),
        }
    topics = [{**_words((part.key, child.key), child), "fields": _of_entry(child)} for child in part.children]
    return {**shown, "topics": topics}


def _of_entry(topic: Item) -> list[dict[str, Any]]:
    """What an entry has besides its text (标题, 排法)."""
    if topic.kind is not Kind.TOPIC:
        return []
    return [_field(child) for child in topic.children if child.kind is not Kind.TEXT]


def _grid(edition: Edition, part: Item) -> dict[str, Any]:
    frame = frame_of(edition, part)
    balances = part.table.balances if part.table else ()
    row = part.by_key[balances[0].left[0][0]] if balances else None
    return {
        "columns": frame.columns,
        "header_rows": frame.header_rows,
        "label_columns": frame.label_columns,
        "widths": list(frame.widths),
        "rows": [_row(part, line) for line in frame.lines],
        "balance": [child.key for child in row.children] if row else [],
        "balance_rule": balances[0].source.strip("（）") if balances else "",
    }


def _row(part: Item, line: FrameRow) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = [
        {"text": cell.text, "role": cell.role, "columns": cell.columns, "rows": cell.rows} for cell in line.cells
    ]
    for path in line.paths:
        cells += [_figure(path, below, line.columns) for below in columns_of(part, path)]
    return cells


def _figure(path: Path, below: Path, columns: int) -> dict[str, Any]:
    """A cell to be filled in has a ``path``, a computed one says whose total it is."""
    cell: dict[str, Any] = {"role": "figure", "columns": columns, "rows": 1}
    if keys.TOTAL in below:
        return {**cell, "total": [*path, *(key for key in below if key != keys.TOTAL)]}
    return {**cell, "path": [*path, *below]}


def _fee(edition: Edition) -> list[dict[str, Any]]:
    """The topic that may be given as figures: its place, and its figures."""
    found = next(((part, item) for part in edition.narratives for item in sentence_items(part)), None)
    if found is None:
        return []
    part, fee = found
    path = (part.key, fee.key)
    figures = [_words((*path, child.key), child) for child in figures_of(fee)]
    return [_words(path, fee), *figures]
