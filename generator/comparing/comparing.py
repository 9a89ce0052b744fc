"""Comparing two reports: what is printed of the one against what is printed of the other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.differences import ComparedSection, Comparison, FigurePair
from generator.comparing.lines import printed_lines
from generator.comparing.pairing import pair_lines
from generator.form.model import Path
from generator.form.placing import in_words
from generator.report.model import Figure, Report
from generator.report.plain import printed_figures, typed_totals


def compare(before: Report, after: Report) -> Comparison:
    """Everything printed that differs. Numbers of subheadings and how they are set count for nothing.

    A figure that was not read in either report is none that is the same: it is among the differences.
    """
    return Comparison(tuple(_figures(before, after)), tuple(_sections(before, after)))


def _figures(before: Report, after: Report) -> Iterator[FigurePair]:
    olds, news = _as_told(before), _as_told(after)
    for path in {**olds, **news}:
        old, new = olds.get(path), news.get(path)
        if old != new or old is None:
            yield FigurePair(path, in_words(path, (after if path in news else before).edition), old, new)


def _as_told(report: Report) -> dict[Path, Figure]:
    """Every figure; a total as it was typed or published: that is what stands there, whatever its cells add up to."""
    return dict(printed_figures(report)) | dict(typed_totals(report))


def _sections(before: Report, after: Report) -> Iterator[ComparedSection]:
    olds, news = printed_lines(before), printed_lines(after)
    for name in {**olds, **news}:
        yield ComparedSection(name, tuple(pair_lines(olds.get(name, []), news.get(name, []))))
