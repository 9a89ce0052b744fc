"""What the expressions of one report may look at."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from generator.form.edition import Edition
from generator.report.model import Figures, Report, SentenceFigures


class LastYearState(StrEnum):
    """Whether last year's report is at hand."""

    NONE = "none"  # the file names none
    UNREADABLE = "unreadable"  # it names one that cannot be read
    KNOWN = "known"
    INSIDE = "inside"  # this is last year's report, read for this year's sake; its own 上年报告 is not followed


class Context(NamedTuple):
    """The figures an expression takes its values from. What is None is not known and prints as ？.

    ``sentence_figures`` has the topics that are given as figures (naming another one's is an error, not an unknown).
    """

    edition: Edition
    figures: Figures
    agency: str | None = None
    year: int | None = None
    sentence_figures: Mapping[str, SentenceFigures] = {}
    last_year: Report | None = None
    last_year_state: LastYearState = LastYearState.NONE


def context_of(report: Report) -> Context:
    """The context in which expressions look at a finished report."""
    missing = LastYearState.UNREADABLE if report.last_year_file else LastYearState.NONE
    return Context(
        edition=report.edition,
        figures=report.figures,
        agency=report.agency,
        year=report.year,
        sentence_figures=_sentence_figures(report),
        last_year=report.last_year,
        last_year_state=LastYearState.KNOWN if report.last_year else missing,
    )


def _sentence_figures(report: Report) -> dict[str, SentenceFigures]:
    entries = [entry for narrative in report.narratives.values() for entry in narrative.entries]
    return {entry.topic: entry.sentence_figures for entry in reversed(entries) if entry.sentence_figures}
