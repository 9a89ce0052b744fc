"""DOCX opened by python-docx, pandoc and mammoth: every paragraph and every figure is there, in order, in its cell."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx as python_docx
import mammoth
import pytest
import render_samples
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from printed import Grid, composed

from generator.document.blocks import Cell, Document, Heading, Note, Paragraph, Signature, Subheading, Table, Title
from generator.document.compose import compose
from generator.pipeline.opening import load, open_report
from generator.render import docx

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))
Said = list[str | Grid]


def by_python_docx(data: bytes) -> Said:
    said: Said = []
    for element in python_docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(element, python_docx.table.Table):
            said.append(_merged(element))
        else:
            said += element.text.split("\n") if element.style.name == "Title" else [element.text]
    return said


def _merged(table: Any) -> Grid:
    """Each cell where it begins, with the columns and rows that it spans."""
    places: dict[Any, list[tuple[int, int]]] = {}
    width = len(table.columns)
    for number, cell in enumerate(table._cells):
        places.setdefault(cell._tc, []).append(divmod(number, width))
    grid: Grid = [[] for _ in table.rows]
    for element, at in places.items():
        rows, columns = ({place[way] for place in at} for way in (0, 1))
        text = "".join(run.text for run in python_docx.table._Cell(element, table).paragraphs[0].runs)
        grid[at[0][0]].append((text, len(columns), len(rows)))
    return grid


def by_pandoc(data: bytes) -> Said:
    program = shutil.which("pandoc")
    if program is None:
        pytest.skip("没有安装 pandoc")
    ran = subprocess.run([program, "-f", "docx", "-t", "json"], input=data, capture_output=True, check=True, timeout=60)
    read = json.loads(ran.stdout)
    title = read["meta"].get("title", {"c": []})["c"]
    return [*_inlines(title).split("\n"), *_blocks(read["blocks"])]


def _blocks(blocks: list[Any]) -> Iterator[str | Grid]:
    for block in blocks:
        kind, content = block["t"], block.get("c")
        if kind == "Table":
            _, _, _, (_, head), bodies, (_, foot) = content
            rows = [*head, *(row for _, _, top, rest in bodies for row in (*top, *rest)), *foot]
            yield [[(_inlines(c[4][0]["c"] if c[4] else []), c[3], c[2]) for c in cells] for _, cells in rows]
        elif kind == "BlockQuote":  # what is indented on the left
            yield from _blocks(content)
        elif kind == "Header":
            yield _inlines(content[2])
        else:
            assert kind in {"Para", "Plain"}, block
            yield _inlines(content)


def _inlines(inlines: list[Any]) -> str:
    marks = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
    return "".join(inline["c"] if inline["t"] == "Str" else marks[inline["t"]] for inline in inlines)


def by_mammoth(data: bytes) -> Said:
    html = etree.fromstring(f"<html>{mammoth.convert_to_html(io.BytesIO(data)).value}</html>")
    said: Said = []
    for number, element in enumerate(html):
        if element.tag == "table":
            said.append(
                [
                    [("".join(c.itertext()), int(c.get("colspan", 1)), int(c.get("rowspan", 1))) for c in row]
                    for row in element.iter("tr")
                ]
            )
        else:
            for line in element.iter("br"):
                line.text = "\n"
            text = "".join(element.itertext())
            said += text.split("\n") if number == 0 else [text]
    return said


READERS = {"python-docx": by_python_docx, "pandoc": by_pandoc, "mammoth": by_mammoth}
BLANKS_MERGED = {"pandoc"}
"""Its documents have single blanks between words, whatever was typed."""

reader = pytest.mark.parametrize("name", READERS)


def check(name: str, document: Document) -> None:
    said, expected = READERS[name](docx.render(document)), composed(document)
    if name in BLANKS_MERGED:
        said, expected = _with_single_blanks(said), _with_single_blanks(expected)
    assert said == expected


def _with_single_blanks(said: Said) -> Said:
    def single(text: str) -> str:
        return re.sub("[ \t]+", " ", text).strip(" ")

    return [
        single(one) if isinstance(one, str) else [[(single(text), *spans) for text, *spans in row] for row in one]
        for one in said
    ]


@reader
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_all_there(name: str, path: Path) -> None:
    report = open_report(str(path), load(str(path))).report
    assert report
    check(name, compose(report))


@reader
@pytest.mark.parametrize("make", [render_samples.smallest, render_samples.fullest, render_samples.stress])
def test_a_report_is_all_there(name: str, make: Callable[[], Any]) -> None:
    check(name, compose(make()))
    check(name, compose(make(), draft=True))


HOSTILE = st.text("ab1. )-+*_`~#=|<>&;[](){}!\\\"'$:/@wW.　一（。\t^%—第页", min_size=1, max_size=25)
TEXT = st.one_of(HOSTILE, st.text(min_size=1, max_size=30)).map(
    lambda text: "".join(c if c.isprintable() or c in "\u3000\t" else " " for c in text).strip()
)
TEXTS = st.lists(TEXT.filter(bool), min_size=1, max_size=12)


@reader
@settings(max_examples=8)
@given(texts=TEXTS)
def test_whatever_is_typed_is_there_as_typed(name: str, texts: list[str]) -> None:
    rows = tuple((Cell(text, "label"), Cell(text, "figure")) for text in texts)
    body = [block for text in texts for block in (Heading(text), Subheading(text), Paragraph(text, "甲："), Note(text))]
    blocks = (Title((texts[0], "目")), *body, Table("表", 2, (500, 500), 1, rows), Signature(tuple(texts)))
    check(name, Document("题", "局", "2023", blocks))


@reader
def test_a_lost_row_and_a_lost_span_would_be_seen(name: str) -> None:
    document = compose(render_samples.fullest())
    shorter = [b._replace(rows=b.rows[:-1]) if isinstance(b, Table) else b for b in document.blocks]
    with pytest.raises(AssertionError):
        assert READERS[name](docx.render(document._replace(blocks=tuple(shorter)))) == composed(document)


def test_headings_are_headings_to_each_of_them() -> None:
    data = docx.render(compose(render_samples.fullest()))
    document = python_docx.Document(io.BytesIO(data))
    levels = [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")]
    html = mammoth.convert_to_html(io.BytesIO(data)).value
    assert levels.count("Heading 1") == html.count("<h1>") == 6
    assert levels.count("Heading 2") == html.count("<h2>")
    header_rows = [len(list(table._tbl.iter(qn("w:tblHeader")))) for table in document.tables]
    assert [len(re.findall("<tr>", head)) for head in re.findall("<thead>.*?</thead>", html)] == header_rows
