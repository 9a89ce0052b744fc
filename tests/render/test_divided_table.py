"""Table 3 over two pages, as DOCX (LibreOffice), PDF and printed HTML set it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from printing import needs_chinese_font
from programs import CHROMIUM, QUIET, Office

from generator.document.blocks import Block, Document, Heading, Paragraph, Table
from generator.document.pagination import keep_whole
from generator.render import docx, html, pdf

pytestmark = pytest.mark.skipif(not shutil.which("pdftotext"), reason="没有安装 pdftotext")

ABOVE = {2: "（六）", 5: "（五）", 9: "（四）"}
"""Lines above the table → the group with which its second page begins."""


@pytest.fixture(scope="module")
def documents(smallest: Document) -> dict[int, Document]:
    return {lines: document(smallest, lines) for lines in ABOVE}


def document(smallest: Document, above: int) -> Document:
    """A report whose table 3 would cost a page if it were kept whole."""
    three = next(b for b in smallest.blocks if isinstance(b, Table) and b.label_columns == 3)
    line: Block = Paragraph("正文。")
    start = [*[line] * above, Heading("标题在前"), three]
    for behind in range(22):
        blocks = (*start, *[line] * behind)
        if any(isinstance(b, Table) and b.divided_at for b in keep_whole(blocks, dividing=True)):
            return smallest._replace(blocks=blocks)
    raise AssertionError("never divided")


def pages(file: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True).stdout.decode()
    return ["".join(page.split()) for page in text.split("\f")[:-1]]


def check(made: list[str], group: str) -> None:
    """The label of all results on both pages, the groups whole, their first rows and the last on the second."""
    first, second = made
    assert "标题在前" in first
    assert "申请人情况" in first
    assert "申请人情况" in second
    assert all("三、" in page and "本年度" in page for page in made)
    assert group in second
    assert group not in first
    assert "四、结转下年度继续办理" in second
    assert "（七）总计" in second


def test_docx(office: Office, documents: dict[int, Document]) -> None:
    made = office.convert({f"{lines}.docx": docx.render(one) for lines, one in documents.items()}, "pdf")
    for lines, group in ABOVE.items():
        check(pages(made[f"{lines}.docx"]), group)


@needs_chinese_font
@pytest.mark.parametrize(("lines", "group"), ABOVE.items())
def test_pdf(documents: dict[int, Document], lines: int, group: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf.render(documents[lines]))
    check(pages(tmp_path / "a.pdf"), group)


@pytest.mark.skipif(CHROMIUM is None, reason="没有安装 Chromium")
def test_a_printed_web_page_has_it_whole(documents: dict[int, Document], tmp_path: Path) -> None:
    """A browser says no label again, and left alone it starts a table with its headers at a page's foot."""
    playwright = pytest.importorskip("playwright.sync_api", reason="没有安装 playwright")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for lines, one in documents.items():
            page = browser.new_page()
            page.set_content(html.render(one).decode())
            page.pdf(path=tmp_path / f"{lines}.pdf", prefer_css_page_size=True)
        browser.close()
    for lines in documents:
        first, second, *_ = pages(tmp_path / f"{lines}.pdf")
        assert "申请人情况" not in first
        assert all(text in second for text in ("标题在前", "申请人情况", "四、结转下年度继续办理"))
