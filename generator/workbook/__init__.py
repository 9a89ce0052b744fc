"""Excel workbooks that need no touching up: safe text cells, frozen headers, column widths, print set-up.

A leaf that any room may import: it knows nothing of reports. xlsxwriter is imported where a workbook is made.
"""

from generator.workbook.model import Area, CellChoice, CellStyle, Formula, Row, Sheet, Spanned, Value
from generator.workbook.spreading import spread, widths_by_share
from generator.workbook.text import lines_in, name_of_cell, reference, safe_text, sheet_names, width
from generator.workbook.writing import make

__all__ = [
    "Area",
    "CellChoice",
    "CellStyle",
    "Formula",
    "Row",
    "Sheet",
    "Spanned",
    "Value",
    "lines_in",
    "make",
    "name_of_cell",
    "reference",
    "safe_text",
    "sheet_names",
    "spread",
    "width",
    "widths_by_share",
]
