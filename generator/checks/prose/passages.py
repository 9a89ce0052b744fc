"""Every paragraph of a report, with where it stands in the file and in the form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.prose.needs import Grams, Kind, Sieve, grams
from generator.checks.prose.remembering import made_once
from generator.findings import Path, Span
from generator.form import keys
from generator.report.model import Narrative, Paragraph, Report


class Passage(NamedTuple):
    """One paragraph. ``part`` is the key at the top of the file (a part, 引言, or the table that a 注 belongs to);
    ``topic`` the form's own key of the entry, '' where the form has none; ``entry`` the entry's key as typed.
    """

    text: str
    paragraph: Paragraph
    path: Path
    part: str
    topic: str = ""
    entry: str = ""

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the file."""
        return self.paragraph.span_of(start, end)

    def computed(self, start: int, end: int) -> bool:
        """Whether an expression had a hand in ``text[start:end]``."""
        return self.paragraph.is_computed(start, end)

    @property
    def place(self) -> str:
        """Where it stands, in the clerk's words."""
        return f"“{self.part}”的“{self.entry}”" if self.entry else f"“{self.part}”"


class WholeText(NamedTuple):
    """All paragraphs of a report as one text, and its grams: what cannot stand in it stands in none of them."""

    text: str
    grams: Grams


@made_once
def whole_text(report: Report) -> WholeText:
    """The whole text, looked through once before its paragraphs are: in most reports nothing is wrong of a kind."""
    texts = [passage.text for passage in passages(report)]
    return WholeText("\n".join(texts), frozenset().union(*map(grams, texts)))


def sifted(report: Report, sieve: Sieve[Kind]) -> Iterator[tuple[Passage, tuple[Kind, ...]]]:
    """The paragraphs that may hold something that the sieve is for, each with what; in most reports there are none."""
    words = sieve.words_in(*whole_text(report))
    for passage in passages(report) if words else ():
        if kinds := sieve.kinds_by(words, passage.text):
            yield passage, kinds


@made_once
def passages(report: Report) -> tuple[Passage, ...]:
    """All paragraphs in the order of the form: 引言, the six parts, the tables' notes in their places."""
    return tuple(_passages(report))


def _passages(report: Report) -> Iterator[Passage]:
    for paragraph in report.preface:
        yield _passage(paragraph, (keys.PREFACE,), keys.PREFACE)
    for part in report.edition.parts:
        if narrative := report.narratives.get(part.key):
            yield from of_narrative(part.key, narrative)
        for paragraph in report.notes.get(part.key, ()):
            yield _passage(paragraph, (part.key, keys.NOTE), part.key, "", keys.NOTE)


def _passage(paragraph: Paragraph, path: Path, part: str, topic: str = "", entry: str = "") -> Passage:
    return Passage(paragraph.text, paragraph, path, part, topic, entry)


def of_narrative(part: str, narrative: Narrative) -> Iterator[Passage]:
    """The paragraphs of one text part."""
    for paragraph in narrative.paragraphs:
        yield _passage(paragraph, (part,), part)
    for entry in narrative.entries:
        for paragraph in entry.paragraphs:
            yield _passage(paragraph, (part, entry.key), part, entry.topic, entry.key)
