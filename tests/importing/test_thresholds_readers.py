"""Thresholds of the readers have two inputs just on their two sides that are read differently.

Those of PDF are mostly asked with characters and rules made here, with places in points. See `test_thresholds`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hostile.pdfs import page, stream
from thresholds.pins import Pin, holds

from generator.importing.blocks import Block, Paragraph, UnreadableError
from generator.importing.readers import (
    docx_tables,
    html,
    html_tables,
    markdown,
    pdf,
    pdf_blocks,
    pdf_lines,
    pdf_page,
    pdf_tables,
)
from generator.importing.readers.docx_styles import ParagraphLook
from generator.importing.readers.pdf_page import Char, PdfPage, RuledLine
from generator.importing.readers.seen import raised


def _passage_in_docx(length: int) -> object:
    """A table of two cells, one of them with a text of so many characters: it sets out the page."""
    from lxml import etree

    cells = "".join(f"<tc><tcPr/><p><r><t>{text}</t></r></p></tc>" for text in ("名称", "公" * length))
    return docx_tables.is_layout(etree.fromstring(f"<tbl><tr>{cells}</tr></tbl>"))


def _passage_in_html(length: int) -> object:
    from lxml import etree

    table = f"<table><tr><td>名称</td><td>{'公' * length}</td></tr></table>"
    return html_tables.is_layout(etree.fromstring(table))


def _left_hidden(length: int) -> object:
    """A page that shows ten characters and hides so many."""
    text = f"<p>{'公' * 10}</p><p style='display:none'>{'开' * length}</p>"
    return all("开" not in text for text in _texts(html.read(text.encode()).blocks))


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def _underlined(length: int) -> object:
    """A line of so many characters with dashes below it is a heading."""
    (first, *_) = markdown.read(f"{'公' * length}\n---\n\n正文。\n".encode()).blocks
    return isinstance(first, Paragraph) and first.heading


def _one_paragraph(*lines: str) -> object:
    return len(_texts(markdown.read("\n".join(lines).encode()).blocks)) == 1


def _pdf_is_read(content: bytes) -> bool:
    """A file whose second font says of each ``b`` that it is a character for private use."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>"
    meaning = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <62> <E000> endbfchar"
    data = page(b"BT /F 6 Tf 9 100 Td (%s)Tj ET" % content, font, stream(meaning), resources=b"/Font<</F 6 0 R>>")
    try:
        return bool(pdf.read(data).blocks)
    except UnreadableError:
        return False


def _seen_page(content: bytes) -> PdfPage:
    import pypdfium2

    with pypdfium2.PdfDocument(page(content)) as document:
        return pdf_page.read_page(document, 0)


def _char(text: str, left: float, top: float = 100.0, *, base: float = 109.0, size: float = 10.0) -> Char:
    """A character 10 points wide and high, unless its font is smaller."""
    return Char(text, left, top, left + size, top + size, base, size)


def _text_of(*chars: Char) -> list[str]:
    return [line.text for line in pdf_lines.lines_of(list(chars))]


def _gap(points: float) -> str:
    """What a gap between two characters of 10 points becomes."""
    (line,) = _text_of(_char("公", 100), _char("开", 110 + points))
    return line[1:-1]


def _on_one_line(lower: float) -> object:
    """Two characters whose middles are 5.5 points apart stand on lines so far apart."""
    return len(_text_of(_char("公", 100), _char("1", 110, 109.5, base=109 + lower, size=2))) == 1


def _is_mark(size: float = 6.0, height: float = 3.0) -> object:
    """A digit of a font of that size, so high above the line that the words beside it stand on."""
    return _text_of(_char("公", 100), _char("1", 110, 103, base=109 - height, size=size)) == ["公" + raised("1")]


def _head_on(count: int) -> object:
    """A line at the head of so many pages, which are all, is left out."""
    pages = []
    for number in range(1, count + 1):
        texts = [
            (50.0, "水利局年报"),
            *((100.0 + 20 * at, f"第{'甲乙丙丁'[number]}{'子丑寅卯'[at]}段") for at in range(4)),
        ]
        chars = [_char(char, 90.0 + 10 * at, top, base=top + 9) for top, text in texts for at, char in enumerate(text)]
        pages.append(PdfPage(number, chars, [], []))
    blocks = tuple(pdf_blocks.blocks_of(pages))
    return not any("水利局年报" in text for text in _texts(blocks))


def _same_place(lower: float) -> object:
    """Two lines with one text, one of them lower by so much, both at the top of pages."""
    (line,) = pdf_lines.lines_of([_char("公", 100, 96.0)])
    return pdf_blocks._furniture_key(line) == pdf_blocks._furniture_key(line._replace(top=line.top + lower))


def _surface_rules(height: float) -> object:
    """A filled box so high is a rule."""
    box = [(10.0, 10.0), (300.0, 10.0), (300.0, 10.0 + height), (10.0, 10.0 + height)]
    return list(pdf_page._rules(pdf_page._Shape(box, outlined=False)))


def _slanting(off: float) -> object:
    """The only nearly straight side of a drawn triangle, off the straight by so much."""
    points = [(0.0, 0.0), (100.0, off), (50.0, 50.0), (0.0, 0.0)]
    return list(pdf_page._rules(pdf_page._Shape(points, outlined=True)))


def _is_drawn(grey: int) -> object:
    return _seen_page(b"%f g 10 10 300 1 re f" % (grey / 255)).across


def _is_legible(size: float) -> object:
    """Letters of Helvetica, whose boxes are 1.17 times as high as the font."""
    return _seen_page(b"BT /F %f Tf 100 100 Td (abc)Tj ET" % size).chars


def _meets(apart: float) -> object:
    """A table whose rules down begin so far below the rule across: they draw one table."""
    across = [RuledLine(100, y, 300, y) for y in (100.0, 130.0)]
    down = [RuledLine(x, 100 + apart, x, 130 - apart) for x in (100.0, 200.0, 300.0)]
    return pdf_tables.tables_of(PdfPage(1, [_char("公", 110, 110)], across, down))


def _is_one_rule(apart: float) -> object:
    """A rule across drawn twice, so far apart: no row stands between."""
    across = [RuledLine(100, y, 300, y) for y in (100.0, 130.0, 130.0 + apart)]
    down = [RuledLine(x, 100.0, x, 140.0) for x in (100.0, 200.0, 300.0)]
    (table,) = pdf_tables.tables_of(PdfPage(1, [_char("公", 110, 110)], across, down))
    return len(table.rows) == 1


def _centred(left: int) -> object:
    return ParagraphLook(align="center", left=left).right


def _filled(width: int) -> object:
    """A line so wide before its last word."""
    return _one_paragraph("a" * width + " bb", "c" * 12 + " d")


def _short(width: int) -> object:
    """A line and the first word of the next one are so wide together."""
    return _one_paragraph("a " * 10 + "b" * (width - 20 - 3), "cc d")


PINS = [
    Pin("importing.readers.docx_styles:_FAR", _centred, 1200, 1199),
    Pin("importing.readers.docx_tables:_LONGEST_CELL", _passage_in_docx, 1001, 1000),
    Pin("importing.readers.html_tables:_LONGEST_CELL", _passage_in_html, 1001, 1000),
    Pin("importing.readers.html:_MOSTLY", _left_hidden, 20, 21),
    Pin("importing.readers.markdown:_LONG", _underlined, 60, 61),
    Pin("importing.readers.markdown_lines:_COLUMNS", _filled, 80, 81),
    Pin("importing.readers.markdown_lines:_COLUMNS", _short, 73, 72),
    Pin("importing.readers.pdf:_MIN_CHARS", _pdf_is_read, b"a" * 30, b"a" * 29),
    Pin("importing.readers.pdf:_MAX_UNKNOWN", _pdf_is_read, b"a" * 70 + b"b" * 30, b"a" * 69 + b"b" * 31),
    Pin("importing.readers.pdf_blocks:_SAME_PLACE", _same_place, 1.9, 2.1),
    Pin("importing.readers.pdf_blocks:_MIN_PAGES", _head_on, 3, 2),
    Pin("importing.readers.pdf_lines:_GAP", _gap, 6.1, 5.9),
    Pin("importing.readers.pdf_lines:_COLUMN_GAP", lambda points: len(_gap(points)) > 1, 15.1, 14.9),
    Pin("importing.readers.pdf_lines:_LEVEL", _on_one_line, 0.9, 1.1),
    Pin("importing.readers.pdf_lines:_SMALL", lambda size: _is_mark(size=size), 7.9, 8.1),
    Pin("importing.readers.pdf_lines:_RAISED", lambda height: _is_mark(height=height), 1.6, 1.4),
    Pin("importing.readers.pdf_page:_THIN", _surface_rules, 2.9, 3.1),
    Pin("importing.readers.pdf_page:_SLANT", _slanting, 0.65, 0.75),
    Pin("importing.readers.pdf_page:_SMALLEST", _is_legible, 0.45, 0.41),
    Pin("importing.readers.pdf_page:_WHITE", _is_drawn, 249, 250),
    Pin("importing.readers.pdf_tables:_NEAR", _meets, 2.9, 3.1),
    Pin("importing.readers.pdf_tables:_NEAR", _is_one_rule, 2.9, 3.1),
]

_WITH_ENGINE: tuple[Callable[..., object], ...] = (_pdf_is_read, _is_legible, _is_drawn)
"""These read files, for which an extra must be installed."""


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: f"{pin.constant} {pin.yes}/{pin.no}"[:90])
def test_the_threshold_stands_between_the_two(pin: Pin) -> None:
    if pin.reads in _WITH_ENGINE:
        pytest.importorskip("pypdfium2")
    assert holds(pin)
