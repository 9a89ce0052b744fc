"""Rows at a page's end, and numbers too wide for their cell, as browsers and LibreOffice set them."""

from __future__ import annotations

from generator.importing.blocks import Paragraph, Table
from generator.importing.readers.pdf_blocks import blocks_of
from generator.importing.readers.pdf_page import Char, PdfPage, RuledLine

SIZE = 9.0
RULES = [60.0, 160.0, 190.0, 220.0, 250.0]
"""Places of the rules between columns: a label, three figures."""


def text(words: str, left: float, top: float) -> list[Char]:
    """A line of characters, digits half as wide as others."""
    chars = []
    for char in words:
        width = SIZE / 2 if char.isascii() else SIZE
        chars.append(Char(char, left, top, left + width, top + SIZE, top + SIZE, SIZE))
        left += width
    return chars


def row(top: float, *cells: str) -> list[Char]:
    """A row's cells, each line of a cell below the one before."""
    return [
        char
        for left, cell in zip(RULES, cells, strict=False)
        for at, line in enumerate(cell.split("\n"))
        for char in text(line, left + 6, top + at * SIZE)
    ]


def page(number: int, rows: list[tuple[float, list[str]]], ruled: list[float], loose: list[Char]) -> PdfPage:
    """A page with rows at their heights, rules across at ``ruled``, and other characters."""
    chars = [char for top, cells in rows for char in row(top, *cells)]
    across = [RuledLine(RULES[0], y, RULES[-1], y) for y in ruled]
    down = [RuledLine(x, ruled[0], x, ruled[-1]) for x in RULES]
    return PdfPage(number, [*chars, *loose], across, down)


def grids(*pages: PdfPage) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in line] for line in block.rows]
        for block in blocks_of(list(pages))
        if isinstance(block, Table)
    ]


ONE = page(1, [(102, ["甲", "1", "2", "3"]), (122, ["乙", "4", "5", "9"])], [100, 120, 140], [])


def test_a_row_without_rules_at_the_top_of_a_page_is_a_row() -> None:
    two = page(2, [(42, ["丁", "0", "1", "1"])], [40, 60], row(25, "丙", "7", "1", "8"))
    assert grids(ONE, two) == [
        [["甲", "1", "2", "3"], ["乙", "4", "5", "9"], ["丙", "7", "1", "8"], ["丁", "0", "1", "1"]]
    ]


def test_a_row_without_rules_at_the_foot_of_a_page_is_a_row() -> None:
    one = page(1, [(102, ["甲", "1", "2", "3"])], [100, 120], row(125, "乙", "4", "5", "9"))
    two = page(2, [(42, ["丙", "0", "1", "1"])], [40, 60], [])
    assert grids(one, two) == [[["甲", "1", "2", "3"], ["乙", "4", "5", "9"], ["丙", "0", "1", "1"]]]


def test_text_above_a_table_that_goes_on_is_no_row_of_it() -> None:
    words = "这一页上面的文字，一直写到表格的右边，不是行。"
    two = page(2, [(42, ["丁", "0", "1", "1"])], [40, 60], text(words, 62, 25))
    found = list(blocks_of([ONE, two]))
    assert [block.text for block in found if isinstance(block, Paragraph)] == [words]


def test_a_number_at_the_foot_of_a_page_is_no_row() -> None:
    one = page(1, [(102, ["甲", "1", "2", "3"])], [100, 120], text("12", 150, 400))
    two = page(2, [(42, ["乙", "0", "1", "1"])], [40, 60], [])
    assert [line for grid in grids(one, two) for line in grid] == [["甲", "1", "2", "3"], ["乙", "0", "1", "1"]]


def test_the_rest_of_a_row_on_the_next_page_is_of_that_row() -> None:
    two = page(2, [(42, ["", "", "", "5"]), (62, ["丙", "0", "1", "1"])], [40, 60, 80], [])
    assert grids(ONE, two) == [[["甲", "1", "2", "3"], ["乙", "4", "5", "9\n5"], ["丙", "0", "1", "1"]]]


def test_a_row_without_a_label_on_the_next_page_stays_a_row() -> None:
    two = page(2, [(42, ["", "6", "2", "8"])], [40, 60], [])
    assert grids(ONE, two) == [[["甲", "1", "2", "3"], ["乙", "4", "5", "9"], ["", "6", "2", "8"]]]


def test_a_number_too_wide_for_its_cell_is_one_number() -> None:
    wide = page(1, [(102, ["甲", "1234\n56", "2", "1234\n58"])], [100, 130], [])
    assert grids(wide) == [[["甲", "123456", "2", "123458"]]]


def test_full_width_digits_and_a_unit_on_the_next_line_too() -> None:
    wide = page(1, [(102, ["甲", "６１\n５", "12\n件", "３"])], [100, 130], [])
    assert grids(wide) == [[["甲", "６１５", "12\n件", "３"]]], "12件 would have had room"


def test_two_figures_in_a_cell_with_room_are_not_glued() -> None:
    wide = page(1, [(102, ["甲", "1\n2", "3", "5"])], [100, 130], [])
    assert grids(wide) == [[["甲", "1\n2", "3", "5"]]]


def test_a_row_whose_cells_all_have_two_lines_is_two_rows_in_one() -> None:
    wide = page(1, [(102, ["甲", "1234\n12", "2222\n33", "3456\n45"])], [100, 130], [])
    assert grids(wide) == [[["甲", "1234\n12", "2222\n33", "3456\n45"]]]
