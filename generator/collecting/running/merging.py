"""Merging: many agencies' reports read, their figures summed into one government's new YAML, their texts bound."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.collecting.merging import merged
from generator.collecting.records import Aside, Filed, ListedProblem
from generator.collecting.running.reading import Read, RunContext, read_file, read_files
from generator.collecting.running.walking import FoundFile, walk
from generator.collecting.selection import Chosen, choose
from generator.document.blocks import Document
from generator.document.compendium import Told, compendium
from generator.files.errors import UserError, cannot_read, shown
from generator.findings import Severity
from generator.form import edition_for
from generator.form.prefill import NOTHING
from generator.form.scaffold import scaffold
from generator.pipeline.building import render_document
from generator.pipeline.inputs import STDIN
from generator.pipeline.opening import open_usable
from generator.pipeline.overwriting import Guard, refuse_same
from generator.pipeline.starting import SCHEMA_NAME, default_name, from_last_year, refuse_existing, write_new

__all__ = ["Aside", "Filed", "Inputs", "MergeOptions", "Merged", "find_reports", "merge", "read_reports"]

TEXT_FORMATS = ("docx", "md", "html")
_BESIDE = {"docx": ("docx", "md")}
"""Formats of the texts that are written together with the one asked for."""
_SUGGESTED = 75
"""Of a hundred: from this likeness on a name is suggested."""


class Inputs(NamedTuple):
    """The files to be read, those that are none, and the agencies (no files) that are not wanted."""

    found: tuple[FoundFile, ...]
    skipped: tuple[Aside, ...]
    without: tuple[str, ...]
    files: tuple[str, ...] = ()
    """All files that were named, the unwanted ones too."""


class MergeOptions(NamedTuple):
    """What is to become of the reports. ``year`` None: that of the reports; ``output`` None: 机关-年度.yaml here."""

    agency: str
    year: int | None = None
    output: str | None = None
    texts: str | None = None
    last_year: str | None = None
    force: bool = False


class Merged(NamedTuple):
    """What became of it: ``yaml`` is empty when reports were refused, and nothing is written then."""

    chosen: Chosen
    output: str = ""
    yaml: str = ""
    written: tuple[str, ...] = ()

    @property
    def doubtful(self) -> dict[str, int]:
        """How many places are not read for certain in each published report that was summed."""
        counts = {filed.file: sum(_is_doubt(problem) for problem in filed.problems) for filed in self.chosen.reports}
        return {file: count for file, count in counts.items() if count}


def _is_doubt(problem: ListedProblem) -> bool:
    """What reading a published report is not sure of has no rule's code."""
    return not problem.code and problem.severity is Severity.WARNING


def find_reports(paths: Sequence[str], without: Sequence[str], options: MergeOptions) -> Inputs:
    """The reports among the files and folders named, but the files in ``without``.

    Raises UserError for what does not exist, when there is no report, and when an output is in the way already.
    """
    if not options.agency.strip():
        raise UserError("--agency 后面的名称是空的", "请写出汇总成哪个机关的年报，写机关的全称")
    _refuse_outputs(options)
    found: dict[str, FoundFile] = {}
    skipped: list[Aside] = []
    for path in paths:
        files, others = _below(path) if os.path.isdir(path) else ((_named(path),), ())
        for file in files:
            found.setdefault(os.path.realpath(file.path), file)
        skipped += others
    unwanted = [name for name in without if os.path.isfile(name)]
    for name in unwanted:
        if found.pop(os.path.realpath(name), None) is None:
            raise UserError(f"--without 写的文件不在要汇总的文件里：{shown(name)}", "请检查文件名和所在的文件夹")
    if not found:
        raise UserError("没有可以汇总的报告", "请写出各单位的报告，或者它们所在的文件夹")
    agencies = tuple(name for name in without if name not in unwanted)
    named = (*(file.path for file in found.values()), *unwanted)
    inputs = Inputs(tuple(found.values()), tuple(skipped), agencies, named)
    _guard(inputs, options).check(_text_files(options))
    return inputs


def read_reports(inputs: Inputs, jobs: int) -> Iterator[Read]:
    """The reports one by one, checked; whatever is wrong with one is among its problems."""
    return read_files(inputs.found, read_file, RunContext(), jobs)


def merge(reports: Sequence[Filed], inputs: Inputs, options: MergeOptions) -> Merged:
    """Sum the reports and write what ``options`` ask for (``output`` ``-``: the YAML is left to the caller).

    Raises UserError for a name in ``--without`` that is nobody's, and for last year's report when it is of no use.
    """
    try:
        chosen = choose(reports, options.year, inputs.without)
    except LookupError as unknown:
        raise _nobody(str(unknown.args[0]), reports) from unknown
    if chosen.refused:
        return Merged(chosen)
    if not chosen.reports or chosen.year is None:
        raise UserError("没有可以汇总的报告", "所有的报告都在 --without 里，请留下要汇总的")
    output = options.output or default_name(chosen.year, options.agency)
    _refuse_output(output, options)
    guard = _guard(inputs, options)
    yaml = _yaml(chosen, chosen.year, output, options)
    texts = _rendered(chosen, chosen.year, options)
    if output != STDIN:
        write_new(output, yaml, guard)
    guard.write(texts)
    return Merged(chosen, output, yaml, tuple(texts))


def _below(folder: str) -> tuple[Sequence[FoundFile], Sequence[Aside]]:
    """The reports of a folder, and what is none, named by the way to them from here."""
    walked = walk(folder)
    files = [found._replace(name=shown(found.path)) for found in walked.found]
    return files, [aside._replace(file=shown(os.path.join(folder, aside.file))) for aside in walked.skipped]


def _named(path: str) -> FoundFile:
    try:
        return FoundFile(path, shown(path), os.stat(path).st_mtime_ns)
    except (OSError, ValueError) as fault:
        raise cannot_read(path, fault) from fault


def _refuse_outputs(options: MergeOptions) -> None:
    output = options.output or (default_name(options.year, options.agency) if options.year else None)
    _refuse_output(output, options)
    if options.texts is not None and _format(options.texts) not in TEXT_FORMATS:
        raise UserError(f"文字汇编不能写成这种文件：{shown(options.texts)}", "文件名请以 .docx、.md 或者 .html 结尾")


def _refuse_output(output: str | None, options: MergeOptions) -> None:
    """Raise UserError when there is such a file already, or the texts are to go there too.

    Before anything is read, where its name is known by then.
    """
    if not output or output == STDIN:
        return
    refuse_same([output, *_text_files(options)])
    if not options.force:
        refuse_existing(output)


def _guard(inputs: Inputs, options: MergeOptions) -> Guard:
    return Guard((*inputs.files, *([options.last_year] if options.last_year else [])), options.force)


def _format(path: str) -> str:
    return os.path.splitext(path)[1].lower().removeprefix(".")


def _text_files(options: MergeOptions) -> dict[str, str]:
    """Path → format of each file of texts."""
    if options.texts is None:
        return {}
    stem, asked = os.path.splitext(options.texts)[0], _format(options.texts)
    others = {f"{stem}.{form}": form for form in _BESIDE.get(asked, ()) if form != asked}
    return {options.texts: asked, **others}


def _nobody(name: str, reports: Sequence[Filed]) -> UserError:
    from rapidfuzz.process import extractOne

    names = [filed.agency for filed in reports if filed.agency]
    near = extractOne(name, names, score_cutoff=_SUGGESTED)
    hint = f"是不是“{near[0]}”？" if near else "请写报告里的机关名称，或者写出文件名和所在的文件夹"
    return UserError(f"--without 写的“{name}”，既不是要汇总的单位，也不是文件", hint)


def _yaml(chosen: Chosen, year: int, output: str, options: MergeOptions) -> str:
    before = NOTHING
    if options.last_year is not None:
        before = from_last_year(year, options.agency, output, open_usable(options.last_year))
    taken_over = merged(chosen.reports, edition_for(year), before)
    return scaffold(year, options.agency, SCHEMA_NAME, taken_over)


def _rendered(chosen: Chosen, year: int, options: MergeOptions) -> dict[str, bytes]:
    files = _text_files(options)
    if not files:
        return {}
    document = _texts(chosen, year, options.agency)
    return {path: render_document(document, form) for path, form in files.items()}


def _texts(chosen: Chosen, year: int, agency: str) -> Document:
    told = (
        Told(str(report.agency), passage.part, passage.topic, passage.heading, passage.paragraphs)
        for report in chosen.reports
        for passage in report.passages
        if passage.paragraphs or not passage.topic
    )
    return compendium(edition_for(year), agency, year, told)
