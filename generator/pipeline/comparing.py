"""Comparing two reports: opened whatever their kind, compared, and shown as data, as a page, as a notice."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from generator.comparing.comparing import compare
from generator.comparing.correction import correction
from generator.comparing.differences import (
    JSON_KEYS,
    TEXT_HEADS,
    ChangedStretch,
    ComparedSection,
    Comparison,
    FigurePair,
    LinePair,
)
from generator.files.errors import UserError, shown
from generator.files.exact_json import exact_json
from generator.findings import Finding, Path, Severity
from generator.form import keys
from generator.form.placing import in_print
from generator.pipeline.building import render_document
from generator.pipeline.checking import Checked, check_opened
from generator.pipeline.opening import Opened, open_usable
from generator.report.agencies import own_names, same_agency
from generator.report.model import Figure, Report
from generator.report.plain import printed_figures

__all__ = [
    "TEXT_HEADS",
    "ChangedStretch",
    "ComparedReports",
    "ComparedSection",
    "Comparison",
    "FigurePair",
    "LinePair",
    "Side",
    "compare_files",
]

NOTICE_FORMATS = ("docx", "md", "html")
_NAMED = 10
"""So many places are named one by one."""


class Side(NamedTuple):
    """One of the two reports."""

    opened: Opened
    report: Report

    @property
    def file(self) -> str:
        """The file's name as given."""
        return self.opened.file

    @property
    def errors(self) -> int:
        """How many errors reading it has found."""
        return sum(finding.severity is Severity.ERROR for finding in self.opened.findings)

    @property
    def year(self) -> str:
        """2023年; '' where it is not known."""
        return f"{self.report.year}年" if self.report.year else ""


class ComparedReports(NamedTuple):
    """Two reports and what differs."""

    before: Side
    after: Side
    comparison: Comparison

    @property
    def two_years(self) -> bool:
        """Whether figures of two years stand beside each other."""
        return bool(self.before.year and self.after.year and self.before.year != self.after.year)

    @property
    def two_agencies(self) -> bool:
        """Whether the reports' agencies have no name in common, 曾用名 included; not where one was not read."""
        names, others = own_names(self.before.report), own_names(self.after.report)
        return bool(names and others) and not any(same_agency(a, b) for a in names for b in others)


def compare_files(
    before: str, after: str, before_data: bytes | None = None, after_data: bytes | None = None
) -> ComparedReports:
    """Compare two files (data instead of their content). Raises UserError for one that is not read as a report."""
    one, other = _side(before, before_data), _side(after, after_data)
    return ComparedReports(one, other, compare(one.report, other.report))


class Review(NamedTuple):
    """What stands in the way of a notice of correction, and what to know before it goes out.

    ``checked`` is the corrected report with its findings; ``unread`` are the places in it that could not be read,
    ``unknown`` those of the published report that could not, though the correction names them.
    """

    checked: Checked
    unread: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def errors(self) -> int:
        """How many errors the corrected report has."""
        return sum(finding.severity is Severity.ERROR for finding in self.checked.findings)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The corrected report's warnings."""
        return tuple(finding for finding in self.checked.findings if finding.severity is Severity.WARNING)

    @property
    def fit(self) -> bool:
        """Whether the notice may be written: the public is told no figure that is wrong or not known."""
        return not (self.errors or self.unread or self.unknown)

    @property
    def why_not(self) -> str:
        """Why the notice may not be written, in words; '' where it may."""
        faults = [f"{self.errors} 个错误"] if self.errors else []
        if self.unread:
            faults.append(f"{len(self.unread)} 个没有读出的数（{_listed(self.unread)}）")
        if faults:
            return f"更正后的这份还有 {'、'.join(faults)}，没有写更正说明"
        if self.unknown:
            return f"第一份里这些数没有读出来，说不出原来是多少，没有写更正说明：{_listed(self.unknown)}"
        return ""


def review(compared: ComparedReports) -> Review:
    """Check the corrected report of a comparison, and find what was not read of both."""
    after, figures = compared.after, compared.comparison.figures
    unread = [path for path, value in printed_figures(after.report) if value is None]
    unknown = [pair.path for pair in figures if pair.before is None]
    return Review(check_opened(after.opened), _places(unread, after.report), _places(unknown, after.report))


def _listed(places: Sequence[str]) -> str:
    return "、".join(places[:_NAMED]) + ("等" if len(places) > _NAMED else "")


def _places(paths: Iterable[Path], report: Report) -> tuple[str, ...]:
    """Typed figures in words; the totals that hang on them need not be named."""
    return tuple(in_print(path, report.edition) for path in paths if keys.TOTAL not in path)


def _side(path: str, data: bytes | None = None) -> Side:
    opened = open_usable(path, data)
    assert opened.report is not None, "an opened report that is usable is there"
    return Side(opened, opened.report)


def as_json(compared: ComparedReports) -> bytes:
    """All that differs, as JSON: figures by path, lines of text by section with their pieces."""
    comparison = compared.comparison
    lines = [_line(section, pair) for section in comparison.sections for pair in section.changed]
    figures = [{**pair._asdict(), "path": list(pair.path)} for pair in comparison.figures]
    values = (_head(compared.before), _head(compared.after), comparison.same, figures, lines)
    return exact_json(dict(zip(JSON_KEYS, values, strict=True)))


def signed(change: Figure) -> str:
    """+3, -2; '' for a change that is not known."""
    if change is None:
        return ""
    return f"{'+' if change > 0 else ''}{change:f}" if isinstance(change, Decimal) else f"{change:+d}"


def _head(side: Side) -> dict[str, Any]:
    return {"file": side.file, "agency": side.report.agency, "year": side.report.year}


def _line(section: ComparedSection, pair: LinePair) -> dict[str, Any]:
    return {
        "section": section.name,
        "place": section.place(pair),
        "heading": pair.heading,
        "before": pair.before and pair.before.text,
        "after": pair.after and pair.after.text,
        "pieces": [piece._asdict() for piece in pair.stretches],
    }


def as_html(compared: ComparedReports) -> bytes:
    """One self-contained page with both reports side by side."""
    from generator.comparing.pairing import side_by_side
    from generator.document.figures import figure_text
    from generator.render.environment import template

    comparison = compared.comparison
    figures = [
        (pair.place, figure_text(pair.before), figure_text(pair.after), signed(pair.change))
        for pair in comparison.figures
    ]
    page = template("compare.html.j2").render(
        before=os.path.basename(compared.before.file),
        after=os.path.basename(compared.after.file),
        years=(compared.before.year, compared.after.year) if compared.two_years else None,
        figures=figures,
        sections=[(section.name, list(side_by_side(section.pairs))) for section in comparison.sections],
        changed=comparison.changed_lines,
    )
    return page.encode("utf-8", "replace")


def notice(compared: ComparedReports, file: str) -> bytes:
    """A draft of the 更正说明 in the format that ``file`` ends in.

    Raises UserError for another format, when nothing differs, or when the reports are not of one agency and year.
    """
    form = os.path.splitext(file)[1].lower().removeprefix(".")
    if form not in NOTICE_FORMATS:
        raise UserError(f"更正说明不能写成这种文件：{shown(file)}", "文件名请以 .docx、.md 或者 .html 结尾")
    before, after = compared.before.report, compared.after.report
    if before.year != after.year:
        years = f"{before.year} 年度和 {after.year} 年度"
        raise UserError(f"两份报告的年度不同（{years}），没有写更正说明", "更正说明比较的是同一份报告的两个文本")
    if compared.two_agencies:
        raise UserError(
            f"两份报告的机关不同（{before.agency}和{after.agency}），没有写更正说明",
            f"更正说明比较的是同一份报告的两个文本；机关改了名称的，把原来的名称写进改正后那份的“{keys.FORMER_NAMES}”",
        )
    if compared.comparison.same:
        raise UserError("两份报告没有不同，不需要更正说明")
    return render_document(correction(compared.comparison, before, after), form)
