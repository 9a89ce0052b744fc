"""What a file is, and in what words it is refused."""

import pytest
from reading import read, texts, zipped

from generator.importing.readers import UnreadableError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def ole(stream: str) -> bytes:
    """An OLE file with a stream of this name, as its directory writes it."""
    return OLE + f"{stream}\0".encode("utf-16-le")


def refusal(name: str, data: bytes) -> tuple[str, str]:
    with pytest.raises(UnreadableError) as caught:
        read(name, data)
    return caught.value.message, caught.value.hint


@pytest.mark.parametrize(
    ("name", "data", "message", "hint"),
    [
        ("年报.doc", OLE, "旧式的 Office 文件", "另存为 .docx"),
        ("年报.doc", ole("WordDocument"), ".doc 或 .wps", "另存为 .docx"),
        ("年报.wps", ole("WordDocument"), ".doc 或 .wps", "另存为 .docx"),
        ("年报.docx", ole("Workbook"), ".xls 或 .et", "docx、html、pdf"),
        ("年报.docx", ole("EncryptedPackage"), "设有密码", "去掉密码"),
        ("年报.docx", b"{\\rtf1 x}", "RTF", "另存为 .docx"),
        ("年报.docx", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "XML", "另存为 .docx"),
        ("年报.docx", zipped({"xl/workbook.xml": "<x/>"}), "Excel", "docx、html、pdf"),
        ("年报.docx", zipped({"content.xml": "<x/>", "mimetype": "odt"}), "OpenDocument", "另存为 .docx"),
        ("年报.ofd", zipped({"OFD.xml": "<x/>"}), "OFD", "PDF"),
        ("年报.docx", zipped({"a.txt": "x"}), "压缩文件", "解压"),
        ("年报.rar", b"Rar!\x1a\x07\x00", "压缩文件", "解压"),
        ("年报.docx", b"PK\x03\x04" + bytes(50), "损坏", "重新"),
        ("年报.docx", zipped({"word/document.xml": "<w:document"}), "损坏", "重新"),
        ("年报.docx", zipped({"word/other.xml": "<x/>"}), "损坏", "重新"),
        ("年报.png", b"\x89PNG\r\n\x1a\n", "图片", "复制下来"),
        ("年报.txt", b"", "没有文字", "选错了文件"),
        ("年报.md", b"\xef\xbb\xbf \r\n", "没有文字", "选错了文件"),
        ("年报.html", b"<html><body><img src=a.png></body></html>", "没有文字", "图片"),
        ("年报.txt", bytes(range(256)) * 20, "读不出来", "网页"),
        ("年报.pdf", b"%PDF-1.4\nnothing", "损坏", "重新"),
        ("年报.txt", b"a" * 30_000_001, "太大", "选错了文件"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(name: str, data: bytes, message: str, hint: str) -> None:
    said, advice = refusal(name, data)
    assert message in said
    assert hint in advice


def test_a_page_is_read_as_one_whatever_it_is_called() -> None:
    page = "<html><body><p>一、总体情况</p></body></html>"
    for name in ("a.doc", "a.txt", "a", "a.html"):
        assert texts(read(name, page)) == ["一、总体情况"]


def test_a_page_saved_with_its_pictures_is_unpacked() -> None:
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
    part = b"Content-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: 8bit\n\n"
    data = head + part + "<p>总体情况</p>".encode("gbk") + b"\n--x--\n"
    assert texts(read("年报.mht", data)) == ["总体情况"]


def test_text_without_cells_is_loose() -> None:
    assert read("a.html", "<p>本年新收 1 0 0 0 0 0 1</p>").loose
    assert not read("a.html", "<table><tr><td>规章<td>0</table>").loose
