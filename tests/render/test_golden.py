"""Every output of the smallest and the fullest report, as it was looked at and found right.

UPDATE_GOLDEN=1 writes the files anew; look at the difference before committing it.
"""

import io
import zipfile

import pytest
from golden_files import GOLDEN

from generator.document.blocks import Document
from generator.render import docx, html, markdown


def body(document: Document) -> bytes:
    """document.xml, with line breaks between blocks and rows so that a difference can be read."""
    with zipfile.ZipFile(io.BytesIO(docx.render(document))) as archive:
        xml = archive.read("word/document.xml")
    for tag in (b"<w:p>", b"<w:tbl>", b"<w:tr>", b"<w:tc>", b"<w:sectPr"):
        xml = xml.replace(tag, b"\n" + tag)
    return xml + b"\n"


OUTPUTS = {
    "report.md": markdown.render,
    "report.html": html.render,
    "fragment.html": lambda document: html.render(document, fragment=True),
    "document.xml": body,
}
SIZES = ("smallest", "fullest", "draft")


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("size", SIZES)
def test_output_is_as_agreed(size: str, output: str, request: pytest.FixtureRequest, golden) -> None:  # type: ignore[no-untyped-def]
    golden(f"{size}.{output}", OUTPUTS[output](request.getfixturevalue(size)))


def test_no_golden_file_is_left_over() -> None:
    expected = {f"{size}.{output}" for size in SIZES for output in OUTPUTS}
    assert {path.name for path in GOLDEN.iterdir() if path.name.partition(".")[0] in SIZES} == expected
