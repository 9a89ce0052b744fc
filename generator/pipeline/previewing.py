"""What a report looks like while it is written: the page as it will be printed, and each finding's place on it."""

from __future__ import annotations

from typing import NamedTuple

from generator.document.tracing import PagePlace, Trace, marks, trace
from generator.files.errors import UserError
from generator.findings import Path, Severity, Span
from generator.pipeline.building import composed, has_errors
from generator.pipeline.checking import Checked, check_file, crashed
from generator.report.model import Report

__all__ = ["Located", "PagePlace", "Snapshot", "look_at"]


_END_OF_LINE = 1 << 30
_FIRST_ABOUT_CONTENT = "NB100"
"""The codes below are about encoding and YAML."""


class Located(NamedTuple):
    """Where a finding and each of its related places are printed; empty for what is not on the page."""

    marks: tuple[PagePlace, ...] = ()
    related: tuple[tuple[PagePlace, ...], ...] = ()


class Snapshot(NamedTuple):
    """A file at one moment. ``html`` is its page, None while nothing of it can be read; a draft while it has errors.

    ``located`` goes with ``checked.findings``, one for one, when there is a page. ``problem`` is what keeps the file
    from being opened at all.
    """

    checked: Checked
    html: bytes | None = None
    located: tuple[Located, ...] = ()
    problem: UserError | None = None

    @property
    def inputs(self) -> tuple[str, ...]:
        """The files it depends on."""
        return self.checked.inputs or (self.checked.file,)

    @property
    def broken(self) -> bool:
        """Whether the file as such is at fault, not what it says: then ``html`` is at best a guess."""
        faults = (f.code for f in self.checked.findings if f.severity is Severity.ERROR)
        return self.html is None or any(code < _FIRST_ABOUT_CONTENT for code in faults)


def look_at(path: str, data: bytes | None = None) -> Snapshot:
    """Check a file and set its page (``data`` instead of its content, for editors). Never raises.

    A fault of our own in setting the page becomes one NB900 finding, as in every other command.
    """
    try:
        checked = check_file(path, data=data)
        return _page(checked, checked.report) if checked.report else Snapshot(checked)
    except UserError as problem:
        return Snapshot(Checked(path, ()), problem=problem)
    except Exception as fault:  # whatever the fault, the page must go on
        return Snapshot(crashed(path, fault))


def _page(checked: Checked, report: Report) -> Snapshot:
    from generator.render.html import render

    document = composed(checked, draft=has_errors(checked.findings))
    traced = trace(report, document)
    located = (
        Located(_marks(traced, f.path, f.span), tuple(_marks(traced, r.path, r.span) for r in f.related))
        for f in checked.findings
    )
    return Snapshot(checked, render(document), tuple(located))


def _marks(traced: Trace, path: Path, span: Span) -> tuple[PagePlace, ...]:
    end = span.end_column if span.end_line == span.line else _END_OF_LINE
    return marks(traced, path, span.line, (span.column, max(end, span.column + 1)))
