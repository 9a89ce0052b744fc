"""A path of the file in words, as one would name the place on the printed page: 表三“本年新收”自然人."""

from __future__ import annotations

from collections.abc import Sequence

from generator.form import keys
from generator.form.edition import Edition, member
from generator.form.model import Item, Kind

WHOLE_REPORT = "全文"
"""The place of what is about no one place."""


def in_words(path: Sequence[str | int], edition: Edition) -> str:
    """The place at a path; '' for the file as a whole. Keys that the form does not know are named as they stand."""
    if not path:
        return ""
    item = edition.root.by_key.get(str(path[0]))
    if item is not None and item.kind is Kind.TABLE:
        return f"表{item.number}{_in_table(item, [str(key) for key in path[1:]])}"
    below = [key for key in path[1:] if key != keys.BODY]
    return (item.heading if item else str(path[0])) + "".join(map(_quoted, below))


def _in_table(part: Item, path: list[str]) -> str:
    """“row”column: the row by its keys joined by dots, the cell as it is."""
    item: Item | None = part
    row: list[str] = []
    for at, key in enumerate(path):
        above, item = item, item and member(item, key)
        if above is not None and above.kind is Kind.ROW:
            return _said(part, row) + "".join(path[at:])
        row.append(key)
        if item is None and above is not None and above.total and key == above.total.key:
            return _said(part, row) + "".join(path[at + 1 :])
    return _said(part, row)


def _said(part: Item, row: list[str]) -> str:
    """The row's name; a group that has a printed total is above so many rows that it names none of them."""
    above = part.by_key.get(row[0]) if row else None
    deep = above is not None and above.kind is Kind.GROUP and above.total is not None and len(row) > 1
    if deep and above is not None and row[1] in above.by_key:
        row = row[1:]
    return f"“{'.'.join(row)}”" if row else ""


def _quoted(key: str | int) -> str:
    return f"第{key + 1}个" if isinstance(key, int) else f"“{key}”"
