"""HTML: one page that needs nothing else, or a fragment that keeps its looks; text is only ever text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as reader
from render_samples import TRICKY, document_of

from generator.document.blocks import Cell, Document, Heading, Note, Signature, Subheading, Table, Title
from generator.render import html

INSIDE = "body article h1 h2 h3 p span div table caption colgroup col thead tbody tr th td main"
TEXT = st.text("ab <>&\"'/;=!-?#{}%\t　中", min_size=1, max_size=30).map(str.strip).filter(bool)


def page(document: Document, **options: bool) -> reader.HtmlElement:
    return reader.document_fromstring(html.render(document, **options).decode())


def texts(root: reader.HtmlElement, *tags: str) -> list[str]:
    return [element.text_content() for element in root.iter(*tags)]


@pytest.fixture(params=[False, True], ids=["page", "fragment"])
def tree(request: pytest.FixtureRequest, fullest: Document) -> reader.HtmlElement:
    return page(fullest, fragment=request.param)


def test_tricky_text_is_shown_as_typed(tree: reader.HtmlElement) -> None:
    shown = texts(tree, "p")
    start = shown.index(TRICKY[0])
    assert shown[start : start + len(TRICKY)] == list(TRICKY)


@given(TEXT)
def test_any_text_anywhere_is_shown_as_typed(text: str) -> None:
    table = Table(text, 1, (1000,), 1, ((Cell(text, "header"),), (Cell(text, "figure"),)))
    blocks = (Title((text,)), Heading(text), Subheading(text), Note(text), Signature((text,)), table)
    root = page(Document(text, "局", "2023", blocks))
    assert texts(root, "title", "h1", "h2", "h3", "p", "th", "td", "caption") == [text] * 9
    assert {element.tag for element in root.find("body").iter()} <= set(INSIDE.split())
    assert root.find(".//div").get("aria-label") == text


def test_the_page_is_chinese_and_has_its_title(fullest: Document) -> None:
    root = page(fullest)
    assert root.get("lang") == "zh-CN"
    assert root.findtext(".//title") == fullest.title
    assert html.render(fullest).startswith(b"<!DOCTYPE html>")


def test_nothing_is_fetched_and_nothing_runs(tree: reader.HtmlElement) -> None:
    assert not list(tree.iter("script", "link", "img", "iframe", "object"))
    assert not tree.xpath("//@src | //@href | //@*[starts-with(name(), 'on')]")
    assert "url(" not in reader.tostring(tree, encoding="unicode")
    assert "@import" not in reader.tostring(tree, encoding="unicode")


def test_tables_are_real_tables_with_caption_and_scopes(tree: reader.HtmlElement) -> None:
    tables = list(tree.iter("table"))
    named = [table.findtext("caption") or table.getparent().get("aria-label") for table in tables]
    assert named == [
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
    ]
    assert [len(table.findall("thead/tr")) for table in tables] == [2, 3, 3]
    scopes = {th.text_content(): th.get("scope") for th in tree.iter("th")}
    assert scopes["申请人情况"] == scopes["自然人"] == "col"
    assert scopes["（三）不予公开"] == scopes["1.属于国家秘密"] == "row"
    assert all(th.get("scope") for th in tree.iter("th"))
    assert not [td for td in tree.iter("td") if td.get("scope")]


def test_merged_cells_fill_each_table(tree: reader.HtmlElement) -> None:
    for table, columns in zip(tree.iter("table"), (4, 10, 15), strict=True):
        cells = list(table.iter("th", "td"))
        area = sum(int(c.get("colspan", 1)) * int(c.get("rowspan", 1)) for c in cells)
        assert area == columns * len(list(table.iter("tr")))
        assert len(list(table.iter("col"))) == columns


def test_a_fragment_is_one_element_with_looks_on_all_of_them(fullest: Document) -> None:
    text = html.render(fullest, fragment=True).decode()
    root = reader.fragment_fromstring(text)
    assert root.tag == "div"
    assert root.get("lang") == "zh-CN"
    assert "class=" not in text
    assert "<style" not in text
    bare = {element.tag for element in root.iter() if not element.get("style")}
    assert bare <= {"br", "colgroup", "thead", "tbody"}
    assert all("border:1px solid" in cell.get("style") for cell in root.iter("th", "td"))


def test_page_and_fragment_say_the_same(fullest: Document) -> None:
    def body(root: reader.HtmlElement) -> list[str]:
        return texts(root, "h1", "h2", "h3", "p", "th", "td")

    assert body(page(fullest)) == body(page(fullest, fragment=True))


def test_the_printed_page_has_the_margins_of_the_standard(fullest: Document) -> None:
    text = html.render(fullest).decode()
    assert "@page{size:A4;margin:37mm 26mm 35mm 28mm;" in text
    assert re.search(r"\.article\{[^}]*font-size:16pt", text)


def test_a_draft_shows_a_banner_and_a_watermark(draft: Document) -> None:
    root = page(draft)
    assert root.find(".//p").text_content().startswith("草稿")
    assert 'content:"草稿"' in root.findtext(".//style")
    assert page(draft, fragment=True).find(".//p").text_content().startswith("草稿")


def test_no_draft_no_word_of_it(fullest: Document) -> None:
    assert "草稿" not in html.render(fullest).decode()


def test_a_run_in_subheading_is_set_apart_in_its_paragraph(tree: reader.HtmlElement) -> None:
    assert "（二）依申请公开：" in texts(tree, "span")
    assert "（二）依申请公开：共收到申请16件。" in texts(tree, "p")


def test_forbidden_characters_are_dropped_and_bytes_repeat() -> None:
    document = document_of("甲\0乙\ud800丙\x0b\ufffe")
    assert texts(page(document), "p") == ["甲乙丙"]
    assert html.render(document) == html.render(document)


def test_the_page_has_one_main_landmark_and_a_fragment_none(fullest: Document) -> None:
    assert len(list(page(fullest).iter("main"))) == 1
    assert "<main" not in html.render(fullest, fragment=True).decode()


def test_a_fragment_says_nothing_twice_when_all_styles_are_stripped(fullest: Document) -> None:
    root = page(fullest, fragment=True)
    assert not list(root.iter("caption"))
    assert {table.get("border") for table in root.iter("table")} == {"1"}


TEXT_LOOKS = ("font-family:", "font-size:", "line-height:", "color:")


def test_each_block_of_a_fragment_carries_its_own_looks(fullest: Document) -> None:
    """A site's p{font-size}, td{background} or h2{color} must win over nothing."""
    root = page(fullest, fragment=True)
    for element in root.iter("h1", "h2", "h3", "p", "td", "th"):
        style = element.get("style")
        assert all(look in style for look in TEXT_LOOKS), element.tag
        assert "rem" not in style
        assert not re.search(r"font-size:[\d.]+em", style), "what em means is the site's affair"
    assert all("background:#fff" in cell.get("style") for cell in root.iter("td", "th"))
