"""One file as read: checked with last year's report beside it, and kept as plain data. Runs in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from generator.checks.years.comparing import predecessor
from generator.collecting.figures import YearFigures
from generator.collecting.names import TELLING, Directory
from generator.collecting.records import Filed, FiledPassage, ListedProblem
from generator.collecting.running.problems import problems_of
from generator.collecting.running.sentence_figures import sentence_figures_of
from generator.collecting.running.walking import FoundFile
from generator.document import blocks
from generator.document.narrative import narrative_blocks
from generator.files.errors import UserError
from generator.files.processes import Task, shared_out
from generator.findings import Severity
from generator.form import keys
from generator.form.model import Item
from generator.form.placing import WHOLE_REPORT
from generator.pipeline.checking import Checked, check_opened, crashed
from generator.pipeline.naming import identity
from generator.pipeline.office_rules import OfficeRulesFor
from generator.pipeline.opening import Known, load, open_last_year, open_report
from generator.pipeline.published import is_published
from generator.profile.model import OfficeRules
from generator.report.building import UnlinkedReport
from generator.report.model import Paragraph, Report

_OF_LAST_YEAR = "NB107"
"""What is wrong with last year's report: when the office has handed that in, it is nothing to reproach the agency."""
_FEW = 8
"""So few files are read before a second process has started."""


class RunContext(NamedTuple):
    """What all files of a run share. ``last_years``: agency (its place in the roster) and year → path of the report.

    ``last_year_texts``: likewise the YAML of those that were imported.
    ``rules`` are the county's settings.
    """

    directory: Directory = Directory(())
    last_years: Mapping[tuple[int, int], str] = {}
    deadline: date | None = None
    last_year_texts: Mapping[tuple[int, int], str] = {}
    rules: OfficeRules | None = None

    def known(self, agency: str | None, former_names: Iterable[str], year: int | None) -> Known:
        """What the roster and last year's folder know of an agency."""
        place = self.directory.find(agency, former_names) if agency else None
        if place is None:
            return Known()
        found = self.directory.agencies[place]
        names = (found.name, *found.short_names, *found.former_names)
        telling = tuple(name for name in names if len(name) >= TELLING)
        last = (place, (year or 0) - 1)
        return Known(self.last_years.get(last), telling, self.last_year_texts.get(last, ""))


class Read(NamedTuple):
    """A file, and what it was read with: the cache asks whether that is still so.

    ``content`` is the digest of its bytes ('' when it could not be read); ``last_file`` the 上年报告 that it names
    itself, ``last_content`` the digest of the report of last year that was really used; ``names`` are those that the
    roster gave. ``imported`` is the YAML of a published report of last year. ``trace`` is the traceback of a fault of
    our own.
    """

    filed: Filed
    last_year: Filed | None = None
    content: str = ""
    last_file: str | None = None
    last_content: str = ""
    names: tuple[str, ...] = ()
    imported: str = ""
    trace: str = ""


def read_file(found: FoundFile, scene: RunContext) -> Read:
    """Read and check one file. Whatever goes wrong is in the result."""
    try:
        data = load(found.path)
    except UserError as refusal:
        problem = ListedProblem(Severity.ERROR, WHOLE_REPORT, refusal.message, refusal.hint)
        return Read(Filed(found.name, found.modified, problems=(problem,)))
    try:
        return _read(found, data, scene)
    except Exception as fault:  # a report that breaks is one row, never the end of the run
        return _crashed(found, data, crashed(found.path, fault))


def read_files(
    files: Sequence[FoundFile],
    work: Callable[[FoundFile, RunContext], Read],
    context: RunContext,
    jobs: int,
) -> Iterator[Read]:
    """``work`` on every file, in order, shared out to ``jobs`` processes where that pays."""
    return shared_out(files, Task(work, context, _lost), jobs if len(files) > _FEW else 1)


def _lost(found: FoundFile) -> Read:
    """The file on which a process of ours died."""
    return Read(_fault(found), trace=f"a process died reading {found.name}")


def _read(found: FoundFile, data: bytes, scene: RunContext) -> Read:
    given = [Known()]
    own_names: list[tuple[str, ...]] = [()]

    def known(draft: UnlinkedReport) -> Known:
        fields = draft.reading.fields
        own_names[0] = tuple(fields.get((keys.FORMER_NAMES,), ()))
        given[0] = scene.known(fields.get((keys.AGENCY,)), own_names[0], fields.get((keys.YEAR,)))
        return given[0]

    opened = open_report(found.path, data, known=known)
    checked = check_opened(opened, scene.deadline, OfficeRulesFor(scene.rules))
    report = checked.report
    used = next(iter(opened.inputs[1:]), None)
    filed = _filed(found, checked, own_names[0], data)
    filed = filed._replace(problems=tuple(_on_last_year(filed.problems, used, theirs=not given[0].last_year)))
    last = predecessor(report) if report else None
    return Read(
        filed,
        _figures_of(last, used or "") if last else None,
        digest(data),
        report.last_year_file if report else None,
        digest_of(used),
        given[0].names,
        trace=checked.trace,
    )


def _filed(found: FoundFile, checked: Checked, former_names: tuple[str, ...], data: bytes) -> Filed:
    report = checked.report
    figures = YearFigures.of(report) if report else None
    if report is None or figures is None or set(figures.values()) == {None}:
        agency, year = _identity(found, data) if report is None else (report.agency, report.year)
        problems = problems_of(checked) if agency else tuple(_as_found(checked))
        return Filed(found.name, found.modified, agency, year, former_names, problems=problems)
    return Filed(
        found.name,
        found.modified,
        report.agency,
        report.year,
        former_names,
        report.consolidated,
        figures,
        problems_of(checked),
        tuple(_passages(report)),
        _printed(report, figures),
        sentence_figures_of(report),
        dated=bool(report.signature and report.signature.day),
    )


def _as_found(checked: Checked) -> Iterator[ListedProblem]:
    """Why a file of nobody's is no report, commands included: it is the office that has to do something about it."""
    for finding in checked.findings:
        yield ListedProblem(finding.severity, WHOLE_REPORT, finding.message, finding.hint, finding.code)


def _on_last_year(problems: Iterable[ListedProblem], file: str | None, *, theirs: bool) -> Iterator[ListedProblem]:
    """Last year's report from the office is none of the agency's problems; one that was not sent is no fault."""
    for problem in problems:
        if problem.code != _OF_LAST_YEAR:
            yield problem
        elif theirs and file and not os.path.exists(file):
            message = f"上年报告“{os.path.basename(file)}”没有一并报送，与上年的比较没有做"
            yield problem._replace(severity=Severity.INFO, message=message, advice="有上年报告的，可以一并报送")
        elif theirs:
            yield problem


def _identity(found: FoundFile, data: bytes) -> tuple[str | None, int | None]:
    """Agency and year of a YAML file that cannot be read, where two plain lines name them."""
    return (None, None) if is_published(found.path, data) else identity(data)


def _passages(report: Report) -> Iterator[FiledPassage]:
    for part in report.edition.narratives:
        narrative = report.narratives.get(part.key)
        if narrative and narrative.paragraphs:
            yield FiledPassage(part.key, "", "", _texts(narrative.paragraphs))
        for entry in narrative.entries if narrative else ():
            yield FiledPassage(part.key, entry.topic, entry.heading, _texts(entry.paragraphs))


def _texts(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in paragraphs)


def _printed(report: Report, figures: YearFigures) -> str:
    """The digest of what a reader sees: figures and text, not the blanks, not how it is set."""
    texts = [
        *_texts(report.preface),
        *(text for note in report.notes.values() for text in _texts(note)),
        *(text for part in report.edition.narratives for text in _lines(report, part)),
    ]
    values = ",".join(map(str, (report.agency, report.year, *figures.values_in_order)))
    return digest((values + "".join("".join(texts).split())).encode("utf-8", "surrogatepass"))


def _lines(report: Report, part: Item) -> Iterator[str]:
    """The text of a part as it is printed, subheadings and the sentence on 信息处理费 included."""
    for block in narrative_blocks(report, part):
        if isinstance(block, blocks.Paragraph):
            yield block.lead
        if isinstance(block, blocks.Paragraph | blocks.Subheading):
            yield block.text


def read_last_year(found: FoundFile, _scene: RunContext) -> Read:
    """Last year's report of some agency: its figures, and what is not right with it as one problem."""
    try:
        report, wrong, _, imported = open_last_year(found.path)
        content = digest_of(found.path)
    except Exception:  # last year's faults are not this year's work: there is just nothing to compare with
        return Read(Filed(found.name, found.modified))
    if report is None:
        return Read(Filed(found.name, found.modified), content=content)
    problems = (ListedProblem(Severity.WARNING, WHOLE_REPORT, wrong, ""),) if wrong else ()
    filed = _figures_of(report, found.name)._replace(modified=found.modified, problems=problems)
    return Read(filed, content=content, imported=imported)


def _figures_of(report: Report, file: str) -> Filed:
    figures = YearFigures.of(report)
    found = Filed(file, 0, report.agency, report.year, report.former_names, report.consolidated)
    return (
        found._replace(figures=figures, digest=_printed(report, figures)) if set(figures.values()) != {None} else found
    )


def _crashed(found: FoundFile, data: bytes, checked: Checked) -> Read:
    agency, year = _identity(found, data)
    return Read(_fault(found)._replace(agency=agency, year=year), trace=checked.trace)


def _fault(found: FoundFile) -> Filed:
    message = "程序处理这个文件时出错，没有处理完"
    problem = ListedProblem(
        Severity.ERROR, WHOLE_REPORT, message, "不是报送单位的问题：请把这个文件发给维护程序的人员", "NB900"
    )
    return Filed(found.name, found.modified, problems=(problem,))


def digest(data: bytes) -> str:
    """What stands for a file's content."""
    return blake2b(data, digest_size=16).hexdigest()


def digest_of(path: str | None) -> str:
    """The digest of a file; '' for none, and for one that cannot be read."""
    try:
        return digest(load(path)) if path else ""
    except UserError:
        return ""
