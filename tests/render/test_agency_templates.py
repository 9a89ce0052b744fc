"""--reference with three agencies' templates: the printed page has their fonts, margins, header and footer."""

import io
import re
import zipfile
from pathlib import Path
from typing import NamedTuple

import agency_templates as templates
import docx as python_docx
import pytest
from page_pictures import FONTS, fonts_used
from pdf_places import font, places, texts
from PIL import Image
from programs import Office

from generator.document.blocks import Document
from generator.render import docx
from generator.render.refusals import UnusableReferenceError

MM = 72 / 25.4
SANS, SANS_BOLD, SERIF = ("Sans", "Regular"), ("Sans", "Bold"), ("Serif", "Regular")
"""What 黑体, 楷体 and 宋体 are printed in here (fonts.conf)."""


class Printed(NamedTuple):
    template: bytes
    report: bytes
    pdf: Path


@pytest.fixture(scope="module")
def printed(office: Office, fullest: Document) -> dict[str, Printed]:
    """The fullest report in each template, and as printed."""
    if "NotoSansCJK" not in fonts_used():
        pytest.skip("没有思源字体（Noto CJK），看不出印出来的是哪种字体")
    by_office = office.convert({"a.docx": docx.render(fullest)}, "odt")["a.docx"].read_bytes()
    given = {
        "restyled": templates.restyled(fullest),
        "own": templates.own(),
        "numbered": templates.own(numbered=True),
        "odt": office.convert({"a.odt": by_office}, "docx")["a.odt"].read_bytes(),
    }
    reports = {name: docx.render(fullest, template) for name, template in given.items()}
    named = {f"{name}.docx": report for name, report in reports.items()}
    pdfs = office.convert(named, "pdf", FONTCONFIG_FILE=str(FONTS))
    return {name: Printed(given[name], reports[name], pdfs[f"{name}.docx"]) for name in given}


def face(pdf: Path, text: str) -> tuple[str, ...]:
    found = re.search(r"Noto(Sans|Serif)CJK\w*-(Regular|Bold)", font(pdf, text))
    assert found, font(pdf, text)
    return found.groups()


def left_of(pdf: Path, text: str) -> float:
    return places(pdf, text)[0][1].left / MM


def test_a_restyled_report_gives_fonts_sizes_and_margins(printed: dict[str, Printed]) -> None:
    pdf = printed["restyled"].pdf
    assert face(pdf, "概述第一段") == SANS
    assert face(pdf, "一、总体情况") == SANS_BOLD
    assert abs(left_of(pdf, "*星号*") - 20 - 11) < 1.5, "20 mm and two characters of 14 pt"
    box = places(pdf, "概述第一段")[0][1]
    assert (box.right - box.left) / 5 < 14.3


def test_words_own_blank_document_with_the_styles_added(printed: dict[str, Printed]) -> None:
    """Its title and headings have the fonts of its theme, which the report therefore keeps."""
    with zipfile.ZipFile(io.BytesIO(printed["own"].report)) as archive:
        assert b"majorEastAsia" in archive.read("word/styles.xml")
        assert "word/theme/theme1.xml" in archive.namelist()
    pdf = printed["own"].pdf
    assert face(pdf, "概述第一段") == SERIF
    assert abs(left_of(pdf, "概述第一段") - 31.75) < 1
    tables = python_docx.Document(io.BytesIO(printed["own"].report)).tables
    assert {sum(int(column.w) // 635 for column in table._tbl.tblGrid.gridCol_lst) for table in tables} == {8640}


@pytest.mark.parametrize("name", ["restyled", "own"])
def test_header_and_footer_are_on_every_page(printed: dict[str, Printed], name: str) -> None:
    pages = texts(printed[name].pdf)
    for number, page in enumerate(pages, 1):
        assert templates.HEADER in page
        assert f"{templates.FOOTER}{number}" in page


def test_a_page_across_further_on_does_not_turn_the_report(printed: dict[str, Printed]) -> None:
    document = python_docx.Document(io.BytesIO(printed["restyled"].template))
    assert document.sections[-1].page_width > document.sections[-1].page_height
    report = python_docx.Document(io.BytesIO(printed["restyled"].report))
    assert [section.page_width < section.page_height for section in report.sections] == [True]


def test_headings_that_word_numbers_are_not_numbered_twice(printed: dict[str, Printed]) -> None:
    assert "一、总体情况" in texts(printed["numbered"].pdf)[0]
    assert not any("第1章" in page for page in texts(printed["numbered"].pdf))


def test_a_template_made_by_libreoffice_from_odt(printed: dict[str, Printed]) -> None:
    pdf = printed["odt"].pdf
    assert face(pdf, "一、总体情况") == SANS
    assert face(pdf, "概述第一段") == SERIF
    assert abs(left_of(pdf, "*星号*") - 28 - 11) < 1.5


@pytest.mark.parametrize("name", ["restyled", "own", "numbered", "odt"])
def test_the_words_are_the_same_in_each(printed: dict[str, Printed], name: str, fullest: Document) -> None:
    def words(data: bytes) -> list[str]:
        document = python_docx.Document(io.BytesIO(data))
        cells = [cell.text for table in document.tables for cell in table._cells]
        return [*(paragraph.text for paragraph in document.paragraphs), *cells]

    assert words(printed[name].report) == words(docx.render(fullest))


def test_every_style_that_a_blank_document_lacks_is_named_with_what_it_is_for(fullest: Document) -> None:
    with pytest.raises(UnusableReferenceError) as error:
        docx.render(fullest, templates.saved(templates.blank()))
    for name in templates.OWN_STYLES.values():
        assert f"“{name}”（" in str(error.value)
    assert "标题" not in str(error.value).replace("小标题", "")


def test_a_style_of_another_kind_does_not_count(fullest: Document) -> None:
    document = python_docx.Document(io.BytesIO(templates.own()))
    document.styles["年报同段小标题"].delete()
    document.styles.add_style("年报同段小标题", python_docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    with pytest.raises(UnusableReferenceError, match="“年报同段小标题”（与正文同段的小标题，要“字符”样式）"):
        docx.render(fullest, templates.saved(document))


def test_headings_may_bear_the_names_that_word_shows_in_chinese(fullest: Document) -> None:
    document = python_docx.Document(io.BytesIO(templates.own()))
    for name, shown in (("Title", "标题"), ("Heading 1", "标题 1"), ("Heading 2", "标题 2")):
        document.styles[name].element.name_val = shown
    report = python_docx.Document(io.BytesIO(docx.render(fullest, templates.saved(document))))
    assert next(p.style.name for p in report.paragraphs if p.text == "一、总体情况") == "标题 1"


def test_what_ties_a_template_to_other_files_or_locks_it_is_gone(fullest: Document) -> None:
    document = python_docx.Document(io.BytesIO(templates.own()))
    settings = document.part._settings_part
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    key = settings.relate_to("file:///C:/secret.dotm", link, is_external=True)
    settings.element.insert(0, templates.parse_xml(f'<w:attachedTemplate {templates.nsdecls("w", "r")} r:id="{key}"/>'))
    settings.element.insert(0, templates.parse_xml(f'<w:documentProtection {templates.nsdecls("w")} w:edit="forms"/>'))
    with zipfile.ZipFile(io.BytesIO(docx.render(fullest, templates.saved(document)))) as archive:
        everything = b"".join(map(archive.read, archive.namelist()))
    assert b"secret" not in everything
    assert b"attachedTemplate" not in everything
    assert b"documentProtection" not in everything


def test_a_circle_of_styles_is_no_endless_way(fullest: Document) -> None:
    document = python_docx.Document(io.BytesIO(templates.own()))
    first, second = document.styles["年报落款"], document.styles["年报注"]
    first.base_style, second.base_style = second, first
    assert docx.render(fullest, templates.saved(document))


def test_a_logo_in_the_header_stays_and_a_picture_in_the_text_goes(fullest: Document) -> None:
    def picture(colour: str) -> io.BytesIO:
        data = io.BytesIO()
        Image.new("RGB", (8, 8), colour).save(data, "PNG")
        return data

    logo = picture("red")
    document = python_docx.Document(io.BytesIO(templates.own()))
    document.sections[0].header.paragraphs[0].add_run().add_picture(logo)
    document.add_paragraph().add_run().add_picture(picture("blue"))
    with zipfile.ZipFile(io.BytesIO(docx.render(fullest, templates.saved(document)))) as archive:
        pictures = [archive.read(name) for name in archive.namelist() if name.endswith(".png")]
    assert pictures == [logo.getvalue()]
