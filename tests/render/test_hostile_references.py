"""--reference with files that are no template: each is refused in a sentence that says what it is and what to do."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import agency_templates as templates
import docx as python_docx
import pytest
from docx.shared import Mm
from hypothesis import given
from hypothesis import strategies as st
from render_samples import document_of, smallest

from generator.document.blocks import Document
from generator.document.compose import compose
from generator.render import docx
from generator.render.refusals import UnusableReferenceError

TYPES = "[Content_Types].xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refused(reference: bytes) -> str:
    """Why a file is refused, and what to do."""
    with pytest.raises(UnusableReferenceError) as error:
        docx.render(document_of("正文"), reference)
    assert str(error.value)
    assert error.value.hint.endswith("。")
    return f"{error.value}。{error.value.hint}"


def changed(change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A usable template with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(templates.own())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"not a zip", b"%PDF-1.7", "机关: 某局".encode(), Path(__file__).read_bytes()])
def test_no_zip_at_all(data: bytes) -> None:
    assert refused(data).startswith("不是 .docx 文档。请用 Word 或 WPS 打开它，另存为 .docx")


def test_another_zip() -> None:
    assert refused(packed({"a.txt": b"a"})).startswith("不是 .docx 文档")
    assert refused(packed({TYPES: b'<Types xmlns="a"/>', "content.xml": b"<a/>"})).startswith("不是 .docx 文档")


def test_a_broken_zip() -> None:
    whole = templates.own()
    assert "已经损坏" in refused(b"PK\x03\x04 broken")
    assert "已经损坏" in refused(whole[: len(whole) // 2])


def test_an_old_doc_and_a_document_with_a_password() -> None:
    assert refused(OLE).startswith("是旧的 .doc 文件")
    assert refused(OLE + "EncryptedPackage".encode("utf-16-le")).startswith("文档设了打开密码。请打开它，取消密码")


def test_a_zip_with_a_password(tmp_path: Path) -> None:
    program = shutil.which("zip")
    if not program:
        pytest.skip("没有安装 zip")
    (tmp_path / "a").write_text("a")
    subprocess.run([program, "-q", "-P", "secret", "a.zip", "a"], cwd=tmp_path, check=True, timeout=60)
    assert refused((tmp_path / "a.zip").read_bytes()).startswith("文档设了打开密码")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (b"vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "是 Word 的模板格式（.dotx）"),
        (b"vnd.ms-word.document.macroEnabled.main+xml", "是带宏的 Word 文档（.docm）"),
        (b"vnd.ms-word.template.macroEnabledTemplate.main+xml", "是带宏的 Word 模板（.dotm）"),
        (b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "不是 .docx 文档"),
    ],
)
def test_other_kinds_of_office_files(kind: bytes, said: str) -> None:
    document = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

    def change(parts: dict[str, bytes]) -> None:
        parts[TYPES] = parts[TYPES].replace(document, kind)

    assert refused(changed(change)).startswith(f"{said}。请用 Word 或 WPS 打开它，另存为 .docx")


def test_the_strict_variant_is_told() -> None:
    ours, strict = (
        b"http://schemas.openxmlformats.org/officeDocument/2006",
        b"http://purl.oclc.org/ooxml/officeDocument",
    )
    template = changed(lambda p: p.update({"_rels/.rels": p["_rels/.rels"].replace(ours, strict)}))
    assert refused(template).startswith("是“Strict Open XML”格式。请用 Word 打开它，另存为“Word 文档（*.docx）”")


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("word/document.xml", "缺少组成部分"),
        ("word/styles.xml", "缺少组成部分"),
        ("_rels/.rels", "不是 .docx 文档"),
        ("word/_rels/document.xml.rels", "缺少样式"),
    ],
)
def test_a_part_is_missing(missing: str, said: str) -> None:
    assert said in refused(changed(lambda parts: parts.pop(missing) and None))


@pytest.mark.parametrize("broken", ["word/document.xml", "word/styles.xml", "_rels/.rels", TYPES])
@pytest.mark.parametrize("content", [b"", b"<a>", b"<a/>", b"\x00\xff", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_a_part_is_not_what_it_should_be(broken: str, content: bytes) -> None:
    assert refused(changed(lambda parts: parts.update({broken: content})))


def test_no_page_is_set_up() -> None:
    def change(parts: dict[str, bytes]) -> None:
        text = parts["word/document.xml"]
        start, end = text.index(b"<w:sectPr"), text.index(b"</w:sectPr>") + len(b"</w:sectPr>")
        parts["word/document.xml"] = text[:start] + text[end:]

    assert refused(changed(change)).startswith("没有页面设置。请用 Word 打开它，设置纸张和页边距")


def test_bombs_are_refused_before_they_go_off() -> None:
    assert "解开后的内容太多" in refused(changed(lambda p: p.update({"word/styles.xml": b"<a>" + b" " * 20_000_000})))
    assert "解开后的内容太多" in refused(changed(lambda p: p.update({"word/styles.xml": b"<a/>" * 500_000})))
    assert "解开后的内容太多" in refused(changed(lambda p: p.update({"word/media/a.png": bytes(101_000_000)})))
    assert "解开后的内容太多" in refused(changed(lambda p: p.update({f"a{n}.xml": b"" for n in range(2100)})))


def test_a_file_too_large_to_be_read() -> None:
    assert refused(b"PK\x03\x04" + bytes(30_000_000)).startswith("文件太大")


@given(st.data())
def test_whatever_bytes_are_changed_it_serves_or_is_refused(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(PARTS)))
    content = bytearray(PARTS[name])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnusableReferenceError):
        docx.render(document_of("正文"), packed({**PARTS, name: bytes(content)}))


with zipfile.ZipFile(io.BytesIO(templates.own())) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist() if not name.endswith((".jpeg", ".bin"))}


@pytest.mark.parametrize("margin", [28, 40, 200])
def test_a_page_without_room_for_the_tables(margin: int) -> None:
    document = python_docx.Document(io.BytesIO(templates.own()))
    page = document.sections[0]
    page.page_width, page.gutter = Mm(100), Mm(0)
    page.left_margin = page.right_margin = Mm(margin)
    room = max(0, 100 - 2 * margin)
    said = refused(templates.saved(document))
    assert f"版心只有{room}毫米宽" in said or f"版心只有{room - 1}毫米宽" in said
    page.left_margin = page.right_margin = Mm(15)
    assert docx.render(document_of("正文"), templates.saved(document))


def test_a_page_in_fractions_of_twips_has_its_width() -> None:
    """As some programs write it that save DOCX files."""

    def in_fractions(parts: dict[str, bytes]) -> None:
        body = parts["word/document.xml"]
        parts["word/document.xml"] = re.sub(rb'(<w:pg(?:Sz|Mar)\b[^>]*w:(?:w|left)="\d+)"', rb'\1.0000000000002"', body)
        assert parts["word/document.xml"] != body

    def table_width(template: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(docx.render(table_document, template))) as archive:
            found = re.search(rb"<w:tblW [^>]*>", archive.read("word/document.xml"))
        assert found
        return found[0]

    table_document = compose(smallest())
    assert table_width(changed(in_fractions)) == table_width(templates.own())


def test_a_draft_is_no_template(draft: Document) -> None:
    """Its header would come onto every report."""
    said = refused(docx.render(draft))
    assert "草稿，不得公布" in said
    assert "--draft" in said


def test_a_draft_whose_header_was_emptied_serves_for_drafts_too(draft: Document) -> None:
    """Its parts still have the names that ours would get."""
    emptied = python_docx.Document(io.BytesIO(docx.render(draft)))
    for paragraph in emptied.sections[0].header.paragraphs:
        paragraph.clear()
    report = docx.render(draft, templates.saved(emptied))
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        names = archive.namelist()
        ids = re.findall(r'\bId="([^"]*)"', archive.read("word/_rels/document.xml.rels").decode())
        overrides = re.findall(r'PartName="([^"]*)"', archive.read(TYPES).decode())
    assert len(names) == len(set(names))
    assert len(ids) == len(set(ids))
    assert len(overrides) == len(set(overrides))
    header = python_docx.Document(io.BytesIO(report)).sections[0].header
    assert [paragraph.text for paragraph in header.paragraphs] == ["草稿，不得公布"]
