"""Sheets as they come out: what they hold, whichever way they are written, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from decimal import Decimal

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from spreadsheets import grid, sheets, values

from generator.workbook import Area, CellStyle, Formula, Row, Sheet, Spanned, Value, make, spread
from generator.workbook.formulas import equality, sum_of
from generator.workbook.looks import figure_look

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff_"), min_size=1, max_size=20
)
numbers = st.integers(-(10**9), 10**12) | st.decimals(-(10**9), 10**9, places=3, allow_nan=False)
cells = st.none() | texts | numbers
rows = st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=5)


def sheet_of(found: list[list[Value]], name: str = "表") -> Sheet:
    return Sheet(name, [Row(row, [CellStyle()] * len(row)) for row in found], [12.0] * 3)


@given(rows)
@settings(max_examples=40)
def test_what_is_written_is_read_back(found: list[list[Value]]) -> None:
    data = make([sheet_of(found)])
    shown = grid(sheets(data)[0])
    for row, back in zip(found, shown, strict=True):
        for value, got in zip(row, back, strict=True):
            assert (got if isinstance(value, str | None) else Decimal(str(got))) == value
    assert make([sheet_of(found)]) == data


@given(rows)
@settings(max_examples=15)
def test_through_files_or_in_memory_is_the_same(found: list[list[Value]]) -> None:
    merged = sheet_of(found)._replace(merged=[Area(0, 0, 1, 2)], header=(0, 0), filtered=True, kept_columns=1)
    small, large = (openpyxl.load_workbook(io.BytesIO(make([merged], large=large))) for large in (False, True))
    for one, other in zip(small.worksheets, large.worksheets, strict=True):
        assert grid(one) == grid(other)
        assert str(one.merged_cells) == str(other.merged_cells) == "A1:B1"
        assert one.freeze_panes == other.freeze_panes == "B2"
        assert one.auto_filter.ref == other.auto_filter.ref == f"A1:C{len(found)}"
        assert one.dimensions == other.dimensions == f"A1:C{len(found)}"


@given(rows, rows)
@settings(max_examples=15)
def test_however_rows_go_the_bytes_are_the_same(first: list[list[Value]], second: list[list[Value]]) -> None:
    book = [sheet_of(first, "一"), sheet_of([["=甲", 1, None], *second], "二")]
    assert make(book) == make(book, large=True)


def test_each_cell_has_its_look_wherever_it_first_stood() -> None:
    """More looks than the first sheet has rows, and looks that only the second sheet has."""
    looks = [
        CellStyle(bold=True),
        CellStyle(fill="#FFEE00"),
        CellStyle(colour="#FF0000"),
        CellStyle(border=True),
        CellStyle(number="0.00"),
    ]
    first = Sheet("一", [Row([1, 2, 3], looks[:3])], [9.0] * 3)
    second = Sheet("二", [Row([4, "=5", 6, 7], [*looks[3:], *looks[:2]])], [9.0] * 4)
    one, two = sheets(make([first, second]))
    assert [one["A1"].font.bold, one["B1"].fill.fgColor.rgb, one["C1"].font.color.rgb] == [True, "FFFFEE00", "FFFF0000"]
    assert [two["A1"].border.left.style, two["B1"].number_format, two["C1"].font.bold] == ["thin", "0.00", True]
    assert (one.dimensions, two.dimensions) == ("A1:C1", "A1:D1")


def test_rows_may_be_made_as_they_are_written() -> None:
    def many() -> Iterator[Row]:
        yield from (Row([number], [CellStyle()]) for number in range(500))

    assert len(grid(sheets(make([Sheet("表", many(), [9.0])], large=True))[0])) == 500


def test_temporary_files_are_gone_even_after_a_fault(tmp_path, monkeypatch):  # type: ignore[no-untyped-def]
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def broken() -> Iterator[Row]:
        yield Row(["一"], [CellStyle()])
        raise RuntimeError

    try:
        make([Sheet("表", broken(), [9.0])], large=True)
    except RuntimeError:
        assert not list(tmp_path.iterdir())
    else:
        raise AssertionError("the fault is to come through")


def test_formulas_carry_their_values() -> None:
    row: list[Value] = [2, Formula("A1*2", 4), Formula("A1/3", Decimal(2) / 3), Formula('IF(A1<3,"小","大")', "小")]
    data = make([Sheet("表", [Row(row, [CellStyle()] * 4)], [9.0] * 4)])
    assert values(data)["表"] == {"A1": 2, "B1": 4, "C1": 2 / 3, "D1": "小"}
    assert sheets(data)[0]["D1"].value == '=IF(A1<3,"小","大")'


def test_long_text_gets_a_row_that_holds_it() -> None:
    data = make([Sheet("表", [Row([text], [CellStyle()]) for text in ("字" * 30, 1, "字\n" * 900)], [20.0])])
    heights = sheets(data)[0].row_dimensions
    assert heights[1].height > 3 * 14
    assert heights[2].height < 20
    assert heights[3].height == 409, "no row can be higher"


def test_a_grid_is_spread_around_its_spans() -> None:
    look, other = CellStyle(), CellStyle(bold=True)
    grid = [[Spanned("甲", look, 1, 2), Spanned("乙", other, 2)], [Spanned(1, look), Spanned(2, look)]]
    found, merged = spread(grid, [10.0, 10.0, 10.0], top=4)
    assert [list(row.values) for row in found] == [["甲", "乙", None], [None, 1, 2]]
    assert [list(row.looks) for row in found] == [[look, other, other], [look, look, look]]
    assert merged == (Area(4, 0, 2, 1), Area(4, 1, 1, 2))


def test_sums_name_ranges() -> None:
    assert sum_of([(0, 0), (0, 1), (0, 2)]) == "SUM(A1:C1)"
    assert sum_of([(0, 0), (1, 0), (3, 0), (3, 1)]) == "SUM(A1:A2,A4:B4)"
    assert sum_of([(0, 0), (2, 0), (4, 0)]) == "SUM(A1,A3,A5)"


def test_equality_says_by_how_much() -> None:
    figures = {(0, 0): 3, (1, 0): 4, (2, 0): 5}
    unequal = equality([(0, 0), (1, 0)], [(2, 0)], figures)
    assert unequal == Formula('IF(A1+A2=A3,"平","差"&(A1+A2-(A3)))', "差2")
    assert equality([(0, 0)], [(9, 9)], figures) is None


def test_a_figure_shows_the_decimals_it_has() -> None:
    assert figure_look(3).number == figure_look(Decimal(3)).number == figure_look(Decimal("3E+2")).number == "0"
    assert figure_look(Decimal("3.10")).number == "0.00"


def test_excel_is_told_that_totals_leave_out_what_stands_beside_them() -> None:
    data = make([Sheet("表", [Row([1, 2, Formula("A1", 1)], [CellStyle()] * 3)] * 2, [9.0] * 3)])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        markup = archive.read("xl/worksheets/sheet1.xml").decode()
    assert '<ignoredError sqref="A1:C2" formulaRange="1"/>' in markup
