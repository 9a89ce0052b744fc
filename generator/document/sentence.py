"""A topic given as figures, in words: the form's sentence with them in it."""

from __future__ import annotations

from generator.document.figures import figure_text
from generator.form.edition import Edition
from generator.form.figure_sentences import sentence_items, sentence_text
from generator.form.model import Item
from generator.report.model import NarrativeEntry, Report, SentenceFigures


def sentence_of(report: Report, entry: NarrativeEntry) -> str:
    """The sentence printed for an entry's figures, '' where it has none; a figure not known as ？."""
    figures = entry.sentence_figures
    return _sentence(_item(report.edition, entry.topic), figures, report.year) if figures else ""


def _sentence(item: Item, figures: SentenceFigures, year: int | None) -> str:
    words = {key: figure_text(value) for key, value in figures.items()}
    return sentence_text(item, words, figure_text(year), nothing=all(value == 0 for value in figures.values()))


def _item(edition: Edition, topic: str) -> Item:
    return next(item for part in edition.narratives for item in sentence_items(part) if item.key == topic)
