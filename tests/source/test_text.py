import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.reader import read
from generator.source.text import MAX_BYTES, SourceText, decode, split_lines

TEXT = "机关: 某某局\n年度: 2023\n"


def codes(source: SourceText) -> list[str]:
    return [finding.code for finding in source.findings]


def test_utf8_with_and_without_bom_is_read_without_a_word():
    plain, marked = decode(TEXT.encode()), decode(TEXT.encode("utf-8-sig"))
    assert (plain.text, plain.bom, plain.findings) == (TEXT, False, ())
    assert (marked.text, marked.bom, marked.findings) == (TEXT, True, ())


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_read_with_a_warning(encoding: str):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    source = decode(mark + TEXT.encode(encoding))
    assert source.text == TEXT
    assert codes(source) == ["NB001"]
    assert source.findings[0].span[:2] == (1, 1)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04rest", "Word"),
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1", "旧式"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (b"\x00\x01\x02\xfe\xff" * 50, "二进制"),
        (b"\x00" * 100, "控制字符"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"\x81\x30\x81", "读不出来"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, words: str):
    source = decode(data)
    assert codes(source) == ["NB002"]
    assert source.text == ""
    assert words in source.findings[0].message


def test_a_broken_byte_in_good_utf8_is_shown_at_its_place():
    data = "机关: 某某局\n年度: 二〇二三年".encode()
    source = decode(data[:-1])
    assert codes(source) == ["NB002"]
    assert source.findings[0].span[:2] == (2, 9)


def test_too_large():
    source = decode(b"a" * (MAX_BYTES + 1))
    assert codes(source) == ["NB007"]
    assert source.text == ""


@pytest.mark.parametrize("text", ["", "\n\n", "  \n　\n", "# 注释\n\n  # 又一行\n", "\ufeff"])
def test_empty_or_only_comments(text: str):
    source = decode(text.encode())
    assert "NB006" in codes(source)
    assert read(source).root is None


@pytest.mark.parametrize("char", [*"\x00\x01\x1b\x7f\x80\x9f\ufeff\ufffe\uffff"])
def test_control_characters_are_found_at_their_place_and_deleted_by_the_fix(char: str):
    source = decode(f"年度: 2023\n机关: 某{char}局\r\n".encode())
    finding = source.findings[0]
    assert (finding.code, finding.span[:2]) == ("NB008", (2, 6))
    assert finding.fix is not None
    assert [(e.span, e.text) for e in finding.fix.edits] == [((2, 6, 2, 7), "")]
    assert source.lines == ("年度: 2023", f"机关: 某{char}局")


@pytest.mark.parametrize("char", [*"\x0b\x0c\x85\u2028\u2029"])
def test_a_line_break_of_another_program_becomes_one_of_the_file_by_the_fix(char: str):
    """Deleting it would glue what stands on both sides."""
    source = decode(f"年度: 2023\n机关: 某{char}局\r\n".encode())
    finding = source.findings[0]
    assert (finding.code, finding.span[:2]) == ("NB008", (2, 6))
    assert finding.fix is not None
    assert [(e.span, e.text) for e in finding.fix.edits] == [((2, 6, 2, 7), "\r\n  ")]
    assert source.lines == ("年度: 2023", f"机关: 某{char}局")


def test_one_finding_for_each_line_with_control_characters():
    assert [f.span.line for f in decode(b"a: \x01\x02\nb: 1\nc: \x03").findings] == [1, 3]


def test_reading_goes_on_without_the_control_characters():
    source = decode("年度: 20\x0023\n机关: 某\u2028局\n".encode())
    root = read(source).root
    assert root is not None
    assert [entry.value.text for entry in root] == ["2023", "某 局"], (
        "what another program's line break parts stays parted"
    )


def test_a_lone_surrogate_is_shown_as_a_replacement():
    source = decode("机关: \ud800\n".encode("utf-8", "surrogatepass"))
    assert codes(source) == ["NB008"]
    assert source.text == "机关: \ufffd\n"


def test_tabs_are_no_control_characters():
    assert decode(b"a:\t1\n").findings == ()


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\r\nb\rc\nd", "\n\n", "a\r\n\r\n"])
def test_lines_end_with_lf_crlf_or_cr(text: str):
    assert list(split_lines(text)) == (text.splitlines() or [""])


@given(st.lists(st.sampled_from(["a: 1", "b:", "  c: 字", ""]), max_size=8), st.sampled_from(["\n", "\r\n", "\r"]))
def test_line_numbers_agree_with_the_parser(lines: list[str], end: str):
    keys = [f"k{n}: {n}" for n, _ in enumerate(lines)]
    text = end.join(part for pair in zip(keys, [""] * len(lines), strict=True) for part in pair)
    root = read(decode(text.encode())).root
    for entry in root or ():
        assert split_lines(text)[entry.key.span.line - 1].startswith(entry.key.text)
