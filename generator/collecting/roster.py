"""The list of agencies: rows of a sheet or of a csv file → agencies, with what is not in order said row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.collecting.names import name_form
from generator.collecting.records import Agency
from generator.form import keys

NAME, SHORT_NAME, CONTACT = "单位名称", "简称", "联系人"
FORMER_NAME = keys.FORMER_NAMES
CODE, REGION, LEVEL = "机构码", "区划码", "层级"
_COLUMNS = {
    NAME: (
        *(NAME, "单位全称", "全称", "单位", "名称", "机关名称", "部门名称", "机构名称"),
        *("报送单位", "填报单位", "责任单位", keys.AGENCY),
    ),
    SHORT_NAME: (SHORT_NAME, "单位简称"),
    FORMER_NAME: (FORMER_NAME, "曾用名称", "原名称"),
    CONTACT: (CONTACT, "联络员", "姓名"),
    CODE: (CODE, "机构代码", "机构编码", "单位代码", "单位编码", "统一社会信用代码", "社会信用代码"),
    REGION: (REGION, "区划代码", "行政区划代码", "行政区划码", "行政区划"),
    LEVEL: (LEVEL, "行政层级", "单位层级", "级别"),
    "电话": ("电话", "联系电话", "电话号码", "联系方式", "手机", "手机号"),
}
"""What a column is called, the usual name first; of several that fit, the first counts."""
_SEPARATORS = re.compile(r"[、，,;；/\n\r]+")
_HEADER_WITHIN = 20
"""So many rows may stand above the header."""
_SHOWN = 6
_NO_AGENCY = re.compile(
    r"合计|小计|总计|共计|(?:备?注|说明|(?:填表|制表|审核)人)[:：]|[（(]?[一二三四五六七八九十]+[）)、]|[\d.]+$"
)
"""How a name begins that is a sum, a note, or the heading of a group of agencies."""

Row = Sequence[str]


class RosterSheet(NamedTuple):
    """One sheet: its name and its rows from the first on, cells as text."""

    name: str
    rows: Sequence[Row]


class Roster(NamedTuple):
    """The agencies in their order; ``remarks`` say what was passed over, in whole sentences."""

    agencies: tuple[Agency, ...]
    remarks: tuple[str, ...] = ()


class RosterError(Exception):
    """A list that cannot be used; ``message`` says why and where, ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def read_roster(sheets: Iterable[RosterSheet]) -> Roster:
    """The agencies of the first sheet that has a header with 单位名称. Raises RosterError."""
    seen: list[RosterSheet] = []
    for sheet in sheets:
        seen.append(sheet)
        header = _header(sheet)
        if header is not None:
            return _agencies(sheet, *header)
    raise RosterError(
        _no_header(seen), f"请在表头写上“{NAME}”一栏；还可以有“{SHORT_NAME}”“{FORMER_NAME}”“{CONTACT}”“电话”"
    )


def _no_header(seen: Sequence[RosterSheet]) -> str:
    filled = [(sheet, row) for sheet in seen for row in sheet.rows[:_HEADER_WITHIN] if any(row)]
    if not filled:
        return "单位名单是空的"
    sheet, row = filled[0]
    cells = "、".join([cell for cell in row if cell][:_SHOWN])
    return f"单位名单里没有“{NAME}”这一栏（“{sheet.name}”的前 {_HEADER_WITHIN} 行都没有；第一个有字的行是：{cells}）"


def _header(sheet: RosterSheet) -> tuple[int, dict[str, int]] | None:
    """The last row of the header and which column is where.

    A title of one merged cell has no further column beside it. A header of two rows (单位, below it 名称 and 简称)
    names the column of names in both.
    """
    for number, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        columns = _columns(row)
        if NAME in columns:
            below = _columns(sheet.rows[number + 1]) if number + 1 < len(sheet.rows) else {}
            return (number + 1, columns | below) if below.get(NAME) == columns[NAME] else (number, columns)
    return None


def _columns(row: Row) -> dict[str, int]:
    labels = [re.sub(r"[（(].*", "", name_form(cell)) for cell in row]
    return {
        column: labels.index(label)
        for column, names in _COLUMNS.items()
        for label in reversed(names)
        if label in labels
    }


def _agencies(sheet: RosterSheet, header: int, columns: dict[str, int]) -> Roster:
    found: dict[str, Agency] = {}
    rows: dict[str, int] = {}
    remarks: list[str] = []
    for number, row in enumerate(sheet.rows[header + 1 :], header + 2):
        cells = {column: row[place] if place < len(row) else "" for column, place in columns.items()}
        name = "".join(cells[NAME].split())
        form = name_form(name)
        if not form:
            if any(cells.values()):
                remarks.append(f"名单“{sheet.name}”第 {number} 行没有{NAME}，没有算进去。")
        elif _NO_AGENCY.match(form) or form in _COLUMNS[NAME]:
            remarks.append(f"名单“{sheet.name}”第 {number} 行的“{name}”不是单位，没有算进去。")
        elif form in found:
            remarks.append(f"名单“{sheet.name}”第 {rows[form]} 行和第 {number} 行都是“{name}”，只算一家。")
        else:
            found[form], rows[form] = _agency(name, cells), number
    if not found:
        raise RosterError(f"单位名单“{sheet.name}”的“{NAME}”一栏下面没有单位", "请一行写一个单位")
    return Roster(tuple(found.values()), (*remarks, *_shared_names(tuple(found.values()))))


def _agency(name: str, cells: dict[str, str]) -> Agency:
    contact = " ".join(cells.get(column, "") for column in (CONTACT, "电话")).split()
    code, region, level = ("".join(cells.get(column, "").split()) for column in (CODE, REGION, LEVEL))
    short, former = (_names(cells.get(column, "")) for column in (SHORT_NAME, FORMER_NAME))
    return Agency(name, short, former, " ".join(contact), code, region, level)


def _names(cell: str) -> tuple[str, ...]:
    """The names in a cell, each once; 无 and a dash say that there are none."""
    names = [" ".join(name.split()) for name in _SEPARATORS.split(cell)]
    return tuple(dict.fromkeys(name for name in names if name.strip("-—–无")))


def _shared_names(agencies: Sequence[Agency]) -> list[str]:
    """A short or earlier name that two agencies have tells neither of them."""
    owners: dict[str, dict[str, None]] = {}
    for agency in agencies:
        for other in (*agency.short_names, *agency.former_names):
            owners.setdefault(other, {}).setdefault(agency.name)
    return [
        f"名单里“{other}”是{'、'.join(f'“{name}”' for name in names)}共用的，凭它认不出是哪一家。"
        for other, names in owners.items()
        if len(names) > 1
    ]
