"""Figures of the tables, and those of 信息处理费, that the Word file has otherwise: never taken without being asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.document.figures import figure_text
from generator.editing.edits import applying
from generator.editing.edits.typed import RefusedError, Typed
from generator.form import keys
from generator.form.model import Path
from generator.form.placing import in_words
from generator.report.model import Figure, NarrativeEntry, Report
from generator.report.plain import printed_figures, typed_totals


class ChangedFigure(NamedTuple):
    """A figure that the Word file has otherwise; ``taken``: it stands in the YAML now."""

    path: Path
    place: str
    before: Figure
    after: Figure
    taken: bool = False


def changed_figures(yaml: Report, word: Report) -> tuple[ChangedFigure, ...]:
    """Typed figures that differ; the totals follow from them. One that was not read in the Word file is among them."""
    olds, news = dict(printed_figures(yaml)), dict(printed_figures(word))
    found = [
        ChangedFigure(path, in_words(path, yaml.edition), old, news.get(path))
        for path, old in olds.items()
        if keys.TOTAL not in path and old != news.get(path)
    ]
    return (*found, *_in_sentence(yaml, word), *_totals(yaml, word))


def take(state: Typed, figures: tuple[ChangedFigure, ...]) -> tuple[Typed, tuple[ChangedFigure, ...]]:
    """The text with the figures that could be read and set; each with whether it was taken."""
    done = []
    for figure in figures:
        if figure.after is not None and figure.path and keys.TOTAL not in figure.path:
            try:
                state = applying.with_value(state, figure.path, figure_text(figure.after))
            except RefusedError:
                done.append(figure)
                continue
            done.append(figure._replace(taken=True))
        else:
            done.append(figure)
    return state, tuple(done)


def _in_sentence(yaml: Report, word: Report) -> Iterator[ChangedFigure]:
    old, new = _sentence_entry(yaml), _sentence_entry(word)
    if old is None or new is None:
        return
    (part, entry), (_, other) = old, new
    assert entry.sentence_figures is not None, "found by its figures"
    assert other.sentence_figures is not None, "found by its figures"
    for key, before in entry.sentence_figures.items():
        after = other.sentence_figures[key]
        if before != after:
            path = (part, entry.key, key)
            yield ChangedFigure(path, in_words(path, yaml.edition), before, after)


def _sentence_entry(report: Report) -> tuple[str, NarrativeEntry] | None:
    for part, narrative in report.narratives.items():
        for entry in narrative.entries:
            if entry.sentence_figures:
                return part, entry
    return None


def _totals(yaml: Report, word: Report) -> Iterator[ChangedFigure]:
    """Totals that were typed into the Word file and are not the sums of its own cells: nobody can take them over."""
    now = dict(printed_figures(word))
    for path, typed in typed_totals(word):
        if now.get(path) not in (None, typed):
            yield ChangedFigure(path, in_words(path, yaml.edition), now.get(path), typed)
