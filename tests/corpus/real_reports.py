"""Published reports beside the repository as our YAML: their true figures (JSON) with their text, read at test time."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from generator.form import edition_for
from generator.form.model import Item, Kind

EDITION = edition_for(2023)
_TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)
_BREAKS = re.compile(r"</(?:p|div|tr|h\d|li)>|<br\s*/?>")


def as_yaml(text_file: Path, truth_file: Path | None = None) -> str:
    """The report as YAML: tables from its truth, text parts from its text, a line a paragraph."""
    truth = json.loads((truth_file or text_file.with_suffix(".json")).read_text("utf-8"))
    text = _plain(text_file)
    data: dict[str, Any] = {"机关": truth["机关"], "年度": truth["年度"]}
    for table in EDITION.tables:
        data[table.key] = {child.key: _value(child, truth.get(table.key, truth), truth) for child in table.children}
    for part in EDITION.narratives:
        data[part.key] = _section(text, part) or "未找到。"
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100_000, default_style=None)


def _plain(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        text = unescape(_TAGS.sub("", _BREAKS.sub("\n", text)))
    return text


def _section(text: str, part: Item) -> str:
    """The text between a part's heading and the next part's."""
    names = (part.label, *part.variants, "存在的主要问题及整改措施")
    wanted = "|".join(r"\s*".join(map(re.escape, name)) for name in names)
    numbers = "一二三四五六"
    following = numbers[numbers.index(part.number) + 1 :][:1]
    start = re.search(rf"{part.number}\s*、\s*(?:{wanted})", text)
    if start is None:
        return ""
    rest = text[start.end() :]
    stop = (
        re.search(rf"{following}\s*、\s*(?:主动公开|收到和处理|政府信息公开行政|其他需要)", rest) if following else None
    )
    body = rest[: stop.start()] if stop else rest.partition("附件下载")[0]
    lines = [re.sub(r"^[#\s]+|\s+$", "", line) for line in body.splitlines()]
    return _joined([line for line in lines if line and not re.fullmatch(r"-?\s*\d+\s*-", line)])


def _joined(lines: list[str]) -> str:
    """Lines broken by the page put together: a paragraph ends in a mark, or is a subheading."""
    text = ""
    for line in lines:
        begins = not text or text[-1] in "。：；！？）" or re.match(r"[（(][一二三四五六][）)]", line)
        text += f"\n{line}" if begins and text else line
    return text


def _value(item: Item, table: dict[str, Any], truth: dict[str, Any]) -> Any:
    if item.kind is Kind.GROUP:
        return {child.key: _value(child, table, truth) for child in item.children}
    value = table.get(item.key, truth.get(item.key, 0))
    if item.kind is Kind.ROW and isinstance(value, list):
        cells = zip(item.children, value, strict=False)
        return {cell.key: figure for cell, figure in cells}
    return value
