"""The whole YAML file of an imported report, in the layout of the examples, doubts as comments at their lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.form import keys
from generator.form.edition import Edition
from generator.form.layout import modeline
from generator.form.model import Item, Kind, Path
from generator.importing.blocks import Paragraph
from generator.importing.entries_yaml import is_run_in, part_lines
from generator.importing.narrative import PartText
from generator.importing.outcome import Doubt
from generator.importing.outline import Outline
from generator.importing.tables import TableRead
from generator.importing.values import Cells, table_lines
from generator.importing.yaml_text import comments, literal, scalar
from generator.source.row_writing import in_braces

SCHEMA = "nianbao.schema.json"
"""Where the schema is looked for unless the caller knows better."""
_MARK, _SETTLED = "存疑：", "已由勾稽关系证实："


class TablePart(NamedTuple):
    """A table part ready to be written: cells by row, control totals, the paragraphs of 注."""

    read: TableRead
    cells: Cells
    controls: Mapping[Path, Mapping[str, str]]
    notes: tuple[Paragraph, ...]
    doubts: tuple[Doubt, ...] = ()


class ReportContent(NamedTuple):
    """Everything that goes into the file."""

    edition: Edition
    agency: str | None
    year: int | None
    outline: Outline
    texts: tuple[PartText, ...]
    tables: tuple[TablePart, ...]
    doubts: tuple[Doubt, ...]


def write(draft: ReportContent, schema_path: str = SCHEMA) -> str:
    """The file's text."""
    return "\n".join(_lines(draft, schema_path)) + "\n"


def _lines(draft: ReportContent, schema_path: str) -> Iterator[str]:
    doubts: dict[Path, list[Doubt]] = defaultdict(list)
    for doubt in draft.doubts:
        doubts[doubt.path].append(doubt)
    yield modeline(schema_path)
    yield "#"
    yield "# 由已经公布的报告导入。带“存疑”的地方请对照原文核对，空着的数字请填上。"
    run_in = is_run_in(draft.texts)
    yield from _front(draft, doubts, run_in)
    for part in draft.edition.parts:
        yield ""
        if part.table:
            table = next(table for table in draft.tables if table.read.form.part is part)
            yield from _table(table, doubts)
        else:
            yield from comments(_said(doubts[(part.key,)]), 0)
            text = next(text for text in draft.texts if text.part is part)
            yield from part_lines(text, run_in, draft.year)


def _said(doubts: list[Doubt]) -> list[str]:
    marked = [(_SETTLED if d.proven else _MARK, d) for d in doubts]
    return [f"{mark}{d.message}（{d.place}）" if d.place else f"{mark}{d.message}" for mark, d in marked]


def _front(draft: ReportContent, doubts: Mapping[Path, list[Doubt]], run_in: bool) -> Iterator[str]:
    outline = draft.outline
    yield from comments(_said(doubts[(keys.AGENCY,)]), 0)
    yield f"{keys.AGENCY}: {scalar(draft.agency)}" if draft.agency else f"{keys.AGENCY}:"
    yield from comments(_said(doubts[(keys.YEAR,)]), 0)
    yield f"{keys.YEAR}: {draft.year}" if draft.year else f"{keys.YEAR}:"
    yield from comments(_said(doubts[(keys.TITLE,)]), 0)
    if title := _title(draft):
        yield from literal(keys.TITLE, title, 0)
    preface = [block.text for block in outline.front.preface if isinstance(block, Paragraph)]
    yield from comments(_said(doubts[(keys.PREFACE,)]), 0)
    if preface:
        yield from literal(keys.PREFACE, preface, 0)
    yield from comments(_said(doubts[(keys.SIGNATURE,)]), 0)
    yield from _signature(draft)
    if run_in:
        yield f"{keys.LAYOUT}: {{{keys.SUBHEADINGS}: {keys.RUN_IN}}}"


def _title(draft: ReportContent) -> list[str]:
    """The title where it is not the form's own, or breaks elsewhere than behind the agency."""
    lines = [" ".join(line.split()) for line in draft.outline.front.title]
    if not lines or draft.agency is None or draft.year is None:
        return lines
    whole = "".join("".join(line.split()) for line in lines)
    if whole != draft.edition.title(draft.agency, draft.year):
        return [_unspaced(line) for line in lines]
    return []


def _unspaced(line: str) -> str:
    """A line without the blanks that some typists put around the year."""
    return "".join(line.split()) if not any(char.isascii() and char.isalpha() for char in line) else line


def _signature(draft: ReportContent) -> Iterator[str]:
    name, day = draft.outline.signed_by, draft.outline.day
    if name and day and name == draft.agency:
        yield f"{keys.SIGNATURE}: {day.isoformat()}"
    elif name or day:
        fields = {keys.AGENCY: scalar(name) if name else "", keys.DAY: day.isoformat() if day else ""}
        yield f"{keys.SIGNATURE}: {in_braces((key, value) for key, value in fields.items() if value)}"


def _table(table: TablePart, doubts: Mapping[Path, list[Doubt]]) -> Iterator[str]:
    part = table.read.form.part
    yield from comments(_said(doubts[(part.key,)]), 0)
    yield f"{part.key}:"
    yield from _items(part, (part.key,), table, doubts, 1)
    notes = [note.text for note in table.notes]
    notes[:1] = [first.removeprefix(f"{keys.NOTE}：") or first for first in notes[:1]]  # printing puts it there again
    notes += [f"{row.row.path[-1]}：{mark.note}" for row in table.read.rows.values() for mark in row.marks if mark.note]
    if notes:
        yield from literal(keys.NOTE, notes, 1)


def _items(item: Item, path: Path, table: TablePart, doubts: Mapping[Path, list[Doubt]], depth: int) -> Iterator[str]:
    for child in item.children:
        here = (*path, child.key)
        said = _said([d for p, found in doubts.items() if p == here for d in found])
        below = any(p[: len(here)] == here and p != here for p, found in doubts.items() if found)
        value = table_lines(child, here, table.cells, table.controls)
        if child.kind is Kind.GROUP and (value is None or below):
            yield from comments(said, depth)
            yield f"{'  ' * depth}{child.key}:"
            yield from _items(child, here, table, doubts, depth + 1)
            if control := table.controls.get(here):
                yield f"{'  ' * (depth + 1)}{keys.TOTAL}: {in_braces(control.items())}"
            continue
        line = f"{'  ' * depth}{child.key}: {value}".rstrip()
        if len(said) == 1:
            yield f"{line}  # {' '.join(said[0].split())}"
        else:
            yield from comments(said, depth)
            yield line
