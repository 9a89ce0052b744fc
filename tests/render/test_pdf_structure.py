"""What a PDF tells those who cannot see it (PDF/UA-1): language, title, headings, tables with their headers."""

import io
from collections.abc import Iterator
from typing import NamedTuple

import pikepdf
import pytest
from printing import needs_chinese_font

from generator.document.blocks import Document, Heading, Subheading, Table, Title
from generator.render import pdf
from generator.render.pdf_row_headers import with_row_headers

pytestmark = needs_chinese_font


class Tag(NamedTuple):
    """A structure element: its type, its attributes of the table kind, itself."""

    kind: str
    table: dict[str, object]
    element: pikepdf.Dictionary


@pytest.fixture(scope="module")
def data(fullest: Document) -> bytes:
    return pdf.render(fullest)


@pytest.fixture(scope="module")
def file(data: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(data)) as opened:
        yield opened


def below(element: pikepdf.Object) -> Iterator[Tag]:
    """All structure elements below one, in reading order."""
    for child in children(element):
        yield Tag(str(child.S)[1:], attributes(child), child)
        yield from below(child)


def children(element: pikepdf.Object) -> list[pikepdf.Dictionary]:
    kids = element.get("/K", [])
    return [kid for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) if is_element(kid)]


def is_element(kid: object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def attributes(element: pikepdf.Dictionary) -> dict[str, object]:
    given = element.get("/A", [])
    for one in [given] if isinstance(given, pikepdf.Dictionary) else given:
        if one.O == "/Table":
            return dict(one.items())
    return {}


def tags(file: pikepdf.Pdf) -> list[Tag]:
    return list(below(file.Root.StructTreeRoot))


def blocks_of(document: Document, kind: type) -> list:  # type: ignore[type-arg]
    return [block for block in document.blocks if isinstance(block, kind)]


def test_it_says_that_it_is_tagged_what_it_is_called_and_in_which_language(
    file: pikepdf.Pdf, fullest: Document
) -> None:
    assert bool(file.Root.MarkInfo.Marked)
    assert file.Root.Lang == "zh-CN"
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    assert str(file.docinfo.Title) == fullest.title
    assert str(file.docinfo.Author) == fullest.agency


def test_its_metadata_claims_pdf_ua_1(file: pikepdf.Pdf, fullest: Document) -> None:
    with file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == fullest.title
        assert "zh-CN" in metadata["dc:language"]


def test_headings_are_tagged_by_their_rank(file: pikepdf.Pdf, fullest: Document) -> None:
    kinds = [tag.kind for tag in tags(file)]
    assert kinds.count("Title") == len(blocks_of(fullest, Title)) == 1
    assert kinds.count("H1") == len(blocks_of(fullest, Heading)) == 6
    assert kinds.count("H2") == len(blocks_of(fullest, Subheading)) > 1


def test_bookmarks_lead_to_the_parts(file: pikepdf.Pdf, fullest: Document) -> None:
    with file.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [block.text for block in blocks_of(fullest, Heading)]


@pytest.fixture(scope="module")
def tables(file: pikepdf.Pdf, fullest: Document) -> list[tuple[pikepdf.Dictionary, Table]]:
    """Each table's element and its block."""
    elements = [tag.element for tag in tags(file) if tag.kind == "Table"]
    return list(zip(elements, blocks_of(fullest, Table), strict=True))


def test_there_are_three_tables(tables: list[tuple[pikepdf.Dictionary, Table]]) -> None:
    assert len(tables) == 3


def test_every_table_has_a_caption(tables: list[tuple[pikepdf.Dictionary, Table]]) -> None:
    for element, block in tables:
        first = next(below(element))
        assert first.kind == "Caption"
        assert [str(tag.element.Alt) for tag in below(first.element) if "/Alt" in tag.element] == [block.caption]


def cells(element: pikepdf.Dictionary) -> list[list[Tag]]:
    """A table's cells, row by row."""
    return [
        [tag for tag in below(row.element) if tag.kind in {"TH", "TD"}] for row in below(element) if row.kind == "TR"
    ]


def test_headers_are_marked_with_their_scope_wherever_they_stand(
    tables: list[tuple[pikepdf.Dictionary, Table]],
) -> None:
    for element, block in tables:
        printed = cells(element)
        scopes = {"header": ("TH", "/Column"), "label": ("TH", "/Row"), "figure": ("TD", "None")}
        found = [[(tag.kind, str(tag.table.get("/Scope"))) for tag in row] for row in printed]
        assert found == [[scopes[cell.role] for cell in row] for row in block.rows]


def test_the_first_headers_form_the_head_that_repeats(tables: list[tuple[pikepdf.Dictionary, Table]]) -> None:
    for element, block in tables:
        (head,) = [tag.element for tag in below(element) if tag.kind == "THead"]
        assert len(cells(head)) == block.header_rows


def test_cells_span_what_their_blocks_span(tables: list[tuple[pikepdf.Dictionary, Table]]) -> None:
    for element, block in tables:
        found = [[(int(span(tag, "/ColSpan")), int(span(tag, "/RowSpan"))) for tag in row] for row in cells(element)]
        assert found == [[(cell.columns, cell.rows) for cell in row] for row in block.rows]


def span(tag: Tag, name: str) -> object:
    return tag.table.get(name, 1)


@pytest.mark.parametrize(
    ("label", "headers"),
    [
        ("规章", ["第二十条第（一）项", "本年制发件数", "规章"]),
        ("行政强制", ["第二十条第（六）项", "本年处理决定数量", "行政强制"]),
        ("行政事业性收费", ["第二十条第（八）项", "本年收费金额（单位：万元）", "行政事业性收费"]),
        ("（七）总计", ["申请人情况", "自然人", "三、本年度办理结果", "（七）总计"]),
        ("2.重复申请", ["申请人情况", "自然人", "三、本年度办理结果", "（五）不予处理", "2.重复申请"]),
    ],
)
def test_figures_belong_to_the_headers_above_and_beside_them_and_to_no_others(
    tables: list[tuple[pikepdf.Dictionary, Table]], label: str, headers: list[str]
) -> None:
    for element, block in tables:
        rows = list(zip(cells(element), block.rows, strict=True))
        names = {
            str(tag.element.ID): cell.text
            for tags, row in rows
            for tag, cell in zip(tags, row, strict=True)
            if tag.kind == "TH"
        }
        for tags, row in rows:
            if row[0].text == label:
                assert [names[str(name)] for name in tags[1].table["/Headers"]] == headers
                return
    pytest.fail(f"{label} is in no table")


def test_everything_on_the_page_is_tagged_or_named_decoration(file: pikepdf.Pdf) -> None:
    for page in file.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in {"BDC", "BMC"}:
                depth += 1
            elif str(operator) == "EMC":
                depth -= 1
            elif str(operator) in {"Tj", "TJ", "Do", "S", "f", "B"}:
                assert depth, f"{operator} {operands} stands outside"


def test_fonts_are_embedded_and_their_text_is_known(file: pikepdf.Pdf) -> None:
    fonts = [font for page in file.pages for _, font in page.obj.Resources.get("/Font", {}).items()]
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())


def test_its_syntax_is_sound(file: pikepdf.Pdf) -> None:
    assert file.check_pdf_syntax() == []


def test_it_carries_no_time_and_repeats_byte_for_byte(data: bytes, file: pikepdf.Pdf, fullest: Document) -> None:
    assert pdf.render(fullest) == data
    assert "/CreationDate" not in file.docinfo
    assert "/ModDate" not in file.docinfo
    assert not {"/URI", "/JavaScript", "/OpenAction"} & set(file.Root.keys())


def test_every_header_is_found_by_its_name(file: pikepdf.Pdf) -> None:
    """The tree of names leads to each, in the order that a reader looks it up by."""
    listed = list(file.Root.StructTreeRoot.IDTree.Names)
    names = [bytes(name) for name in listed[::2]]
    assert names == sorted(names)
    assert len(set(names)) == len(names)
    headers = {bytes(tag.element.ID): tag.element.objgen for tag in tags(file) if tag.kind == "TH"}
    assert dict(zip(names, (element.objgen for element in listed[1::2]), strict=True)) == headers
    asked = {bytes(name) for tag in tags(file) for name in tag.table.get("/Headers", ())}  # type: ignore[attr-defined]
    assert asked <= set(names)


def test_what_is_not_as_typst_writes_it_stays_as_it_is(data: bytes, fullest: Document) -> None:
    tables = blocks_of(fullest, Table)
    assert with_row_headers(data, tables) == data, "it has them already"
    for other in (b"", b"%PDF-1.7\nsomething else", data.replace(b"/IDTree<<", b"/IDTree <<")):
        assert with_row_headers(other, tables) == other
