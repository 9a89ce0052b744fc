"""Starting a new report: the commented scaffold, and beside it the schema that its first line names."""

from __future__ import annotations

import contextlib
import errno
import os
from datetime import date
from typing import TYPE_CHECKING

from generator.files.atomic import write_all
from generator.files.errors import UserError, cannot_write, shown
from generator.form import FIRST_YEAR
from generator.form.scaffold import scaffold
from generator.pipeline.overwriting import Guard
from generator.resources import SCHEMA
from generator.source.limits import LAST_YEAR

if TYPE_CHECKING:
    from generator.form.prefill import TakenOver
    from generator.pipeline.opening import Opened


def new_report(year: int, agency: str | None) -> str:
    """The YAML of an empty report. Raises UserError for a year before the form began."""
    _refuse(year)
    return scaffold(year, agency, SCHEMA_NAME)


def next_report(year: int, agency: str | None, file: str, last: Opened) -> str:
    """The YAML of the draft that follows ``last``, the report of the year before.

    Raises UserError for a year before the form began, and when ``last`` is of another year.
    """
    taken_over = from_last_year(year, agency, file, last)
    return scaffold(year, agency or (last.report and last.report.agency), SCHEMA_NAME, taken_over)


def from_last_year(year: int, agency: str | None, file: str, last: Opened) -> TakenOver:
    """What the draft of ``year`` takes over from ``last``. Raises UserError as :func:`next_report` does."""
    from generator.pipeline.rollover import carried

    _refuse(year)
    report = last.report
    assert report is not None, "what could not be read has no next year"
    if report.year is not None and report.year != year - 1:
        raise UserError(
            f"{shown(last.file)} 是 {report.year} 年度的报告，不是 {year - 1} 年度的",
            f"接着它写，年度是 {report.year + 1}；写 {year} 年度的，请给出 {year - 1} 年度的报告",
        )
    return carried(last, report, year, agency, file)


def _refuse(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError(
            f"年度不对：{year}", f"本格式从 {FIRST_YEAR} 年度开始使用，请写四位数的年度，如 {date.today().year - 1}"
        )


def default_name(year: int, agency: str | None) -> str:
    """The file name for a new report."""
    safe = "".join("_" if c in '\\/:*?"<>|' or not c.isprintable() else c for c in agency or "年报").strip(" .")
    return f"{safe[:60] or '年报'}-{year}.yaml"


def too_early(year: int) -> bool:
    """Whether the year is not over yet: its report is written next January."""
    return year >= date.today().year


SCHEMA_NAME = os.path.basename(SCHEMA)

_NO_FORCE = Guard()


def write_new(path: str, text: str, guard: Guard = _NO_FORCE) -> None:
    """Write a new report; an existing file is not overwritten, unless the guard was told by force. Raises UserError."""
    contents = {path: text.encode("utf-8", "surrogatepass")}
    if guard.force:
        guard.write(contents)
    else:
        refuse_existing(path)
        write_all(contents, fresh=True)
    lay_schema_beside(path)


def lay_schema_beside(path: str) -> None:
    """Put the schema that the first line of ``path`` names into its folder; an older one of ours is renewed.

    Named without a path it is found wherever the two are taken together, on a colleague's machine too. Editors alone
    need it: where it cannot be written, or something else has its name, the report is as good without.
    """
    beside = os.path.join(os.path.dirname(os.path.abspath(path)), SCHEMA_NAME)
    with contextlib.suppress(UserError, OSError, ValueError):
        with open(SCHEMA, "rb") as file:
            schema = file.read()
        if not _holds(beside, schema):
            Guard().write({beside: schema})


def _holds(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(len(content) + 1) == content
    except FileNotFoundError:
        return False


def refuse_existing(path: str) -> None:
    """Raise UserError when there is a file already where a new report is to be written."""
    if os.path.lexists(path):
        raise cannot_write(path, FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)))
