"""The pages as LibreOffice sets them: 22 lines of 28 characters, repeated headers, page numbers, 草稿."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from random import Random

import pytest
import render_samples
from render_samples import document_of

from generator.document.blocks import Document, Heading, Table
from generator.document.compose import compose
from generator.render import docx

pytestmark = pytest.mark.skipif(not shutil.which("pdftotext"), reason="没有安装 pdftotext")

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
TEXT_TOP, TEXT_BOTTOM = 37 / 25.4 * 72, (297 - 35) / 25.4 * 72


def pages(pdf: Path) -> list[str]:
    """The text of each page, line by line."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return text.split("\f")[:-1]


def lines_of(page: str) -> list[str]:
    """A page's lines between the margins, top to bottom."""
    by_height: dict[float, list[tuple[float, str]]] = {}
    for x, top, _, bottom, text in WORD.findall(page):
        if float(top) > TEXT_TOP - 8 and float(bottom) < TEXT_BOTTOM + 8:
            by_height.setdefault(round(float(top)), []).append((float(x), text))
    return ["".join(text for _, text in sorted(words)) for _, words in sorted(by_height.items())]


def test_a_full_page_of_text_has_22_lines_of_28_characters(soffice) -> None:  # type: ignore[no-untyped-def]
    pdf = soffice(docx.render(document_of("政" * 28 * 50)))
    boxes = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True).stdout.decode()
    full_page = lines_of(boxes.split("<page ")[2])
    assert [len(line) for line in full_page] == [28] * 22


def test_numbers_are_not_broken_at_the_end_of_a_line(soffice) -> None:  # type: ignore[no-untyped-def]
    page = pages(soffice(docx.render(document_of(*("政" * length + "1234567件" for length in range(22, 28))))))[0]
    assert len(re.findall(r"(?<!\d)1234567(?!\d)", page)) == 6


@pytest.fixture(scope="module")
def report(soffice, fullest: Document) -> list[str]:  # type: ignore[no-untyped-def]
    return pages(soffice(docx.render(fullest)))


def test_every_page_has_its_number(report: list[str]) -> None:
    for number, page in enumerate(report, 1):
        assert page.rstrip().splitlines()[-1].replace(" ", "") == f"—{number}—"


def test_headers_of_a_broken_table_repeat(soffice, smallest: Document) -> None:  # type: ignore[no-untyped-def]
    (three,) = [b for b in smallest.blocks if isinstance(b, Table) and "申请" in b.caption]
    taller = three._replace(rows=(*three.rows, *three.rows[three.header_rows :]))
    document = smallest._replace(blocks=(Heading("三、"), taller))
    report = pages(soffice(docx.render(document)))
    assert len(report) > 1, "the sample is to break the table"
    assert all("申请人情况" in page and "自然人" in page for page in report)


def test_table_three_stands_on_one_page(report: list[str]) -> None:
    first = [page for page in report if "一、本年新收政府信息公开申请数量" in page]
    last = [page for page in report if "四、结转下年度继续办理" in page]
    assert first == last


def test_tables_with_headers_inside_are_not_broken(report: list[str]) -> None:
    assert ["行政事业性收费" in page for page in report] == ["第二十条第（一）项" in page for page in report]


def test_the_title_stands_on_two_lines(report: list[str]) -> None:
    lines = [line.replace(" ", "") for line in report[0].splitlines() if line.strip()]
    assert lines[:2] == ["某某市某某区人民政府办公室", "2023年政府信息公开工作年度报告"]


def test_a_title_just_short_enough_stays_on_one_line(soffice) -> None:  # type: ignore[no-untyped-def]
    shortest = compose(render_samples.smallest()._replace(agency="水利局局"))
    title = pages(soffice(docx.render(shortest)))[0].split("\n")[0]
    assert title.replace(" ", "") == "水利局局2023年政府信息公开工作年度报告"


def test_a_draft_says_so_on_every_page(soffice, draft: Document) -> None:  # type: ignore[no-untyped-def]
    marks = Counter("草稿" in page for page in pages(soffice(docx.render(draft))))
    assert set(marks) == {True}
    assert marks[True] > 2


def test_no_punctuation_is_lost_at_the_end_of_a_line(soffice) -> None:  # type: ignore[no-untyped-def]
    random = Random(5)
    marks = ["，", "、", "。", "；", "2023年", "（一）", *[""] * 6]
    paragraphs = [
        "".join(random.choice("政府信息公开工作") + random.choice(marks) for _ in range(140)) for _ in range(50)
    ]
    printed = "".join(pages(soffice(docx.render(document_of(*paragraphs)))))
    typed = "".join(paragraphs)
    assert {mark: printed.count(mark) for mark in "，、。；）"} == {mark: typed.count(mark) for mark in "，、。；）"}
