"""Every combination of what a DOCX can hold is valid against the schemas of OOXML, whole and accessible."""

import importlib.util
import io
import itertools
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import agency_templates as templates
import docx as python_docx
import pikepdf
import pytest
import render_samples
from docx.oxml.ns import qn
from lxml import etree
from programs import Office

from generator.document.blocks import Document, Signature, Table, Title
from generator.document.compose import compose
from generator.render import docx

TITLES = {
    "one line": ("题",),
    "three lines": ("某某省某某市", "某某区人民政府办公室", "2023年政府信息公开工作年度报告"),
}
SIGNATURES = {
    "none": None,
    "agency": Signature(("某某局",)),
    "date": Signature(("2024年1月20日",)),
    "both": Signature(("某某自治州某某县行政审批和政务信息管理局", "2024年1月20日")),
}
FIRST_ROW, FIRST_COLUMN = 0x20, 0x80
DC = "http://purl.org/dc/elements/1.1/"

Check = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def check(shared: Path) -> Check:
    """The schema and structure checks of ../shared."""
    spec = importlib.util.spec_from_file_location("check_docx", shared / "tools" / "check_docx.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.check  # type: ignore[no-any-return]


def variants(fullest: Document) -> dict[str, Document]:
    """The fullest report with every title, notes or none, every signature, draft or not, page numbers either way."""
    without_notes = compose(render_samples.fullest()._replace(notes={}))
    found = {}
    for (title, lines), (signed, signature), noted in itertools.product(
        TITLES.items(), SIGNATURES.items(), (True, False)
    ):
        blocks = (fullest if noted else without_notes).blocks[1:-1]
        whole = (Title(lines), *blocks, *([signature] if signature else []))
        for draft, numbers in itertools.product((True, False), ("centred", "outside")):
            name = f"{title}, {signed}, {'notes' if noted else ''}, {'draft' if draft else ''}, {numbers}"
            found[name] = fullest._replace(blocks=whole, draft=draft, page_numbers=numbers)
    return found


@pytest.mark.parametrize("reference", ["ours", "an agency's"])
def test_it_is_valid_whatever_it_holds(reference: str, fullest: Document, check: Check, tmp_path: Path) -> None:
    own = _with_header(fullest) if reference != "ours" else None
    path, defects = tmp_path / "report.docx", {}
    for name, document in variants(fullest).items():
        path.write_bytes(docx.render(document, own))
        if found := check(str(path)):
            defects[name] = found
    assert defects == {}


def _with_header(report: Document) -> bytes:
    document = python_docx.Document(io.BytesIO(docx.render(report)))
    templates.with_bands(document.sections[0])
    return templates.saved(document)


@pytest.mark.parametrize("size", ["smallest", "fullest", "draft"])
def test_it_has_no_defect(size: str, request: pytest.FixtureRequest, tmp_path: Path, check: Check) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(docx.render(request.getfixturevalue(size)))
    assert check(str(path)) == []


def part(document: Document, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(docx.render(document))) as archive:
        return etree.fromstring(archive.read(name))


def test_the_properties_hold_just_what_their_schema_names(fullest: Document) -> None:
    core = part(fullest, "docProps/core.xml")
    held = {child.tag: child.text for child in core}
    seal = held.pop(f"{{{DC}}}identifier") or ""
    assert seal.startswith("nianbao:"), "our mark: whoever saves the file anew breaks it"
    assert held == {
        f"{{{DC}}}title": "某某市某某区人民政府办公室2023年政府信息公开工作年度报告",
        f"{{{DC}}}creator": "某某市某某区人民政府办公室",
        f"{{{DC}}}language": "zh-CN",
    }


def test_text_is_marked_as_chinese(fullest: Document) -> None:
    language = next(part(fullest, "word/styles.xml").iter(qn("w:lang")))
    assert {language.get(qn("w:val")), language.get(qn("w:eastAsia"))} == {"zh-CN"}


def test_the_pdf_that_an_office_makes_of_it_is_tagged_in_chinese(office: Office, fullest: Document) -> None:
    tagged = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
    path = office.convert({"report.docx": docx.render(fullest)}, tagged)["report.docx"]
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "zh-CN"
        assert str(pdf.docinfo.Title) == fullest.title
        tags = Counter(str(item.S) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item)
    tables = [block for block in fullest.blocks if isinstance(block, Table)]
    assert (tags["/H1"], tags["/Table"]) == (6, len(tables))
    assert tags["/TH"] == sum(len(row) for table in tables for row in table.rows[: table.header_rows])


def test_headings_are_headings_of_their_level(fullest: Document) -> None:
    document = python_docx.Document(io.BytesIO(docx.render(fullest)))
    levels = {
        style: document.styles[style].element.pPr.find(qn("w:outlineLvl")) for style in ("Heading 1", "Heading 2")
    }
    assert {style: level.get(qn("w:val")) for style, level in levels.items()} == {"Heading 1": "0", "Heading 2": "1"}
    assert sum(paragraph.style.name == "Heading 1" for paragraph in document.paragraphs) == 6


def test_each_table_has_a_name_and_marked_headings(fullest: Document) -> None:
    tables = [block for block in fullest.blocks if isinstance(block, Table)]
    for block, table in zip(tables, part(fullest, "word/document.xml").iter(qn("w:tbl")), strict=True):
        properties = table.find(qn("w:tblPr"))
        assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == block.caption
        look = int(properties.find(qn("w:tblLook")).get(qn("w:val")), 16)
        assert (bool(look & FIRST_ROW), bool(look & FIRST_COLUMN)) == (True, block.label_columns > 0)
        marked = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.iter(qn("w:tr"))]
        assert marked == [True] * block.header_rows + [False] * (len(marked) - block.header_rows)
