"""The typed reading of a node tree: every place by the kind the form gives it, from the text as typed.

Two things come out of it: the *instance* (plain data for the JSON Schema, keys as typed, notation put right where it
was wrong and has been reported) and the figures. What stands at a place that the form does not know is left to the
schema to report.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from generator.findings import Edit, Finding, Fix, error
from generator.form.edition import Edition, member
from generator.form.model import Item, Kind, Path
from generator.report.model import Values
from generator.report.row_slips import read_odd_row, split_thousands
from generator.source.nodes import Mapping, Node, Scalar, Sequence
from generator.source.scalars import Slip, read_amount, read_count, read_date, read_year


@dataclass(slots=True)
class Reading:
    """What was read. ``rows`` and ``controls`` hold the cells as typed, without totals; None = unknown.

    ``groups`` are the tables and groups that were written. ``fields`` holds the single values (年度, 落款日期, …) by
    path, ``texts`` the scalars of text places.
    """

    instance: dict[str, Any] = field(default_factory=dict)
    rows: dict[Path, Values] = field(default_factory=dict)
    controls: dict[Path, dict[str, int | Decimal]] = field(default_factory=dict)
    fields: dict[Path, Any] = field(default_factory=dict)
    texts: dict[Path, Scalar] = field(default_factory=dict)
    groups: set[Path] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def slip(self, slip: Slip, node: Scalar, path: Path) -> None:
        """Report a wrong notation at its value, with the fix when the right text is known."""
        fix = None
        if slip.replacement is not None:
            fix = Fix(f"改为 {slip.replacement}", (Edit(node.span, slip.replacement),))
        self.findings.append(error(slip.code, slip.message, node.span, hint=slip.hint, path=path, fix=fix))


def read_values(root: Mapping, edition: Edition) -> Reading:
    """Read a whole file."""
    reading = Reading()
    for entry in root.entries:
        key = entry.key.text
        item = edition.root.by_key.get(key)
        reading.instance[key] = _read(reading, entry.value, item, (key,)) if item else plain(entry.value)
    return reading


def plain(node: Node) -> Any:
    """A node as plain data, for places the form does not know."""
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node.is_empty else node.text


def _read(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    return _READERS[item.kind](reading, node, item, path)


# --- figures ---------------------------------------------------------------------------------------------------------


def _cell(reading: Reading, node: Node, item: Item, path: Path) -> int | Decimal | None:
    """One figure's value; None when it is unknown, its finding made here unless the schema will make it."""
    if not isinstance(node, Scalar) or node.is_empty:
        return None
    if node.text == "0":
        return 0
    value = read_count(node.text) if item.kind is Kind.COUNT else read_amount(node.text)
    if isinstance(value, Slip):
        reading.slip(value, node, path)
        return None
    return value


def _instance_of(node: Node, value: Any, neutral: Any = 0) -> Any:
    """What the schema sees: the value; where the notation was wrong (and is reported) a harmless one instead."""
    if value is not None:
        return value
    return neutral if isinstance(node, Scalar) and not node.is_empty else plain(node)


def _figure(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    value = _cell(reading, node, item, path)
    reading.rows[path] = (value,)
    return _instance_of(node, value)


def _row(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    if isinstance(node, Scalar) and node.text == "0":
        reading.rows[path] = _zeros(len(item.children))
        return 0
    if isinstance(node, Mapping):
        return _cells(reading, node, item, path)
    reading.rows[path] = (None,) * len(item.children)
    if isinstance(node, Scalar) and node.is_empty:
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
    entries, findings = split_thousands(node, path)
    reading.findings.extend(findings)
    for entry, unknown in entries:
        key = entry.key.text
        if column := columns.get(key):
            value = _cell(reading, entry.value, column, (*path, key))
            values[key] = None if unknown else value
            instance[key] = _instance_of(entry.value, value)
        elif item.total and key == item.total.key:
            control = _cell(reading, entry.value, item.children[0], (*path, key))
            if control is not None:
                reading.controls[path] = {key: control}
            instance[key] = _instance_of(entry.value, control)
        else:
            instance[key] = plain(entry.value)
    reading.rows[path] = tuple([values.get(key, 0) for key in columns])
    return instance


def _group(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    if isinstance(node, Scalar) and node.text == "0":
        reading.groups.add(path)
        return 0
    if isinstance(node, Mapping):
        reading.groups.add(path)
        return _members(reading, node, item, path)
    for child in item.children:
        _unknown(reading, child, (*path, child.key))
    finding = None
    if item.kind is Kind.GROUP and isinstance(node, Scalar) and not node.is_empty:
        finding = read_odd_row(node, item, path)
    if finding is None:
        return plain(node)
    reading.findings.append(finding)
    return 0


def _unknown(reading: Reading, item: Item, path: Path) -> None:
    """Every figure below is unknown, because what stands above could not be read."""
    if item.kind is Kind.GROUP:
        for child in item.children:
            _unknown(reading, child, (*path, child.key))
    else:
        reading.rows[path] = (None,) * max(1, len(item.children))


def _members(reading: Reading, node: Mapping, item: Item, path: Path) -> dict[str, Any]:
    instance: dict[str, Any] = {}
    for entry in node.entries:
        key = entry.key.text
        child = member(item, key)
        if child is None and item.total and key == item.total.key:
            instance[key] = _group_control(reading, entry.value, item, path)
        else:
            instance[key] = _read(reading, entry.value, child, (*path, key)) if child else plain(entry.value)
    return instance


def _group_control(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    """办理结果: {总计: {…}}: typed sums, column by column, kept beside the rows."""
    row = next(child for child in item.children if child.kind is Kind.ROW)
    aside = Reading()
    instance = _row(aside, node, row, (*path, row.total.key if row.total else ""))
    reading.findings.extend(aside.findings)
    typed = dict(zip(row.by_key, next(iter(aside.rows.values())), strict=True))
    written = typed if not isinstance(node, Mapping) else {k: v for k, v in typed.items() if node.get(k)}
    for cells in aside.controls.values():
        written |= cells
    reading.controls[path] = {key: value for key, value in written.items() if value is not None}
    return instance


def _zeros(count: int) -> Values:
    return (0,) * count


# --- single values ---------------------------------------------------------------------------------------------------


def _year(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    return _typed(reading, node, path, read_year, neutral=item.examples and int(item.examples[0]))


def _date(reading: Reading, node: Node, _item: Item, path: Path) -> Any:
    value = _typed(reading, node, path, read_date, neutral="")
    return value.isoformat() if isinstance(value, date) else value


def _typed(reading: Reading, node: Node, path: Path, reader: Callable[[str], Any], neutral: Any) -> Any:
    if not isinstance(node, Scalar) or node.is_empty:
        return plain(node)
    value = reader(node.text)
    if isinstance(value, Slip):
        reading.slip(value, node, path)
        return neutral
    reading.fields[path] = value
    return value


def _name(reading: Reading, node: Node, _item: Item, path: Path) -> Any:
    if isinstance(node, Scalar) and not node.is_empty:
        reading.fields[path] = node.text.strip()
    return plain(node)


def _names(reading: Reading, node: Node, _item: Item, path: Path) -> Any:
    if isinstance(node, Sequence):
        reading.fields[path] = tuple(i.text.strip() for i in node.items if isinstance(i, Scalar) and not i.is_empty)
    return plain(node)


def _text(reading: Reading, node: Node, _item: Item, path: Path) -> Any:
    if not isinstance(node, Scalar):
        return plain(node)
    if node.is_empty or (node.style in {"literal", "folded"} and not node.text.strip()):
        return None
    reading.texts[path] = node
    return node.text


# --- records and narratives ------------------------------------------------------------------------------------------


def _record(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    if isinstance(node, Mapping):
        return _members(reading, node, item, path)
    if item.short is Kind.DATE:
        return _date(reading, node, item, path)
    return plain(node)


def _text_or_members(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    if isinstance(node, Mapping):
        return _members(reading, node, item, path)
    return _text(reading, node, item, path)


def _fee(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    if isinstance(node, Scalar) and node.style == "plain" and not node.is_empty:
        number = read_amount(node.text)
        if not isinstance(number, Slip):
            if number == 0:
                reading.fields[path] = 0
            return number
    return _text_or_members(reading, node, item, path)


def _narrative(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    if not isinstance(node, Mapping):
        return _text(reading, node, item, path)
    instance: dict[str, Any] = {}
    for entry in node.entries:
        key = entry.key.text
        child = member(item, key) or item.further
        instance[key] = _read(reading, entry.value, child, (*path, key)) if child else plain(entry.value)
    return instance


_READERS: dict[Kind, Callable[[Reading, Node, Item, Path], Any]] = {
    Kind.YEAR: _year,
    Kind.NAME: _name,
    Kind.NAMES: _names,
    Kind.FILE: _name,
    Kind.DATE: _date,
    Kind.CHOICE: _name,
    Kind.TEXT: _text,
    Kind.COUNT: _figure,
    Kind.AMOUNT: _figure,
    Kind.ROW: _row,
    Kind.GROUP: _group,
    Kind.TABLE: _group,
    Kind.RECORD: _record,
    Kind.TOPIC: _text_or_members,
    Kind.FEE: _fee,
    Kind.NARRATIVE: _narrative,
}
