"""Blocks in a form that tests can state in a line, and Word files made by hand."""

from __future__ import annotations

import io
import zipfile

from generator.importing.blocks import Block, Paragraph, Published
from generator.importing.readers import UnreadableError, read_published

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read(name: str, text: str | bytes) -> Published:
    return read_published(name, text.encode() if isinstance(text, str) else text)


def outcome(name: str, data: str | bytes) -> list[str] | str:
    """The texts of a file, or why it is not read and what to do."""
    try:
        return [str(one) for one in shapes(read(name, data))]
    except UnreadableError as problem:
        return problem.message and problem.hint and f"{problem.message}{problem.hint}"


def shape(block: Block) -> str | list[list[str]]:
    """A paragraph's text, a table's rows of texts."""
    if isinstance(block, Paragraph):
        return block.text
    return [[cell.text for cell in row] for row in block.rows]


def shapes(published: Published) -> list[str | list[list[str]]]:
    return [shape(block) for block in published.blocks]


def texts(published: Published) -> list[str]:
    return [block.text for block in published.blocks if isinstance(block, Paragraph)]


def spans(block: Block) -> list[list[tuple[str, int, int]]]:
    assert not isinstance(block, Paragraph)
    return [[(cell.text, cell.columns, cell.rows) for cell in row] for row in block.rows]


def found(published: Published) -> list[str | list[list[tuple[str, int, int]]]]:
    return [block.text if isinstance(block, Paragraph) else spans(block) for block in published.blocks]


def docx(body: str, **parts: str) -> bytes:
    """A Word file with that body; ``styles`` and ``numbering`` are the insides of those parts."""
    relations = "".join(f'<Relationship Id="r{name}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>' for name in parts)
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="r" Type="{RELATIONS}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}.xml": f"<w:{name} {WORD}>{inside}</w:{name}>" for name, inside in parts.items()},
    }
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()
