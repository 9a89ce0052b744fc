"""Excel workbooks that need no touching up: safe text cells, frozen headers, column widths, print set-up.

A leaf that any room may import: it knows nothing of reports. openpyxl is imported where a workbook is made.
"""
