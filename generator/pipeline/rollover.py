"""Next year's draft from last year's report, whatever its kind: what stays, what is carried over, what is shown."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.checks.disclosure.expression_suggestions import offers
from generator.checks.years.rollover_figures import figures, rows
from generator.form import keys
from generator.form.edition import member
from generator.form.layout import quoted
from generator.form.model import Item
from generator.form.prefill import CARRIED_OVER, LAST_YEARS_WORDS, PrefillBody, PrefillEntry, PrefillText, TakenOver
from generator.pipeline.inputs import STDIN
from generator.pipeline.opening import Opened
from generator.report.model import Narrative, NarrativeEntry, Paragraph, Report
from generator.report.plain import layout
from generator.source.row_writing import in_braces

_MARKS = "{{", "}}"


class _Rollover:
    """One report on its way into the next year's draft."""

    def __init__(self, opened: Opened, report: Report, year: int, agency: str | None) -> None:
        self.report = report
        self.lines = opened.tree.source.lines
        self.given = report.places.values
        self.year, self.agency = year, agency or report.agency
        self.offers = offers(report)

    def next_year(self, text: str) -> str:
        """Words that stay, with the new year in them."""
        return text.replace(str(self.report.year), str(self.year)) if self.report.year else text

    def words(self, paragraphs: Iterable[Paragraph]) -> PrefillText:
        """Paragraphs as typed, and what is offered in their place."""
        paragraphs = tuple(paragraphs)
        offered = tuple(line for paragraph in paragraphs for line in self.offers.get(paragraph, ()))
        return PrefillText(tuple(map(self._typed, paragraphs)), offered)

    def _typed(self, paragraph: Paragraph) -> str:
        """The paragraph with its expressions, where it has any."""
        if not any(piece.computed for piece in paragraph.pieces):
            return paragraph.text
        start, end = paragraph.pieces[0].span, paragraph.pieces[-1].span
        return self.lines[start.line - 1][start.column - 1 : end.end_column - 1]


def carried(opened: Opened, report: Report, year: int, agency: str | None, file: str) -> TakenOver:
    """What the draft of ``year`` for ``agency`` (None: the same) in ``file`` takes over from ``report``."""
    roll = _Rollover(opened, report, year, agency)
    return TakenOver(
        front=_front(roll, opened.file, file),
        title=_title(roll),
        preface=roll.words(report.preface) if report.preface else None,
        rows=rows(report),
        figures=figures(report),
        narratives={part.key: _narrative(roll, part) for part in report.edition.narratives},
        notes={key: roll.words(paragraphs) for key, paragraphs in report.notes.items()},
        intro=(LAST_YEARS_WORDS, CARRIED_OVER),
    )


def _front(roll: _Rollover, last_file: str, file: str) -> dict[str, str]:
    report = roll.report
    names = [*report.former_names]
    if report.agency and report.agency != roll.agency and report.agency not in names:
        names.append(report.agency)
    front = {keys.LAST_YEAR: _quoted_path(_relative(last_file, file))}
    if names:
        front[keys.FORMER_NAMES] = f"[{', '.join(map(quoted, names))}]"
    if (keys.SCOPE,) in roll.given:
        front[keys.SCOPE] = keys.CONSOLIDATED if report.consolidated else keys.OWN_SCOPE
    if choices := layout(report):
        front[keys.LAYOUT] = in_braces(choices.items())
    return front


def _relative(last_file: str, file: str) -> str:
    """The way from the draft to last year's report; slashes, because they work everywhere."""
    folder = os.curdir if file == STDIN else os.path.dirname(file) or os.curdir
    try:
        return Path(os.path.relpath(last_file, folder)).as_posix()
    except ValueError:  # another drive
        return Path(os.path.abspath(last_file)).as_posix()


def _quoted_path(path: str) -> str:
    plain = quoted(path)
    return plain if plain == path else "'" + path.replace("'", "''") + "'"


def _title(roll: _Rollover) -> tuple[str, ...]:
    """A title of the agency's own, for the new year; none where it does not say which year it is."""
    report = roll.report
    lines = tuple(roll.next_year(line).replace(report.agency or "", roll.agency or "") for line in report.title)
    default = report.edition.title(report.agency or "", report.year or 0)
    expression = any(mark in line for line in lines for mark in _MARKS)
    return () if report.title == (default,) or expression or str(roll.year) not in "".join(lines) else lines


def _narrative(roll: _Rollover, part: Item) -> tuple[PrefillEntry, ...] | PrefillText:
    narrative = roll.report.narratives.get(part.key, Narrative())
    if narrative.paragraphs:
        return roll.words(narrative.paragraphs)
    return tuple(_entries(roll, part, narrative))


def _entries(roll: _Rollover, part: Item, narrative: Narrative) -> Iterator[PrefillEntry]:
    """The subheadings in their order, each with the new year in its name unless that name is taken."""
    taken: set[str] = set()
    for entry in narrative.entries:
        key = next((name for name in (roll.next_year(entry.key), entry.key) if name not in taken), "")
        if quoted(key):
            taken.add(key)
            yield PrefillEntry(key, _fields(roll, part, entry), _body(part, entry), roll.words(entry.paragraphs))


def _fields(roll: _Rollover, part: Item, entry: NarrativeEntry) -> dict[str, str]:
    fields = {}
    if (part.key, entry.key, keys.TITLE) in roll.given and entry.heading:
        fields[keys.TITLE] = roll.next_year(entry.heading)
    if (part.key, entry.key, keys.HEADING_FORM) in roll.given and entry.run_in is not None:
        fields[keys.HEADING_FORM] = keys.RUN_IN if entry.run_in else keys.OWN_LINE
    return fields


def _body(part: Item, entry: NarrativeEntry) -> PrefillBody:
    if entry.sentence_figures is not None:
        return PrefillBody.FIGURES
    if entry.paragraphs or member(part, entry.key) is not None:
        return PrefillBody.TEXT
    return PrefillBody.NOTHING
