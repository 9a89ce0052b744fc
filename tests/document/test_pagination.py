"""Table 3 is kept whole where the report has no page more for it, and only there."""

import pytest
from complete import complete

from generator.document.blocks import Block, Document, Heading, Paragraph, Table
from generator.document.compose import compose
from generator.document.pagination import keep_whole
from generator.pipeline.opening import open_report

LINES = 22


@pytest.fixture(scope="module")
def document() -> Document:
    report = open_report("例.yaml", complete("").encode()).report
    assert report
    return compose(report)


def _three(document: Document) -> Table:
    return next(b for b in document.blocks if isinstance(b, Table) and b.label_columns == 3)


def _is_whole(document: Document, before: int, behind: int) -> bool:
    line: Block = Paragraph("政" * 20)
    blocks = [*[line] * before, Heading("三、收到"), _three(document), *[line] * behind]
    return any(isinstance(b, Table) and b.together for b in keep_whole(blocks))


@pytest.mark.parametrize(
    ("before", "behind", "whole"),
    [
        (0, 0, True),  # it fits where it stands
        (10, 1, True),  # two pages either way
        (9, 5, False),  # whole it would need a third
        (10, 5, True),  # the same, but no group's end has room for certain
        (LINES, 1, True),
    ],
)
def test_it_is_whole_where_it_costs_no_page(document: Document, before: int, behind: int, whole: bool) -> None:
    assert _is_whole(document, before, behind) is whole


def test_a_table_higher_than_a_page_is_divided(document: Document) -> None:
    three = _three(document)
    taller = three._replace(rows=(*three.rows, *three.rows[three.header_rows :]))
    assert keep_whole((taller,)) == (taller,)


def test_nothing_else_changes(document: Document) -> None:
    kept = keep_whole(document.blocks)
    assert [b._replace(together=False) if isinstance(b, Table) else b for b in kept] == [
        b._replace(together=False) if isinstance(b, Table) else b for b in document.blocks
    ]


@pytest.mark.parametrize(("before", "at"), [(2, 23), (5, 18), (9, 15)])
def test_where_it_would_cost_a_page_it_is_divided_at_the_last_group_that_has_room(
    document: Document, before: int, at: int
) -> None:
    line: Block = Paragraph("政" * 20)
    above = [*[line] * before, Heading("三、收到"), _three(document)]
    behind = next(count for count in range(LINES) if not _is_whole(document, before, count))
    (three,) = [b for b in keep_whole([*above, *[line] * behind], dividing=True) if isinstance(b, Table)]
    assert three.divided_at == at
