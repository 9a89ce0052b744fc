"""A table over two pages is divided where a group begins; the label that reaches over is said again."""

import pytest
from complete import complete

from generator.document.blocks import Cell, Table
from generator.document.compose import compose
from generator.document.dividing import LEAST_OVER, boundaries, divided
from generator.pipeline.opening import open_report
from generator.render.layout import places, shape_of


@pytest.fixture(scope="module")
def three() -> Table:
    report = open_report("例.yaml", complete("").encode()).report
    assert report
    return next(b for b in compose(report).blocks if isinstance(b, Table) and b.label_columns == 3)


def _label(table: Table, row: int) -> Cell:
    return table.rows[row][0]


def test_a_second_page_begins_with_a_group_and_has_more_than_its_last_row(three: Table) -> None:
    assert [_label(three, at).text for at in boundaries(three)] == [
        "（四）无法提供",
        "（五）不予处理",
        "（六）其他处理",
    ]
    assert len(three.rows) - boundaries(three)[-1] >= LEAST_OVER


@pytest.mark.parametrize("number", range(3))
def test_the_label_that_reaches_over_is_said_on_both_pages(three: Table, number: int) -> None:
    at = boundaries(three)[number]
    table = divided(three, at)
    results = next(cell for row in three.rows for cell in row if cell.rows > 8)
    pieces = [(row, cell) for row, cells in enumerate(table.rows) for cell in cells if cell.text == results.text]
    assert [row for row, _ in pieces][1:] == [at]
    assert sum(cell.rows for _, cell in pieces) == results.rows
    assert {cell.breaks for _, cell in pieces} == {results.breaks}


def test_every_row_has_its_columns_and_no_cell_but_that_one_changes(three: Table) -> None:
    at = boundaries(three)[0]
    table = divided(three, at)
    for row in places(shape_of(table), table.columns):
        assert sum(place.columns for place in row) == table.columns
    assert table.rows[at][1:] == three.rows[at]
    assert [row for n, row in enumerate(table.rows) if n != at][6:] == [r for n, r in enumerate(three.rows) if n != at][
        6:
    ]


def test_a_table_without_groups_is_divided_nowhere(three: Table) -> None:
    flat = three._replace(rows=tuple(row for row in three.rows if all(cell.rows == 1 for cell in row)))
    assert boundaries(flat) == ()
