"""What a person must look at in the figures that were read, in plain words, and how sure each figure is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.form.model import Path
from generator.form.y2021 import former
from generator.importing.aligning import BY_ORDER
from generator.importing.doubled import doubled
from generator.importing.former_heads import columns_meant
from generator.importing.labels import RowLabel
from generator.importing.outcome import Doubt
from generator.importing.tables import RowRead, TableRead
from generator.importing.values import computed_total
from generator.importing.words import label_form

_SURE = {
    "cells": 1.0,
    "gaps": 0.95,
    "order": 0.9,
    "cut": 0.8,
    "surplus": 0.6,
    "short": 0.6,
    "text": 0.6,
    "missing": 0.0,
    "unknown": 0.0,
}
"""Certainty (0 to 1) told with a figure, by how its row was read; our choice."""
_FEW = 3
"""Rows that are told one by one; more are told in one sentence."""
_DOUBTFUL_LABEL = 0.8
"""Certainty (0 to 1) below which a label is told as doubtful: what is only alike or by order."""


def confidence_of(read: TableRead) -> dict[Path, float]:
    """How sure every figure is that was read, by the figure's path."""
    sure: dict[Path, float] = {}
    for path, row in read.rows.items():
        if row.row.is_sum or row.row.is_group:
            continue
        for key, value, at in zip(row.row.cells, row.values, range(len(row.row.cells)), strict=False):
            if value is not None:
                place = (*path, key) if key else path
                sure[place] = round(min(row.label, 0.9 if at in row.proven else 1.0) * _SURE[row.how], 2)
    return sure


def doubts_of(read: TableRead) -> list[Doubt]:
    """Everything doubtful in a table part, in the order of the form."""
    name = f"表{read.form.part.number}"
    if read.doubled:
        return [doubled(read.form, read.doubled)]
    if read.misread:
        message = f"{name}有{read.misread}行印出的总计与各项之和不符，多半是读错了列，整张表留空，请照原文填写"
        place = next((row.place for row in read.rows.values() if row.place), "")
        return [Doubt((read.form.part.key,), message, place, "", 0.0)]
    doubts = [*_header(read, name), *_by_order(read, name)]
    doubts += _former_heads(read, name)
    merged: dict[str, list[RowRead]] = defaultdict(list)
    missing = _missing(read)
    doubts += _about_missing(missing, read, name)
    for row in read.rows.values():
        if row in missing:
            continue
        doubts += _about_label(row, name)
        doubts += _about_cells(row, name, merged)
        doubts += _about_total(row, name)
    for message, rows in merged.items():
        doubts += _merged(message, rows, name, read)
    order = {row.path: at for at, row in enumerate(read.form.rows)}
    return sorted(doubts, key=lambda doubt: _position(doubt.path, order))


def _missing(read: TableRead) -> list[RowRead]:
    """The rows that are told together: all of a table of which nothing was read, else many that were not found."""
    rows = [row for row in read.rows.values() if not row.row.is_sum]
    if not any(value for row in read.rows.values() for value in row.values):
        return rows
    missing = [row for row in rows if row.how == "missing"]
    return missing if len(missing) > _FEW else []


def _about_missing(rows: list[RowRead], read: TableRead, name: str) -> Iterator[Doubt]:
    if not rows:
        return
    message = f"{name}有{len(rows)}行没有找到，留空：{'、'.join(_name(row.row) for row in rows)}"
    if len(rows) == sum(not row.row.is_sum for row in read.rows.values()):
        message = f"{name}没有读出来，整张表留空，请照原文填写"
    place = next((row.place for row in rows if row.place), "")
    yield Doubt((read.form.part.key,), message, place, "", 0.0)


def _position(path: Path, order: dict[Path, int]) -> int:
    while path and path not in order:
        path = path[:-1]
    return order.get(path, -1)


def _header(read: TableRead, name: str) -> Iterator[Doubt]:
    """Columns whose heads are printed in other words than the form's."""
    if not read.is_found:
        return
    for forms, official in zip(read.form.columns, read.form.column_labels, strict=True):
        form = label_form(official)
        other = next((f for f in forms if f != form and len(f) > 3 and f in read.header), "")
        if other and form not in read.header:
            message = f"{name}的列名印作“{other}”，表格的列名是“{official}”，按这一列读"
            yield Doubt((read.form.part.key,), message, "", "", 0.95, words=True)


def _former_heads(read: TableRead, name: str) -> Iterator[Doubt]:
    """Rows below heads of the form before this one: what is called nearly the same may have been counted otherwise."""
    printed = [head for head in former.MEANT if head in read.header]
    if not printed or not columns_meant(read.form):
        return
    for row in read.rows.values():
        if row.how != "missing" and row.row.width == read.form.width:
            message = f"{name}“{_name(row.row)}”的列名是{former.NAME}的“{'、'.join(printed)}”，意思不全相同，请核对"
            yield Doubt(row.row.path, message, row.place, _shown(row), 0.5, words=True)


def _by_order(read: TableRead, name: str) -> Iterator[Doubt]:
    if not read.by_order:
        return
    place = next(iter(read.rows.values())).place
    open_rows = [row for row in read.rows.values() if None in row.values]
    proof = "，各行各列都符合勾稽关系" if any(row.row.total for row in read.rows.values()) else "，请核对"
    message = f"{name}的行名和数字没有印在一起，按数字的次序读{proof}"
    if open_rows:
        message += f"；有{len(open_rows)}行的读法不止一种，不一致的格留空"
    yield Doubt((read.form.part.key,), message, place, "", _SURE["order"])


def _about_label(row: RowRead, name: str) -> Iterator[Doubt]:
    official = label_form(row.row.official)
    printed = row.printed_label
    if row.how in {"missing", "order"} or row.row.is_sum:
        return
    if row.label <= BY_ORDER:
        message = f"{name}的一行没有行名，按前后的次序读作“{_name(row.row)}”"
        yield Doubt(row.row.path, message, row.place, _shown(row), round(row.label, 2))
    elif _differs(printed, official) or row.label < _DOUBTFUL_LABEL:
        message = f"{name}“{_name(row.row)}”的行名印作“{printed or '？'}”，与表格不同，请核对"
        yield Doubt(row.row.path, message, row.place, _shown(row), round(row.label, 2), words=True)
    elif printed and official.endswith(printed) and printed != official and label_form(row.row.path[-1]) != printed:
        message = f"{name}的行名印作“{printed}”，表格的行名是“{row.row.official}”"
        yield Doubt(row.row.path, message, row.place, _shown(row), 0.95, words=True)


def _differs(printed: str, official: str) -> bool:
    return bool(printed) and not official.startswith(printed) and not official.endswith(printed)


def _about_cells(row: RowRead, name: str, merged: dict[str, list[RowRead]]) -> Iterator[Doubt]:
    where = f"{name}“{_name(row.row)}”"
    yield from _unread(row, where)
    if None not in row.values:
        yield from _about_reading(row, where, merged)
    columns = "、".join(row.row.cells[at] for at in sorted(row.proven) if at < len(row.row.cells))
    if columns:
        merged[columns].append(row)
    signs = [mark.printed for mark in row.marks if mark.nothing]
    if signs and row.how == "cells":
        merged[f"/{signs[0]}"].append(row)
    for mark in row.marks:
        if mark.aside:
            message = f"{where}的格里另有{mark.aside}，不算在数里，记为{mark.text}，请核对"
            yield Doubt(row.row.path, message, row.place, mark.text, 0.85)
        if mark.note:
            message = f"{where}印作“{mark.printed}”，记为{mark.text}，括号里的话移到表下的注"
            yield Doubt(row.row.path, message, row.place, mark.text, 0.9, words=True)


def _about_reading(row: RowRead, where: str, merged: dict[str, list[RowRead]]) -> Iterator[Doubt]:
    """Figures that only the equations could tell apart."""
    is_zero = all(value == "0" for value in row.values)
    printed = (" " if row.how == "short" else "").join(mark.text for mark in row.marks)
    if row.how in {"cut", "short"} and is_zero:
        merged[row.how].append(row)
    elif row.how == "cut":
        message = f"{where}的数字粘连在一起（{printed}），按勾稽关系拆成{_list(row.values)}"
        yield Doubt(row.row.path, message, row.place, _shown(row), _SURE["cut"])
    elif row.how == "short":
        message = f"{where}只印了{printed}，格数不够，按勾稽关系读作{_list(row.values)}"
        yield Doubt(row.row.path, message, row.place, _shown(row), _SURE["short"])
    elif row.how == "surplus" and not is_zero:
        proof = "去掉多余的格后各项与总计相符" if row.row.total else "各格的数都相同"
        message = f"{where}印了{len(row.marks)}格，比应有的多；{proof}，按此读"
        yield Doubt(row.row.path, message, row.place, _shown(row), _SURE["surplus"])


def _unread(row: RowRead, where: str) -> Iterator[Doubt]:
    """Figures that stay empty, and why."""
    if row.row.is_sum:
        return
    cells = [cell for cell, value in zip(row.row.cells, row.values, strict=False) if value is None]
    if not cells:
        return
    which = "" if len(cells) == len(row.row.cells) else "的“" + "、".join(cells) + "”"
    words = " ".join(mark.printed or mark.text for mark in row.marks)
    printed = " ".join(words.split())[:40]
    if row.how == "missing":
        why = "没有找到，留空"
    elif row.how == "order":
        why = "按数字的次序读，读法不止一种，留空"
    elif row.how in {"cut", "short"}:
        why = f"印作“{printed}”，数字粘连或者少格，读法不止一种，留空"
    elif not printed:
        why = "是空格，没有总计可以证明是 0，留空"
    elif row.how == "gaps":
        why = f"有空格（{printed}），不能证明是 0，留空"
    else:
        why = f"印作“{printed}”，读不出各格是多少，留空"
    yield Doubt(row.row.path, f"{where}{which}{why}", row.place, "", 0.0)


def _about_total(row: RowRead, name: str) -> Iterator[Doubt]:
    """A printed total that is not the sum of what stands before it."""
    if not row.row.total or row.row.is_group:
        return
    printed, computed = row.values[-1], computed_total(row.values)
    if printed is not None and computed is not None and int(printed) != computed and not row.row.is_sum:
        message = f"{name}“{_name(row.row)}”印出的总计是{int(printed)}，各项相加是{computed}"
        yield Doubt(row.row.path, message, row.place, _shown(row), 0.7)


def _merged(message: str, rows: list[RowRead], name: str, read: TableRead) -> Iterator[Doubt]:
    """The same doubt about many rows, said once; about a few, at each."""
    if message == "cut":
        text = "的数字粘连在一起，都是 0，按格数拆开"
    elif message == "short":
        text = "格数不够，印出的都是 0，全行记 0"
    elif message.startswith("/"):
        text = f"印作“{message[1:]}”的格按 0 记"
    else:
        text = f"的“{message}”是空格，由总计证明是 0"
    sure = 0.9
    if len(rows) > _FEW:
        first, last = rows[0].place, rows[-1].place
        yield Doubt((read.form.part.key,), f"{name}有{len(rows)}行{text}", f"{first}至{last}", "0", sure)
        return
    for row in rows:
        yield Doubt(row.row.path, f"{name}“{_name(row.row)}”{text}", row.place, _shown(row), sure)


def _name(row: RowLabel) -> str:
    return f"{row.path[-1]}总计" if row.is_sum else row.path[-1]


def _shown(row: RowRead) -> str:
    return " ".join(value or "？" for value in row.values)


def _list(values: tuple[str | None, ...]) -> str:
    return "、".join(value or "？" for value in values)
