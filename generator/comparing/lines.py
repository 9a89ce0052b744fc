"""The text of a report as it is printed, line by line, section by section."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.differences import PrintedLine
from generator.document.blocks import Heading, Note, Paragraph, Signature, Subheading, Title
from generator.document.compose import compose
from generator.form import keys
from generator.form.placing import in_words
from generator.form.words import unnumbered
from generator.report.model import Report


def printed_lines(report: Report) -> dict[str, list[PrintedLine]]:
    """Section → its lines, in the order of the page; every section is there, empty or not."""
    edition = report.edition
    found: dict[str, list[PrintedLine]] = {keys.TITLE: [], keys.PREFACE: []}
    notes = {part.key: in_words((part.key, keys.NOTE), edition) for part in edition.tables}
    for part in edition.parts:
        found[notes.get(part.key, part.heading)] = []
    found[keys.SIGNATURE] = []
    for name, line in _lines(report, notes):
        found[name].append(line)
    return found


def _lines(report: Report, notes: dict[str, str]) -> Iterator[tuple[str, PrintedLine]]:
    section = keys.PREFACE
    parts = iter(report.edition.parts)
    for block in compose(report).blocks:
        match block:
            case Title(lines):
                yield keys.TITLE, PrintedLine("".join(lines))
            case Heading():
                part = next(parts)
                section = notes.get(part.key, part.heading)
            case Subheading(text):
                yield section, PrintedLine(unnumbered(text), heading=True)
            case Paragraph(text, lead):
                if lead:
                    yield section, PrintedLine(unnumbered(lead).removesuffix("："), heading=True)
                yield section, PrintedLine(text)
            case Note(text):
                yield section, PrintedLine(text)
            case Signature(lines):
                yield from ((keys.SIGNATURE, PrintedLine(line)) for line in lines)
