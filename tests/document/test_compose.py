"""The whole document: parts in their order, notes under their tables, 落款, and ？ for what is not known."""

from datetime import date

import pytest

from generator.document.blocks import Document, Heading, Note, Paragraph, Signature, Table, Title
from generator.document.compose import compose
from generator.findings import Span
from generator.form import edition_for
from generator.form.edition import walk
from generator.form.model import FIGURES, Kind
from generator.report import model
from generator.report.model import Figures, Places, Report
from generator.source.nodes import Piece

EDITION = edition_for(2023)
WIDTHS = {Kind.ROW: lambda item: len(item.children) + (item.total is not None), Kind.GROUP: lambda _item: 7}


def figures() -> Figures:
    """None everywhere: nothing could be read."""
    return Figures(
        {
            (part.key, *path): (None,) * (1 if item.kind in FIGURES else WIDTHS[item.kind](item))
            for part in EDITION.tables
            for path, item in walk(part)
            if item.kind in FIGURES or item.kind in WIDTHS
        },
        {},
    )


def text(line: str) -> model.Paragraph:
    return model.Paragraph(line, (Piece(0, Span.at(1, 1)),))


def composed(draft: bool = False, **given: object) -> Document:
    fields = {"agency": "某局", "year": 2023, **given}
    return compose(Report(EDITION, figures=figures(), places=Places({}, {}), **fields), draft)  # type: ignore[arg-type]


def test_six_parts_in_their_order_with_their_tables() -> None:
    kinds = [block.text if isinstance(block, Heading) else type(block) for block in composed().blocks]
    assert kinds == [
        Title,
        "一、总体情况",
        "二、主动公开政府信息情况",
        Table,
        "三、收到和处理政府信息公开申请情况",
        Table,
        "四、政府信息公开行政复议、行政诉讼情况",
        Table,
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]


def test_the_preface_stands_before_part_one() -> None:
    assert composed(preface=(text("甲。"), text("乙。"))).blocks[1:4] == (
        Paragraph("甲。"),
        Paragraph("乙。"),
        Heading("一、总体情况"),
    )


def test_notes_stand_under_their_table_as_typed() -> None:
    blocks = composed(notes={"政府信息公开申请": (text("注：甲。"), text("乙。"))}).blocks
    third = next(i for i, b in enumerate(blocks) if isinstance(b, Table) and b.columns == 10)
    assert blocks[third + 1 : third + 3] == (Note("注：甲。"), Note("乙。"))
    assert {type(block) for block in blocks[third + 1 : third + 3]} == {Note}


@pytest.mark.parametrize(
    ("agency", "day", "lines"),
    [
        ("某局", date(2024, 1, 20), ("某局", "2024年1月20日")),
        (None, date(2024, 12, 1), ("2024年12月1日",)),
        ("某局", None, ("某局",)),
    ],
)
def test_the_signature_prints_what_was_given(agency: str | None, day: date | None, lines: tuple[str, ...]) -> None:
    assert composed(signature=model.GivenSignature(agency, day)).blocks[-1] == Signature(lines)


def test_an_empty_signature_is_none() -> None:
    assert not isinstance(composed(signature=model.GivenSignature(None, None)).blocks[-1], Signature)


def test_what_is_not_known_is_a_question_mark_everywhere() -> None:
    document = composed(draft=True, agency=None, year=None)
    assert (document.title, document.agency, document.year) == ("？？年政府信息公开工作年度报告", "？", "？")
    cells = [cell for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row]
    assert {cell.text for cell in cells if cell.role == "figure"} == {"？"}
    assert document.draft


def test_the_title_is_on_one_line_for_file_names() -> None:
    document = composed(title=("某局", "年度报告"))
    assert document.blocks[0] == Title(("某局", "年度报告"))
    assert document.title == "某局年度报告"
    assert not document.draft
