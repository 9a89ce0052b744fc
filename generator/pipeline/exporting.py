"""A report's figures with computed totals, for other programs: JSON, CSV, and the printed tables as XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from generator.files.exact_json import exact_json
from generator.form import keys
from generator.pipeline.checking import Checked, check_file
from generator.render.cell_blocks import cell_blocks
from generator.report.model import Figure, Report
from generator.report.plain import as_data, cells


@dataclass(frozen=True, slots=True)
class Exported:
    """The export of one file; ``content`` is None when nothing of it could be read."""

    checked: Checked
    content: bytes | None


def export_file(path: str, to: str, data: bytes | None = None, table: str = "") -> Exported:
    """Export one file to one of :data:`EXPORTS`; ``table``: as TSV only the table of that number.

    Raises UserError when it cannot be read.
    """
    checked = check_file(path, data=data)
    if table and checked.report:
        return Exported(checked, cell_blocks(checked.report, table).encode())
    return Exported(checked, EXPORTS[to](checked.report) if checked.report else None)


def _to_tsv(report: Report) -> bytes:
    return cell_blocks(report).encode()


def _to_json(report: Report) -> bytes:
    return exact_json(as_data(report))


CSV_HEAD = (keys.AGENCY, keys.YEAR, "表", "项目", "列", "数值")


def _to_csv(report: Report) -> bytes:
    """One figure a row, with a byte order mark so that Excel and WPS read the Chinese."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(CSV_HEAD)
    for part, row, column, value in cells(report):
        shown = _as_text(value) if isinstance(value, str) else _written(value)
        writer.writerow([_as_text(report.agency or ""), report.year or "", part.label, row, column, shown])
    return out.getvalue().encode("utf-8-sig", "surrogatepass")


def _written(value: Figure) -> str | int:
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else value


def _as_text(cell: str) -> str:
    """One line; a cell that a spreadsheet would take for a formula is marked as text."""
    line = " ".join(cell.split())
    return f"'{line}" if line.startswith(tuple("=+-@|＝＋－＠")) else line


def _to_xlsx(report: Report) -> bytes:
    from generator.document.compose import compose
    from generator.files.workbooks import made
    from generator.render import xlsx

    return made(lambda: xlsx.render(compose(report)))


EXPORTS: dict[str, Callable[[Report], bytes]] = {"json": _to_json, "csv": _to_csv, "xlsx": _to_xlsx, "tsv": _to_tsv}
