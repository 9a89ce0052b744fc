"""The text of a report: paragraphs with expressions carried out, subheadings in file order, notes, title, 落款."""

from __future__ import annotations

from typing import NamedTuple

from generator.findings import Finding
from generator.form import Edition, keys
from generator.form.edition import member
from generator.form.figure_sentences import figures_of
from generator.form.model import Item, Kind, Path
from generator.report.expressions import Context, carry_out
from generator.report.model import Figure, GivenSignature, Narrative, NarrativeEntry, Paragraph, SentenceFigures
from generator.report.reading import Reading
from generator.source.nodes import Entry, Mapping, Node, Scalar, TextLine
from generator.source.text import SourceText
from generator.source.textlines import cut_off_finding, text_lines

MOST_FINDINGS = 500
"""Findings in the text of one file; beyond them it is left as typed."""


class Texts(NamedTuple):
    """All text places of one file, and the findings made while their paragraphs are put together."""

    reading: Reading
    root: Mapping
    source: SourceText
    context: Context
    findings: list[Finding]

    def paragraphs(self, path: Path) -> tuple[Paragraph, ...]:
        """The paragraphs at a path; none where nothing (readable) is written."""
        scalar = self.reading.texts.get(path)
        if scalar is None:
            return ()
        if finding := cut_off_finding(scalar, self.source, path):
            self.findings.append(finding)
        return tuple(self._paragraph(line, path) for line in text_lines(scalar, self.source))

    def _paragraph(self, line: TextLine, path: Path) -> Paragraph:
        if len(self.findings) > MOST_FINDINGS:
            return Paragraph(line.text, line.pieces)
        paragraph, findings = carry_out(line, self.context)
        self.findings.extend(f.at_path(path) for f in findings)
        return paragraph


def title(texts: Texts) -> tuple[str, ...]:
    """The lines of 标题; () when the default title is to be used."""
    return tuple(p.text for p in texts.paragraphs((keys.TITLE,)))


def preface(texts: Texts) -> tuple[Paragraph, ...]:
    """The paragraphs of 引言."""
    return texts.paragraphs((keys.PREFACE,))


def notes(texts: Texts) -> dict[str, tuple[Paragraph, ...]]:
    """注 of each table part that has one."""
    found = {part.key: texts.paragraphs((part.key, keys.NOTE)) for part in texts.context.edition.tables}
    return {key: paragraphs for key, paragraphs in found.items() if paragraphs}


def narratives(texts: Texts) -> dict[str, Narrative]:
    """The text parts that are written, by key."""
    return {
        part.key: _narrative(texts, part, entry.value)
        for part in texts.context.edition.narratives
        if (entry := texts.root.get(part.key))
    }


def _narrative(texts: Texts, part: Item, node: Node) -> Narrative:
    if isinstance(node, Mapping):
        return Narrative(entries=tuple(_subheading(texts, part, entry) for entry in node))
    return Narrative(paragraphs=texts.paragraphs((part.key,)))


def _subheading(texts: Texts, part: Item, entry: Entry) -> NarrativeEntry:
    key = entry.key.text
    path = (part.key, key)
    item = member(part, key) or part.further
    is_mapping = isinstance(entry.value, Mapping)
    fields = texts.reading.fields
    layout = fields.get((*path, keys.HEADING_FORM))
    figures = _figures(texts.reading, path, item, entry.value) if item and item.kind is Kind.SENTENCE else None
    return NarrativeEntry(
        key=key,
        heading=fields.get((*path, keys.TITLE)) or _heading(item, key),
        paragraphs=texts.paragraphs((*path, keys.BODY) if is_mapping else path),
        topic=item.key if item else "",
        run_in=None if layout is None else layout == keys.RUN_IN,
        sentence_figures=figures,
    )


def _heading(item: Item | None, key: str) -> str:
    """What is printed above an entry: its key, nothing above 概述, a topic given as figures by its full name."""
    if item is None or item.kind is Kind.TEXT:
        return "" if item else key
    return item.label if item.kind is Kind.SENTENCE and key == item.key else key


def sentence_figures_in(reading: Reading, root: Mapping, edition: Edition) -> dict[str, SentenceFigures]:
    """The topics that are given as figures, wherever they stand; one that is text or missing is not there."""
    found: dict[str, SentenceFigures] = {}
    for part in edition.narratives:
        entry = root.get(part.key)
        for below in entry.value if entry and isinstance(entry.value, Mapping) else ():
            item = member(part, below.key.text)
            if item and item.kind is Kind.SENTENCE and item.key not in found:
                figures = _figures(reading, (part.key, below.key.text), item, below.value)
                found |= {item.key: figures} if figures else {}
    return found


def _figures(reading: Reading, path: Path, item: Item, node: Node) -> SentenceFigures | None:
    names = [figure.key for figure in figures_of(item)]
    if reading.lost & {path, path[:1]}:
        return dict.fromkeys(names)
    if reading.fields.get(path) == 0:
        return dict.fromkeys(names, 0)
    if not isinstance(node, Mapping) or node.get(keys.BODY):
        return None
    return {key: _sentence_figure(reading, node, path, key) for key in names}


def _sentence_figure(reading: Reading, node: Mapping, path: Path, key: str) -> Figure:
    if node.get(key) is None:
        return None if path in reading.strange or (*path, key) in reading.lost else 0
    return reading.rows.get((*path, key), (None,))[0]


def signature(reading: Reading, root: Mapping) -> GivenSignature | None:
    """落款: as given; a plain date stands for the agency and that date."""
    entry = root.get(keys.SIGNATURE)
    if entry is None:
        return None
    fields = reading.fields
    if isinstance(entry.value, Scalar):
        return GivenSignature(fields.get((keys.AGENCY,)), fields.get((keys.SIGNATURE,)))
    return GivenSignature(fields.get((keys.SIGNATURE, keys.AGENCY)), fields.get((keys.SIGNATURE, keys.DAY)))
