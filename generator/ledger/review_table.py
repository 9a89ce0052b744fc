"""Table 4 counted from the columns of 复议 and 诉讼, or from a sheet of their own; None where there are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.form import keys
from generator.form.edition import Edition
from generator.form.ledger_words import columns as names
from generator.form.ledger_words.reviews import BY_END, BY_RECEIPT
from generator.form.model import Path
from generator.ledger.identity import case_names
from generator.ledger.judging import doubts_of_row, row_left_out
from generator.ledger.lookup import plain
from generator.ledger.questions import TERMS, LedgerQuestion
from generator.ledger.reading import LedgerSource
from generator.ledger.repeats import SingleRows, single_rows
from generator.ledger.review_cases import ReviewCase, review_cases
from generator.ledger.rows import LedgerRow
from generator.ledger.scene import LedgerFault, Scene

TERM = "复议诉讼"
"""The term that says by which year cases count."""
_COLUMNS = frozenset(
    {names.REVIEW_FILED, names.REVIEW_ENDED, names.REVIEW_RESULT, names.SUIT_FILED, names.SUIT_ENDED, names.SUIT_RESULT}
)


class ReviewTable(NamedTuple):
    """``cells``: the cases of each figure; ``open``: the figures that hang on a question.

    ``dropped`` and ``faults`` are of rows on a sheet of their own.
    """

    edition: Edition
    cells: Mapping[Path, tuple[str, ...]]
    open: frozenset[Path]
    questions: tuple[LedgerQuestion, ...]
    dropped: tuple[tuple[LedgerRow, str, str], ...] = ()
    faults: tuple[LedgerFault, ...] = ()

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


def count_reviews(source: LedgerSource, singles: SingleRows, scene: Scene, edition: Edition) -> ReviewTable | None:
    """The table, or None where the ledger has no such columns."""
    own = _own_rows(source.reviews, scene)
    beside = tuple((row, case) for row, case in singles.kept if not _COLUMNS.isdisjoint(row.columns))
    of_rows, doubled = (own.kept, own.open) if own.kept else (beside, singles.open)
    if not of_rows and not source.has_reviews:
        return None
    rule = scene.answers.terms.get(TERM, "")
    known = rule in (BY_RECEIPT, BY_END)
    cases = [
        _doubted(one, row, scene, doubled.get(case))
        for row, case in of_rows
        if not row_left_out(row, case, scene)
        for one in review_cases(row, case, scene, rule if known else BY_RECEIPT)
    ]
    questions = [question for one in cases for question in one.questions] if known else [_term_question()]
    if not cases:
        questions = []
    table = ReviewTable(edition, {}, frozenset(), tuple(questions), own.dropped, own.faults)
    if not cases:
        return table
    if not known:
        return table._replace(open=frozenset(table.all_cells()))
    cells: dict[Path, tuple[str, ...]] = {}
    unsure: set[Path] = set()
    for one in cases:
        paths = [(keys.REVIEWS, block, outcome) for block in one.blocks for outcome in one.outcomes]
        if one.questions:
            unsure.update(paths)
        for path in paths if not one.questions else ():
            cells[path] = (*cells.get(path, ()), one.case)
    in_order = {path: cells[path] for path in table.all_cells() if path in cells}
    return table._replace(cells=in_order, open=frozenset(unsure))


def _own_rows(rows: Sequence[LedgerRow], scene: Scene) -> SingleRows:
    """The rows of sheets of their own, each once. A 复议 and a 诉讼 may have one number."""
    kinds: dict[tuple[str, str], list[tuple[LedgerRow, str]]] = {}
    for row, case in zip(rows, case_names(rows), strict=True):
        kinds.setdefault((row.sheet, plain(row.text(names.CASE_TYPE))), []).append((row, case))
    found = [single_rows([row for row, _ in one], [case for _, case in one], scene.answers) for one in kinds.values()]
    return SingleRows(
        tuple(pair for one in found for pair in one.kept),
        tuple(triple for one in found for triple in one.dropped),
        {case: question for one in found for case, question in one.open.items()},
        tuple(fault for one in found for fault in one.faults),
    )


def _doubted(one: ReviewCase, row: LedgerRow, scene: Scene, doubled: LedgerQuestion | None) -> ReviewCase:
    """A case with what is asked about its row as a whole."""
    more = (*doubts_of_row(row, one.case, scene), *((doubled,) if doubled else ()))
    return one._replace(questions=(*more, *one.questions)) if one.outcomes else one


def _term_question() -> LedgerQuestion:
    why = "复议、诉讼按哪一年计：按立案的年度，还是按审结的年度加尚未审结的（国办公开办函〔2021〕30号没有写）"
    return LedgerQuestion(TERMS, TERM, "", TERM, "", (), (), (BY_RECEIPT, BY_END), why)
