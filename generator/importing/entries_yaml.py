"""A text part as YAML lines: keys as published, 标题 and 排法 where needed, topics as figures where they can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.form import keys
from generator.form.edition import member
from generator.form.figure_sentences import figures_in_sentence, sentence_items
from generator.form.model import Item, Kind
from generator.han.variants import in_usual
from generator.importing.blocks import Paragraph
from generator.importing.narrative import CLOSED, PartText, PrintedEntry
from generator.importing.yaml_text import clean, literal, scalar
from generator.importing.yaml_text import key as yaml_key
from generator.source.row_writing import in_braces


def is_run_in(parts: Iterable[PartText]) -> bool:
    """Whether most subheadings with text stand in the same paragraph as it."""
    forms = [entry.run_in for part in parts for entry in part.entries if entry.heading and entry.lines]
    return sum(forms) * 2 > len(forms)


def part_lines(text: PartText, run_in: bool, year: int | None) -> list[str]:
    """The lines of a text part, from its key on."""
    part = text.part
    if not text.has_headings:
        lines = [line for entry in text.entries for line in entry.lines]
        for item in sentence_items(part):
            if figures := _figures(item, lines, year):
                return [f"{part.key}:", f"  {item.key}: {_short(figures)}"]
        return literal(part.key, _texts(lines), 0) if lines else [f"{part.key}:"]
    result, used = [f"{part.key}:"], set[str]()
    for entry in text.entries:
        if not entry.heading:
            result += literal(keys.SUMMARY, _texts(entry.lines), 1)
        else:
            result += _entry(part, entry, run_in, year, used)
    return result


def _texts(lines: Sequence[Paragraph]) -> list[str]:
    return [line.text for line in lines]


def _entry(part: Item, entry: PrintedEntry, run_in: bool, year: int | None, used: set[str]) -> list[str]:
    printed = clean(entry.heading)
    if entry.run_in:
        printed = printed.removesuffix("：")
    key = _key(part, printed, used)
    fields: dict[str, str] = {}
    labelled = next((item for item in sentence_items(part) if key == item.label), None)
    if labelled:
        key = labelled.key
        if printed != labelled.label:
            fields[keys.TITLE] = scalar(printed)
    elif entry.run_in and printed in {item.key for item in sentence_items(part)}:
        fields[keys.TITLE] = scalar(f"{printed}：")
    elif key != printed:
        fields[keys.TITLE] = scalar(printed)
    used.add(key)
    if entry.lines and entry.run_in != run_in:
        fields[keys.HEADING_FORM] = keys.RUN_IN if entry.run_in else keys.OWN_LINE
    item = member(part, key)
    figures = _figures(item, entry.lines, year) if item and item.kind is Kind.SENTENCE else None
    name = yaml_key(key)
    if figures:
        return [f"  {name}: {_short(figures)}"] if not fields else _sentence_mapping(name, fields, figures)
    if not fields:
        return literal(name, _texts(entry.lines), 1)
    written = [f"    {field}: {value}" for field, value in fields.items()]
    return [f"  {name}:", *written, *literal(keys.BODY, _texts(entry.lines), 2)]


def _key(part: Item, printed: str, used: set[str]) -> str:
    """A key for a printed subheading: itself without the mark that closes it, and unlike any other key."""
    key = printed.rstrip("".join(CLOSED)) or printed
    if member(part, in_usual(key)):
        key = in_usual(key)
    item = member(part, key)
    if item and item.kind is Kind.TEXT:
        key = f"{key}（小标题）"
    number, base = 2, key
    while key in used:
        key = f"{base}（{number}）"
        number += 1
    return key


def _figures(item: Item, lines: Sequence[Paragraph], year: int | None) -> dict[str, str] | None:
    """A topic's figures when its text is exactly the sentence that is printed for figures."""
    return None if len(lines) != 1 or year is None else figures_in_sentence(item, lines[0].text, year)


def _short(figures: dict[str, str]) -> str:
    if set(figures.values()) == {"0"}:
        return "0"
    return in_braces(figures.items())


def _sentence_mapping(name: str, fields: dict[str, str], figures: dict[str, str]) -> list[str]:
    return [f"  {name}:", *(f"    {key}: {value}" for key, value in {**fields, **figures}.items())]
