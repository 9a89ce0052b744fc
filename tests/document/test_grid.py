"""The grids are the form's (FORMAT.md section 2), and every figure stands in its place."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.blocks import Cell, Table
from generator.document.grid import table_of
from generator.form import edition_for
from generator.report.model import Figures

EDITION = edition_for(2023)
PROACTIVE, APPLICATIONS, REVIEWS = EDITION.tables
RESULTS = (APPLICATIONS.key, "办理结果")


class Numbered(dict):  # type: ignore[type-arg]
    """Figures for any row: the cells 1, 2, 3 …; rows are told apart by hundreds, in the order they are asked for."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.size = size

    def __missing__(self, path: tuple[str, ...]) -> tuple[int, ...]:
        self[path] = tuple(100 * (len(self) + 1) + i for i in range(self.size))
        return self[path]


def table(part, size: int) -> Table:  # type: ignore[no-untyped-def]
    return table_of(EDITION, part, Figures(Numbered(size), {}))


def row_texts(grid: Table, number: int) -> list[str]:
    return [cell.text for cell in grid.rows[number]]


def spans(grid: Table, number: int) -> list[tuple[str, int, int]]:
    return [(cell.text, cell.columns, cell.rows) for cell in grid.rows[number]]


def all_zero(part) -> Figures:  # type: ignore[no-untyped-def]
    """One figure for what is counted once, three for a row of documents."""
    return Figures({(part.key, c.key): (0,) * max(1, len(c.children)) for c in part.children}, {})


@pytest.fixture
def proactive() -> Table:
    figures = all_zero(PROACTIVE)
    rows = {**figures.rows, (PROACTIVE.key, "行政事业性收费"): (Decimal("10.50"),)}
    return table_of(EDITION, PROACTIVE, figures._replace(rows=rows))


def test_each_grid_has_the_size_of_the_form(proactive: Table) -> None:
    grids = (proactive, table(APPLICATIONS, 7), table(REVIEWS, 5))
    assert [(g.columns, len(g.rows), g.header_rows) for g in grids] == [(4, 14, 2), (10, 28, 3), (15, 4, 3)]
    assert [g.label_columns for g in grids] == [1, 3, 0]


def test_spans_fill_every_grid_without_overlap(proactive: Table) -> None:
    for grid in (proactive, table(APPLICATIONS, 7), table(REVIEWS, 5)):
        taken: set[tuple[int, int]] = set()
        for r, row in enumerate(grid.rows):
            column = 0
            for cell in row:
                while (r, column) in taken:
                    column += 1
                area = {(r + i, column + j) for i in range(cell.rows) for j in range(cell.columns)}
                assert not area & taken
                taken |= area
        assert taken == {(r, c) for r in range(len(grid.rows)) for c in range(grid.columns)}


def test_table_2_prints_headers_for_each_item_of_article_20(proactive: Table) -> None:
    assert [row_texts(proactive, i) for i in (0, 1, 2, 4, 5, 6, 7, 9, 10, 12)] == [
        ["第二十条第（一）项"],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "0", "0", "0"],
        ["第二十条第（五）项"],
        ["信息内容", "本年处理决定数量"],
        ["行政许可", "0"],
        ["第二十条第（六）项"],
        ["行政处罚", "0"],
        ["行政强制", "0"],
        ["信息内容", "本年收费金额（单位：万元）"],
    ]
    assert spans(proactive, 13) == [("行政事业性收费", 1, 1), ("10.50", 3, 1)]


def test_only_a_table_with_headers_in_its_middle_is_kept_together(proactive: Table) -> None:
    assert proactive.together
    assert not table(APPLICATIONS, 7).together


def test_table_3_begins_with_three_header_rows() -> None:
    grid = table(APPLICATIONS, 7)
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    assert spans(grid, 0) == [(note, 3, 3), ("申请人情况", 7, 1)]
    assert spans(grid, 1) == [("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)]
    assert row_texts(grid, 2) == ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def test_table_3_sets_groups_beside_their_rows() -> None:
    grid = table(APPLICATIONS, 7)
    labels = [[(c.text, c.columns, c.rows) for c in row if c.role == "label"] for row in grid.rows[3:]]
    assert labels[0] == [("一、本年新收政府信息公开申请数量", 3, 1)]
    assert labels[2] == [("三、本年度办理结果", 1, 22), ("（一）予以公开", 2, 1)]
    assert labels[4] == [("（三）不予公开", 1, 8), ("1.属于国家秘密", 1, 1)]
    assert labels[5] == [("2.其他法律行政法规禁止公开", 1, 1)]
    assert [row[0][0::2] for row in labels if row[0][2] > 1] == [
        ("三、本年度办理结果", 22),
        ("（三）不予公开", 8),
        ("（四）无法提供", 3),
        ("（五）不予处理", 5),
        ("（六）其他处理", 3),
    ]
    assert labels[23:] == [[("（七）总计", 2, 1)], [("四、结转下年度继续办理", 3, 1)]]


def test_the_total_of_results_comes_from_the_group_itself() -> None:
    figures = Numbered(7)
    grid = table_of(EDITION, APPLICATIONS, Figures(figures, {}))
    assert [c.text for c in grid.rows[26] if c.role == "figure"] == [str(n) for n in figures[RESULTS]]


def test_table_4_sets_its_three_rows_abreast() -> None:
    grid = table(REVIEWS, 5)
    assert spans(grid, 0) == [("行政复议", 5, 1), ("行政诉讼", 10, 1)]
    assert spans(grid, 1)[4:] == [("总计", 1, 2), ("未经复议直接起诉", 5, 1), ("复议后起诉", 5, 1)]
    assert row_texts(grid, 2) == ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 2
    assert row_texts(grid, 3) == [str(100 * block + i) for block in (1, 2, 3) for i in range(5)]


def test_an_unknown_figure_is_a_question_mark() -> None:
    figures = Figures({(REVIEWS.key, c.key): (None,) * 5 for c in REVIEWS.children}, {})
    assert row_texts(table_of(EDITION, REVIEWS, figures), 3) == ["？"] * 15


def test_widths_are_thousandths_of_the_text_width(proactive: Table) -> None:
    for grid in (proactive, table(APPLICATIONS, 7), table(REVIEWS, 5)):
        assert len(grid.widths) == grid.columns
        assert sum(grid.widths) == 1000
        assert min(grid.widths) > 50


@given(st.lists(st.integers(0, 999_999_999), min_size=5, max_size=5))
def test_filling_changes_nothing_but_figures(values: list[int]) -> None:
    rows = {(REVIEWS.key, c.key): tuple(values) for c in REVIEWS.children}
    filled = table_of(EDITION, REVIEWS, Figures(rows, {}))
    assert filled.rows[:3] == table(REVIEWS, 5).rows[:3]
    assert filled.rows[3] == tuple(Cell(str(v), "figure") for v in values * 3)
