"""DOCX: valid, complete, as the page wants it, the same every time, and made without python-docx."""

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx as python_docx
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from render_samples import TRICKY, document_of

from generator.document.blocks import Cell, Document, Heading, Note, Paragraph, Signature, Subheading, Table, Title
from generator.render import docx

ROOT = Path(__file__).resolve().parents[2]
TEXT = st.text("ab <>&\"'%s\t　中𠮷]{}", min_size=1, max_size=30).map(str.strip).filter(bool)


def opened(document: Document):  # type: ignore[no-untyped-def]
    return python_docx.Document(io.BytesIO(docx.render(document)))


def part(document: Document, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(docx.render(document))) as archive:
        return archive.read(name).decode()


def test_tricky_text_is_there_as_typed(fullest: Document) -> None:
    paragraphs = [paragraph.text for paragraph in opened(fullest).paragraphs]
    start = paragraphs.index(TRICKY[0])
    assert paragraphs[start : start + len(TRICKY)] == list(TRICKY)


@given(TEXT)
def test_any_text_anywhere_is_there_as_typed(text: str) -> None:
    cells = ((Cell(text, "header"),), (Cell(text, "figure"),))
    table = Table(text.replace("\t", " "), 1, (1000,), 1, cells)
    blocks = (Title((text,)), Heading(text), Subheading(text), Paragraph(text, text), Note(text), Signature((text,)))
    got = opened(Document(text, text, "2023", (*blocks, table)))
    assert [p.text for p in got.paragraphs] == [text, text, text, text + text, text, text]
    assert [cell.text for cell in got.tables[0]._cells] == [text, text]


def test_title_agency_and_language_are_in_the_properties(fullest: Document) -> None:
    properties = opened(fullest).core_properties
    assert properties.title == "某某市某某区人民政府办公室2023年政府信息公开工作年度报告"
    assert properties.author == "某某市某某区人民政府办公室"
    assert properties.language == "zh-CN"


def test_each_kind_of_block_has_its_style(fullest: Document) -> None:
    styles = {p.text: p.style.name for p in opened(fullest).paragraphs}
    assert styles["某某市某某区人民政府办公室\n2023年政府信息公开工作年度报告"] == "Title"
    assert styles["一、总体情况"] == "Heading 1"
    assert styles["（一）主动公开"] == "Heading 2"
    assert styles["概述第一段。"] == "年报正文"
    assert styles["第二行注。"] == "年报注"
    assert styles["2024年1月20日"] == "年报落款"


def test_a_run_in_subheading_has_its_own_type(fullest: Document) -> None:
    paragraph = next(p for p in opened(fullest).paragraphs if p.text == "（二）依申请公开：共收到申请16件。")
    assert [(run.text, run.style.name) for run in paragraph.runs] == [
        ("（二）依申请公开：", "年报同段小标题"),
        ("共收到申请16件。", "Default Paragraph Font"),
    ]


def test_tables_fill_the_text_width_and_their_headers_repeat(fullest: Document) -> None:
    document = opened(fullest)
    section = document.sections[0]
    width = round((section.page_width - section.left_margin - section.right_margin) / 635)
    for table, headers in zip(document.tables, (2, 3, 3), strict=True):
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
        assert sum(grid) == width
        marked = [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in table._tbl.tr_lst]
        assert marked == [True] * headers + [False] * (len(marked) - headers)


def test_merged_cells_hold_their_text_once(fullest: Document) -> None:
    table = opened(fullest).tables[1]
    assert table.cell(5, 0)._tc is table.cell(26, 0)._tc
    assert table.cell(5, 0).text == "三、本年度办理结果"
    assert table.cell(3, 0)._tc is table.cell(3, 2)._tc
    assert table.cell(7, 1).text == table.cell(14, 1).text == "（三）不予公开"
    assert [table.cell(26, column).text for column in (1, 3, 9)] == ["（七）总计", "12075", "74655"]


def test_tables_break_only_where_no_label_is_cut(fullest: Document) -> None:
    def kept(table) -> list[bool]:  # type: ignore[no-untyped-def]
        return [row.find(".//" + qn("w:keepNext")) is not None for row in table._tbl.tr_lst]

    two, whole, _ = map(kept, opened(fullest).tables)
    assert two == [True] * 13 + [False]
    assert whole == [True] * 27 + [False], "no page more is needed to keep it whole"
    last = max(i for i, block in enumerate(fullest.blocks) if isinstance(block, Table) and block.label_columns == 3)
    half = (Paragraph("政" * 28 * 8), *fullest.blocks[last - 1 : last + 1], *[Paragraph("政" * 20)] * 5)
    (three,) = map(kept, opened(fullest._replace(blocks=half)).tables)
    assert [number for number, keeps in enumerate(three) if not keeps] == [14, 27], "divided before （四）"
    table = fullest.blocks[last]
    taller = (table._replace(rows=(*table.rows, *table.rows[table.header_rows :])),)
    (four,) = map(kept, opened(fullest._replace(blocks=taller)).tables)
    assert [number for number, keeps in enumerate(four) if not keeps][:6] == [14, 17, 22, 25, 26, 27]


def test_a_draft_says_so_on_every_page_and_a_report_nowhere(draft: Document, fullest: Document) -> None:
    assert "草稿" in opened(draft).sections[0].header.paragraphs[0].text
    assert len(re.findall(r'<w:headerReference w:type="\w+" r:id="rIdDraft"/>', part(draft, "word/document.xml"))) == 3
    with zipfile.ZipFile(io.BytesIO(docx.render(fullest))) as archive:
        assert not any("草稿".encode() in archive.read(name) for name in archive.namelist())


def test_the_same_document_gives_the_same_bytes(fullest: Document) -> None:
    first = docx.render(fullest)
    again = subprocess.run(
        [sys.executable, "-c", _IN_ANOTHER_PROCESS], capture_output=True, check=True, cwd=Path(__file__).parent
    )
    assert again.stdout == first


_IN_ANOTHER_PROCESS = f"""
import sys
sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "tests")!r}, {str(Path(__file__).parent)!r}]
import render_samples
from generator.document.compose import compose
from generator.render import docx
sys.stdout.buffer.write(docx.render(compose(render_samples.fullest())))
assert not {{"docx.api", "lxml", "jsonschema", "typst"}} & set(sys.modules), "a heavy import on the way"
"""


def test_a_report_without_long_text_is_small(smallest: Document) -> None:
    assert len(docx.render(smallest)) < 12 * 1024


def test_one_report_does_not_show_in_the_next(smallest: Document, fullest: Document) -> None:
    before = docx.render(smallest)
    docx.render(fullest)
    assert docx.render(smallest) == before


def test_forbidden_characters_are_dropped() -> None:
    assert [p.text for p in opened(document_of("甲\0乙\ud800丙\x0b\ufffe丁")).paragraphs] == ["题", "甲乙丙丁"]
