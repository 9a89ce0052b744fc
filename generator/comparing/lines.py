"""The text of a report as it is printed, line by line, section by section."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.differences import PrintedLine
from generator.document.blocks import Heading, Note, Paragraph, Signature, Subheading, Title
from generator.document.compose import compose
from generator.document.figures import UNKNOWN
from generator.form import keys
from generator.form.model import Item
from generator.form.placing import in_words
from generator.form.words import unnumbered
from generator.report.model import Report


def printed_lines(report: Report) -> dict[str, list[PrintedLine]]:
    """Section → its lines, in the order of the page; every section is there, empty or not."""
    edition = report.edition
    found: dict[str, list[PrintedLine]] = {keys.TITLE: [], keys.PREFACE: []}
    notes = {part.key: in_words((part.key, keys.NOTE), edition) for part in edition.tables}
    for part in edition.parts:
        if part.key in notes and _words(report, part):
            found[part.heading] = []
        found[notes.get(part.key, part.heading)] = []
    found[keys.SIGNATURE] = []
    for name, line in _lines(report, notes):
        found[name].append(line)
    return found


def _words(report: Report, part: Item) -> list[PrintedLine]:
    """The cells of a table that hold words, a line each."""
    words = ((path, text) for path, text in report.figures.words.items() if path[0] == part.key)
    return [PrintedLine(f"{path[-1]}：{UNKNOWN if text is None else text}") for path, text in words]


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
                yield from ((part.heading, line) for line in _words(report, part))
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
