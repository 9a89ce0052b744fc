"""PDF: made by LibreOffice and by Chromium from our own output, and by hand."""

import builtins
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from printed import composed
from programs import Office
from reading import found, read, shapes, texts
from test_round_trip import EXAMPLES

from generator.document import blocks
from generator.document.compose import compose
from generator.importing.blocks import Published
from generator.importing.readers import UnreadableError
from generator.importing.readers.pdf import read as read_here
from generator.pipeline.opening import load, open_report
from generator.render import docx, html

pytest.importorskip("pypdfium2")

Printer = Callable[[bytes, str], bytes]


def text_at(x: float, y: float, text: str) -> str:
    return f"BT /F1 12 Tf {x} {y} Td ({text}) Tj ET\n"


def pdf(*pages: str, trailer: str = "") -> bytes:
    """A PDF whose pages have these contents, Helvetica as F1."""
    kids = " ".join(f"{n} 0 R" for n in range(4, 4 + 2 * len(pages), 2))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/MediaBox[0 0 595 842]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, content in enumerate(pages):
        objects.append(f"<</Type/Page/Parent 2 0 R/Contents {5 + 2 * number} 0 R/Resources<</Font<</F1 3 0 R>>>>>>")
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    body = "%PDF-1.4\n" + "".join(f"{n} 0 obj\n{text}\nendobj\n" for n, text in enumerate(objects, 1))
    return f"{body}trailer<</Root 1 0 R/Size {len(objects) + 1}{trailer}>>\n%%EOF".encode("latin-1")


LONG = text_at(90, 700, "The first line of a text that is long enough to be read")


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read("a.pdf", data)
    return caught.value.message + caught.value.hint


def test_a_page_without_text_is_a_scan() -> None:
    assert "扫描件" in refusal(pdf("0 0 100 100 re f"))
    assert "扫描件" in refusal(pdf("0 0 100 100 re f", text_at(90, 50, "- 2 -")))


def test_damaged_and_locked_files_are_named() -> None:
    assert "损坏" in refusal(b"%PDF-1.7\n%%EOF")
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'00' * 32}>>>/ID[<00><00>]"
    assert "密码" in refusal(pdf(LONG, trailer=lock))


def test_too_many_pages() -> None:
    assert "201 页" in refusal(pdf(*[LONG] * 201))


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    ordinary = builtins.__import__

    def missing(name: str, *rest: object) -> object:
        if name.startswith("pypdfium2"):
            raise ImportError(name)
        return ordinary(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UnreadableError) as caught:
        read_here(pdf(LONG))
    assert '[pdf]"' in caught.value.hint


def test_lines_become_paragraphs_by_their_places() -> None:
    first, third = (
        "A first line that is set in a little and runs up to the end",
        "A third one that is set in and does so too",
    )
    content = text_at(114, 700, first) + text_at(90, 680, "goes on here.") + text_at(114, 660, "Second.")
    more = text_at(114, 700, f"{third}, up to the end") + text_at(90, 680, "too.")
    assert texts(read("a.pdf", pdf(content, more))) == [
        f"{first} goes on here.",
        "Second.",
        f"{third}, up to the end too.",
    ]


def test_rows_without_rules_keep_their_columns() -> None:
    row = text_at(90, 640, "Row") + text_at(250, 640, "21") + text_at(350, 640, "0") + text_at(450, 640, "21")
    found_texts = texts(read("a.pdf", pdf(LONG + row)))
    assert re.fullmatch(r"Row {3,}21 {3,}0 {3,}21", found_texts[-1])


def test_page_numbers_and_headers_are_dropped() -> None:
    bodies = [f"Page {word} has a line of text of its own" for word in ("one", "two", "three", "four")]
    edges = [text_at(90, 800, "Header 2024") + text_at(280, 30, str(n)) for n in range(1, 5)]
    pages = [text_at(90, 700, body) + edge for body, edge in zip(bodies, edges, strict=True)]
    assert " ".join(texts(read("a.pdf", pdf(*pages)))) == " ".join(bodies)


def test_rules_draw_cells() -> None:
    rules = "90 600 300 60 re S 90 630 m 390 630 l S 190 600 m 190 660 l S 290 600 m 290 630 l S\n"
    cells = text_at(100, 640, "Label") + text_at(200, 640, "Wide") + text_at(200, 610, "1") + text_at(300, 610, "2")
    given = read("a.pdf", pdf(LONG + rules + cells))
    assert found(given)[1] == [[("Label", 1, 1), ("Wide", 2, 1)], [("", 1, 1), ("1", 1, 1), ("2", 1, 1)]]


def test_surfaces_and_white_rules_draw_none() -> None:
    surface = (
        "0.9 g 0 0 595 842 re f 0 g 90 600 200 30 re f 1 G 90 600 m 390 600 l 90 630 m 390 630 l 90 600 m 90 630 l S"
    )
    assert all(isinstance(one, str) for one in shapes(read("a.pdf", pdf(surface + "\n" + LONG))))


@pytest.fixture(scope="module")
def printed(office: Office) -> Printer:
    def convert(data: bytes, suffix: str) -> bytes:
        return office.convert({f"a.{suffix}": data}, "pdf")[f"a.{suffix}"].read_bytes()

    return convert


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Printer:
    program = shutil.which("chromium")
    if not program:
        pytest.skip("没有安装 Chromium")

    def convert(data: bytes, suffix: str) -> bytes:
        folder: Path = tmp_path_factory.mktemp("print")
        (folder / f"a.{suffix}").write_bytes(data)
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
        page = (folder / f"a.{suffix}").as_uri()
        subprocess.run(
            [*command, f"--print-to-pdf={folder / 'a.pdf'}", page], check=True, capture_output=True, timeout=180
        )
        return (folder / "a.pdf").read_bytes()

    return convert


def example() -> blocks.Document:
    path = str(next(path for path in EXAMPLES if path.stem.startswith("三门峡")))
    opened = open_report(path, load(path))
    assert opened.report is not None
    return compose(opened.report)


def squeezed(shapes_found: list[object]) -> list[object]:
    """Without blanks and line breaks, which a line's end in a cell makes; cells that a page's end cut have no text."""

    def bare(text: str) -> str:
        return re.sub(r"\s", "", text)

    return [
        bare(one) if isinstance(one, str) else [bare(text) for row in one for text, *_ in row if text]  # type: ignore[attr-defined]
        for one in shapes_found
    ]


def check(given: Published, document: blocks.Document) -> None:
    assert squeezed(list(found(given))) == squeezed(list(composed(document)))


def test_a_report_printed_by_libreoffice(printed: Printer) -> None:
    document = example()
    check(read("a.pdf", printed(docx.render(document), "docx")), document)


def test_a_report_printed_by_chromium(chromium: Printer) -> None:
    document = example()
    check(read("a.pdf", chromium(html.render(document), "html")), document)


def test_nothing_of_the_reading_process_outlives_the_program() -> None:
    program = (
        "from generator.importing.readers import pdf_apart\n"
        f"pdf_apart.read({pdf(LONG)!r})\n"
        "print(pdf_apart._readers[0]._process.pid)"
    )
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", program]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert ran.stderr == ""
    if os.name == "posix":
        with pytest.raises(ProcessLookupError):
            os.kill(int(ran.stdout), 0)
