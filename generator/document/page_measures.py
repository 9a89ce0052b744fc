"""The page as GB/T 9704 and our tables have it: what both the reckoning of pages and the renderers go by."""

from __future__ import annotations

TEXT_WIDTH = 156 / 25.4 * 72
"""Points between the margins (GB/T 9704 5.2.2)."""
TABLE_TYPE = 9
"""The size of type in tables, in points (小五)."""
CELL_PADDING = 3.4
"""Points that a cell of words leaves free at its two sides together."""
FIRST_ROWS = 15
"""Rows that a table needs on the page where it begins: in table 3 the headers and all up to the first whole group."""
WHOLE_GROUP = 8
"""A label beside up to so many rows stays on one page with all of them; a page break would cut the label in two."""
