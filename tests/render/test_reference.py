"""The reference document: fresh, slim, fonts by name; and an agency's own one."""

import importlib.util
import io
import re
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from docx.shared import Mm, Pt

from generator.document.blocks import Document
from generator.render import docx
from generator.render.reference import STYLE_NAMES, built_in
from generator.render.refusals import UnusableReferenceError
from generator.resources import REFERENCE_DOCX, TEMPLATES


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def own(fullest: Document):  # type: ignore[no-untyped-def]
    """An agency's reference, made as the guide says: a built report, changed in a word processor."""
    return python_docx.Document(io.BytesIO(docx.render(fullest)))


def saved(document) -> bytes:  # type: ignore[no-untyped-def]
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_the_committed_reference_is_what_its_script_makes() -> None:
    spec = importlib.util.spec_from_file_location("make_reference", Path(TEMPLATES) / "make_reference.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert parts(Path(REFERENCE_DOCX).read_bytes()) == parts(script.make()), "python templates/make_reference.py"


def test_fonts_are_named_for_every_script_and_no_theme_is_left() -> None:
    everything = parts(Path(REFERENCE_DOCX).read_bytes())
    assert not [name for name in everything if "theme" in name]
    styles = everything["word/styles.xml"].decode()
    assert "Theme" not in styles
    fonts = re.findall(r"<w:rFonts ([^>]*)/>", styles)
    assert fonts
    assert all(f"w:{script}=" in font for font in fonts for script in ("ascii", "hAnsi", "eastAsia", "cs"))


def test_only_styles_in_use_are_carried() -> None:
    names = set(re.findall(r'<w:name w:val="([^"]+)"', built_in().parts["word/styles.xml"].decode()))
    assert names == {*STYLE_NAMES.values(), "footer", "Normal", "Default Paragraph Font", "Normal Table"}


def test_text_width_is_156_mm() -> None:
    assert abs(built_in().text_width / 1440 * 25.4 - 156) < 0.1


def test_an_agency_reference_gives_page_styles_and_footer(own, fullest: Document) -> None:  # type: ignore[no-untyped-def]
    own.sections[0].left_margin = Mm(40)
    own.styles["年报正文"].font.size = Pt(15)
    own.sections[0].footer.paragraphs[0].text = "内部页脚"
    report = python_docx.Document(io.BytesIO(docx.render(fullest, reference=saved(own))))
    assert round(report.sections[0].left_margin.mm) == 40
    assert report.styles["年报正文"].font.size == Pt(15)
    assert report.sections[0].footer.paragraphs[0].text == "内部页脚"
    ours = python_docx.Document(io.BytesIO(docx.render(fullest)))
    assert [p.text for p in report.paragraphs] == [p.text for p in ours.paragraphs]


def test_tables_fit_the_agency_page(own, fullest: Document) -> None:  # type: ignore[no-untyped-def]
    own.sections[0].left_margin = own.sections[0].right_margin = Mm(35)
    report = python_docx.Document(io.BytesIO(docx.render(fullest, reference=saved(own))))
    for table in report.tables:
        width = sum(int(column.w) for column in table._tbl.tblGrid.gridCol_lst)
        assert round(width / 36000) == 140


def test_text_and_pictures_of_the_agency_reference_are_gone(own, fullest: Document) -> None:  # type: ignore[no-untyped-def]
    own.add_paragraph("旧文")
    own.part.relate_to("http://example.invalid/", "http://example.invalid/hyperlink", is_external=True)
    report = docx.render(fullest, reference=saved(own))
    everything = b"".join(parts(report).values())
    assert "旧文".encode() not in everything
    assert b"example.invalid" not in everything


def test_a_draft_on_an_agency_page_replaces_its_headers(own, draft: Document) -> None:  # type: ignore[no-untyped-def]
    own.sections[0].header.paragraphs[0].text = "单位页眉"
    own.sections[0].different_first_page_header_footer = True
    report = python_docx.Document(io.BytesIO(docx.render(draft, reference=saved(own))))
    section = report.sections[0]
    assert "草稿" in section.header.paragraphs[0].text
    assert "草稿" in section.first_page_header.paragraphs[0].text
    assert "草稿" in section.even_page_header.paragraphs[0].text


def test_every_missing_style_is_named_as_word_shows_it(own, fullest: Document) -> None:  # type: ignore[no-untyped-def]
    for name in ("年报正文", "Heading 1"):
        own.styles[name].delete()
    with pytest.raises(UnusableReferenceError, match=r"缺少样式“标题 1”（.+）、“年报正文”（正文）") as error:
        docx.render(fullest, reference=saved(own))
    assert "年报注" not in str(error.value)
    assert "先不用模板生成一份报告" in error.value.hint


def test_the_same_reference_gives_the_same_bytes(own, fullest: Document) -> None:  # type: ignore[no-untyped-def]
    reference = saved(own)
    first = docx.render(fullest, reference=reference)
    docx._reference.cache_clear()
    docx._static.cache_clear()
    assert docx.render(fullest, reference=reference) == first
