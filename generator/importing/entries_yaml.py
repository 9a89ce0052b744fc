"""A text part as YAML lines: keys as published, 标题 and 排法 where they are needed, 信息处理费 as figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.form import keys
from generator.form.edition import member
from generator.form.model import Item, Kind
from generator.han.variants import in_usual
from generator.importing.blocks import Paragraph
from generator.importing.narrative import CLOSED, PartText, PrintedEntry
from generator.importing.yaml_text import clean, literal, scalar
from generator.importing.yaml_text import key as yaml_key

_AMOUNT = r"([0-9]+(?:\.[0-9]+)?)"
_NO_FEE = re.compile(r"([0-9]{4})年，本机关未收取政府信息公开信息处理费。")
_FEE = re.compile(rf"([0-9]{{4}})年，本机关发出收费通知([0-9]+)件，总金额{_AMOUNT}元，实际收取{_AMOUNT}元。")


def is_run_in(parts: Iterable[PartText]) -> bool:
    """Whether most subheadings with text stand in the same paragraph as it."""
    forms = [entry.run_in for part in parts for entry in part.entries if entry.heading and entry.lines]
    return sum(forms) * 2 > len(forms)


def part_lines(text: PartText, run_in: bool, year: int | None) -> list[str]:
    """The lines of a text part, from its key on."""
    part = text.part
    if not text.has_headings:
        lines = [line for entry in text.entries for line in entry.lines]
        fee = _fee_item(part)
        if fee and len(lines) == 1 and (figures := _figures(lines, year)):
            return [f"{part.key}:", f"  {fee.key}: {_short(fee, figures)}"]
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


def _fee_item(part: Item) -> Item | None:
    return next((child for child in part.children if child.kind is Kind.FEE), None)


def _entry(part: Item, entry: PrintedEntry, run_in: bool, year: int | None, used: set[str]) -> list[str]:
    printed = clean(entry.heading)
    if entry.run_in:
        printed = printed.removesuffix("：")
    fee = _fee_item(part)
    key = _key(part, printed, used)
    fields: dict[str, str] = {}
    if fee and key == fee.label:
        key = fee.key
        if printed != fee.label:
            fields[keys.TITLE] = scalar(printed)
    elif fee and printed == fee.key and entry.run_in:
        fields[keys.TITLE] = scalar(f"{printed}：")
    elif key != printed:
        fields[keys.TITLE] = scalar(printed)
    used.add(key)
    if entry.lines and entry.run_in != run_in:
        fields[keys.HEADING_FORM] = keys.RUN_IN if entry.run_in else keys.OWN_LINE
    item = member(part, key)
    figures = _figures(entry.lines, year) if item and item.kind is Kind.FEE else None
    name = yaml_key(key)
    if figures and item:
        return [f"  {name}: {_short(item, figures)}"] if not fields else _fee_mapping(item, name, fields, figures)
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


def _figures(lines: Sequence[Paragraph], year: int | None) -> tuple[str, str, str] | None:
    """The figures of 信息处理费 when its text is exactly the sentence that is printed for figures."""
    if len(lines) != 1 or year is None:
        return None
    text = lines[0].text
    if (match := _NO_FEE.fullmatch(text)) and int(match[1]) == year:
        return ("0", "0", "0")
    if (match := _FEE.fullmatch(text)) and int(match[1]) == year:
        return (match[2], match[3], match[4])
    return None


def _short(fee: Item, figures: tuple[str, str, str]) -> str:
    if set(figures) == {"0"}:
        return "0"
    named = (child.key for child in fee.children if child.unit)
    return "{" + ", ".join(f"{key}: {value}" for key, value in zip(named, figures, strict=True)) + "}"


def _fee_mapping(fee: Item, name: str, fields: dict[str, str], figures: tuple[str, str, str]) -> list[str]:
    named = [child.key for child in fee.children if child.unit]
    rows = {**fields, **dict(zip(named, figures, strict=True))}
    return [f"  {name}:", *(f"    {key}: {value}" for key, value in rows.items())]
