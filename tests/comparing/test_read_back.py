"""--verify: what was built verifies, whatever it says; whatever else stands in the file is found."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import product
from pathlib import Path

import pytest
from complete import complete
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import reports

from generator.comparing.grids import Mismatch
from generator.comparing.read_back import MismatchError, verify
from generator.document.blocks import Document, Note, Paragraph, Subheading, Table
from generator.document.compose import compose
from generator.document.pagination import keep_whole
from generator.files.errors import UserError
from generator.pipeline.building import BuildOptions, _render
from generator.pipeline.checking import check_file
from generator.report.model import Report

FORMATS = ("docx", "md", "html")
ODD = (
    "\u00a0\u200b\u00ad\u2060\u202e\u200f\ue000\U0010ffff\ufffd\u3000\t \x1c\x85\u2028\ufeff\x7f\u0301"
    "|<>&#*_`\\-+=:.[]!~$\"'1a一（）。"
)
HOSTILE = st.one_of(st.text(ODD, max_size=12), st.text(max_size=12))
IN_FONTS = st.characters(max_codepoint=0x24F, exclude_categories=["C"]) | st.characters(
    min_codepoint=0x4E00, max_codepoint=0x9FFF
)
"""Latin letters, marks and Han characters: what the fonts of nearly every machine have."""
RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]"
)
MARKUP = re.compile(r"<head>.*</head>|<caption.*?</caption>|<[^>]*>", re.DOTALL)
TEXT_OF_DOCX = re.compile("<w:t(?: [^>]*)?>([^<]+)</w:t>")
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "温县人民政府办公室-2023.yaml"


def made(text: str, *, draft: bool = False) -> tuple[Report, Document]:
    report = read(text)
    assert report is not None, text
    return report, compose(report, draft=draft)


def read(text: str) -> Report | None:
    return check_file("例.yaml", data=text.encode("utf-8", "surrogatepass")).report


def rendered(document: Document, fmt: str, *, fragment: bool = False, reference: str | None = None) -> bytes:
    return _render(document, fmt, BuildOptions(fragment=fragment, reference=reference))


def unlike(report: Report, document: Document, fmt: str, data: bytes) -> tuple[Mismatch, ...]:
    try:
        verify(report, document, fmt, f"报告.{fmt}", data)
    except MismatchError as outcome:
        return outcome.unlike
    return ()


@given(text=reports(), draft=st.booleans(), fragment=st.booleans())
def test_whatever_is_built_verifies(text: str, draft: bool, fragment: bool) -> None:
    report, document = made(text, draft=draft)
    for fmt in FORMATS:
        assert not unlike(report, document, fmt, rendered(document, fmt, fragment=fragment))


def hostile(texts: list[str]) -> str:
    one, two, three = texts
    return complete(
        f"标题: |\n  甲{one}\n  2023年政府信息公开工作年度报告\n引言: |\n  甲{two}\n  {three}乙\n  {one}\n"
        f"存在的主要问题及改进情况:\n  问题{one}题: |\n    {two}\n"
        f"  改进:\n    标题: 改进{three}改\n    排法: 同段\n    正文: |\n      {one}\n"
        f"其他需要报告的事项: |\n  {two}\n"
    )


@given(texts=st.lists(HOSTILE, min_size=3, max_size=3), draft=st.booleans(), fragment=st.booleans())
def test_hostile_text_verifies_too(texts: list[str], draft: bool, fragment: bool) -> None:
    report = read(hostile(texts))
    assume(report is not None)  # with many control characters it is no text at all
    assert report is not None
    document = compose(report, draft=draft)
    for fmt in FORMATS:
        assert not unlike(report, document, fmt, rendered(document, fmt, fragment=fragment))


def is_divided(document: Document) -> bool:
    return any(isinstance(block, Table) and block.divided_at for block in keep_whole(document.blocks, dividing=True))


def test_a_table_divided_over_two_pages_verifies() -> None:
    """A text of so many lines before and behind the tables that table 3 is divided."""
    for before, behind in product(range(0, 22, 2), range(0, 22, 3)):
        above, below = ("".join(f"    第{n}件工作已经做完。\n" for n in range(count + 1)) for count in (before, behind))
        report, document = made(complete(f"总体情况:\n  概述: |\n{above}其他需要报告的事项: |\n{below}"))
        if is_divided(document):
            break
    assert is_divided(document)
    for fmt in FORMATS:
        assert not unlike(report, document, fmt, rendered(document, fmt))
    assert not unlike(report, document, "pdf", pdf(document))


def pdf(document: Document) -> bytes:
    pytest.importorskip("typst", reason="没有安装 typst")
    pytest.importorskip("pypdfium2", reason="没有安装 pypdfium2")
    try:
        return rendered(document, "pdf")
    except UserError:  # no font has one of the characters
        assume(False)
        raise


@settings(max_examples=25)
@given(text=reports(), draft=st.booleans())
def test_every_pdf_verifies(text: str, draft: bool) -> None:
    report, document = made(text, draft=draft)
    assert not unlike(report, document, "pdf", pdf(document))


@settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(texts=st.lists(st.text(IN_FONTS, max_size=12) | HOSTILE, min_size=3, max_size=3), draft=st.booleans())
def test_hostile_text_verifies_in_a_pdf_too(texts: list[str], draft: bool) -> None:
    report = read(hostile(texts))
    assume(report is not None and not any(map(RIGHT_TO_LEFT.search, texts)))  # the page shows it in another order
    assert report is not None
    document = compose(report, draft=draft)
    assert not unlike(report, document, "pdf", pdf(document))


# Every place of text in a file: first and one past the last character.


def places(fmt: str, content: str) -> list[tuple[int, int]]:
    if fmt == "docx":
        return [match.span(1) for match in TEXT_OF_DOCX.finditer(content)]
    if fmt == "md":
        return [match.span() for match in re.finditer(r"[^\W_]+", content) if match[0] != "br"]
    ends = [match.span() for match in MARKUP.finditer(content)]
    gaps = zip([end for _, end in ends], [start for start, _ in ends[1:]], strict=False)
    return [(start, end) for start, end in gaps if content[start:end].strip()]


def opened(fmt: str, data: bytes) -> str:
    if fmt != "docx":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def closed(fmt: str, data: bytes, content: str) -> bytes:
    if fmt != "docx":
        return content.encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == "word/document.xml" else old.read(name))
    return buffer.getvalue()


@pytest.mark.parametrize("fmt", FORMATS)
@given(text=reports(), draft=st.booleans(), place=st.integers(0, 10_000), char=st.sampled_from("0719甲"))
def test_a_single_changed_character_is_found(fmt: str, text: str, draft: bool, place: int, char: str) -> None:
    report, document = made(text, draft=draft)
    data = rendered(document, fmt)
    content = opened(fmt, data)
    start, end = (found := places(fmt, content))[place % len(found)]
    middle = start + place % (end - start)
    changed = content[:middle] + char + content[middle + 1 :]
    assume(content[middle] not in {char, *"\n\r ;&"} and "&" not in content[start:end])
    line = content[content.rfind("\n", 0, middle) + 1 : content.find("\n", middle)]
    assume(not (fmt != "docx" and "草稿" in content[start:end] + content[middle - 4 : middle + 4]))
    assume(not (fmt == "md" and line.startswith("> **草稿**")))  # the notice of a draft is no part of the report
    assert unlike(report, document, fmt, closed(fmt, data, changed))


DROPPED = {"docx": r"<w:p>.*?</w:p>|<w:tr>.*?</w:tr>", "html": r"<(p|h1|h2|h3|tr|td|th)\b.*?</\1>", "md": r"(?m)^.+\n"}


@pytest.mark.parametrize("fmt", FORMATS)
@given(text=reports(), place=st.integers(0, 10_000), double=st.booleans())
def test_whatever_is_missing_or_there_twice_is_found(fmt: str, text: str, place: int, double: bool) -> None:
    report, document = made(text)
    data = rendered(document, fmt)
    content = opened(fmt, data)
    pieces = [match for match in re.finditer(DROPPED[fmt], content, re.DOTALL) if re.search(r"\w", match[0])]
    chosen = pieces[place % len(pieces)]
    changed = content[: chosen.start()] + chosen[0] * 2 * double + content[chosen.end() :]
    assert unlike(report, document, fmt, closed(fmt, data, changed))


@settings(max_examples=20)
@given(text=reports(), length=st.integers(0, 100_000))
def test_a_file_that_was_cut_off_is_found(text: str, length: int) -> None:
    report, document = made(text)
    for fmt in FORMATS:
        data = rendered(document, fmt).rstrip()
        tail = len(b"</body></html>\n") if fmt == "html" else 0
        assert unlike(report, document, fmt, data[: length % (len(data) - tail)])


@settings(max_examples=25)
@given(text=reports(), place=st.integers(0, 10_000), kind=st.sampled_from(("figure", "text", "gone", "twice")))
def test_a_pdf_of_another_report_is_found(text: str, place: int, kind: str) -> None:
    report, document = made(text)
    blocks = list(document.blocks)
    tables = [at for at, block in enumerate(blocks) if isinstance(block, Table)]
    texts = [at for at, block in enumerate(blocks) if isinstance(block, Subheading | Paragraph | Note)]
    at = texts[place % len(texts)]
    if kind == "figure":
        at = tables[place % len(tables)]
        blocks[at] = with_other_figure(blocks[at], place)
    elif kind == "text":
        blocks[at] = blocks[at]._replace(text=blocks[at].text + "另")
    else:
        blocks[at : at + 1] = [] if kind == "gone" else [blocks[at]] * 2
    assert unlike(report, document, "pdf", pdf(document._replace(blocks=tuple(blocks))))


def with_other_figure(table: Table, place: int) -> Table:
    places = [(r, c) for r, row in enumerate(table.rows) for c, cell in enumerate(row) if cell.role == "figure"]
    row, column = places[place % len(places)]
    cell = table.rows[row][column]
    cells = [*table.rows[row]]
    cells[column] = cell._replace(text=f"1{cell.text}" if place % 2 else f"{cell.text}0")
    return table._replace(rows=(*table.rows[:row], tuple(cells), *table.rows[row + 1 :]))


def places_named(fmt: str, old: str, new: str) -> list[tuple[str, str, str]]:
    report, document = made(EXAMPLE.read_text("utf-8"))
    data = rendered(document, fmt)
    content = opened(fmt, data)
    assert old in content
    found = unlike(report, document, fmt, closed(fmt, data, content.replace(old, new, 1)))
    return [tuple(each[1:]) for each in found]  # type: ignore[misc]


def test_each_place_is_named_as_on_the_page() -> None:
    assert places_named("html", ">16</td>", ">61</td>") == [("表三“本年新收”自然人", "16", "61")]
    assert places_named("html", "一、总体情况", "一、总体") == [("“一、总体情况”", "一、总体情况", "一、总体")]
    assert places_named("docx", "<w:t>总计</w:t>", "<w:t>共计</w:t>")[0][1:] == ("总计", "共计")
    assert places_named("md", "# 温县", "# 县")[0][0] == "标题"


def test_an_agency_s_own_template_verifies(tmp_path: Path) -> None:
    report, document = made(EXAMPLE.read_text("utf-8"))
    template = tmp_path / "模板.docx"
    template.write_bytes(rendered(document, "docx"))
    data = rendered(document, "docx", reference=str(template))
    assert not unlike(report, document, "docx", data)
    content = opened("docx", data).replace("本年新收", "本年收到", 1)
    assert unlike(report, document, "docx", closed("docx", data, content))
