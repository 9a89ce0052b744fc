"""From a node tree to the Report, in two steps, because last year's report is named in the file itself.

:func:`read_report` reads every place and validates; the caller then opens 上年报告, and :func:`finish` carries out the
expressions in the text and puts everything together.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.findings import Finding
from generator.form import Edition, edition_for, keys
from generator.form.model import Path
from generator.report.computing import compute
from generator.report.expressions import Context, LastYearState
from generator.report.model import Figures, Report
from generator.report.narrative import Texts, narratives, notes, preface, sentence_figures_in, signature, title
from generator.report.places import places_in
from generator.report.read_sentence import missing_figures
from generator.report.reading import Reading, read_values
from generator.report.renaming import renamed
from generator.report.unread import forget
from generator.report.validation import explain, validate
from generator.source.nodes import Mapping, Scalar
from generator.source.reader import Tree
from generator.source.scalars import read_year

_ROUNDS = 6
"""Misspelt keys are put right and the file is read again; one round for each level they can be nested in."""


class UnlinkedReport(NamedTuple):
    """A file read and validated, before last year's report is known."""

    tree: Tree
    root: Mapping
    edition: Edition
    reading: Reading
    figures: Figures
    findings: list[Finding]

    @property
    def last_year_file(self) -> str | None:
        """上年报告 as typed."""
        name: str | None = self.reading.fields.get((keys.LAST_YEAR,))
        return name


class LastYear(NamedTuple):
    """What became of 上年报告: ``report`` is there only in the state KNOWN."""

    state: LastYearState = LastYearState.NONE
    report: Report | None = None


def read_report(tree: Tree, root: Mapping) -> UnlinkedReport:
    """Read and validate; keys that are misspelt are reported and read as what they mean, figures only beyond doubt."""
    edition = edition_of(root)
    findings: list[Finding] = []
    unsure: set[Path] = set()
    for _ in range(_ROUNDS):
        reading = read_values(root, edition)
        if validate(reading.instance, edition):
            break
        explained = explain(reading.instance, root, edition, places_in(root), tree.source.lines)
        unsure |= explained.unsure
        if not explained.renames:
            findings += explained.findings
            break
        findings += [f for f in explained.findings if f.path in explained.renames]
        root = renamed(root, explained.renames)
    findings += missing_figures(root, reading, edition, places_in(root))
    forget(reading, edition, reading.lost | unsure)
    return UnlinkedReport(tree, root, edition, reading, compute(reading, edition), [*findings, *reading.findings])


def edition_of(root: Mapping) -> Edition:
    """The edition that a file's 年度 asks for; the newest one where none can be read."""
    entry = root.get(keys.YEAR)
    year = read_year(entry.value.text) if entry and isinstance(entry.value, Scalar) else None
    return edition_for(year if isinstance(year, int) else None)


def finish(draft: UnlinkedReport, last_year: LastYear) -> tuple[Report, list[Finding]]:
    """The Report and all findings of reading it."""
    fields = draft.reading.fields
    context = Context(
        edition=draft.edition,
        figures=draft.figures,
        agency=fields.get((keys.AGENCY,)),
        year=fields.get((keys.YEAR,)),
        sentence_figures=sentence_figures_in(draft.reading, draft.root, draft.edition),
        last_year=last_year.report,
        last_year_state=last_year.state,
    )
    texts = Texts(draft.reading, draft.root, draft.tree.source, context, [])
    report = Report(
        edition=draft.edition,
        agency=context.agency,
        year=context.year,
        figures=draft.figures,
        places=places_in(draft.root),
        narratives=narratives(texts),
        notes=notes(texts),
        former_names=fields.get((keys.FORMER_NAMES,), ()),
        consolidated=fields.get((keys.SCOPE,)) == keys.CONSOLIDATED,
        last_year_file=draft.last_year_file,
        last_year=last_year.report,
        ledger_file=fields.get((keys.LEDGER,)),
        title=title(texts),
        preface=preface(texts),
        signature=signature(draft.reading, draft.root),
        run_in=fields.get((keys.LAYOUT, keys.SUBHEADINGS)) == keys.RUN_IN,
        page_numbers_outside=fields.get((keys.LAYOUT, keys.PAGE_NUMBERS)) == keys.OUTSIDE,
    )
    return report, [*draft.findings, *texts.findings]
