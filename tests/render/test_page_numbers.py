"""Page numbers: centred, or as GB/T 9704 7.5 has them, 单页码居右空一字，双页码居左空一字."""

import io
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from complete import complete
from pdf_places import Box, places
from programs import Office
from render_samples import document_of

from generator.document.blocks import Document
from generator.document.compose import compose
from generator.pipeline.opening import open_report
from generator.render import docx, html

LEFT, RIGHT, FOURTH = 28 / 25.4 * 72, (210 - 26) / 25.4 * 72, 14
"""The margins of the text and the size of a page number's type, in points."""


def numbers(pdf: Path, count: int) -> list[Box]:
    """The places of the page numbers, page by page."""
    found = [places(pdf, f"— {number} —") for number in range(1, count + 1)]
    assert [[page for page, _ in on] for on in found] == [[number] for number in range(1, count + 1)]
    return [on[0][1] for on in found]


def outside(document: Document) -> Document:
    return document._replace(page_numbers="outside")


def test_the_file_says_where_they_stand() -> None:
    opened = {
        choice: open_report("例.yaml", complete(f"排版: {{页码: {choice}}}\n").encode())
        for choice in ("居中", "奇偶分置")
    }
    assert {choice: compose(one.report).page_numbers for choice, one in opened.items()} == {
        "居中": "centred",
        "奇偶分置": "outside",
    }


@pytest.fixture(scope="module")
def printed(office: Office, draft: Document) -> dict[str, Path]:
    text = document_of("政" * 28 * 60)
    documents = {"outside": outside(text), "centred": text, "draft": outside(draft)}
    made = office.convert({f"{name}.docx": docx.render(document) for name, document in documents.items()}, "pdf")
    return {name: made[f"{name}.docx"] for name in documents}


def test_odd_pages_have_theirs_on_the_right_and_even_ones_on_the_left(printed: dict[str, Path]) -> None:
    first, second, third = numbers(printed["outside"], 3)
    for odd in (first, third):
        assert abs(RIGHT - odd.right - FOURTH) < 2
    assert abs(second.left - LEFT - FOURTH) < 2


def test_by_default_they_are_centred(printed: dict[str, Path]) -> None:
    for box in numbers(printed["centred"], 3):
        assert abs(box.middle - (LEFT + RIGHT) / 2) < 1


def test_drafts_have_them_outside_too(printed: dict[str, Path]) -> None:
    first, second = numbers(printed["draft"], 4)[:2]
    assert first.left > second.right


def test_an_agency_footer_wins(fullest: Document) -> None:
    own = python_docx.Document(io.BytesIO(docx.render(fullest)))
    own.sections[0].footer.paragraphs[0].text = "本单位页脚"
    reference = io.BytesIO()
    own.save(reference)
    report = docx.render(outside(fullest), reference=reference.getvalue())
    assert report == docx.render(fullest, reference=reference.getvalue())
    assert "本单位页脚" in python_docx.Document(io.BytesIO(report)).sections[0].footer.paragraphs[0].text


def test_a_report_with_numbers_outside_serves_as_reference(fullest: Document) -> None:
    reference = docx.render(outside(fullest))
    report = python_docx.Document(io.BytesIO(docx.render(fullest, reference=reference)))
    assert report.settings.odd_and_even_pages_header_footer
    assert "PAGE" in report.sections[0].even_page_footer._element.xml


def test_a_centred_report_carries_nothing_of_it(fullest: Document) -> None:
    docx.render(outside(fullest))
    with zipfile.ZipFile(io.BytesIO(docx.render(fullest))) as archive:
        assert "word/even.xml" not in archive.namelist()
        assert b"evenAndOdd" not in archive.read("word/settings.xml")


def test_the_printed_web_page_has_them_there_too() -> None:
    centred, aside = (html.render(document).decode() for document in (document_of("政"), outside(document_of("政"))))
    assert "@bottom-center" in centred
    assert "@page :right{@bottom-right{" in aside
    assert "@page :left{@bottom-left{" in aside
    assert "@bottom-center" not in aside
