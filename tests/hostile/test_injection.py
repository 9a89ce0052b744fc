"""Text never becomes markup, script or a formula: whatever a report says, pages have the elements they would have."""

import csv
import io
import json
import re
from html import escape
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from conftest import Cli
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as pages

from generator.importing.importing import import_published
from generator.pipeline.building import BuildOptions, render_file
from generator.pipeline.comparing import as_html, compare_files
from generator.pipeline.exporting import EXPORTS
from generator.pipeline.opening import open_report

ROOT = Path(__file__).resolve().parents[2]
PAYLOADS = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "[甲](javascript:alert(1))",
    "![甲](x)",
    "<javascript:alert(1)>",
    "<iframe src=//evil.example></iframe>",
    "<!--<script>-->",
    "<![CDATA[<b>]]>",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "<style>*{display:none}</style>",
    "--><b>",
    "```<b>",
    "`<b>`",
    "$x$<math><mi//xlink:href='javascript:alert(1)'>",
    "<table><tr><td>",
    "|<b>|",
    "https://evil.example/<b>",
    "\\<b>",
    "{{ 7*7 }}",
    "{% include '/etc/passwd' %}",
    "＜script＞",
    "<<b>>",
    "<b/onclick=alert(1)//",
    "</body></html><b>",
    "[x]: javascript:alert(1)",
    "x@evil.example",
    "www.evil.example",
]
PIECES = st.one_of(
    st.sampled_from(PAYLOADS),
    st.text("<>\"'&/=`[]()!{}#*_~|\\:;-a甲 script on", min_size=1, max_size=30),
)


def report(text: str, agency: str = "示例县甲局") -> bytes:
    """A report that says it in every place where text may stand."""
    said = json.dumps(f"甲{text}乙。", ensure_ascii=False)
    named = json.dumps(f"{agency}{text}", ensure_ascii=False)
    key = json.dumps(f"小标题{text}", ensure_ascii=False)
    good = (ROOT / "examples" / "新华区矿工路街道办事处-2023.yaml").read_text(encoding="utf-8")
    good = re.sub(r"(?m)^(机关|标题|引言|落款|上年报告|曾用名|排版):.*\n(?: .*\n)*", "", good)
    front = f"机关: {named}\n引言: {said}\n标题: {named}\n落款: {{机关: {named}, 日期: 2024-01-20}}\n"
    good = good.replace("总体情况:\n", f"总体情况:\n  {key}: {said}\n", 1)
    return (front + re.sub(r"(?m)^(政府信息公开申请:\n)", rf"\1  注: {_literal(said)}\n", good)).encode()


def _literal(text: str) -> str:
    return text.replace("\\", r"\\")


def built(data: bytes, form: str, fragment: bool = False) -> str:
    checked, content = render_file("例.yaml", BuildOptions(formats=(form,), draft=True, fragment=fragment), data)
    assert checked.report is not None, checked.findings
    assert content is not None
    return content.decode("utf-8", "surrogatepass")


def structure(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements in order, each with the names of its attributes; comments count too."""
    root = pages.document_fromstring(f"<html><body>{page}" if "<html" not in page else page)
    return [(str(one.tag) if isinstance(one.tag, str) else "comment", tuple(sorted(one.attrib))) for one in root.iter()]


def said_in(page: str) -> str:
    return re.sub(r"\s", "", pages.document_fromstring(page).text_content())


PLAIN = report("丙丁")
_LINES = {("br", ()), ("span", ("class",)), ("span", ("style",))}
"""A long title is broken into lines."""
TWIN = {
    ("html", False): _LINES | set(structure(built(PLAIN, "html"))),
    ("html", True): _LINES | set(structure(built(PLAIN, "html", fragment=True))),
}
_UNSAFE = Options.CMARK_OPT_UNSAFE


def rendered(markdown: str) -> str:
    return str(cmarkgfm.github_flavored_markdown_to_html(markdown, options=_UNSAFE))


@pytest.mark.parametrize("fragment", [False, True])
@settings(max_examples=60)
@given(PIECES)
def test_the_page_has_no_element_of_the_text(fragment: bool, text: str) -> None:
    data = report(text)
    if _has_expression(data):
        return
    page = built(data, "html", fragment)
    assert set(structure(page)) <= TWIN["html", fragment]
    assert "".join(text.split()) in said_in(page)


@settings(max_examples=60)
@given(PIECES)
def test_markdown_has_none_even_where_markup_is_let_through(text: str) -> None:
    data = report(text)
    if _has_expression(data):
        return
    page = re.sub(r'<a href="mailto:[^"]*">', "<em>", rendered(built(data, "md")))  # an address is one all the same
    assert set(structure(page)) <= {("br", ()), ("em", ()), *structure(rendered(built(PLAIN, "md")))}


def _has_expression(data: bytes) -> bool:
    return any(f.code == "NB106" for f in open_report("例.yaml", data).findings)


@pytest.mark.parametrize("text", PAYLOADS)
def test_what_a_page_says_is_imported_as_text(text: str) -> None:
    page = built(PLAIN, "html").replace("丙丁", escape(text))
    imported = import_published("a.html", page.encode())
    again = open_report("例.yaml", imported.text.encode())
    assert again.report is not None
    assert "NB900" not in {f.code for f in again.findings}
    if not _has_expression(imported.text.encode()):
        made = built(imported.text.encode(), "html")
        assert {tag for tag, _ in structure(made)} <= {tag for tag, _ in TWIN["html", False]} | {"mark"}  # a ？


@pytest.mark.parametrize("text", PAYLOADS)
def test_active_parts_of_a_page_are_not_imported(text: str) -> None:
    page = built(PLAIN, "html").replace("甲丙丁乙。", f"甲{text}乙。")
    made = built(import_published("a.html", page.encode()).text.encode(), "html")
    assert {tag for tag, _ in structure(made)} <= {tag for tag, _ in TWIN["html", False]}


@pytest.mark.parametrize("text", PAYLOADS)
def test_the_comparison_of_two_reports_has_none(tmp_path: Path, text: str) -> None:
    for name, said in {"一.yaml": "戊己", "二.yaml": "丙丁", "三.yaml": text}.items():
        (tmp_path / name).write_bytes(report(said))
    plain, made = (
        as_html(compare_files(str(tmp_path / "一.yaml"), str(tmp_path / other))).decode()
        for other in ("二.yaml", "三.yaml")
    )
    line_more = {"span"}  # （没有）, beside a name that takes a line more than the other
    assert {tag for tag, _ in structure(made)} <= {tag for tag, _ in structure(plain)} | line_more
    names = {name for _, names in structure(made) for name in names}
    assert names <= {name for _, names in structure(plain) for name in names}


@pytest.mark.parametrize("sign", [*"=+-@\t\r\n|＝＋－＠", " =", "\n="])
def test_no_cell_of_a_csv_file_is_a_formula(sign: str) -> None:
    named = json.dumps(f"{sign}HYPERLINK(1)", ensure_ascii=False)
    found = open_report("例.yaml", PLAIN.replace(PLAIN.split(b"\n", 1)[0], f"机关: {named}".encode(), 1))
    assert found.report is not None
    text = EXPORTS["csv"](found.report).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            assert not re.search(r"(?m)^\s*[=+\-@|＝＋－＠]", cell), cell
            assert "\n" not in cell
            assert "\t" not in cell


@pytest.mark.parametrize("sign", [*"=+-@", "＝"])
def test_no_cell_of_a_workbook_is_a_formula_of_the_text(sign: str) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    found = open_report("例.yaml", report("", agency=f"{sign}HYPERLINK(1)"))
    assert found.report is not None
    book = openpyxl.load_workbook(io.BytesIO(EXPORTS["xlsx"](found.report)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "f", "inlineStr"}
    assert not [cell.value for cell in cells if cell.data_type == "f" and "HYPERLINK" in str(cell.value)]


def test_no_cell_of_the_list_of_findings_is_one(cli: Cli, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    (tmp_path / "=1+1.yaml").write_bytes(report("@SUM(1),,。。{{ =HYPERLINK(1) }}", agency="=HYPERLINK(1)"))
    outcome = cli("check", "=1+1.yaml", "--format", "xlsx", "-o", "问题.xlsx", cwd=tmp_path)
    assert outcome.returncode == 1, outcome.stderr
    book = openpyxl.load_workbook(tmp_path / "问题.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any("=1+1" in str(cell.value) for cell in cells)
    assert not [cell.value for cell in cells if cell.data_type == "f" and re.search("HYPER|SUM|1\\+1", str(cell.value))]
