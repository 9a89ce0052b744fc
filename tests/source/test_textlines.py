import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fixes import carry_out
from generator.source.nodes import Scalar, TextLine
from generator.source.reader import read
from generator.source.text import SourceText, decode
from generator.source.textlines import cut_off, cut_off_finding, text_lines


def scalar_of(text: str) -> tuple[Scalar, SourceText]:
    source = decode(text.encode())
    tree = read(source)
    assert tree.root is not None, tree.findings
    scalar = tree.root.entries[0].value
    assert isinstance(scalar, Scalar)
    return scalar, source


def lines_of(text: str) -> list[str]:
    return [line.text for line in text_lines(*scalar_of(text))]


def places(line: TextLine) -> list[tuple[int, int, int]]:
    return [(piece.start, piece.span.line, piece.span.column) for piece in line.pieces]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: 一行", ["一行"]),
        ("a: 一行\n  二行\n\n  三行 # 注\nb: 1", ["一行", "二行", "三行"]),
        ("a:\n  一行\n  二行\n", ["一行", "二行"]),
        ("a: |\n  一行\n\n\n  二行\n\n", ["一行", "二行"]),
        ("a: |2-\n    一行\n  二行\n", ["一行", "二行"]),
        ("a: |+\n  一行\n\n", ["一行"]),
        ("a: >\n  一行\n  二行\n\n    三行\n", ["一行", "二行", "三行"]),
        ("a: |\n  　　一行　\xa0\n  \t二行 \n", ["一行", "二行"]),
        ("a: |\n  # 不是注释\n  * <b> & _x_ | 1.\n", ["# 不是注释", "* <b> & _x_ | 1."]),
        ("a: '一''行'", ["一'行"]),
        ("a: '一行\n  二行\n\n  三行'", ["一行", "二行", "三行"]),
        ('a: "一\\n二\\t\\u4e09\\\\"', ["一", "二\t三\\"]),
        ('a: "一行\\\n  二行"', ["一行", "二行"]),
        ("a: ''", []),
        ("a:", []),
        ("a: '  '", []),
        ("a: |\n", []),
    ],
)
def test_a_source_line_is_a_paragraph(text: str, lines: list[str]):
    assert lines_of(text) == lines


def test_columns_of_trimmed_lines():
    _, second = text_lines(*scalar_of("a: |\n  x\n  　　文字  \n"))
    assert second.pieces[0].span == (3, 5, 3, 7)


def test_quoted_text_is_cut_into_pieces_at_escapes():
    (line,) = text_lines(*scalar_of('a: "ab\\tcd\\x41"'))
    assert line.text == "ab\tcdA"
    assert places(line) == [(0, 1, 5), (2, 1, 7), (3, 1, 9), (5, 1, 11)]
    (line,) = text_lines(*scalar_of("a: 'x''y'"))
    assert places(line) == [(0, 1, 5), (1, 1, 6), (2, 1, 8)]


@given(st.lists(st.text(alphabet="字a'\" \\\t　#:", min_size=1, max_size=6), min_size=1, max_size=4))
def test_any_text_under_a_bar_comes_back_line_by_line(lines: list[str]):
    text = "a: |2\n" + "".join(f"  {line}\n" for line in lines)
    assert lines_of(text) == [line.strip() for line in lines if line.strip()]


@given(st.text(alphabet="字a'\" \\é#:{", max_size=12))
def test_quoted_characters_know_their_columns(text: str):
    source = 'a: "' + text.replace("\\", "\\\\").replace('"', '\\"') + '"\n'
    for line in text_lines(*scalar_of(source)):
        assert line.text == text.strip()
        ends = [*(piece.start for piece in line.pieces[1:]), len(line.text)]
        for piece, end in zip(line.pieces, ends, strict=True):
            typed = source[piece.span.column - 1 : piece.span.end_column - 1]
            assert typed in (line.text[piece.start : end], f"\\{line.text[piece.start : end]}")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a: 文字 # 其余\n", (1, 7, 1, 11)),
        ("a: 一\n  二  # 三 \nb: 1\n", (2, 6, 2, 9)),
        ("a: 文字#其余\n", None),
        ("a: '文字' # 注\n", None),
        ("a: |  # 注\n  文字 # 其余\n", None),
        ("a: # 注\n", None),
    ],
)
def test_where_a_comment_cuts_text_off(text: str, span: tuple[int, ...] | None):
    assert cut_off(*scalar_of(text)) == span


def test_cut_off_text_is_put_into_quotes_by_the_fix():
    text = "a: 它's 一\n  二 # it's 三\nb: 1\n"
    finding = cut_off_finding(*scalar_of(text), ("a",))
    assert finding is not None
    assert (finding.code, finding.path, finding.span) == ("NB009", ("a",), (2, 5, 2, 13))
    assert finding.fix is not None
    mended, _ = carry_out(text, [finding.fix])
    assert lines_of(mended) == ["它's 一", "二 # it's 三"]


def test_no_fix_where_a_bracket_may_close_behind_the_sign():
    text = "a: 一 # 二}\n"
    finding = cut_off_finding(*scalar_of(text))
    assert finding is not None
    assert finding.fix is None
