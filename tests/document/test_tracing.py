"""Each figure, paragraph and word of a report is found where it is printed."""

from pathlib import Path

import pytest

from generator.document.blocks import Document, Heading, Paragraph, Table
from generator.document.compose import compose
from generator.document.figures import figure_text
from generator.document.tracing import PagePlace, Trace, marks, trace
from generator.form.edition import walk
from generator.form.model import Kind
from generator.pipeline.checking import check_file
from generator.report.model import Report

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.stem)
def traced(request) -> tuple[Report, Document, Trace]:
    report = check_file(str(request.param)).report
    document = compose(report)
    return report, document, trace(report, document)


def said(document: Document, mark: PagePlace) -> str:
    """What is printed at a mark."""
    block = document.blocks[mark.block]
    if isinstance(block, Table):
        return block.rows[mark.row][mark.cell].text
    text = block.lead + block.text if isinstance(block, Paragraph) else block.text
    return text[mark.start : mark.end] if mark.end else text


def at(traced: Trace, *path: str) -> tuple[PagePlace, ...]:
    return marks(traced, path, 0, (1, 2))


def test_every_figure_is_found_in_its_cell(traced):
    report, document, found = traced
    count = 0
    for part in report.edition.tables:
        for path, item in walk(part):
            if (part.key, *path) in report.figures.rows and item.kind is not Kind.GROUP:
                values = report.figures.row((part.key, *path))
                cells = at(found, part.key, *path)
                assert [said(document, mark) for mark in cells] == [figure_text(value) for value in values], path
                keys = [child.key for child in item.children] + ([item.total.key] if item.total else [])
                for key, mark in zip(keys, cells, strict=False):
                    assert at(found, part.key, *path, key) == (mark,)
                count += len(cells)
    assert count > 150


def test_the_sum_of_a_group_is_found_below_its_rows(traced):
    report, document, found = traced
    part = report.edition.tables[1]
    total = at(found, part.key, "办理结果", "总计")
    assert [said(document, m) for m in total] == [figure_text(v) for v in report.figures.row((part.key, "办理结果"))]
    assert at(found, part.key, "办理结果", "总计", "总计") == total[-1:]
    rows = [path for path, item in walk(part) if path[0] == "办理结果" and item.kind is Kind.ROW]
    assert len(at(found, part.key, "办理结果")) == 7 * (len(rows) + 1)


def test_every_paragraph_is_found_and_every_word_in_it(traced):
    report, document, found = traced
    narratives = report.narratives.values()
    paragraphs = [p for n in narratives for p in (*n.paragraphs, *(p for e in n.entries for p in e.paragraphs))]
    assert len(found.texts) == len(paragraphs) > 5
    for paragraph in paragraphs:
        ends = (*(piece.start for piece in paragraph.pieces[1:]), len(paragraph.text))
        for piece, end in zip(paragraph.pieces, ends, strict=True):
            [mark] = marks(found, (), piece.span.line, (piece.span.column, piece.span.end_column))
            assert said(document, mark) == paragraph.text[piece.start : end]
            if not piece.computed:
                column = piece.span.column + end - piece.start - 1
                [mark] = marks(found, (), piece.span.line, (column, column + 1))
                assert said(document, mark) == paragraph.text[end - 1]


def test_title_and_headings_are_found(traced):
    report, document, found = traced
    assert at(found, "机关") == at(found, "年度") == (PagePlace(0),)
    for part in report.edition.parts:
        first = at(found, part.key)[0]
        assert document.blocks[first.block] == Heading(part.heading)


def test_a_place_that_is_not_written_is_found_at_what_it_belongs_to(traced):
    report, _, found = traced
    part = report.edition.tables[1].key
    assert at(found, part, "本年新收", "公民") == at(found, part, "本年新收")
    assert at(found, part, "没有这一行") == at(found, part)
    assert at(found, "没有这一部分") == ()
    assert at(found) == ()
