"""What a finding looks like: its place, its line, the caret under the right character."""

import pytest

from generator.cli.cells import printable
from generator.cli.colours import plain
from generator.cli.finding_text import finding_text
from generator.findings import WHOLE_FILE, Related, Span, error, info, warning
from generator.han.width import columns

GUTTER = 8


def shown(line, column, end, cells=80, **more):
    found = error("NB103", "写法不对", Span(1, column, 1, end), file="a.yaml", **more)
    return finding_text(found, [line], plain, cells).split("\n")


def test_first_line_names_place_severity_code_and_message():
    assert shown("x: 1", 4, 5)[0] == "a.yaml:1:4 错误 NB103 写法不对"
    for make, word in ((warning, "警告"), (info, "提醒")):
        assert f" {word} NB103 " in finding_text(make("NB103", "m", Span.at(1, 1), file="a"), ["x"], plain, 80)


def test_the_hint_and_related_places_follow():
    other = Related(Span.at(30, 5), "表三“本年新收”")
    lines = shown("x: 1", 4, 5, hint="写成：x: 2", related=(other,))
    assert lines[3:] == ["      提示：写成：x: 2", "      另见：a.yaml:30:5 表三“本年新收”"]


def test_many_related_places_are_counted_not_listed():
    others = tuple(Related(Span.at(line, 5), "这里又出现一次") for line in range(10, 310))
    lines = shown("x: 1", 4, 5, related=others)[3:]
    assert lines == [f"      另见：a.yaml:{line}:5 这里又出现一次" for line in range(10, 20)] + [
        "      另见：还有 290 处，没有列出"
    ]
    assert len(shown("x: 1", 4, 5, related=others[:10])[3:]) == 10


@pytest.mark.parametrize(
    ("line", "column", "end", "cells_before", "carets"),
    [
        ("x: 18件", 4, 7, 3, 4),
        ("  自然人：12", 6, 7, 8, 2),
        ("\t本年新收: 1", 2, 6, 4, 8),
        ("e\u0301中x", 4, 5, 3, 1),
        ("x: 1", 5, 5, 4, 1),
        ("x: 1", 90, 95, 4, 1),
    ],
)
def test_the_caret_stands_under_the_character(line, column, end, cells_before, carets):
    excerpt, caret = shown(line, column, end)[1:3]
    assert excerpt == f"    1 | {printable(line)}"
    assert caret == "      | " + " " * cells_before + "^" * carets


@pytest.mark.parametrize("column", [1, 2, 30, 150, 299, 300])
@pytest.mark.parametrize("letters", ["甲乙丙丁戊己庚辛壬癸", "abcdefghij", "甲a乙b丙c丁d戊e"])
def test_a_long_line_is_cut_around_the_place(letters, column):
    line = letters * 30
    excerpt, caret = shown(line, column, column + 1)[1:3]
    assert columns(excerpt) <= 80
    at = columns(caret) - caret.count("^") - GUTTER
    before = ""
    for character in excerpt[GUTTER:]:
        if columns(before) == at:
            break
        before += character
    assert character == line[column - 1]
    assert excerpt.endswith("…") == (column < len(line) - 5)


def test_a_finding_on_the_whole_file_shows_no_line():
    found = error("NB006", "文件是空的", WHOLE_FILE, file="a.yaml")
    assert finding_text(found, ["x"], plain, 80) == "a.yaml:1:1 错误 NB006 文件是空的"


def test_a_place_beyond_the_source_shows_no_line():
    found = error("NB003", "没有写完", Span.at(9, 1), file="a.yaml")
    assert finding_text(found, ["x"], plain, 80) == "a.yaml:9:1 错误 NB003 没有写完"


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first():
    found = error("NB103", "m", Span(1, 4, 3, 2), file="a")
    assert finding_text(found, ["x: [", " 1", "]"], plain, 80).split("\n")[2] == "      |    ^"


def test_the_file_cannot_steer_the_terminal():
    found = error("NB008", "控制字符\x1b[2J", Span.at(1, 2), file="a\x1b[2J.yaml")
    assert "\x1b" not in finding_text(found, ["x\x1b[2J"], plain, 80)
