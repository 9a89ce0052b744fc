"""The worst files that could be thought of or were found, one maker each: far larger or odder than any report."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_GOOD = (ROOT / "examples" / "温县人民政府办公室-2023.yaml").read_text(encoding="utf-8")
_PAGE = (
    "<h1>示例县甲局2023年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>平稳。</p>"
    "<h2>三、收到和处理政府信息公开申请情况</h2>"
)
_TEXT = re.sub("<h2>|<p>", "\n", re.sub("</?h1>|</h2>|</p>", "", _PAGE)) + "\n"
_MILLION = 1_000_000
Maker = Callable[[], bytes]


def with_text(unit: str, size: int = 1_500_000, line: int = 6000) -> bytes:
    """A report whose 引言 repeats a piece of text in long lines."""
    one = unit * max(1, line // len(unit))
    preface = "\n".join(["  " + one] * (size // len(one.encode())))
    head, part, tail = re.sub(r"(?m)^引言:.*\n", "", _GOOD).partition("总体情况:")
    return f"{head}引言: |\n{preface}\n{part}{tail}".encode()


def with_cells(number: int) -> bytes:
    """A row with so many unknown cells, a line each."""
    cells = ",\n".join(f"    键{n}: 1" for n in range(number))
    return _GOOD.replace("本年新收: {", f"本年新收: {{{cells},\n    ", 1).encode()


def docx(body: str) -> bytes:
    """A Word file with that body, and a picture so that its ratio of sizes is nothing to remark on."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/media/picture.png", os.urandom(_MILLION))
    return out.getvalue()


def page(table: str) -> bytes:
    """A page with the beginning of a report and whatever follows."""
    return (_PAGE + table).encode()


def archive(charset: str, content: bytes) -> bytes:
    """A page saved with its pictures, in an encoding of that name."""
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
    return f"{head}Content-Type: text/html; charset={charset}\n\n".encode() + content


def text(rest: str) -> bytes:
    """The beginning of a report as text, and whatever follows."""
    return (_TEXT + rest).encode()


YAML: dict[str, Maker] = {
    "a line of 3 million characters": lambda: b"a: " + "好".encode() * 3 * _MILLION,
    "100,000 unknown cells": lambda: with_cells(100_000),
    "100,000 unknown keys": lambda: "".join(f"键{n}: 1\n" for n in range(100_000)).encode(),
    "8,000 numbered subheadings": lambda: _GOOD.replace(
        "总体情况:\n", "总体情况:\n" + "".join(f"  （一）小标题{n}: 文字。\n" for n in range(8_000)), 1
    ).encode(),
    "50,000 silences": lambda: _GOOD.encode() + "# nianbao: 忽略 NB305\n".encode() * 50_000,
    "400,000 duplicate keys": lambda: _GOOD.encode() + "机关: 甲\n".encode() * 400_000,
    "3 million anchors": lambda: b"a:\n" + b" &a" * 5000 + b"\n &a" * (3 * _MILLION),
    "expressions": lambda: with_text("{{ 本年新收 }}"),
    "expressions of an unknown name": lambda: with_text("{{ 本年新 }}"),
    "long products": lambda: with_text("{{ " + "*".join(["99999999999999999999"] * 22) + " }}"),
    "long quotients": lambda: with_text("{{ 占比(本年新收, " + "7/" * 200 + "9, 6) }}"),
    "single braces": lambda: with_text("{本年新收}"),
    "unpaired brackets": lambda: with_text("《“（"),
    "half-width marks": lambda: with_text("甲,乙;丙:"),
    "citations": lambda: with_text("国办发〔2021〕30号 "),
    "announced lists": lambda: with_text("包括六部分：一是甲、乙、丙；"),
    "identity numbers": lambda: with_text("11010519491231002X "),
    "placeholders": lambda: with_text("XX××某某____"),
    "sums": lambda: with_text("收到申请16件，其中网上4件、信函13件；"),
    "numerals": lambda: with_text("十二万三千四百五十六件"),
    "one sentence over and over": lambda: with_text("这是一句重复的话，看看有没有问题。"),
    "agencies": lambda: with_text("沁阳市人民政府办公室"),
}

PUBLISHED: dict[str, tuple[str, Maker]] = {
    "a tag of 300,000 attributes": (
        "html",
        lambda: page("<p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">"),
    ),
    "the same behind a quote in a comment": (
        "html",
        lambda: page('<!-- <p a=" --><p ' + " ".join(f"a{n}" for n in range(300_000)) + ' ">'),
    ),
    "1,000 tags of 1,990 attributes": (
        "html",
        lambda: page(("<p " + " ".join(f"a{n}=" for n in range(1990)) + ">") * 1000),
    ),
    "19,000 rows, each 1,000 columns and rows large": (
        "html",
        lambda: page("<table>" + "<tr><td colspan=1000 rowspan=1000>1" * 19_000 + "</table>"),
    ),
    "19,000 such cells in a row": (
        "html",
        lambda: page("<table><tr>" + "<td colspan=1000 rowspan=1000>1" * 19_000 + "</table>"),
    ),
    "a cell a billion columns wide": ("html", lambda: page("<table><tr><td colspan=1000000000>1<td>2</table>")),
    "390,000 rows": ("html", lambda: page("<table>" + "<tr>" * 390_000 + "<td>1<td>2</table>")),
    "100,000 deep": ("html", lambda: b"<div>" * 100_000 + page("")),
    "27 MB of text": ("html", lambda: page("<p>" + "甲" * 9 * _MILLION)),
    "2 million lines": ("html", lambda: page("<pre>" + "甲\n" * 2 * _MILLION)),
    "30,000 rules of style": (
        "html",
        lambda: ("<style>" + "".join(f".c{n}{{display:none}}" for n in range(30_000)) + "</style>").encode() + page(""),
    ),
    "punycode": ("mht", lambda: archive("punycode", b"<p>" + b"a" * _MILLION + b"-" + b"b9" * _MILLION)),
    "idna": ("html", lambda: b"<meta charset=idna>\xe9" + page("")),
    "an encoding that always fails": ("html", lambda: b"<meta charset=undefined>\xe9" + page("")),
    "100,000 parts within parts": (
        "mht",
        lambda: archive("", b"") + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 100_000,
    ),
    "spans without end": (
        "docx",
        lambda: docx(
            "<w:tbl>"
            + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr>' * 19_000
            + "</w:tbl>"
        ),
    ),
    "tables in tables": ("docx", lambda: docx(("<w:tbl><w:tr><w:tc>" * 80 + "</w:tc></w:tr></w:tbl>" * 80) * 700)),
    "200,000 name spaces": (
        "docx",
        lambda: docx("<w:p " + " ".join(f'xmlns:a{n}="u:{n}"' for n in range(200_000)) + "/>"),
    ),
    "390,000 breaks": ("docx", lambda: docx("<w:p><w:r><w:t>甲</w:t>" + "<w:br/>" * 390_000 + "</w:r></w:p>")),
    "one label over and over": ("txt", lambda: text("本年新收1" * 60_000)),
    "2 million commas": ("txt", lambda: text("，" * 1_900_000)),
    "3,000 reports in one": ("txt", lambda: "\f".join([_TEXT + "1"] * 3000).encode()),
    "a table of 900 rows": ("md", lambda: text(("| " + "甲 | " * 19 + "\n") * 900)),
}
