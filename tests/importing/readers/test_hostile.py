"""Files made to break a reader: refused in words, or read, never a crash; work and memory stay bounded."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import WORD, docx, outcome, read, texts, zipped

from generator.importing.readers import UnreadableError
from generator.render import docx as docx_renderer
from generator.render import html, markdown

MANY = 60_000


def refused(name: str, data: str | bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(name, data)
    return caught.value.message


def with_entities(doctype: str, text: str) -> bytes:
    body = f"<w:document {WORD}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    return zipped({"word/document.xml": doctype + body})


def test_zip_bombs_are_not_unpacked() -> None:
    assert "太多" in refused("a.docx", zipped({"word/document.xml": " " * 40_000_000}))
    assert "太多" in refused("a.docx", zipped({f"word/{n}.xml": " " * 3_000_000 for n in range(70)}))
    assert "太多" in refused("a.docx", zipped({f"word/{n}.xml": "" for n in range(6000)}))


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "哈" * 10}">' for n in range(10))
    assert "损坏" in refused("a.docx", with_entities(f"<!DOCTYPE x [{laughs}]>", "&a9;"))
    outside = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    assert "损坏" in refused("a.docx", with_entities(outside, "&a;"))


@pytest.mark.parametrize("tag", ["div", "span", "font", "p", "b"])
def test_a_page_too_deep_to_be_read_whole_is_refused(tag: str) -> None:
    found = outcome("a.html", f"<{tag}>甲" * 3000)
    assert "太深" in found if isinstance(found, str) else "".join(found) == "甲" * 3000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", "<table><tr>" + "<td>1" * MANY),
        ("a.html", "<p>1" * MANY),
        ("a.html", "<b>" * 500_000),
        ("a.md", "|a|\n|-|\n" * MANY),
        ("a.md", "甲\n\n" * MANY),
        ("a.md", "[" * 3_000_000),
        ("a.md", ("+" + "-+" * 500 + "\n") * 500),
        ("a.txt", "甲\t乙\n" * MANY),
        ("a.txt", "甲\t" * MANY),
        ("a.txt", "|" * MANY),
        ("a.txt", "甲\n" * 300_000),
        ("a.docx", docx("<w:p><w:r><w:t>1</w:t></w:r></w:p>" * MANY)),
        (
            "a.docx",
            docx("<w:tbl><w:tr>" + "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>" * 30_000 + "</w:tr></w:tbl>"),
        ),
        ("a.docx", docx("<w:sdt>" * 300 + "</w:sdt>" * 300)),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 10 else "",
)
def test_too_much_is_refused(name: str, data: str | bytes) -> None:
    assert refused(name, data)


@pytest.mark.parametrize(
    "line", ["[a](", "![", "*a ", "_a", "`", "\\", "<a ", "&a", "{#", "> ", "- ", "-- ", "~", "第1页 ", "—", "# "]
)
def test_long_lines_of_marks_are_read_in_reasonable_time(line: str) -> None:
    """A pattern that goes back and forth would take hours for this."""
    for name in ("a.md", "a.txt"):
        data = "甲\n\n" + line * (400_000 // len(line)) + "乙"
        assert texts(read(name, data))[0] == "甲"


def samples() -> list[tuple[str, bytes]]:
    from test_round_trip import document_of

    document = document_of("一是*公开*。", "二")
    return [
        ("a.docx", docx_renderer.render(document)),
        ("a.html", html.render(document)),
        ("a.md", markdown.render(document)),
    ]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(samples()), st.lists(st.tuples(st.integers(0, 30_000), st.binary(max_size=6)), max_size=8))
def test_damaged_files_are_read_or_refused(sample: tuple[str, bytes], damages: list[tuple[int, bytes]]) -> None:
    name, content = sample
    data = bytearray(content)
    for at, piece in damages:
        place = at % len(data)
        data[place : place + 3] = piece
    assert outcome(name, bytes(data))


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.doc"]), st.one_of(st.binary(), st.text().map(str.encode))
)
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    assert outcome(name, data)
