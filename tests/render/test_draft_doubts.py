"""What a draft does not know yet, printed as ？, is found on the page: marked in colour, and only in drafts."""

import io
import re

import docx as python_docx
import pytest
from complete import complete
from printing import needs_chinese_font

from generator.document.blocks import Document
from generator.document.compose import compose
from generator.importing.blocks import Table
from generator.importing.readers import read_published
from generator.pipeline.opening import open_report
from generator.render import docx, html, pdf

TEXT = complete(
    """
政府信息公开申请: {本年新收: , 上年结转: 0, 办理结果: 0, 结转下年度: 0}
总体情况:
  依申请公开: |
    收到{{ 本年新收 }}件，办结{{ 办理结果 }}件；新收？
排版: {小标题: 同段}
"""
)
IN_A_TABLE = 7
IN_TEXT = 2


def document(draft: bool) -> Document:
    report = open_report("例.yaml", TEXT.encode()).report
    assert report
    return compose(report, draft=draft)


def test_html() -> None:
    for fragment in (False, True):
        page = html.render(document(True), fragment=fragment).decode()
        assert len(re.findall("<mark[^>]*>？</mark>", page)) == page.count("？") == IN_A_TABLE + IN_TEXT
        assert "<mark" not in html.render(document(False), fragment=fragment).decode()


def test_docx() -> None:
    opened = python_docx.Document(io.BytesIO(docx.render(document(True))))
    runs = [run for paragraph in opened.paragraphs for run in paragraph.runs]
    runs += [r for t in opened.tables for row in t.rows for cell in row.cells for p in cell.paragraphs for r in p.runs]
    assert {run.text for run in runs if "？" in run.text} == {"？"}
    assert all((run.font.highlight_color is not None) == (run.text == "？") for run in runs)
    assert not any(run.text == "" for run in runs)
    assert b"w:highlight" not in docx.render(document(False))


@pytest.mark.parametrize("fmt", ["docx", "html"])
def test_the_text_is_the_same_to_whoever_reads_it(fmt: str) -> None:
    data = docx.render(document(True)) if fmt == "docx" else html.render(document(True))
    blocks = read_published(f"报告.{fmt}", data).blocks
    assert any(not isinstance(b, Table) and "收到？件，办结0件；新收？" in b.text for b in blocks)


@needs_chinese_font
def test_pdf() -> None:
    assert '#show "？"' in pdf.source(document(True))
    assert '#show "？"' not in pdf.source(document(False))
    assert unpacked(pdf.render(document(True))).count(b"0.56078434") == IN_A_TABLE + IN_TEXT


def unpacked(data: bytes) -> bytes:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as file:
        return b"\n".join(page.Contents.read_bytes() for page in file.pages)
