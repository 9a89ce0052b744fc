"""Building: check, compose, render, write. A report with errors is not written and its older output stays."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from generator.comparing.grids import Mismatch
from generator.comparing.read_back import MismatchError, verify
from generator.document.compose import compose
from generator.document.page_tags import page_tags
from generator.files.errors import UserError, shown
from generator.findings import Finding, Severity
from generator.pipeline.checking import Checked, check_file, crashed
from generator.pipeline.naming import folder_of, refuse_clashes, stem
from generator.pipeline.opening import load
from generator.pipeline.overwriting import Guard
from generator.pipeline.published import SETTLE, refuse_published
from generator.render.formats import FORMATS, Wishes
from generator.render.refusals import CannotRenderError, UnusableReferenceError

if TYPE_CHECKING:
    from generator.document.blocks import Document

DEFAULT_FORMATS = ("docx", "md")
STDOUT = "要写到标准输出的内容"
"""How what is not written to a file is called."""


class BuildOptions(NamedTuple):
    """What to write and where. ``reference`` is an agency's own DOCX that carries styles, page and footer.

    ``verify``: what was written is read back and compared with the report before it replaces the older file.
    ``force``: files in the way that are not ours are replaced too. ``no_title``: a fragment without its title, which
    the site sets itself.
    """

    directory: str | None = None
    formats: tuple[str, ...] = DEFAULT_FORMATS
    fragment: bool = False
    reference: str | None = None
    draft: bool = False
    skip_unchanged: bool = False
    verify: bool = False
    force: bool = False
    no_title: bool = False
    profile: str | None = None


class Built(NamedTuple):
    """What became of one input. ``problem`` is what kept its files from being read or written.

    ``draftable``: it has errors and was not written, but could be as a draft.
    ``unlike``: a file that was read back does not say what the report says; all the older files are still there.
    ``note`` is what to know about what was written, in a sentence: the same one for every report of a run.
    """

    checked: Checked
    written: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    problem: UserError | None = None
    draftable: bool = False
    unlike: tuple[Mismatch, ...] = ()
    note: str = ""


def build_files(paths: list[str], options: BuildOptions, jobs: int = 1) -> Iterator[Built]:
    """Build every input, in order; ``jobs`` processes share the work.

    Raises UserError before anything is written if two inputs would write one file, a template cannot serve, or what
    a PDF needs is not there.
    """
    refuse_clashes(paths, options.directory, options.formats)
    with _said(options):
        for fmt in options.formats:
            FORMATS[fmt].check(_wishes(options, fmt))
    if jobs > 1 and len(paths) > 1:
        yield from _shared_out(paths, options, jobs)
    else:
        for path in paths:
            yield build_file(path, options)


def build_file(path: str, options: BuildOptions, data: bytes | None = None) -> Built:
    """Build one input; what goes wrong is in the result."""
    checked = Checked(path, ())
    try:
        checked = _check(path, data, options.profile)
        options = _with_office(options, checked)
        if not may_be_written(checked, options):
            return Built(checked, draftable=checked.report is not None)
        targets = _targets(checked, options)
        if options.skip_unchanged and _up_to_date(targets, checked, options):
            return Built(checked, skipped=tuple(targets.values()))
        return Built(checked, written=_write(checked, targets, options), note=_notes(checked, options))
    except UserError as problem:
        return Built(checked, problem=problem)
    except MismatchError as outcome:
        return Built(checked, unlike=outcome.unlike)
    except Exception as fault:  # whatever the fault, the other reports must still be built
        return Built(crashed(path, fault))


def _check(path: str, data: bytes | None, profile: str | None) -> Checked:
    content = load(path) if data is None else data
    refuse_published(path, content, "生成")
    return check_file(path, data=content, profile=profile)


def _with_office(options: BuildOptions, checked: Checked) -> BuildOptions:
    """With the office's own template, where none was named."""
    template = checked.rules.template if checked.rules else ""
    return options._replace(reference=template) if template and options.reference is None else options


def _notes(checked: Checked, options: BuildOptions) -> str:
    """What to know about what was written; that a page lacks its date where the site wants one."""
    site, report = checked.rules.site if checked.rules else {}, checked.report
    dated = report is not None and report.signature is not None and report.signature.day is not None
    undated = site and "html" in options.formats and not options.fragment and not dated
    missing = "网页里没有 PubDate：落款没有写日期" if undated else ""
    return "\n".join(filter(None, (note_on(options), missing)))


def may_be_written(checked: Checked, options: BuildOptions) -> bool:
    """Whether the report is fit to be printed: no errors, or a draft of what could be read."""
    return checked.report is not None and (options.draft or not has_errors(checked.findings))


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Whether any finding is an error."""
    return any(f.severity is Severity.ERROR for f in findings)


def render_file(path: str, options: BuildOptions, data: bytes | None = None) -> tuple[Checked, bytes | None]:
    """One input in the one format of ``options``, as bytes; None when it has errors.

    Raises UserError; UnlikeError when the bytes were to be verified and do not say what the report says.
    """
    checked = _check(path, data, options.profile)
    options = _with_office(options, checked)
    if checked.report is None or not may_be_written(checked, options):
        return checked, None
    fmt = options.formats[0]
    document = _printed(composed(checked, draft=options.draft), fmt, options)
    content = _render(document, fmt, options)
    if options.verify:
        verify(checked.report, document, fmt, STDOUT, content)
    return checked, content


def note_on(options: BuildOptions) -> str:
    """What to know about what has been rendered: the fonts that stand in for others in a PDF."""
    with _said(options):
        used = {fmt: FORMATS[fmt].substitutes() for fmt in options.formats}
    notes = []
    for fmt, substitutes in used.items():
        listed = "、".join(f"{wanted} → {used}" for wanted, used in substitutes)
        if listed:
            notes.append(f"这台电脑缺少一些字体，{fmt.upper()} 里用别的代替：{listed}")
    return "\n".join(notes)


def render_document(document: Document, fmt: str) -> bytes:
    """Any document in one of the output formats, as bytes."""
    return _render(document, fmt, BuildOptions())


def composed(checked: Checked, *, draft: bool) -> Document:
    """The report as a document, with the tags that the government's site wants of its page."""
    assert checked.report is not None, "only what could be read is composed"
    site = checked.rules.site if checked.rules else {}
    return compose(checked.report, draft=draft)._replace(meta=page_tags(checked.report, site))


def _printed(document: Document, fmt: str, options: BuildOptions) -> Document:
    """What of a document goes into a format: all of it, or (fragments, asked for) all but the title."""
    if not (options.no_title and options.fragment and "fragment" in FORMATS[fmt].takes):
        return document
    return document._replace(blocks=tuple(block for block in document.blocks if type(block).__name__ != "Title"))


def _targets(checked: Checked, options: BuildOptions) -> dict[str, str]:
    """Format → output path."""
    assert checked.report is not None, "only what could be read is written"
    name = stem(checked.report.agency, checked.report.year, draft=options.draft)
    folder = folder_of(checked.file, options.directory)
    return {fmt: os.path.join(folder, f"{name}.{fmt}") for fmt in options.formats}


def _up_to_date(targets: dict[str, str], checked: Checked, options: BuildOptions) -> bool:
    """Whether every output is newer than every input."""
    try:
        newest = max(os.stat(path).st_mtime_ns for path in _read_for(checked, options))
        return all(os.stat(path).st_mtime_ns > newest for path in targets.values())
    except OSError:
        return False


def _read_for(checked: Checked, options: BuildOptions) -> tuple[str, ...]:
    """The files that a report is made of."""
    return (*checked.inputs, *([options.reference] if options.reference else []))


def _write(checked: Checked, targets: dict[str, str], options: BuildOptions) -> tuple[str, ...]:
    """Render everything, then write everything, then put it in place: no format is renewed while another one fails."""
    report, whole = checked.report, composed(checked, draft=options.draft)
    documents = {path: _printed(whole, fmt, options) for fmt, path in targets.items()}
    assert report is not None, "only what could be read is written"
    guard = Guard(_read_for(checked, options), options.force, checked.file, named=True)
    contents = {path: _render(documents[path], fmt, options) for fmt, path in targets.items()}
    formats = {path: fmt for fmt, path in targets.items()}

    def inspect(path: str, back: bytes) -> None:
        verify(report, documents[path], formats[path], path, back)

    guard.write(contents, inspect if options.verify else None)
    return tuple(contents)


def _render(document: Document, fmt: str, options: BuildOptions) -> bytes:
    """Raises UserError when it cannot be rendered."""
    with _said(options):
        return FORMATS[fmt].render(document, _wishes(options, fmt))


def _wishes(options: BuildOptions, fmt: str) -> Wishes:
    """What a format is asked for. What a template is made into is kept by the renderer for the next report."""
    takes = FORMATS[fmt].takes
    reference = load(options.reference) if options.reference is not None and "reference" in takes else None
    return Wishes(options.fragment and "fragment" in takes, reference)


@contextmanager
def _said(options: BuildOptions) -> Iterator[None]:
    """What cannot be rendered is a UserError."""
    try:
        yield
    except CannotRenderError as problem:
        of_template = isinstance(problem, UnusableReferenceError) and options.reference is not None
        where = f"模板 {shown(options.reference or '')} 不能用：" if of_template else ""
        raise UserError(where + problem.message, problem.hint) from problem


def unsettled_in_template(path: str) -> str:
    """What of open changes and comments an agency's own DOCX carries, and what to do; '' for none.

    Raises UserError when the file cannot be read.
    """
    from generator.importing.readers.docx_revisions import unsettled_in

    words = unsettled_in(load(path)).words
    return f"有 {words}。{SETTLE}" if words else ""


def _shared_out(paths: list[str], options: BuildOptions, jobs: int) -> Iterator[Built]:
    """Share the inputs out to processes."""
    from generator.files.processes import Task, shared_out

    threads = any(FORMATS[fmt].threads for fmt in options.formats)
    return shared_out(paths, Task(_build_apart, options, _lost, fresh=threads), jobs)


def _build_apart(path: str, options: BuildOptions) -> Built:
    """The result without the report, which the parent does not need."""
    built = build_file(path, options)
    return built._replace(checked=built.checked._replace(report=None))


def _lost(path: str) -> Built:
    """What became of a report whose process died."""
    problem = UserError(
        f"生成 {shown(path)} 的进程被系统终止了（可能是内存不足），这一份没有写",
        "原来的文件都在；请关掉别的程序，减少 --jobs 的数目再运行，可以加 --skip-unchanged 接着做",
    )
    return Built(Checked(path, ()), problem=problem)
