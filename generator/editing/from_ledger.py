"""A counted ledger's figures written into a report's text: what is not filled in is, what differs only when told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.editing.edits.applying import with_value
from generator.editing.edits.typed import RefusedError, Typed, typed
from generator.form import keys
from generator.form.edition import rows_of
from generator.form.model import Path
from generator.ledger.run import CountedLedger
from generator.source.nodes import Scalar
from generator.wording import Worded

_SUMS = Worded("汇总各单位的年报用 nianbao merge", "汇总各单位的年报，要用安装的版本，在命令行里做")
_YEARS = Worded("请核对 --year 和年报的年度", "请核对年报的年度")


class TypedOtherwise(NamedTuple):
    """A figure that is typed, and not the ledger's: ``typed`` as it stands, ``counted`` with its ``cases``."""

    path: Path
    typed: str
    counted: int
    cases: tuple[str, ...]


class FromLedger(NamedTuple):
    """The new text; ``written`` are the figures that changed, ``kept`` those that differ and were left."""

    text: str
    written: tuple[Path, ...]
    kept: tuple[TypedOtherwise, ...]


def with_ledger(
    text: str, counted: CountedLedger, file: str, *, force: bool, taken: frozenset[Path] = frozenset()
) -> FromLedger:
    """The text with the ledger's figures, and ``file`` as its 台账. Totals are never touched.

    What is typed otherwise stays, unless ``force``, or where its place is ``taken``.

    Raises RefusedError where the text cannot be edited, is of another year, or is a government's over its agencies.
    """
    state = typed(text)
    fields = state.draft.reading.fields
    if fields.get((keys.SCOPE,)) == keys.CONSOLIDATED:
        raise RefusedError("这份年报的统计范围是汇总，不能用一本台账填写", _SUMS)
    year = fields.get((keys.YEAR,))
    if year != counted.year:
        raise RefusedError(f"台账数的是 {counted.year} 年，年报的年度是 {year or '空的'}", _YEARS)
    otherwise = tuple(_differing(state, counted))
    left = () if force else tuple(one for one in otherwise if one.path not in taken)
    avoided = {one.path for one in left}
    written: list[Path] = []
    for row, figures in _rows(state, counted):
        new = {path: figure for path, figure in figures.items() if path not in avoided}
        state, changed = _with_row(state, row, figures, new)
        written += changed
    state = with_value(state, (keys.LEDGER,), file)
    return FromLedger(state.text, tuple(written), left)


def _rows(state: Typed, counted: CountedLedger) -> Iterator[tuple[Path, dict[Path, int]]]:
    """The rows of which all figures are known, in the order of the form."""
    for table in (keys.APPLICATIONS, *((keys.REVIEWS,) if counted.reviews else ())):
        for row, item in rows_of(state.edition.root.by_key[table], (table,)):
            figures = {(*row, column.key): counted.figure((*row, column.key)) for column in item.children}
            known = {path: figure for path, figure in figures.items() if figure is not None}
            if len(known) == len(figures):
                yield row, known


def _with_row(state: Typed, row: Path, figures: dict[Path, int], new: dict[Path, int]) -> tuple[Typed, list[Path]]:
    typed_row = _typed_row(state, row)
    different = [path for path, figure in new.items() if typed_row.get(path) != figure]
    if not different:
        return state, []
    if len(different) == len(figures) and not any(figures.values()):
        return with_value(state, row, "0"), different
    for path in different:
        state = with_value(state, path, str(new[path]))
    return state, different


def _typed_row(state: Typed, row: Path) -> dict[Path, object]:
    item = state.item(row)
    values = state.draft.figures.rows.get(row, ())
    cells = item.children if item else ()
    return {(*row, cell.key): value for cell, value in zip(cells, values, strict=False)}


def _differing(state: Typed, counted: CountedLedger) -> Iterator[TypedOtherwise]:
    cells = counted.cells()
    for row, figures in _rows(state, counted):
        for path, typed_value in _typed_row(state, row).items():
            shown = str(typed_value) if typed_value is not None else _unread(state, path)
            if shown and path in figures and typed_value != figures[path]:
                yield TypedOtherwise(path, shown, figures[path], cells.get(path, ()))


def _unread(state: Typed, path: Path) -> str:
    """What is typed at a place, or for it at its row, and is no figure; '' where nothing is filled in."""
    for length in range(len(path), 1, -1):
        entry = state.entry(path[:length])
        if entry is not None:
            value = entry.value
            return value.text.strip()[:20] if isinstance(value, Scalar) and not value.is_blank else ""
    return ""
