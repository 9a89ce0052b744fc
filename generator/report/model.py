"""The Report: everything one YAML file says, typed and immutable, with all totals computed.

``None`` stands for a figure that could not be read or is not filled in yet (its finding says why); every total that
depends on it is None too, so nothing is ever computed from a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.findings import WHOLE_FILE, Span
from generator.findings import Path as FindingPath
from generator.form.edition import Edition
from generator.form.model import Path
from generator.source.nodes import Piece

Figure = int | Decimal | None
Values = tuple[Figure, ...]
"""A row's figures in the order of its columns; the computed total stands last where the form has one."""


class Paragraph(NamedTuple):
    """One source line of narrative, expressions carried out, with the way back to the source."""

    text: str
    pieces: tuple[Piece, ...]

    def span_of(self, start: int, end: int) -> Span:
        """The source span of ``text[start:end]``; an expression counts as a whole."""
        first, last = self._piece_at(start), self._piece_at(max(start, end - 1))
        begin = first.span.column + (0 if first.computed else start - first.start)
        stop = last.span.end_column if last.computed else last.span.column + max(start + 1, end) - last.start
        return Span(first.span.line, begin, last.span.end_line if last.computed else last.span.line, stop)

    def is_computed(self, start: int, end: int) -> bool:
        """Whether any character of ``text[start:end]`` was put in by an expression."""
        ends = (*(p.start for p in self.pieces[1:]), len(self.text))
        return any(p.computed and p.start < end and start < stop for p, stop in zip(self.pieces, ends, strict=True))

    def _piece_at(self, offset: int) -> Piece:
        return next(p for p in reversed(self.pieces) if p.start <= offset or p is self.pieces[0])


SentenceFigures = dict[str, Figure]
"""The figures of a topic that is printed as a sentence, by their keys in the order of the form."""


class NarrativeEntry(NamedTuple):
    """An entry of a narrative part: its printed subheading and its paragraphs.

    ``key`` as typed; ``topic`` the form's own key when the subheading is one of its topics or a variant of one;
    ``run_in`` whether the subheading stands in the same paragraph as its text (None: the report's default).
    ``heading`` is '' for 概述, which is printed without a subheading. ``sentence_figures`` holds the figures of a topic
    that was given as figures; the sentence printed then is made by the document.
    """

    key: str
    heading: str
    paragraphs: tuple[Paragraph, ...]
    topic: str = ""
    run_in: bool | None = None
    sentence_figures: SentenceFigures | None = None


class Narrative(NamedTuple):
    """A text part: subheadings in file order, or plain paragraphs (``entries`` empty then)."""

    entries: tuple[NarrativeEntry, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()


class GivenSignature(NamedTuple):
    """落款 as given; either may be missing."""

    agency: str | None
    day: date | None


class Figures(NamedTuple):
    """The tables' figures. Paths are full YAML paths of rows, groups and single figures.

    ``controls`` holds the typed 总计: for a row under the total's key, for a group column by column.
    ``words`` are the cells that hold words (a name, 是 or 否), None where nothing can be read.
    """

    rows: Mapping[Path, Values]
    controls: Mapping[Path, Mapping[str, int | Decimal]]
    words: Mapping[Path, str | None] = {}

    def row(self, path: Path) -> Values:
        """A row's figures with its total last; a single figure as a tuple of one; a group's sums column by column."""
        return self.rows[path]


Spans = Mapping[FindingPath, Span]


class Places(NamedTuple):
    """Where each path of the file stands: the span of its key and of its value."""

    keys: Spans
    values: Spans

    def key(self, path: FindingPath) -> Span:
        """The key's span; for a path that is not written, that of the nearest parent that is; else 1:1."""
        while path:
            if span := self.keys.get(path):
                return span
            path = path[:-1]
        return WHOLE_FILE

    def value(self, path: FindingPath) -> Span:
        """The value's span; for a path that is not written, the nearest parent's key; else 1:1."""
        return self.values.get(path) or self.key(path)


class Report(NamedTuple):
    """One agency's annual report. ``agency`` and ``year`` are None only when they could not be read."""

    edition: Edition
    agency: str | None
    year: int | None
    figures: Figures
    places: Places
    narratives: Mapping[str, Narrative] = {}
    notes: Mapping[str, tuple[Paragraph, ...]] = {}
    former_names: tuple[str, ...] = ()
    consolidated: bool = False
    last_year_file: str | None = None
    last_year: Report | None = None
    ledger_file: str | None = None
    title: tuple[str, ...] = ()
    preface: tuple[Paragraph, ...] = ()
    signature: GivenSignature | None = None
    run_in: bool = False
    page_numbers_outside: bool = False
    deadline: date | None = None
    """The last day for publishing, where the caller knows better than the law's general one (NB510)."""
