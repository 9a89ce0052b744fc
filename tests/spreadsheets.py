"""Workbooks read back: as they were written, and calculated anew by LibreOffice Calc."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""Every formula is calculated on loading, whatever value the file gives for it."""

Cells = dict[str, dict[str, Any]]
"""Sheet → cell → value; empty cells left out."""


def values(data: bytes) -> Cells:
    """What programs show that do not calculate."""
    return _cells(openpyxl.load_workbook(io.BytesIO(data), data_only=True))


def formulas(data: bytes) -> Cells:
    """The cells as written; formulas begin with =."""
    return {
        sheet.title: {c.coordinate: c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"}
        for sheet in sheets(data)
    }


def sheets(data: bytes) -> list[Worksheet]:
    return list(openpyxl.load_workbook(io.BytesIO(data)).worksheets)


def grid(sheet: Worksheet) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


class Calc:
    """LibreOffice Calc with a profile of its own."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("soffice")
        if not program:
            pytest.skip("没有安装 LibreOffice")
        self.program = program
        self.folder = folder
        settings = folder / "profile" / "user"
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")

    def recalculated(self, workbooks: Sequence[bytes]) -> list[Cells]:
        """Every workbook's cells after a full calculation."""
        return [values(path.read_bytes()) for path in self._converted(workbooks, "xlsx")]

    def pdf(self, workbook: bytes) -> Path:
        """The workbook as it is printed."""
        [path] = self._converted([workbook], "pdf")
        return path

    def saved(self, data: bytes, kind: str = "xlsx", to: str = "xlsx") -> bytes:
        """A file of one kind opened and saved as another, as its own user would."""
        [path] = self._converted([data], to, kind)
        return path.read_bytes()

    def _converted(self, workbooks: Sequence[bytes], to: str, kind: str = "xlsx") -> list[Path]:
        files = [self.folder / f"{number}.{kind}" for number in range(len(workbooks))]
        for file, data in zip(files, workbooks, strict=True):
            file.write_bytes(data)
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        out = self.folder / "out"
        read_as = ["--infilter=CSV:44,34,76,1"] if kind == "csv" else []  # commas, quotes, UTF-8, from line 1
        command = [self.program, profile, "--headless", *read_as, "--convert-to", to, "--outdir", out, *files]
        result = subprocess.run(command, capture_output=True, timeout=300, check=True)
        found = [out / f"{file.stem}.{to}" for file in files]
        if not all(path.exists() for path in found):
            pytest.skip(f"LibreOffice Calc 没有转换成：{result.stderr.decode(errors='replace')[-200:]}")
        return found


def _cells(book: openpyxl.Workbook) -> Cells:
    return {
        sheet.title: {c.coordinate: c.value for row in sheet.iter_rows() for c in row if c.value is not None}
        for sheet in book.worksheets
    }
