"""The pages of a PDF: 22 lines of 28 characters between GB/T 9704's margins, as in the DOCX."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

import pypdfium2
import pytest
import render_samples
from pdf_places import Box, places, texts
from printing import needs_chinese_font
from render_samples import document_of

from generator.document.blocks import Document, Heading, Paragraph, Signature, Table, Title
from generator.document.compose import compose
from generator.render import pdf

pytestmark = needs_chinese_font

MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 28 * MM, (210 - 26) * MM, 37 * MM, (297 - 35) * MM
LINE, CHARACTER = 28.95, 15.75
"""The pitch of lines and of characters, in points."""

DAY = "2024年1月20日"


def lines(page: str) -> list[str]:
    return [line for line in page.splitlines() if line]


def chars(data: bytes, page: int) -> Iterator[tuple[str, Box, float]]:
    """Every printed character of a page (from 0), with its place and size of type."""
    with pypdfium2.PdfDocument(data) as document:
        height, words = document[page].get_height(), document[page].get_textpage()
        for index in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(index)
            size = pypdfium2.raw.FPDFText_GetFontSize(words, index)
            char = words.get_text_range(index, 1)
            if char.strip():
                yield char, Box(left, height - top, right, height - bottom), size


def test_the_paper_is_a4() -> None:
    with pypdfium2.PdfDocument(pdf.render(document_of("正文。"))) as document:
        assert [round(side / MM) for side in document[0].get_size()] == [210, 297]


def test_a_full_page_of_text_has_22_lines_of_28_characters() -> None:
    full_page = lines(texts(pdf.render(document_of("政" * 28 * 50)))[1])
    assert [len(line) for line in full_page[:-1]] == [28] * 22
    assert full_page[-1] == "— 2 —"


def test_text_fills_the_width_and_height_between_the_margins() -> None:
    body = [box for char, box, _ in chars(pdf.render(document_of("政" * 28 * 50)), 1) if char == "政"]
    assert 0 <= min(box.left for box in body) - LEFT < 2
    assert 0 <= RIGHT - max(box.right for box in body) < 3
    assert 0 < min(box.top for box in body) - TOP < LINE / 2
    assert 0 < BOTTOM - max(box.bottom for box in body) < LINE / 2
    tops = sorted({round(box.top, 1) for box in body})
    assert all(abs(below - above - LINE) < 0.11 for above, below in pairwise(tops))


def test_a_paragraph_is_indented_by_two_characters() -> None:
    data = pdf.render(document_of("正文第一行。"))
    ((_, box),) = places(data, "正文第一行。")
    assert abs(box.left - LEFT - 2 * CHARACTER) < 2


def test_type_has_the_sizes_of_the_standard(fullest: Document) -> None:
    data = pdf.render(fullest)
    pages = [list(chars(data, number)) for number in range(4)]
    sizes = {char: size for page in reversed(pages) for char, _, size in page}
    assert (sizes["报"], sizes["概"], sizes["总"], sizes["—"], sizes["规"]) == (22, 16, 16, 14, 9)


def test_the_title_stands_on_its_lines_in_the_middle(fullest: Document) -> None:
    data = pdf.render(fullest)
    title = fullest.blocks[0]
    assert isinstance(title, Title)
    boxes = [places(data, line)[0][1] for line in title.lines]
    assert len(boxes) == 2
    assert all(abs(box.middle - (LEFT + RIGHT) / 2) < 2 for box in boxes)
    assert boxes[0].bottom < boxes[1].top


def test_a_title_just_short_enough_stays_on_one_line() -> None:
    shortest = compose(render_samples.smallest()._replace(agency="水利局局"))
    assert lines(texts(pdf.render(shortest))[0])[0] == "水利局局2023年政府信息公开工作年度报告"


def test_every_page_has_its_number_in_the_middle(fullest: Document) -> None:
    data = pdf.render(fullest)
    for number in range(1, len(texts(data)) + 1):
        ((page, box),) = places(data, f"— {number} —")
        assert page == number
        assert abs(box.middle - (LEFT + RIGHT) / 2) < 2
        assert BOTTOM < box.top < box.bottom < (297 - 22) * MM


def test_page_numbers_outside_stand_right_on_odd_and_left_on_even_pages() -> None:
    data = pdf.render(document_of("政" * 28 * 60)._replace(page_numbers="outside"))
    first, second, third = (places(data, f"— {number} —")[0][1] for number in (1, 2, 3))
    assert abs(RIGHT - first.right - 14) < 2
    assert abs(second.left - LEFT - 14) < 2
    assert abs(third.right - first.right) < 1


def test_a_draft_says_so_above_the_text_of_every_page(draft: Document) -> None:
    data = pdf.render(draft)
    marks = places(data, "草稿，不得公布")
    assert [page for page, _ in marks] == list(range(1, len(texts(data)) + 1))
    assert all(20 * MM < box.top < box.bottom < TOP for _, box in marks)
    assert "草稿" not in "".join(texts(pdf.render(draft._replace(draft=False))))


def test_a_table_fills_the_width_and_its_columns_have_their_shares(smallest: Document) -> None:
    (three,) = [b for b in smallest.blocks if isinstance(b, Table) and "申请" in b.caption]
    with pypdfium2.PdfDocument(pdf.render(smallest._replace(blocks=(Heading("三、"), three)))) as document:
        rules = [item.get_bounds() for item in document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    edges = sorted({round(x) for left, _, right, _ in rules for x in (left, right)})
    shares = accumulate(three.widths, initial=0)
    for share in shares:
        assert min(abs(edge - (LEFT + (RIGHT - LEFT) * share / 1000)) for edge in edges) < 1.5
    assert abs(edges[0] - LEFT) < 1.5
    assert abs(edges[-1] - RIGHT) < 1.5


def test_labels_of_the_long_table_stand_left_and_others_in_the_middle(smallest: Document) -> None:
    data = pdf.render(smallest)
    (_, received), (_, granted) = places(data, "一、本年新收")[0], places(data, "规章")[0]
    assert abs(received.left - LEFT) < 4
    assert abs(granted.middle - (LEFT + 156 * MM * 0.125)) < 2


def test_the_largest_figures_stay_in_their_cells(smallest: Document) -> None:
    (four,) = [b for b in smallest.blocks if isinstance(b, Table) and "诉讼" in b.caption]
    largest = tuple(cell._replace(text="999999999") for cell in four.rows[-1])
    data = pdf.render(smallest._replace(blocks=(Heading("四、"), four._replace(rows=(*four.rows[:-1], largest)))))
    nines = [box for char, box, _ in chars(data, 0) if char == "9"]
    assert len(nines) == 9 * four.columns
    edges = [LEFT + (RIGHT - LEFT) * share / 1000 for share in accumulate(four.widths, initial=0)]
    for number, box in enumerate(sorted(nines, key=lambda box: box.left)):
        column = number // 9
        assert edges[column] < box.left < box.right < edges[column + 1]


def test_headers_of_a_broken_table_repeat(smallest: Document) -> None:
    (three,) = [b for b in smallest.blocks if isinstance(b, Table) and "申请" in b.caption]
    taller = three._replace(rows=(*three.rows, *three.rows[three.header_rows :]))
    pages = texts(pdf.render(smallest._replace(blocks=(Heading("三、"), taller))))
    assert len(pages) > 1, "the sample is to break the table"
    assert all("申请人情况" in page and "自然人" in page for page in pages)


def pages_with(pages: list[str], text: str) -> list[int]:
    return [number for number, page in enumerate(pages) if text in page]


@pytest.mark.parametrize("above", range(0, 22, 3))
def test_a_table_is_broken_only_where_that_does_no_harm(smallest: Document, above: int) -> None:
    two, three, four = [b for b in smallest.blocks if isinstance(b, Table)]
    filler = [Paragraph("正文。")] * above
    for table, first, last in (
        (two, "第二十条第（一）项", "行政事业性收费"),
        (three, "申请人情况", "8.属于行政查询事项"),
        (four, "未经复议直接起诉", "复议后起诉"),
    ):
        pages = texts(pdf.render(smallest._replace(blocks=(*filler, Heading("标题在前"), table))))
        (heading,) = pages_with(pages, "标题在前")
        assert heading == pages_with(pages, first)[0] == pages_with(pages, last)[0]


def test_the_long_table_stands_on_one_page_where_there_is_one(smallest: Document) -> None:
    (three,) = [b for b in smallest.blocks if isinstance(b, Table) and "申请" in b.caption]
    assert len(texts(pdf.render(smallest._replace(blocks=(Heading("三、"), three))))) == 1


def signed(*above: str) -> Document:
    return Document("题", "某局", "2023", (Title(("题",)), *map(Paragraph, above), Signature(("某县水利局", DAY))))


def test_the_date_ends_four_characters_before_the_margin_and_the_agency_stands_over_its_middle() -> None:
    data = pdf.render(signed("正文。"))
    (_, agency), (_, day), (_, before) = (places(data, text)[-1] for text in ("某县水利局", DAY, "正文。"))
    assert abs(RIGHT - day.right - 4 * CHARACTER) < CHARACTER
    assert abs(agency.middle - day.middle) < 2
    assert abs(day.bottom - agency.bottom - LINE) < 3
    assert abs(agency.bottom - before.bottom - 2 * LINE) < 3


@pytest.mark.parametrize("count", range(15, 23))
@pytest.mark.parametrize("last", ["正文。", "政" * 200])
def test_the_signature_stands_below_the_text_on_one_page_with_its_end(count: int, last: str) -> None:
    data = pdf.render(signed(*["正文。"] * count, last))
    (on, _), (same, _) = places(data, "某县水利局")[-1], places(data, DAY)[-1]
    end, box = places(data, last[:3])[-1]
    assert on == same == end
    assert abs(places(data, "某县水利局")[-1][1].bottom - box.bottom - 2 * LINE) < 3
