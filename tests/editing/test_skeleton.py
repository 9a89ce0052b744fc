"""The bones of a text and where a cursor stands among them, half typed or not."""

import pytest
from pages import cursor

from generator.editing.answers import Position
from generator.editing.page import Page
from generator.editing.place import Where, place_at
from generator.editing.skeleton import below, skeleton


def paths(text: str) -> list[tuple[str, ...]]:
    return [branch.path for branch in below(skeleton(text.split("\n"), {"机关"}))]


def test_keys_by_indentation_and_in_braces() -> None:
    text = "年度: 2023\n政府信息公开申请:\n  本年新收: {自然人: 1, 其他: 2}\n  办理结果:\n    予以公开: 0\n"
    table = ("政府信息公开申请",)
    row = (*table, "本年新收")
    assert paths(text) == [
        ("年度",),
        table,
        row,
        (*row, "自然人"),
        (*row, "其他"),
        (*table, "办理结果"),
        (*table, "办理结果", "予以公开"),
    ]


def test_text_under_a_bar_holds_no_keys() -> None:
    assert paths("总体情况:\n  概述: |\n    网址: 见网站\n    说明: 略\n  主动公开: x") == [
        ("总体情况",),
        ("总体情况", "概述"),
        ("总体情况", "主动公开"),
    ]


def test_a_brace_that_is_never_closed_ends_before_the_next_key() -> None:
    text = "甲:\n  乙: {自然人: 1, 其他\n  丙: 0\n丁: 1"
    assert paths(text) == [("甲",), ("甲", "乙"), ("甲", "乙", "自然人"), ("甲", "丙"), ("丁",)]


def test_braces_over_several_lines_with_notes_between() -> None:
    text = "甲: {乙: {自然人: 1}, # 说明: 其一\n     丙: '1, 2',\n  丁: 0}\n戊: 0"
    assert paths(text) == [("甲",), ("甲", "乙"), ("甲", "乙", "自然人"), ("甲", "丙"), ("甲", "丁"), ("戊",)]


def test_a_full_width_colon_counts_behind_a_known_key_only() -> None:
    assert paths("机关：某局\n说明：某局") == [("机关",)]


def test_how_far_an_entry_reaches() -> None:
    [one, other] = skeleton(["甲:", "  乙: |", "    字", "", "  # 注", "丙: 0"]).children
    assert (one.last_line, other.last_line) == (3, 6)


@pytest.mark.parametrize(
    ("text", "where", "path", "word"),
    [
        ("¦", Where.KEY, (), ""),
        ("机¦", Where.KEY, (), "机"),
        ("机关: 某¦局", Where.VALUE, ("机关",), "某"),
        ("机关:¦", Where.VALUE, ("机关",), ""),
        ("甲:\n  ¦\n乙: 0", Where.KEY, ("甲",), ""),
        ("甲:\n  丙: 0\n¦\n乙: 0", Where.KEY, (), ""),
        ("甲:\n  丙: |\n    字¦", Where.TEXT, ("甲", "丙"), "字"),
        ("甲:\n  丙: |\n    字\n  ¦", Where.KEY, ("甲",), ""),
        ("甲:\n  丙: |\n    字\n    ¦", Where.TEXT, ("甲", "丙"), ""),
        ("甲: {¦}", Where.KEY, ("甲",), ""),
        ("甲: {乙: 1, 丙¦}", Where.KEY, ("甲",), "丙"),
        ("甲: {乙: ¦}", Where.VALUE, ("甲", "乙"), ""),
        ("甲: {乙: {丙: 1}, ¦", Where.KEY, ("甲",), ""),
        ("甲: {乙: {丙: ¦\n丁: 1", Where.VALUE, ("甲", "乙", "丙"), ""),
        ("甲: {乙: 1}¦", Where.NOWHERE, ("甲",), ""),
        ("甲: 1 # 说¦明", Where.NOWHERE, ("甲",), ""),
        ("# 说¦明", Where.NOWHERE, (), ""),
        ("甲: 一段话\n  还有¦", Where.TEXT, ("甲",), "还有"),
    ],
)
def test_what_is_typed_at_the_cursor(text: str, where: Where, path: tuple[str, ...], word: str) -> None:
    place = place_at(*cursor(text))
    assert (place.where, place.path, place.word) == (where, path, word)


def test_a_cursor_beyond_the_end_of_a_line_or_of_the_text_stands_at_the_end() -> None:
    page = Page("例.yaml", "机关: 某局\n甲: {")
    assert place_at(page, Position(1, 99)).word == "某局"
    assert place_at(page, Position(2, 99)).where is Where.KEY
    assert place_at(page, Position(99, 1)).path == ()
