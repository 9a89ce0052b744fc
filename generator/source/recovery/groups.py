"""A group and its rows: a figure on the group's own line with rows left below it, rows that stand too far left.

Both can only be told by what the form says stands below what; without that knowledge nothing is found here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.findings import Edit, Fix, Span
from generator.source.recovery.cursor import Spot
from generator.source.recovery.diagnostic import Diagnostic
from generator.source.recovery.shapes import Head, content_end, indent_of, is_blank, is_comment, is_data, parse_head
from generator.source.recovery.source_map import Change

_OPENS = "{[|>｛［【\"'"
_FIGURE = re.compile(r"[0-9.]+")


def figure_over_rows(spot: Spot) -> Diagnostic | None:
    """``不予公开: 0`` with the group's rows still below it."""
    head, text = spot.head, spot.text
    if head is None:
        return None
    end = content_end(text, spot.value)
    value = text[spot.value : end]
    if not value or value[0] in _OPENS or not is_data(value):
        return None
    rows = _deeper(spot, spot.parent)
    first = parse_head(spot.page[rows[0]], indent_of(spot.page[rows[0]])) if rows else None
    if first is None or not spot.stands_below(first.key, head.key):
        return None
    message = f"“{head.key}”已经写了 {value}，下面又有 {len(rows)} 行，两处只能留一处。"
    says_nothing = all(_says(spot, row) in {"", "0"} for row in rows)
    is_part = head.indent == 0
    either = f"没有的，写 {head.key}: 0，删去下面 {len(rows)} 行；有的，删去这个 {value}，在下面各行填写。"
    hint = either if says_nothing else f"下面的行里有内容：核对以后删去这个 {value}，或者删去下面多余的行。"
    unnumber = Change(spot.index, spot.value, end, "")
    clear = Fix(f"删去这个 {value}", (spot.page.edit(unnumber),), mechanical=False)
    if is_part:
        hint = f"删去这个 {value}，在下面各行填写；没有的，在下面各行写 0。"
    if value == "0" and says_nothing and not is_part:
        remove = Fix(f"删去下面 {len(rows)} 行", (_deletion(spot, spot.index, rows[-1]),), mechanical=False)
        changes = tuple(Change(row, 0, len(spot.page[row]), "") for row in rows)
        sure = all(_says(spot, row) == "0" for row in rows)
        found = Diagnostic(spot.index, spot.value, end, message, changes, hint=hint, fix=remove, others=(clear,))
        return replace(found, sure=sure, unsure=not sure)
    return Diagnostic(spot.index, spot.value, end, message, (unnumber,), hint=hint, fix=clear)


def braces_over_rows(spot: Spot, line: int, column: int) -> Diagnostic | None:
    """``本年新收: {自然人: 3}``, closed on ``line`` before ``column``, with more of the row's cells below it."""
    head = spot.head
    if head is None or spot.text[spot.value] != "{" or not spot.page[line][:column].endswith("}"):
        return None
    rows = _deeper(spot, spot.parent, line)
    below = [parse_head(spot.page[row], indent_of(spot.page[row])) for row in rows]
    if not below or not below[0] or not spot.stands_below(below[0].key, head.key):
        return None
    message = f"“{head.key}”已经写在花括号里，下面又有 {len(rows)} 行，各项要写在一处。"
    inside = "".join(spot.page[n] for n in range(spot.index, line)) + spot.page[line][:column]
    cells = [
        f"{cell.key}: {_says(spot, row)}" for row, cell in zip(rows, below, strict=True) if cell and _says(spot, row)
    ]
    fresh = len({cell.key for cell in below if cell and not re.search(rf"{re.escape(cell.key)}\s*:", inside)})
    fix = None
    if len(cells) == len(rows) == fresh and all(_FIGURE.fullmatch(_says(spot, row) or "") for row in rows):
        comma = "" if inside[:-1].rstrip().endswith(("{", ",")) else ", "
        put_in = spot.page.edit(spot.change(column - 1, column - 1, comma + ", ".join(cells), line))
        fix = Fix("移到花括号里", (put_in, _deletion(spot, line, rows[-1])), mechanical=False)
    changes = tuple(Change(row, 0, len(spot.page[row]), "") for row in rows)
    hint = "核对以后把下面各行移到花括号里，或者删去多余的行。"
    end = column if line == spot.index else len(spot.text)
    return Diagnostic(spot.index, spot.value, end, message, changes, hint=hint, fix=fix, unsure=True)


def _deeper(spot: Spot, than: int, after: int | None = None) -> list[int]:
    """The lines below (``after`` a line of its own) indented deeper ``than``, without blank ones and comments."""
    rows = []
    for index in range((spot.index if after is None else after) + 1, len(spot.page)):
        text = spot.page[index]
        if is_blank(text) or is_comment(text):
            continue
        if indent_of(text) <= than:
            break
        rows.append(index)
    return rows


def _says(spot: Spot, row: int) -> str | None:
    """What stands behind the key of a row; None for a line without a key."""
    text = spot.page[row]
    head = parse_head(text, indent_of(text))
    return None if head is None else text[head.value : content_end(text, head.colon)]


def _deletion(spot: Spot, first: int, last: int) -> Edit:
    """Everything from the end of the first line to the end of the last row, comments in between too."""
    here, there = spot.page.lines[first], spot.page.lines[last]
    start, end = here.origin(len(here.text)) + 1, there.origin(len(there.text)) + 1
    return Edit(Span(here.number, start, there.number, end), "")


def dedented_rows(spot: Spot, head: Head) -> Diagnostic | None:
    """``予以公开: 1`` beside the empty ``办理结果:`` above it, its other rows deeper below: the row itself is wrong.

    Seen from the first of those other rows or, where a figure would swallow it, from the row itself.
    """
    level = spot.levels[-1] if spot.levels else 0
    if spot.levels and head.indent > level and not spot.awaiting:
        return _dedented(spot, spot.index, head, level)
    value = spot.text[head.value : content_end(spot.text, head.colon)]
    rows = _deeper(spot, head.indent) if value and is_data(value) and value[0] not in _OPENS else []
    below = parse_head(spot.page[rows[0]], indent_of(spot.page[rows[0]])) if rows else None
    return _dedented(spot, rows[0], below, head.indent) if below else None


def _dedented(spot: Spot, index: int, head: Head, level: int) -> Diagnostic | None:
    """``head`` on line ``index`` is indented as it should be, under the nearest group that stands at ``level``."""
    rows = _beside(spot, index, level)
    if not rows or not spot.stands_below(head.key, rows[0][1].key):
        return None
    group, below = rows[0][1], rows[1:]
    if not below or not all(spot.stands_below(row.key, group.key) for _, row in below):
        return None
    first, row = below[0]
    changes = tuple(
        Change(number, 0, 0, " " * (head.indent - level))
        for number in range(first, index)
        if not is_blank(spot.page[number])
    )
    more = f"等 {len(below)} 行" if len(below) > 1 else ""
    line = spot.page.lines[rows[0][0]].number
    message = (
        f"“{row.key}”{more}前面少了空格：它在第 {line} 行的“{group.key}”下面，"
        f"要与下面的“{head.key}”对齐（{head.indent} 个空格）。"
    )
    return Diagnostic(first, 0, row.colon, message, changes, "对齐缩进", indent_matters=True)


def _beside(spot: Spot, before: int, level: int) -> list[tuple[int, Head]]:
    """The nearest line above line ``before`` at ``level`` without a value of its own, and the entries since then."""
    found: list[tuple[int, Head]] = []
    for index in range(before - 1, -1, -1):
        text = spot.page[index]
        if is_blank(text) or is_comment(text) or indent_of(text) > level:
            continue
        entry = parse_head(text, level) if indent_of(text) == level else None
        if entry is None:
            return []
        found.append((index, entry))
        if not text[entry.value : content_end(text, entry.colon)]:
            return found[::-1]
    return []
