"""What stands in a PDF is what was typed: nothing is read as typst's markup or code, nothing is lost or cut off."""

import ctypes
import io
import shutil
import subprocess
import unicodedata

import pikepdf
import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from printing import needs_chinese_font
from render_samples import TRICKY, document_of

from generator.document.blocks import Document, Heading, Note, Paragraph, Signature, Subheading, Title
from generator.render import pdf
from generator.render.refusals import UnprintableError

pytestmark = needs_chinese_font

LEFT, RIGHT = 28 / 25.4 * 72, (210 - 26) / 25.4 * 72

HOSTILE = (
    *TRICKY,
    '#let x = 1; #panic("!") #import "@preview/a:1.0.0": * #read("/etc/passwd")',
    "$x^2$ @ref <label> // 注释 /* 块 */ ~ -- --- ... -?",
    'a"b" \\"c\\u{41}\\n"d\\\\',
    "= 标题 == 小标题 + 列 / 项: 目 ``` ``raw``",
    ')) ] } #" "',
    "https://www.example.gov.cn/" + "abcdefghij" * 30,
    "W" * 200 + "_" * 200,
    "。" * 120 + "…" * 90 + "（" * 90,
    "甲\u00a0" * 100,
    "ﬁ ﬂ Ａ１，ｱ ㈠ ① Ⅻ ℃ ㎡ 〇 〔2021〕 ＂＇",
)
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
SIGNS = st.sampled_from("#$[]{}()\\\"'@*_/`~<>=+-.,:;!?%^&|，。、；：？！“”‘’（）《》〈〉【】〔〕—…·￥％")
LATIN = st.characters(min_codepoint=0x20, max_codepoint=0x7E)
CONTROL = st.sampled_from("\t\n\r\x00\x01\x0b\x1b\x7f\ufffe")
RARE = st.sampled_from("𠮷𬸦㐂䶮𫖯龘")
texts = st.text(st.one_of(HAN, HAN, SIGNS, LATIN, RARE, CONTROL), max_size=120)


def printed(data: bytes) -> str:
    """The text of all pages without page numbers, as a reader extracts it."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return without_numbers(pages).replace("\ufffe", "-")  # this reader's sign for a hyphen at the end of a line


def by_another_reader(data: bytes) -> str:
    """The same by poppler, in the order of the page's content."""
    made = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True)
    return without_numbers(made.stdout.decode().split("\f"))


def without_numbers(pages: list[str]) -> str:
    return "".join(page.rpartition("—")[0].rpartition("—")[0] for page in pages)


def check(text: str) -> None:
    """All of a text is printed everywhere.

    PDFium takes two glyphs of one number, side by side in two fonts, for one drawn twice, and leaves one out. That
    hangs on the fonts of the machine, so where it misses something another reader is asked.
    """
    document = everywhere(text)
    data, words = pdf.render(document), folded(expected(document))
    read = folded(printed(data))
    if read != words and shutil.which("pdftotext"):
        read = folded(by_another_reader(data))
    assert read == words


def folded(text: str) -> str:
    """Without what PDF has no characters for (spaces, line ends, controls); ligatures and the like as their letters."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) not in {"Cc", "Cn"})


def everywhere(*texts: str) -> Document:
    """A document that has the texts in every place where a text can stand."""
    one = texts[0]
    rest = [block for text in texts for block in (Paragraph(text, lead=text), Subheading(f"（一）{text}"), Note(text))]
    blocks = (Title(("题", one)), Heading(f"一、{one}"), *rest, Signature((one, "2024年1月20日")))
    return Document(f"题{one}", one, "2023", blocks)


def expected(document: Document) -> str:
    """All texts of the blocks that :func:`everywhere` makes, in order."""
    words: list[str] = []
    for block in document.blocks:
        if isinstance(block, Title | Signature):
            words += block.lines
        elif isinstance(block, Paragraph):
            words += (block.lead, block.text)
        else:
            words.append(block.text)  # type: ignore[union-attr]
    return "".join(words)


@given(texts)
@example("#")
@example('"')
@example("\\")
@example("A-")
@settings(max_examples=150)
def test_any_text_is_printed_as_typed(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_typed(text: str) -> None:
    check(text)


def _origin(words: pypdfium2.PdfTextPage, index: int) -> float:
    """Where a character begins, in points from the left, whatever its font's side bearing."""
    x, y = ctypes.c_double(), ctypes.c_double()
    assert pypdfium2.raw.FPDFText_GetCharOrigin(words, index, ctypes.byref(x), ctypes.byref(y))
    return x.value


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_runs_off_the_page(text: str) -> None:
    with pypdfium2.PdfDocument(pdf.render(everywhere(text))) as document:
        for page in document:
            words = page.get_textpage()
            boxes = [words.get_charbox(index) for index in range(words.count_chars())]
            begins = [max(left, _origin(words, index)) for index, (left, *_) in enumerate(boxes) if left]
            assert min(begins) > LEFT - 1, "where letters begin; how far one's ink hangs over to the left is its font's"
            assert max(right for _, _, right, _ in boxes) < RIGHT + 17  # a mark may hang at the end of a line


@pytest.mark.parametrize("text", HOSTILE)
def test_the_title_among_the_properties_is_as_typed(text: str) -> None:
    with pikepdf.open(io.BytesIO(pdf.render(everywhere(text)))) as document:
        assert str(document.docinfo.Title) == f"题{text}"
        assert str(document.docinfo.Author) == text


def test_what_is_far_too_long_for_a_report_is_refused() -> None:
    assert pdf.render(document_of("政" * 200_000))
    with pytest.raises(UnprintableError, match="太长（约 30 万字）"):
        pdf.render(document_of("政" * 300_000))


def test_many_characters_that_no_font_has_are_not_all_named() -> None:
    with pytest.raises(UnprintableError, match=r"（U\+12013）等$") as refused:
        pdf.render(document_of("。".join(map(chr, range(0x12000, 0x12060)))))
    assert refused.value.message.count("U+") == 20


def test_words_and_numbers_stay_whole() -> None:
    pages = printed(pdf.render(document_of(*("政" * length + "1234567件" for length in range(22, 28)))))
    assert pages.count("1234567") == 6
