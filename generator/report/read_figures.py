"""Reading figures: cells, rows and typed totals, from the text as typed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.form.model import Item, Kind, Path
from generator.report.model import Values
from generator.report.read_state import Reading, plain
from generator.report.row_slips import read_odd_row, split_thousands
from generator.report.unread import note_unread
from generator.source.nodes import Mapping, Node, Scalar
from generator.source.scalars import Slip, read_amount, read_count


def _cell(reading: Reading, node: Node, item: Item, path: Path) -> int | Decimal | None:
    """One figure's value; None when it is unknown, its finding made here unless the schema will make it."""
    if not isinstance(node, Scalar):
        return None
    if node.text == "0":
        return 0
    if node.is_blank:
        return None
    value = read_count(node.text) if item.kind is Kind.COUNT else read_amount(node.text, item.unit)
    if isinstance(value, Slip):
        reading.slip(value, node, path)
        return None
    return value


def _instance_of(node: Node, value: Any, neutral: Any = 0) -> Any:
    """What the schema sees: the value; where the notation was wrong (and is reported) a harmless one instead."""
    if value is not None:
        return value
    if isinstance(node, Scalar):
        return None if node.is_blank else neutral
    return plain(node)


def read_figure(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    """A figure that stands alone (行政许可)."""
    value = _cell(reading, node, item, path)
    reading.rows[path] = (value,)
    return _instance_of(node, value)


def read_row(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    """A row: its cells, 0 for all zero, or what people write instead."""
    if isinstance(node, Scalar) and node.text == "0":
        reading.rows[path] = _zeros(len(item.children))
        return 0
    if isinstance(node, Mapping):
        return _cells(reading, node, item, path)
    reading.rows[path] = (None,) * len(item.children)
    if isinstance(node, Scalar) and node.is_blank:
        return None
    if finding := read_odd_row(node, item, path):
        reading.findings.append(finding)
        return 0
    return _bare_number(reading, node, path) if isinstance(node, Scalar) else plain(node)


def _bare_number(reading: Reading, node: Scalar, path: Path) -> Any:
    """A row written as one number: the schema refuses it and asks which kind; what it sees is the number meant."""
    value = read_count(node.text)
    if not isinstance(value, Slip):
        return value
    if value.code == "NB104":
        reading.slip(value, node, path)
        return 0
    return int(value.replacement) if value.replacement else node.text


def _cells(reading: Reading, node: Mapping, item: Item, path: Path) -> Any:
    instance: dict[str, Any] = {}
    values: dict[str, int | Decimal | None] = {}
    columns = item.by_key
    entries, findings = split_thousands(node, item, path)
    reading.findings.extend(findings)
    told = {finding.path[-1] for finding in findings}
    for entry, unknown in entries:
        key = entry.key.text
        if unknown:
            reading.pieces.add((*path, key))
        if key in told:
            values |= {key: None} if key in columns else {}
            instance[key] = 0
        elif column := columns.get(key):
            value = _cell(reading, entry.value, column, (*path, key))
            values[key] = None if unknown else value
            instance[key] = _instance_of(entry.value, value) if value is None else value
        elif item.total and key == item.total.key:
            control = _cell(reading, entry.value, item.children[0], (*path, key))
            if control is not None:
                reading.controls[path] = {key: control}
            instance[key] = _instance_of(entry.value, control)
        else:
            instance[key] = plain(entry.value)
    if node.unsure or len(instance) > len(values):
        note_unread(reading, node, item, path, instance)
    left_out = None if path in reading.strange else 0
    reading.rows[path] = tuple([values.get(key, left_out) for key in columns])
    return instance


def read_group_control(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    """办理结果: {总计: {…}}: typed sums, column by column, kept beside the rows."""
    row = next(child for child in item.children if child.kind is Kind.ROW)
    aside = Reading()
    instance = read_row(aside, node, row, (*path, row.total.key if row.total else ""))
    reading.findings.extend(aside.findings)
    typed = dict(zip(row.by_key, next(iter(aside.rows.values())), strict=True))
    written = typed if not isinstance(node, Mapping) else {k: v for k, v in typed.items() if node.get(k)}
    for cells in aside.controls.values():
        written |= cells
    known = {} if aside.lost else written
    reading.controls[path] = {key: value for key, value in known.items() if value is not None}
    return instance


def _zeros(count: int) -> Values:
    return (0,) * count
