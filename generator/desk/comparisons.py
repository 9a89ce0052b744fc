"""The text on the page held against another report: what differs, and the draft of the notice that corrects it."""

from __future__ import annotations

import os
from typing import Any

from generator.comparing.differences import ComparedSection, LinePair
from generator.desk.files import Beside, made
from generator.document.figures import figure_text
from generator.editing.edits.typed import RefusedError
from generator.form import keys
from generator.pipeline.comparing import (
    NOTICE_FORMATS,
    ComparedReports,
    Side,
    compare_files,
    notice,
    review,
    signed,
)
from generator.pipeline.naming import stem
from generator.pipeline.verifying import find_record, verify_published


def compare(given: Beside) -> dict[str, Any]:
    """What differs between another report (first: as published, or of another year) and the text on the page.

    ``why_not`` says why no notice of correction may be written; '' where it may.
    """
    compared = _compared(given)
    found = compared.comparison
    is_other = compared.before.report.year != compared.after.report.year or compared.two_agencies
    may_correct = not (found.same or is_other)
    return {
        "same": found.same,
        "before": _side(compared.before),
        "after": _side(compared.after),
        "two_years": compared.two_years,
        "figures": [
            {
                "place": pair.place,
                "path": list(pair.path),
                "before": figure_text(pair.before),
                "after": figure_text(pair.after),
                "change": signed(pair.change),
                "is_total": keys.TOTAL in pair.path,
            }
            for pair in found.figures
        ],
        "lines": [_line(section, pair) for section in found.sections for pair in section.changed],
        "may_correct": may_correct,
        "why_not": review(compared).why_not if may_correct else "",
    }


def verify(given: Beside) -> dict[str, Any]:
    """A published file held against the 定稿 beside the report. Raises UserError where there is none."""
    verified = verify_published(find_record(given.path, ()), os.path.basename(given.name), given.content)
    differing = () if verified.same else verified.sections
    return {
        "same": verified.same,
        "outcome": verified.outcome,
        "figures": []
        if verified.same
        else [
            {"place": pair.place, "before": figure_text(pair.before), "after": figure_text(pair.after)}
            for pair in verified.comparison.figures
        ],
        "lines": [_line(section, pair) for section in differing for pair in section.changed],
        "doubts": [] if verified.same else list(verified.doubts),
    }


def _line(section: ComparedSection, pair: LinePair) -> dict[str, Any]:
    return {
        "place": section.place(pair),
        "pieces": [[piece.before, piece.after] for piece in pair.stretches]
        or [[pair.before.text if pair.before else "", pair.after.text if pair.after else ""]],
    }


def correction(given: Beside, form: str) -> dict[str, Any]:
    """更正说明 as a file. Raises RefusedError while the public would be told what is wrong or not known."""
    if form not in NOTICE_FORMATS:
        raise RefusedError(f"更正说明没有“{form}”这种格式", f"可以生成 {'、'.join(NOTICE_FORMATS)}")
    compared = _compared(given)
    content = notice(compared, f"更正说明.{form}")
    if why := review(compared).why_not:
        raise RefusedError(why, "更正说明是要公布的，请先改好，或者补上没有读出的数")
    report = compared.after.report
    return made(f"{stem(report.agency, report.year, draft=False)}更正说明.{form}", content, form)


def _compared(given: Beside) -> ComparedReports:
    other = os.path.join(os.path.dirname(given.path), os.path.basename(given.name))
    return compare_files(other, given.path, given.content, given.typed)


def _side(side: Side) -> dict[str, Any]:
    return {
        "name": os.path.basename(side.file),
        "agency": side.report.agency or "",
        "year": side.report.year,
        "errors": side.errors,
        "doubts": len(side.opened.doubts),
    }
