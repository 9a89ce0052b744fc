"""The text parts on both sides: entries with their headings and lines, the YAML's lines with what they are typed as."""

from __future__ import annotations

from typing import NamedTuple

from generator.document.blocks import Paragraph as PrintedParagraph
from generator.document.blocks import Subheading
from generator.document.narrative import narrative_blocks
from generator.document.sentence import sentence_of
from generator.editing.edits.typed import Typed
from generator.editing.revising.kept_expressions import TypedSegment, segments_of
from generator.form import keys
from generator.form.model import Item, Path
from generator.report.model import Narrative, NarrativeEntry, Paragraph, Report, SentenceFigures
from generator.source.textlines import text_lines


class YamlLine(NamedTuple):
    """A line of the YAML: as printed, as typed, in segments. ``typed`` is None for the sentence that
    信息处理费's figures print.

    ``segments`` is None where an expression in it is wrong.
    """

    printed: str
    typed: str | None
    segments: tuple[TypedSegment, ...] | None


class YamlEntry(NamedTuple):
    """An entry of a text part as it stands in the YAML (``path`` alone the part: plain text without entries)."""

    path: Path
    heading: str
    topic: str
    lines: tuple[YamlLine, ...]
    sentence_figures: SentenceFigures | None = None


class WordEntry(NamedTuple):
    """An entry as the Word file has it: ``key`` as the form would call it, '' before the first subheading."""

    key: str
    heading: str
    topic: str
    lines: tuple[str, ...]
    sentence_figures: SentenceFigures | None = None


def yaml_entries(state: Typed, report: Report, part: Item) -> tuple[YamlEntry, ...]:
    """The entries of a part in the order in which they are printed; one for plain text."""
    narrative = report.narratives.get(part.key, Narrative())
    if not narrative.entries:
        return (YamlEntry((part.key,), "", "", yaml_lines(state, (part.key,), narrative.paragraphs)),)
    return tuple(_yaml_entry(state, report, part, entry) for entry in _printed_order(narrative))


def yaml_lines(state: Typed, path: Path, paragraphs: tuple[Paragraph, ...]) -> tuple[YamlLine, ...]:
    """The lines of one text, whose paragraphs the report has printed."""
    scalar = state.draft.reading.texts.get(path)
    typed = text_lines(scalar, state.tree.source) if scalar is not None else ()
    return tuple(
        YamlLine(paragraph.text, line.text, segments_of(line.text, paragraph))
        for line, paragraph in zip(typed, paragraphs, strict=True)
    )


class WordReport(NamedTuple):
    """The report that a Word file gave, with the lines of the YAML that it was read as."""

    report: Report
    lines: tuple[str, ...]

    def literal(self, paragraph: Paragraph) -> str:
        """A paragraph as the Word file has it: what it has in double braces is text there, never an expression."""
        if not any(piece.computed for piece in paragraph.pieces):
            return paragraph.text
        return self.lines[paragraph.pieces[0].span.line - 1].strip()


def word_entries(word: WordReport, part: Item) -> tuple[WordEntry, ...]:
    """The same of the report that a Word file gave."""
    report, narrative = word.report, word.report.narratives.get(part.key, Narrative())
    if not narrative.entries:
        lines = tuple(word.literal(paragraph) for paragraph in narrative.paragraphs)
        return (WordEntry("", "", "", lines),) if lines else ()
    return tuple(
        WordEntry(
            entry.key if entry.heading else "",
            entry.heading,
            entry.topic,
            (*_sentence_lines(report, entry), *(word.literal(paragraph) for paragraph in entry.paragraphs)),
            entry.sentence_figures,
        )
        for entry in _printed_order(narrative)
    )


def whole_lines_of(word: WordReport, part: Item) -> tuple[str, ...]:
    """A part of the Word file line by line as printed, subheadings with their numbers: for plain text in the YAML."""
    report, out = word.report, list[str]()
    narrative = report.narratives.get(part.key, Narrative())
    paragraphs = (*narrative.paragraphs, *(p for entry in narrative.entries for p in entry.paragraphs))
    literal = {p.text: word.literal(p) for p in paragraphs}
    for block in narrative_blocks(report, part):
        if isinstance(block, PrintedParagraph):
            out.append(block.lead + literal.get(block.text, block.text))
        elif isinstance(block, Subheading):
            out.append(block.text)
    return tuple(out)


def _printed_order(narrative: Narrative) -> list[NarrativeEntry]:
    return sorted(narrative.entries, key=lambda entry: entry.heading != "")


def _yaml_entry(state: Typed, report: Report, part: Item, entry: NarrativeEntry) -> YamlEntry:
    path = (part.key, entry.key)
    body = (*path, keys.BODY) if state.mapping(path) is not None else path
    said = tuple(YamlLine(line, None, None) for line in _sentence_lines(report, entry))
    lines = (*said, *yaml_lines(state, body, entry.paragraphs))
    return YamlEntry(path, entry.heading, entry.topic, lines, entry.sentence_figures)


def _sentence_lines(report: Report, entry: NarrativeEntry) -> tuple[str, ...]:
    return (sentence_of(report, entry),) if entry.sentence_figures else ()
