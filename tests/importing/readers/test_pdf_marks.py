"""Raised digits in a PDF are marks of notes; digits that merely have another box than the Han beside them are not."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from printing import needs_chinese_font
from programs import Office
from reading import read, shapes
from test_round_trip import EXAMPLES

from generator.document.compose import compose
from generator.importing.readers.pdf_lines import lines_of
from generator.importing.readers.pdf_page import Char
from generator.pipeline.opening import load, open_report

pytest.importorskip("pypdfium2")

RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]")
Set = tuple[str, float, float]
"""Characters, the size of their font, and how high over the line they stand."""


def line(*sets: Set, under: float = 0.2) -> str:
    """Characters side by side, read; ``under`` is how far a box of size 1 reaches below the line."""
    chars: list[Char] = []
    left = 0.0
    for text, size, height in sets:
        for char in text:
            foot = 100 - height
            box = (left, foot - size * (1 - under), left + size / 2, foot + size * under)
            chars.append(Char(char, *box, foot, size))
            left += size / 2
    (found,) = lines_of(chars)
    return found.text


def test_what_is_smaller_and_higher_is_raised() -> None:
    assert line(("237", 16, 0), ("1", 10, 5)) == "237¹"
    assert line(("2", 16, 0), ("12", 10, 5)) == "2¹²"
    assert line(("1", 10, 5), ("说明", 16, 0)) == "¹说明"
    assert line(("收到237", 9, 0), ("3", 5.2, 3), ("件", 9, 0)) == "收到237³件"


@pytest.mark.parametrize("under", [0.0, 0.12, 0.3])
def test_smaller_or_higher_alone_is_not(under: float) -> None:
    assert line(("237", 16, 0), ("1", 10, 0), under=under) == "2371"
    assert line(("237", 16, 0), ("1", 16, 4), under=under) == "2371"
    assert line(("237", 16, 0), ("1", 10, -3), under=under) == "2371"
    assert line(("2023", 14, 0.3), ("年", 16, 0), under=under) == "2023年"


def test_a_box_says_nothing() -> None:
    """One font's digits have boxes that end at the line, its Han reach below it, and above the digits."""
    digits = [Char(char, at * 5.0, 90.0, at * 5.0 + 5, 96.3, 96.0, 9.0) for at, char in enumerate("2023")]
    han = [Char("年", 20.0, 85.0, 29.0, 101.0, 96.0, 9.0)]
    assert [found.text for found in lines_of([*digits, *han])] == ["2023年"]


def test_a_small_column_beside_a_large_one_is_not_raised() -> None:
    assert line(("合计", 16, 0), (" " * 12, 16, 0), ("21", 9, 3)).split() == ["合计", "21"]


def word_file() -> bytes:
    import docx

    document = docx.Document()
    for parent in (document, document.add_table(1, 1).cell(0, 0)):
        paragraph = parent.add_paragraph("共收到申请237")
        for text, raised in (("1", True), ("件，比2022年多10", False), ("23", True), ("件", False)):
            paragraph.add_run(text).font.superscript = raised
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_marks_as_libreoffice_prints_them(office: Office) -> None:
    made = office.convert({"a.docx": word_file()}, "pdf")["a.docx"].read_bytes()
    said = str(shapes(read("a.pdf", made)))
    assert said.count("共收到申请237¹件，比2022年多10²³件") == 2


@needs_chinese_font
def test_marks_as_typst_prints_them(tmp_path: Path) -> None:
    import typst

    source = tmp_path / "a.typ"
    source.write_text(
        "#set super(typographic: false)\n共收到申请237#super[1]件，比2022年多10#super[23]件，"
        '#text(size: 7pt)[2021]年与#text(size: 14pt)[2020]年。#text(font: "DejaVu Sans Mono")[2019]年',
        "utf-8",
    )
    said = "".join(str(one) for one in shapes(read("a.pdf", typst.compile(source))))
    assert said == "共收到申请237¹件，比2022年多10²³件，2021年与2020年。2019年"


@needs_chinese_font
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_our_own_reports_have_none(path: Path) -> None:
    from generator.render import pdf

    opened = open_report(str(path), load(str(path)))
    assert opened.report is not None
    said = str(shapes(read("a.pdf", pdf.render(compose(opened.report)))))
    assert path.stem[-4:] in said
    assert not RAISED.search(said)


def test_a_published_report_has_none(shared: Path) -> None:
    for path in sorted((shared / "reports").glob("*.pdf")):
        said = str(shapes(read("a.pdf", path.read_bytes())))
        assert "2023" in said
        assert not RAISED.search(said)
