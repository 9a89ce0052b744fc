"""A topic given as figures, in words: the form's sentence with them in it."""

from __future__ import annotations

from generator.document.figures import figure_text
from generator.form.edition import Edition
from generator.form.model import Item
from generator.form.said import said, sentence_items
from generator.report.model import NarrativeEntry, Report, SaidFigures


def sentence_of(report: Report, entry: NarrativeEntry) -> str:
    """The sentence printed for an entry's figures, '' where it has none; a figure not known as ？."""
    return _sentence(_item(report.edition, entry.topic), entry.said, report.year) if entry.said else ""


def _sentence(item: Item, figures: SaidFigures, year: int | None) -> str:
    words = {key: figure_text(value) for key, value in figures.items()}
    return said(item, words, figure_text(year), nothing=all(value == 0 for value in figures.values()))


def _item(edition: Edition, topic: str) -> Item:
    return next(item for part in edition.narratives for item in sentence_items(part) if item.key == topic)
