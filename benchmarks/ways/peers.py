"""Two usual ways to a DOCX on the same slim styles: python-docx with tables built as XML by lxml, and docxtpl."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any
from xml.sax.saxutils import escape

import yaml
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docxtpl import DocxTemplate  # type: ignore[import-not-found]
from jinja2 import Environment, Template

from benchmarks.places import BATCH, OUTPUT, report
from benchmarks.prepared import BLOCKS, DOCX, TEMPLATE

Made = Callable[[], bytes]
Work = Callable[[], object]


def direct() -> Made:
    """python-docx: paragraphs by its own calls, each table one string of XML."""
    with open(BLOCKS, encoding="utf-8") as file:
        blocks = json.load(file)
    blank = _blank()

    def work() -> bytes:
        document = Document(io.BytesIO(blank))
        body = document.element.body
        for block in blocks:
            if "rows" in block:
                body.insert(len(body) - 1, parse_xml("".join(_table(block))))
            else:
                document.add_paragraph("".join(block["texts"]), style=block["style"])
        return _saved(document)

    return work


def template() -> Made:
    """docxtpl with the template's bytes and its compiled Jinja code kept between reports."""
    return _templating(DocxTemplate)


def mended_template() -> Made:
    """The same, with the template's mended XML kept too, which takes overriding a method of docxtpl's."""
    return _templating(_MendedOnce)


def direct_files() -> Work:
    """``direct`` from file to file."""
    return _files(direct())


def template_files() -> Work:
    """``template`` from file to file."""
    return _files(template())


def _files(made: Made) -> Work:
    """Read one YAML file after the other, make the DOCX (its words are ready: no peer works them out), write it."""
    numbers = cycle(range(BATCH))

    def work() -> None:
        number = next(numbers)
        with open(report(number), "rb") as file:
            yaml.load(file, Loader=yaml.CSafeLoader)
        data = made()
        with open(os.path.join(OUTPUT, f"peer-{number}.docx"), "wb") as file:
            file.write(data)

    return work


def _templating(kind: type[DocxTemplate]) -> Made:
    with open(BLOCKS, encoding="utf-8") as file:
        blocks = json.load(file)
    with open(TEMPLATE, "rb") as slots:
        data = slots.read()
    texts = [t for b in blocks for t in (_cell_texts(b) if "rows" in b else b["texts"])]
    environment = _Cached(autoescape=True)

    def work() -> bytes:
        document = kind(io.BytesIO(data))
        document.render({"t": texts}, environment)
        return _saved(document)

    return work


class _Cached(Environment):
    """Compiles each source once."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.compiled: dict[str, Template] = {}

    def from_string(self, source: Any, *arguments: Any, **options: Any) -> Template:
        """The template of a source, compiled the first time."""
        if source not in self.compiled:
            self.compiled[source] = super().from_string(source, *arguments, **options)
        return self.compiled[source]


class _MendedOnce(DocxTemplate):  # type: ignore[misc]
    """Mends the template's XML once, not for every report."""

    patched: dict[str, str] = {}  # noqa: RUF012

    def patch_xml(self, src_xml: str) -> str:
        """The mended XML, from the cache."""
        if src_xml not in self.patched:
            self.patched[src_xml] = super().patch_xml(src_xml)
        return self.patched[src_xml]


def _saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _blank() -> bytes:
    """The measured DOCX without its body: page, styles and footer stay."""
    document = Document(DOCX)
    body = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    return _saved(document)


def _table(block: dict[str, Any]) -> Iterator[str]:
    yield f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(block["widths"])}" w:type="dxa"/></w:tblPr><w:tblGrid>'
    yield from (f'<w:gridCol w:w="{width}"/>' for width in block["widths"])
    yield "</w:tblGrid>"
    for row in block["rows"]:
        yield "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        yield from (_cell(*cell) for cell in row)
        yield "</w:tr>"
    yield "</w:tbl>"


def _cell(text: str, width: int, columns: int, merge: str, style: str) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    reach = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{reach}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:tc>'
    )


def _cell_texts(block: dict[str, Any]) -> list[str]:
    return [cell[0] for row in block["rows"] for cell in row if cell[3] != "continue"]


def compare_words() -> None:
    """Fail unless every way gives the report's words (run once before measuring)."""
    expected = _words(DOCX)
    for made in (direct(), template(), mended_template()):
        assert _words(io.BytesIO(made())) == expected, "a peer's text differs"


def _words(source: Any) -> str:
    """All text of a DOCX without spaces."""
    return re.sub(
        r"\s", "", "".join(node.text or "" for node in Document(source).element.body.iter() if _is_text(node))
    )


def _is_text(node: Any) -> bool:
    return isinstance(node.tag, str) and node.tag.endswith("}t")
