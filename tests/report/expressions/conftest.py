"""A report's figures, all different, and a bench that carries out one line of text over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pytest
from fees import fee

from generator.findings import Finding, Span
from generator.form import Edition, edition_for, keys
from generator.form.edition import rows_of
from generator.form.model import Path
from generator.report.expressions import Context, LastYearState, carry_out
from generator.report.model import Figures, Paragraph, Places, Report, Values
from generator.source.nodes import Piece, TextLine

LINE, COLUMN = 7, 5
EDITION = edition_for(2023)


def line_of(text: str) -> TextLine:
    """A text line that stands as typed from column 5 of line 7 on."""
    return TextLine(text, (Piece(0, Span.at(LINE, COLUMN, len(text))),))


def figures(first: int) -> Figures:
    """Every cell a number of its own, counted from ``first`` on; totals computed."""
    numbers = iter(range(first, first + 1000))
    rows = {path: values for part in EDITION.tables for path, values in _rows(part.key, numbers)}
    return Figures({**rows, ("主动公开政府信息", "行政事业性收费"): (Decimal("12.3450"),)}, {})


def _rows(part: str, numbers: Iterator[int]) -> Iterator[tuple[Path, Values]]:
    item = EDITION.find((part,))
    assert item
    for path, row in rows_of(item, (part,)):
        cells = [next(numbers) for _ in row.children or (row,)]
        yield path, (*cells, sum(cells)) if row.total else tuple(cells)


def last_years(first: int) -> Report:
    """Last year's report, with other figures."""
    return Report(EDITION, "甲市乙局", 2022, figures(first), Places({}, {}))


@dataclass(frozen=True)
class Outcome:
    """What became of a line."""

    text: str
    paragraph: Paragraph
    findings: list[Finding]

    @property
    def wrong(self) -> list[str]:
        """The offending text of each finding, cut out of the source by its columns."""
        assert all(f.span.line == f.span.end_line == LINE for f in self.findings)
        return [self.text[f.span.column - COLUMN : f.span.end_column - COLUMN] for f in self.findings]

    @property
    def mended(self) -> str:
        """The source after all fixes."""
        edits = [edit for finding in self.findings if finding.fix for edit in finding.fix.edits]
        text = self.text
        for edit in sorted(edits, key=lambda e: e.span, reverse=True):
            text = text[: edit.span.column - COLUMN] + edit.text + text[edit.span.end_column - COLUMN :]
        return text


class Bench:
    """Carries out lines of text in a context; ``with_`` gives a bench with another one."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.edition: Edition = context.edition

    def with_(self, **changes: object) -> Bench:
        return Bench(self.context._replace(**changes))  # type: ignore[arg-type]

    def __call__(self, text: str) -> Outcome:
        paragraph, findings = carry_out(line_of(text), self.context)
        return Outcome(text, paragraph, findings)

    def prints(self, expression: str) -> str:
        """What an expression prints; it must be right."""
        outcome = self(f"共{{{{ {expression} }}}}件")
        assert outcome.findings == []
        return outcome.paragraph.text[1:-1]

    def refuses(self, expression: str) -> tuple[str, Finding]:
        """The offending part of an expression with one fault, and its finding."""
        outcome = self(f"共{{{{ {expression} }}}}件")
        assert [f.code for f in outcome.findings] == ["NB106"]
        assert outcome.paragraph.text == "共？件"
        return outcome.wrong[0], outcome.findings[0]

    def cell(self, *path: str, column: int = -1, of: Figures | None = None) -> int:
        """A figure by its full path and column."""
        value = (of or self.context.figures).rows[path][column]
        assert isinstance(value, int)
        return value


@pytest.fixture(scope="session")
def bench() -> Bench:
    """A report with all its figures and last year's."""
    charged = {keys.FEE: fee(3, Decimal("120.50"), Decimal("0"))}
    known = LastYearState.KNOWN
    return Bench(Context(EDITION, figures(1), "甲市乙局", 2023, charged, last_years(500), known))
