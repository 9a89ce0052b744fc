"""Where cells come to lie."""

import re
from pathlib import Path

from generator.document import dividing, page_measures
from generator.document.blocks import Document, Table
from generator.render import layout
from generator.render.layout import CellPlace, places, shape_of

PAGES = Path(__file__).parents[2] / "web/src/pages.ts"


def test_a_cell_reaches_down_and_to_the_right() -> None:
    shape = (((2, 2, "header"), (1, 1, "header")), ((1, 1, "figure"),))
    assert places(shape, 3) == (
        (CellPlace(0, 2, 2, "header", 0), CellPlace(2, 1, 1, "header", 1)),
        (CellPlace(0, 2, 1, "header", None), CellPlace(2, 1, 1, "figure", 0)),
    )


def test_a_cell_of_three_rows_stays_in_its_column_between_others() -> None:
    shape = (
        ((1, 1, "label"), (1, 3, "label"), (1, 1, "figure")),
        ((1, 1, "label"), (1, 1, "figure")),
        ((1, 2, "x"), (1, 1, "y")),
    )
    assert [[(p.column, p.cell) for p in row] for row in places(shape, 3)] == [
        [(0, 0), (1, 1), (2, 2)],
        [(0, 0), (1, None), (2, 1)],
        [(0, 0), (1, None), (2, 1)],
    ]


def test_every_row_of_every_table_is_filled_and_every_cell_placed(fullest: Document) -> None:
    for table in (block for block in fullest.blocks if isinstance(block, Table)):
        for cells, row in zip(table.rows, places(shape_of(table), table.columns), strict=True):
            assert sum(place.columns for place in row) == table.columns
            assert [place.cell for place in row if place.cell is not None] == list(range(len(cells)))


def test_the_page_divides_tables_by_the_numbers_of_the_document() -> None:
    """The page lays the report out by itself, in a language that cannot ask for them."""
    script = PAGES.read_text("utf-8")
    for number, name in (
        (layout.KEPT_ROWS, "KEPT_ROWS"),
        (layout.LABEL_ROWS, "LABEL_ROWS"),
        (page_measures.WHOLE_GROUP, "WHOLE_GROUP"),
        (dividing.LEAST_OVER, "LEAST_OVER"),
    ):
        assert re.findall(rf"^const {name} = (\d+);", script, re.MULTILINE) == [str(number)]
