"""What our renderers write is read back exactly: every text character for character, every cell with its spans."""

import re
from pathlib import Path

import hypothesis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed import composed
from reading import found, read, shapes

from generator.document import blocks
from generator.document.compose import compose
from generator.importing.blocks import Paragraph
from generator.pipeline.opening import load, open_report
from generator.render import docx, html, markdown
from generator.render.markdown import _rows

EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.yaml"))

HOSTILE = st.text("ab1. )-+*_`~#=|<>&;[](){}!\\\"'$:/@wW.　一（。\t^%—第页", min_size=1, max_size=25)
TEXT = st.one_of(HOSTILE, st.text(min_size=1, max_size=30))


def typed(text: str) -> str:
    """Text as the reading of a report delivers it: one line, trimmed, without control characters."""
    return "".join(c if c.isprintable() or c in "\u3000\t" else " " for c in text).strip()


TEXTS = st.lists(TEXT.map(typed).filter(bool), min_size=1, max_size=4)


def document_of(*texts: str) -> blocks.Document:
    table = blocks.Table(
        "表", 2, (500, 500), 1, tuple((blocks.Cell(t, "label"), blocks.Cell("0", "figure")) for t in texts)
    )
    body = [blocks.Paragraph(text) for text in texts]
    signature = blocks.Signature(tuple(texts))
    heads = [
        blocks.Heading("一、" + texts[0]),
        blocks.Subheading("（一）" + texts[0]),
        blocks.Paragraph(texts[0], "（二）甲："),
    ]
    return blocks.Document("题", "局", "2023", (blocks.Title(("题", "目")), *heads, *body, table, *body, signature))


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> blocks.Document:
    opened = open_report(str(request.param), load(str(request.param)))
    assert opened.report is not None
    return compose(opened.report)


def test_an_example_is_read_back_from_word(example: blocks.Document) -> None:
    published = read("a.docx", docx.render(example))
    assert found(published) == composed(example)
    assert (published.title, published.loose) == (example.title, False)


@pytest.mark.parametrize("fragment", [False, True])
def test_an_example_is_read_back_from_html(example: blocks.Document, fragment: bool) -> None:
    published = read("a.html", html.render(example, fragment=fragment))
    assert found(published) == composed(example)
    assert published.title == ("" if fragment else example.title)


def test_an_example_is_read_back_from_markdown(example: blocks.Document) -> None:
    tables = [_rows(block) for block in example.blocks if isinstance(block, blocks.Table)]
    published = read("a.md", markdown.render(example))
    assert [one for one in shapes(published) if isinstance(one, list)] == tables
    assert [one for one in shapes(published) if isinstance(one, str)] == [
        one for one in composed(example) if isinstance(one, str)
    ]


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_is_read_back_from_word(texts: list[str]) -> None:
    document = document_of(*texts)
    assert found(read("a.docx", docx.render(document))) == composed(document)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.booleans())
def test_any_text_is_read_back_from_html(texts: list[str], fragment: bool) -> None:
    document = document_of(*texts)
    given_back = found(read("a.html", html.render(document, fragment=fragment)))
    assert squeezed(given_back) == squeezed(composed(document))
    assert set(texts) <= {one for one in given_back if isinstance(one, str)}


def squeezed(shapes: object) -> str:
    """Blanks in 落款 and in the form's own headings and labels are shown as one, as in any HTML."""
    return re.sub(r"( |\\t)+", " ", repr(shapes))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@hypothesis.example([": 1"])
@hypothesis.example(["{.}"])
@hypothesis.example(["某事{.甲}"])
def test_any_text_is_read_back_from_markdown(texts: list[str]) -> None:
    document = document_of(*texts)
    given_back = [one for one in found(read("a.md", markdown.render(document))) if isinstance(one, str)]
    assert given_back == [one for one in composed(document) if isinstance(one, str)]


def test_headings_and_the_signature_are_marked(example: blocks.Document) -> None:
    for name, data in (("a.docx", docx.render(example)), ("a.html", html.render(example))):
        paragraphs = [block for block in read(name, data).blocks if isinstance(block, Paragraph)]
        headings = [p.text for p in paragraphs if p.heading]
        expected = [b for b in example.blocks if isinstance(b, blocks.Title | blocks.Heading | blocks.Subheading)]
        assert len(headings) == sum(len(b.lines) if isinstance(b, blocks.Title) else 1 for b in expected)
        right = [line for b in example.blocks if isinstance(b, blocks.Signature) for line in b.lines]
        assert [p.text for p in paragraphs if p.aligned_right] == right
