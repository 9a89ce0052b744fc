"""Markdown shows what was typed: a GFM reader must find text, not markup."""

import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from render_samples import TRICKY, document_of

from generator.document.blocks import Cell, Document, Heading, Note, Paragraph, Signature, Subheading, Table, Title
from generator.render import markdown

READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
HOSTILE = st.text("ab1. )-+*_`~#=|<>&;[](){}!\\\"'$:/@wW.　一（。\t^%", min_size=1, max_size=25)
TEXT = st.one_of(HOSTILE, st.text(min_size=1, max_size=30))


class Visible(HTMLParser):
    """The text of each paragraph, heading and cell; whatever else a reader made of it fails the test."""

    BLOCKS = ("p", "h1", "h2", "h3", "th", "td")
    REST = ("table", "thead", "tbody", "tr", "br")

    def __init__(self, *allowed: str) -> None:
        super().__init__()
        self.expected = {*self.BLOCKS, *self.REST, *allowed}
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.expected, f"<{tag}> was made of text"
        if tag in self.BLOCKS:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += data.strip("\n")


def visible(html: str, *allowed: str) -> list[str]:
    parser = Visible(*allowed)
    parser.feed(html)
    parser.close()
    return parser.texts


def shown(document: Document) -> list[str]:
    return visible(READER.render(markdown.render(document).decode()))


def typed(text: str) -> str:
    """Text as the reading of a report delivers it: one line, trimmed, without control characters."""
    return " ".join("".join(c if c.isprintable() or c == "\u3000" else " " for c in text).split(" ")).strip()


@given(st.lists(TEXT.map(typed).filter(bool), min_size=1, max_size=4))
def test_a_reader_sees_paragraphs_exactly_as_typed(texts: list[str]) -> None:
    assert shown(document_of(*texts)) == ["题", *texts]


@given(TEXT.map(typed).filter(bool))
def test_headings_notes_and_signatures_too(text: str) -> None:
    blocks = (Title((text, "题")), Heading(text), Subheading(text), Note(text), Signature((text,)))
    assert shown(Document("题", "局", "2023", blocks)) == [f"{text}题", text, text, text, text]


@given(st.lists(TEXT.map(typed), min_size=4, max_size=4))
def test_cells_too(texts: list[str]) -> None:
    a, b, c, d = (Cell(text, "label") for text in texts)
    table = Table("表", 2, (500, 500), 1, ((a, b), (c, d)))
    assert shown(Document("题", "局", "2023", (Title(("题",)), table)))[1:] == texts


@pytest.mark.parametrize("text", TRICKY)
def test_the_reference_implementation_agrees(text: str) -> None:
    assert shown_by_cmark(text) == [text]


@given(HOSTILE.map(typed).filter(bool))
def test_the_reference_implementation_agrees_on_anything(text: str) -> None:
    assert shown_by_cmark(text) == [text]


def shown_by_cmark(text: str) -> list[str]:
    """What GitHub's own reader shows. It makes links of bare mail addresses, whose text stays as it is."""
    cmarkgfm = pytest.importorskip("cmarkgfm", reason="没有安装 cmarkgfm")
    return visible(cmarkgfm.github_flavored_markdown_to_html(markdown.render(document_of(text)).decode()), "a")[1:]


def test_pandoc_agrees() -> None:
    if not shutil.which("pandoc"):
        pytest.skip("没有安装 pandoc")
    text = subprocess.run(
        ["pandoc", "-f", "gfm", "-t", "plain", "--wrap=none"],
        input=markdown.render(document_of(*TRICKY)),
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert [line for line in text.splitlines() if line] == ["题", *TRICKY]


def test_a_merged_cell_stands_in_its_first_cell(fullest: Document) -> None:
    lines = markdown.render(fullest).decode().splitlines()
    assert "| 第二十条第（一）项 |  |  |  |" in lines
    assert "| 行政许可 | 43 |  |  |" in lines
    assert any(line.startswith("|  |  | 8.属于行政查询事项 | 533 |") for line in lines)


def test_the_first_row_is_the_header_of_the_pipe_table(fullest: Document) -> None:
    lines = markdown.render(fullest).decode().splitlines()
    header = lines.index("| 第二十条第（一）项 |  |  |  |")
    assert lines[header + 1] == "| --- | --- | --- | --- |"


def test_a_run_in_subheading_stands_in_its_paragraph(fullest: Document) -> None:
    assert "（二）依申请公开：共收到申请16件。" in markdown.render(fullest).decode().splitlines()


def test_a_draft_says_so_before_its_title(draft: Document) -> None:
    assert markdown.render(draft).decode().startswith("> **草稿**")


def test_characters_no_text_can_hold_are_dropped() -> None:
    document = Document("题", "局", "2023", (Paragraph("甲\0乙\ud800丙\x0b"),))
    assert markdown.render(document).decode() == "甲乙丙\n"


def test_the_same_document_gives_the_same_bytes(fullest: Document) -> None:
    assert markdown.render(fullest) == markdown.render(fullest)
