"""Comparing two reports: opened whatever their kind, compared, and shown as data, as a page, as a notice."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from generator.comparing.comparing import compare
from generator.comparing.correction import correction
from generator.comparing.differences import Comparison, FigurePair, LinePair, Section, Stretch
from generator.findings import Severity
from generator.pipeline.building import render_document
from generator.pipeline.errors import UserError, shown
from generator.pipeline.exact_json import exact_json
from generator.pipeline.opening import Opened, open_usable
from generator.report.model import Report

__all__ = ["Compared", "Comparison", "FigurePair", "LinePair", "Section", "Side", "Stretch", "compare_files"]

NOTICE_FORMATS = ("docx", "md", "html")


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


class Compared(NamedTuple):
    """Two reports and what differs."""

    before: Side
    after: Side
    comparison: Comparison


def compare_files(before: str, after: str) -> Compared:
    """Compare two files. Raises UserError for one that cannot be read as a report."""
    one, other = _side(before), _side(after)
    return Compared(one, other, compare(one.report, other.report))


def _side(path: str) -> Side:
    opened = open_usable(path)
    assert opened.report is not None, "an opened report that is usable is there"
    return Side(opened, opened.report)


def as_json(compared: Compared) -> bytes:
    """All that differs, as JSON: figures by path, lines of text by section with their pieces."""
    comparison = compared.comparison
    lines = [_line(section, pair) for section in comparison.sections for pair in section.changed]
    return exact_json(
        {
            "before": _head(compared.before),
            "after": _head(compared.after),
            "same": comparison.same,
            "figures": [{**pair._asdict(), "path": list(pair.path)} for pair in comparison.figures],
            "text": lines,
        }
    )


def _head(side: Side) -> dict[str, Any]:
    return {"file": side.file, "agency": side.report.agency, "year": side.report.year}


def _line(section: Section, pair: LinePair) -> dict[str, Any]:
    return {
        "section": section.name,
        "place": section.place(pair),
        "heading": pair.heading,
        "before": pair.before and pair.before.text,
        "after": pair.after and pair.after.text,
        "pieces": [piece._asdict() for piece in pair.stretches],
    }


def as_html(compared: Compared) -> bytes:
    """One self-contained page with both reports side by side."""
    from generator.comparing.pairing import side_by_side
    from generator.document.figures import figure_text
    from generator.render.environment import template

    comparison = compared.comparison
    figures = [(pair.place, figure_text(pair.before), figure_text(pair.after)) for pair in comparison.figures]
    page = template("compare.html.j2").render(
        before=os.path.basename(compared.before.file),
        after=os.path.basename(compared.after.file),
        figures=figures,
        sections=[(section.name, list(side_by_side(section.pairs))) for section in comparison.sections],
        changed=comparison.changed_lines,
    )
    return page.encode("utf-8", "replace")


def notice(compared: Compared, file: str) -> bytes:
    """A draft of the 更正说明 in the format that ``file`` ends in.

    Raises UserError for another format, when nothing differs, or when the reports are not of the same year.
    """
    form = os.path.splitext(file)[1].lower().removeprefix(".")
    if form not in NOTICE_FORMATS:
        raise UserError(f"更正说明不能写成这种文件：{shown(file)}", "文件名请以 .docx、.md 或者 .html 结尾")
    before, after = compared.before.report, compared.after.report
    if before.year != after.year:
        years = f"{before.year} 年度和 {after.year} 年度"
        raise UserError(f"两份报告的年度不同（{years}），没有写更正说明", "更正说明比较的是同一份报告的两个文本")
    if compared.comparison.same:
        raise UserError("两份报告没有不同，不需要更正说明")
    return render_document(correction(compared.comparison, before, after), form)
