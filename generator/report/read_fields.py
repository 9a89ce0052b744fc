"""Reading single values and texts: year, names, days, choices, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from generator.findings import Edit, Fix, error
from generator.form import FIRST_YEAR, NOTICE, keys
from generator.form.model import Item, Path
from generator.report.read_state import Reading, plain
from generator.source.nodes import Node, Scalar, Sequence
from generator.source.scalars import Slip, read_date, read_year

_QUOTED = re.compile(r"\s*([“”‘’「『＂＇`])\s*([^“”‘’「」『』＂＇`]+?)\s*([“”‘’」』＂＇`])\s*")


def read_year_field(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    """The year reported; a neutral year for the schema where its notation was wrong."""
    return _typed(reading, node, path, _read_reporting_year, neutral=item.examples and int(item.examples[0]))


def _read_reporting_year(text: str) -> int | Slip:
    """A year of which there can be a report in this form."""
    year = read_year(text)
    if isinstance(year, Slip) or year >= FIRST_YEAR:
        return year
    message = f"“{text}”：现行的年报格式从 {FIRST_YEAR} 年度开始（{NOTICE}），更早的年度不能用它编制。"
    return Slip("NB104", message, f"请核对年度；{FIRST_YEAR} 年度及以后的报告才用这个格式。")


def read_date_field(reading: Reading, node: Node, _item: Item, path: Path) -> Any:
    """A day, as an ISO date for the schema."""
    value = _typed(reading, node, path, read_date, neutral="")
    return value.isoformat() if isinstance(value, date) else value


def _typed(reading: Reading, node: Node, path: Path, reader: Callable[[str], Any], neutral: Any) -> Any:
    if not isinstance(node, Scalar):
        return plain(node)
    if node.is_blank:
        return None
    value = reader(node.text)
    if isinstance(value, Slip):
        reading.slip(value, node, path)
        return neutral
    reading.fields[path] = value
    return value


def _names_nobody(text: str) -> bool:
    """What stands where an agency's name is still to come: 无, or nothing with a letter in it."""
    return text.strip() == "无" or not any(char.isalpha() for char in text)


def read_name(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    """A short text, trimmed; quotes around a whole name of a body or file are no part of it."""
    if not isinstance(node, Scalar):
        return plain(node)
    if node.is_blank or (item.key == keys.AGENCY and _names_nobody(node.text)):
        return None
    value = _unquoted(reading, node, path) if item.key != keys.TITLE else node.text
    reading.fields[path] = value.strip()
    return value


def read_names(reading: Reading, node: Node, _item: Item, path: Path) -> Any:
    """A list of names, trimmed."""
    if not isinstance(node, Sequence):
        return plain(node)
    names = [_one_of(reading, name, (*path, n)) for n, name in enumerate(node.items)]
    reading.fields[path] = tuple(name.strip() for name in names if isinstance(name, str))
    return names


def _one_of(reading: Reading, node: Node, path: tuple[str | int, ...]) -> Any:
    if not isinstance(node, Scalar):
        return plain(node)
    return None if node.is_blank else _unquoted(reading, node, path)


def _unquoted(reading: Reading, node: Scalar, path: tuple[str | int, ...]) -> str:
    """The text without curly or other quotes around it, which are reported."""
    match = _QUOTED.fullmatch(node.text.strip())
    if match is None:
        return node.text
    left, name, right = match.groups()
    message = f"“{path[-1]}”" if isinstance(path[-1], str) else "名称"
    text = name if node.style == "plain" else "'" + name.replace("'", "''") + "'"
    reading.findings.append(
        error(
            "NB103",
            f"{message}外面不要加引号（{left}{right}）：会当成名称的一部分",
            node.span,
            hint=f"应写成：{name}",
            path=path,
            fix=Fix("去掉引号", (Edit(node.span, text),)),
        )
    )
    return name


def read_text(reading: Reading, node: Node, _item: Item, path: Path) -> Any:
    """The scalar of a text place; nothing, or a block without a line, counts as not filled in."""
    if not isinstance(node, Scalar):
        return plain(node)
    if node.is_empty or (node.style in {"literal", "folded"} and not node.text.strip()):
        return None
    reading.texts[path] = node
    return node.text
