"""The schema of one place by its kind, and the definitions that many places share.

Beside a ``$ref`` only title, description and examples stand: draft-07 ignores everything else there. Rows are not
shared, though they are alike: yaml-language-server would show the title of one above the help of another.
``errorMessage`` is what yaml-language-server and VS Code show instead of their own words. It is left out where entries
are required, because it would also replace the message that names the missing one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from generator.form.model import Item, Kind
from generator.form.snippets import snippets
from generator.form.words import allowed
from generator.form.writing import AMOUNT_LIMIT, COUNT_LIMIT, how_to_write

Schema = dict[str, Any]

_TEXT_TYPES = ["string", "number", "boolean"]
"""Text stays text (``no``, ``2023``), whatever type an editor takes it for."""
_NOT_EMPTY = {"minProperties": 1}
"""Braces with nothing in them are not filled in: the reader gives null for them."""


@dataclass(slots=True)
class Shared:
    """Definitions made so far, by name, and what they need to know of the edition."""

    first_year: int
    numbered: str
    definitions: dict[str, Schema] = field(default_factory=dict)
    _cells: dict[Item, str] = field(default_factory=dict)
    _names: dict[tuple[Item, ...], str] = field(default_factory=dict)

    def cell(self, item: Item) -> Schema:
        """A cell that many rows have is written down once."""
        name = self._cells.setdefault(item, f"cell{len(self._cells) + 1}")
        return self.refer(name, item, schema_of)

    def names(self, row: Item) -> Schema:
        """The words people say for the kinds of applicants are no keys: what to write instead. Stated once."""
        said = [word for cell in row.children for word in cell.spoken]
        instead = "；".join(f"{'、'.join(cell.spoken)}写“{cell.key}”" for cell in row.children if cell.spoken)
        name = self._names.setdefault(row.children, f"names{len(self._names) + 1}")
        self.definitions[name] = {
            "pattern": f"^(?!(?:{'|'.join(said)})$)",
            "patternErrorMessage": f"{row.kinds}要写表上的名称：{instead}",
        }
        return {"$ref": f"#/definitions/{name}"}

    def refer(self, name: str, item: Item, make: Callable[[Item, Shared], Schema]) -> Schema:
        """A reference to the definition ``name``, made on first use."""
        if name not in self.definitions:
            self.definitions[name] = make(item, self)
        return {"$ref": f"#/definitions/{name}"}


def schema_of(item: Item, shared: Shared) -> Schema:
    """The schema of ``item`` with its title and description."""
    return {**_words(item), **_MAKERS[item.kind](item, shared)}


def describe(item: Item) -> str:
    """What an editor shows for ``item``: its 口径, how to write it, its legal basis; a line each."""
    lines = (item.help, f"写法：{how_to_write(item)}。", f"依据：{item.law}" if item.law else "")
    return "\n".join(line for line in lines if line)


def _words(item: Item) -> Schema:
    words: Schema = {"title": item.heading or item.key} if item.heading or item.key else {}
    words["description"] = describe(item)
    if item.examples and item.kind in {Kind.NAME, Kind.FILE, Kind.DATE}:
        words["examples"] = list(item.examples)
    return words


def _mapping(item: Item, shared: Shared) -> Schema:
    """The part of a schema that says what may stand in a mapping."""
    entry_of = shared.cell if item.kinds else partial(schema_of, shared=shared)
    made: Schema = {"properties": {entry.key: entry_of(entry) for entry in allowed(item)}}
    if item.kind is Kind.GROUP and item.typed_total:
        made["properties"][item.typed_total.key] = _typed_totals(item, shared)
    if required := [child.key for child in item.children if child.required]:
        made["required"] = required
    if item.kinds and any(cell.spoken for cell in item.children):
        made["propertyNames"] = shared.names(item)
    return {**made, "additionalProperties": False}


def _typed_totals(group: Item, shared: Shared) -> Schema:
    row = next(child for child in group.children if child.kind is Kind.ROW)
    label = group.total.label if group.total else ""
    return {
        "title": label,
        "description": "可选。写了就与算出的合计核对，不会印出。",
        **_or_zero(row, shared),
    }


def _or_zero(item: Item, shared: Shared) -> Schema:
    return {
        "type": ["object", "integer"],
        **_only_zero(item),
        **_mapping(item, shared),
        "errorMessage": _message(item),
        "defaultSnippets": snippets(item),
    }


def _only_zero(item: Item) -> Schema:
    """A bare number must be 0. Said with ``then``, as a ``maximum`` has no message of its own in any editor."""
    return {"if": {"type": "number"}, "then": {"const": 0, "errorMessage": f"不能只写一个数：{how_to_write(item)}。"}}


def _table(item: Item, shared: Shared) -> Schema:
    return {"type": "object", **_mapping(item, shared), "defaultSnippets": snippets(item)}


def _count(item: Item, shared: Shared) -> Schema:
    return shared.refer("count", item, _count_itself)


def _count_itself(item: Item, _: Shared) -> Schema:
    return _number(item, "integer", COUNT_LIMIT)


def _amount(item: Item, _: Shared) -> Schema:
    return _number(item, "number", AMOUNT_LIMIT)


def _number(item: Item, kind: str, limit: int) -> Schema:
    words = {"errorMessage": _message(item), "defaultSnippets": snippets(item)}
    return {"type": kind, "minimum": 0, "maximum": limit, **words}


def _text(item: Item, shared: Shared) -> Schema:
    return shared.refer("text", item, lambda item, _: {"type": _TEXT_TYPES, "errorMessage": _message(item)})


def _name(item: Item, _: Shared) -> Schema:
    return {"type": _TEXT_TYPES, "errorMessage": _message(item)}


def _names(item: Item, _: Shared) -> Schema:
    items = {"type": _TEXT_TYPES, "errorMessage": "这里写名称"}
    return {"type": "array", "items": items, "errorMessage": _message(item)}


def _year(item: Item, shared: Shared) -> Schema:
    example = {"examples": [int(example) for example in item.examples]}
    return {"type": "integer", "minimum": shared.first_year, "errorMessage": _message(item), **example}


def _date(item: Item, _: Shared) -> Schema:
    return {"type": "string", "errorMessage": _message(item)}


def _choice(item: Item, _: Shared) -> Schema:
    return {"type": "string", "enum": list(item.choices), "errorMessage": _message(item)}


def _record(item: Item, shared: Shared) -> Schema:
    kinds = ["object", "string"] if item.short else "object"
    return {"type": kinds, **_NOT_EMPTY, **_mapping(item, shared), "errorMessage": _message(item)}


def _topic(item: Item, shared: Shared) -> Schema:
    return shared.refer("entry", item, _text_or_fields)


def _text_or_fields(item: Item, shared: Shared) -> Schema:
    return {"type": ["object", *_TEXT_TYPES], **_NOT_EMPTY, **_mapping(item, shared), "errorMessage": _message(item)}


def _sentence(item: Item, shared: Shared) -> Schema:
    return {**_text_or_fields(item, shared), **_only_zero(item), "defaultSnippets": snippets(item)}


def _narrative(item: Item, shared: Shared) -> Schema:
    properties = {child.key: schema_of(child, shared) for child in item.children}
    further = schema_of(item.further, shared) if item.further else False
    return {
        "type": ["object", *_TEXT_TYPES],
        **_NOT_EMPTY,
        "properties": properties,
        "additionalProperties": further,
        "propertyNames": {
            "pattern": f"^(?!{shared.numbered.removeprefix('^')})",
            "patternErrorMessage": "小标题的序号由程序编，请只写小标题的文字",
        },
        "errorMessage": _message(item),
        "defaultSnippets": snippets(item),
    }


def _message(item: Item) -> str:
    return f"{how_to_write(item)}。空着表示还没有填写。"


_MAKERS: dict[Kind, Callable[[Item, Shared], Schema]] = {
    Kind.YEAR: _year,
    Kind.NAME: _name,
    Kind.NAMES: _names,
    Kind.FILE: _name,
    Kind.DATE: _date,
    Kind.CHOICE: _choice,
    Kind.TEXT: _text,
    Kind.COUNT: _count,
    Kind.AMOUNT: _amount,
    Kind.ROW: _or_zero,
    Kind.GROUP: _or_zero,
    Kind.TABLE: _table,
    Kind.RECORD: _record,
    Kind.TOPIC: _topic,
    Kind.SENTENCE: _sentence,
    Kind.NARRATIVE: _narrative,
}
