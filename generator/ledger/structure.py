"""What a stream of a workbook's rows does not tell: merged cells, hidden rows, formulas without a value, the extent.

Each sheet's XML goes once through expat; nothing of it is kept but these places. A document type (and with it every
entity) is refused.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.parsers import expat

from generator.ledger.errors import UnreadableLedgerError

_MOST_MERGED = 100_000
"""Merged ranges of a sheet; a ledger with one for every row has some thousand."""
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_PIECE = 1 << 16


class MergedRange(NamedTuple):
    """A merged range, rows and columns from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


class SheetStructure(NamedTuple):
    """``last_row`` and ``last_column`` are the last ones that hold a value, 0 for none."""

    last_row: int = 0
    last_column: int = 0
    merged: tuple[MergedRange, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    unvalued: frozenset[tuple[int, int]] = frozenset()


class BookStructure(NamedTuple):
    """The sheets by their names."""

    sheets: Mapping[str, SheetStructure]
    from_1904: bool


def structure_of(data: bytes) -> BookStructure:
    """Read the structure of a workbook. A damaged one raises anything, one that may do harm UnreadableLedgerError."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        main = _main_part(package)
        book = _Book()
        _parse(package, main, book.start)
        targets = _relations(package, main, names)
        sheets = {
            name: _sheet_of(package, targets[link]) for name, link in book.sheets.items() if targets.get(link) in names
        }
        return BookStructure(sheets, book.from_1904)


def column_number(letters: str) -> int:
    """``A`` → 1, ``AA`` → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class _Book:
    def __init__(self) -> None:
        self.sheets: dict[str, str] = {}
        self.from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local == "sheet":
            link = next((value for key, value in attributes.items() if _local(key) == "id"), "")
            self.sheets[attributes.get("name", "")] = link
        elif local == "workbookPr":
            self.from_1904 = attributes.get("date1904") in {"1", "true"}


class _Sheet:
    def __init__(self) -> None:
        self.last_row = self.last_column = self.row = self.column = 0
        self.merged: list[MergedRange] = []
        self.hidden: set[int] = set()
        self.unvalued: set[tuple[int, int]] = set()
        self.formula = self.value = self.is_text = self.in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local == "row":
            self.row = int(attributes["r"]) if "r" in attributes else self.row + 1
            self.column = 0
            if attributes.get("hidden") in {"1", "true"}:
                self.hidden.add(self.row)
        elif local == "c":
            found = _REFERENCE.fullmatch(attributes.get("r", ""))
            self.column = column_number(found[1]) if found else self.column + 1
            self.formula = self.value = False
            self.is_text = attributes.get("t") == "str"
        elif local == "f":
            self.formula = True
        elif local in {"v", "is"}:
            self.in_value = True
            self.value = self.is_text or not self.formula  # of a formula, only a text may be empty
        elif local == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def text(self, data: str) -> None:
        if self.in_value and data.strip():
            self.value = True

    def end(self, name: str) -> None:
        self.in_value = False
        if _local(name) != "c":
            return
        if self.value or self.formula:
            self.last_row = max(self.last_row, self.row)
            self.last_column = max(self.last_column, self.column)
        if self.formula and not self.value:
            self.unvalued.add((self.row, self.column))

    def _merge(self, reference: str) -> None:
        found = _RANGE.fullmatch(reference)
        if found is None:
            return
        if len(self.merged) >= _MOST_MERGED:
            raise UnreadableLedgerError("台账里合并的单元格太多，读不了", "请取消合并，每件申请一行，再试")
        area = MergedRange(int(found[2]), column_number(found[1]), int(found[4]), column_number(found[3]))
        self.merged.append(area)


def _sheet_of(package: zipfile.ZipFile, part: str) -> SheetStructure:
    sheet = _Sheet()
    _parse(package, part, sheet.start, sheet.end, sheet.text)
    hidden = frozenset(row for row in sheet.hidden if row <= sheet.last_row)
    return SheetStructure(sheet.last_row, sheet.last_column, tuple(sheet.merged), hidden, frozenset(sheet.unvalued))


def _parse(
    package: zipfile.ZipFile,
    part: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    with package.open(part) as stream:
        while piece := stream.read(_PIECE):
            parser.Parse(piece, False)
        parser.Parse(b"", True)


def _refuse_doctype(*_: object) -> None:
    raise UnreadableLedgerError(
        "台账的内容不像是 Excel 写的（里面有文档类型声明），没有读", "请用 WPS 或 Excel 另存一份再试"
    )


def _main_part(package: zipfile.ZipFile) -> str:
    found: list[str] = []

    def start(_: str, attributes: dict[str, str]) -> None:
        if attributes.get("Type", "").endswith("/officeDocument"):
            found.append(attributes["Target"].lstrip("/"))

    _parse(package, "_rels/.rels", start)
    return found[0]


def _relations(package: zipfile.ZipFile, main: str, names: set[str]) -> dict[str, str]:
    folder, file = posixpath.split(main)
    targets: dict[str, str] = {}

    def start(_: str, attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode") == "External" or "Target" not in attributes:
            return
        target = attributes["Target"]
        joined = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        targets[attributes.get("Id", "")] = joined

    part = posixpath.join(folder, "_rels", f"{file}.rels")
    if part in names:
        _parse(package, part, start)
    return targets


def _local(name: str) -> str:
    return name.rpartition(":")[2]
