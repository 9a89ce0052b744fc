"""Nine digits, the most a count has, stand unbroken in every table, whatever typeface stands in for Times New Roman."""

import io

import docx as python_docx
import pytest
import render_samples
from docx.oxml.ns import qn
from pdf_places import places
from programs import Office

from generator.document.blocks import Document, Table
from generator.document.compose import compose
from generator.document.page_measures import TEXT_WIDTH
from generator.render import docx
from generator.render.layout import FIGURE_PADDING, figure_percent, figure_size, laid_out

LARGEST = 999_999_999


@pytest.fixture(scope="module")
def largest() -> Document:
    return compose(render_samples.fullest()._replace(figures=render_samples.figures(LARGEST)))


@pytest.mark.parametrize("digit", [0.5, 0.636], ids=["Times New Roman", "DejaVu Serif"])
def test_the_type_is_as_small_as_it_must_be(largest: Document, digit: float) -> None:
    tables = [block for block in largest.blocks if isinstance(block, Table)]
    figures = [one for table in tables for row in laid_out(table) for one in row if one[0].role == "figure"]
    counts = [(cell.text, share) for cell, share in figures if len(cell.text) <= 9]
    assert len(counts) > 100
    for text, share in counts:
        assert len(text) * digit * figure_size(text, share) <= TEXT_WIDTH * share / 1000 - 2 * FIGURE_PADDING


def test_usual_figures_keep_their_type() -> None:
    assert figure_size("13289", 77) == 9
    assert figure_percent("13289", 77) == 100
    assert figure_size("1" * 40, 77) == 4.5, "longer than any count: it is broken, not made unreadable"


def test_office_programs_print_each_on_one_line(largest: Document, office: Office) -> None:
    [pdf] = office.convert({"大.docx": docx.render(largest)}, "pdf").values()
    assert len(places(pdf, str(LARGEST))) >= 100


def test_only_long_figures_are_smaller(largest: Document) -> None:
    def sizes(document: Document) -> set[str]:
        body = python_docx.Document(io.BytesIO(docx.render(document)))
        return {size.get(qn("w:val")) for table in body.tables for size in table._tbl.iter(qn("w:sz"))} - {"4"}

    assert sizes(largest)
    assert not sizes(compose(render_samples.fullest()))
