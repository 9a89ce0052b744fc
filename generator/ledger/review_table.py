"""Table 4 counted from the columns of 复议 and 诉讼, or from a sheet of their own; None where there are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.form import keys
from generator.form.edition import Edition
from generator.form.model import Path
from generator.ledger.questions import LedgerQuestion
from generator.ledger.reading import LedgerSource
from generator.ledger.rows import LedgerRow
from generator.ledger.scene import Scene


class ReviewTable(NamedTuple):
    """``cells``: the cases of each figure; ``open``: the figures that hang on a question."""

    edition: Edition
    cells: Mapping[Path, tuple[str, ...]]
    open: frozenset[Path]
    questions: tuple[LedgerQuestion, ...]

    def as_data(self) -> dict[str, Any]:
        """The table as ``export`` prints it."""
        part = self.edition.root.by_key[keys.REVIEWS]
        return {row.key: self._row((part.key, row.key), tuple(row.by_key)) for row in part.children}

    def all_cells(self) -> list[Path]:
        """Every figure of the table in the order of the form."""
        part = self.edition.root.by_key[keys.REVIEWS]
        return [(part.key, row.key, column) for row in part.children for column in row.by_key]

    def figure(self, path: Path) -> int | None:
        """A figure; None while a question is open on which it hangs."""
        return None if path in self.open else len(self.cells.get(path, ()))

    def _row(self, path: Path, columns: tuple[str, ...]) -> dict[str, int | None]:
        figures = {column: self.figure((*path, column)) for column in columns}
        known = [figure for figure in figures.values() if figure is not None]
        return {**figures, keys.TOTAL: sum(known) if len(known) == len(figures) else None}


def count_reviews(
    source: LedgerSource, rows: Sequence[tuple[LedgerRow, str]], scene: Scene, edition: Edition
) -> ReviewTable | None:
    """The table, or None where the ledger has no such columns."""
    return None
