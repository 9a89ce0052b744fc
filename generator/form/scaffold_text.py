"""The text parts of a new file: a block to type in for each topic, with last year's words above it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.form import keys
from generator.form.edition import member
from generator.form.layout import comment, quoted
from generator.form.model import FIGURES, Item, Kind
from generator.form.prefill import PrefillBody, PrefillEntry, PrefillText, TakenOver
from generator.form.writing import how_to_write
from generator.source.row_writing import in_braces

_SAID = "上年"
_OFFERED = "可以这样写，数随表格变化"
_ALONE = "上年只有小标题，没有正文；今年还这样，就写 ''"


def narrative(part: Item, taken_over: TakenOver) -> Iterator[str]:
    """A text part: the topics of the form; with last year's report its entries in their order, then what it lacked."""
    last = taken_over.narratives.get(part.key, ())
    if isinstance(last, PrefillText):
        yield from text_entry(part.key, 0, last)
        return
    yield f"{part.key}:"
    written = {item.key for entry in last if (item := member(part, entry.key))}
    for topic in part.children:
        if topic.kind is Kind.TEXT and topic.key not in written:
            yield f"  # {topic.key}: {topic.help}"
    for entry in last:
        yield from _entry(part, entry, taken_over)
    for topic in part.children:
        if topic.kind is not Kind.TEXT and topic.key not in written:
            body = PrefillBody.FIGURES if topic.kind is Kind.SENTENCE else PrefillBody.TEXT
            yield from _entry(part, PrefillEntry(topic.key, body=body), taken_over)


def _entry(part: Item, entry: PrefillEntry, taken_over: TakenOver) -> Iterator[str]:
    item = member(part, entry.key)
    if item is not None:
        yield f"  # {how_to_write(item)}。" if item.kind is Kind.SENTENCE else f"  # {item.help}"
    yield from remarks(entry.words, 1)
    if entry.body is PrefillBody.NOTHING:
        yield f"  # {_ALONE}"
    figures = _fee(part, item, taken_over) if item is not None and entry.body is PrefillBody.FIGURES else {}
    if item is not None and (source := taken_over.sources.get((part.key, item.key))):
        yield comment(source, 1)
    if not entry.fields:
        yield from _block(entry.key, 1, entry.body, _on_one_line(figures))
        return
    yield f"  {quoted(entry.key)}:"
    yield from (f"    {key}: {quoted(value)}" for key, value in entry.fields.items())
    if entry.body is PrefillBody.FIGURES:
        yield from (f"    {key}: {value}".rstrip() for key, value in figures.items())
    else:
        yield from _block(keys.BODY, 2, entry.body)


def _fee(part: Item, item: Item, taken_over: TakenOver) -> dict[str, str]:
    """The figures of 信息处理费, '' where they are to be filled in."""
    cells = (child.key for child in item.children if child.kind in FIGURES)
    return {key: taken_over.rows.get((part.key, item.key, key), "") for key in cells}


def _on_one_line(figures: dict[str, str]) -> str:
    """Figures as they are written beside their key: nothing where they are not known, 0 where all are 0."""
    if not all(figures.values()):
        return ""
    if set(figures.values()) <= {"0"}:
        return "0" if figures else ""
    return in_braces(figures.items())


def text_entry(key: str, depth: int, words: PrefillText) -> Iterator[str]:
    """A place for text, with last year's words above it."""
    yield from remarks(words, depth)
    yield from _block(key, depth, PrefillBody.TEXT)


def _block(key: str, depth: int, body: PrefillBody, value: str = "") -> Iterator[str]:
    indent = "  " * depth
    yield f"{indent}{quoted(key)}: {'|' if body is PrefillBody.TEXT else value}".rstrip()
    if body is PrefillBody.TEXT:
        yield f"{indent}  "


def remarks(words: PrefillText, depth: int, heading: str = _SAID) -> Iterator[str]:
    """Last year's words, and how to say the same with figures from the tables, as comments."""
    for title, lines in ((heading, words.said), (_OFFERED, words.offered)):
        if lines:
            yield comment(f"{title}：", depth)
            yield from (comment(f"  {line}", depth) for line in lines)
