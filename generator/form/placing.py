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


def in_print(path: Sequence[str | int], edition: Edition) -> str:
    """A place in a table by the labels that the form prints there: 表三“（三）不予公开—4.保护第三方合法权益”自然人.

    For papers that the public reads: no key of the file is in it. Places in text are named as :func:`in_words` does.
    """
    part = edition.root.by_key.get(str(path[0])) if path else None
    if part is None or part.kind is not Kind.TABLE or len(path) < 2:
        return in_words(path, edition)
    row: list[str] = []
    item: Item = part
    rest = [str(key) for key in path[1:]]
    while rest and item.kind is not Kind.ROW:
        key = rest.pop(0)
        if item.total and key == item.total.key:
            row.append(item.total.label)
            break
        below = member(item, key)
        if below is None:
            return in_words(path, edition)
        item = below
        if item.total is None or item.kind is not Kind.GROUP:  # a group with a total holds most of the table's rows
            row.append(item.label)
    return f"表{part.number}“{'—'.join(map(_inner_quotes, row))}”" + "".join(_column(item, key) for key in rest)


def _column(row: Item, key: str) -> str:
    """The label of a cell, also of a group's sum for a column of its rows."""
    while row.kind is Kind.GROUP:
        row = row.children[0]
    if row.total and key == row.total.key:
        return row.total.label
    return row.by_key[key].label if key in row.by_key else key


def _inner_quotes(label: str) -> str:
    """A label within quotation marks has single ones (GB/T 15834 4.8.3.3)."""
    return label.replace("“", "‘").replace("”", "’")
