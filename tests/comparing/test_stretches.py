"""Paragraphs and lines side by side: nothing of either text is lost, what is the same is found, work is bounded."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.comparing.differences import ChangedStretch, PrintedLine
from generator.comparing.pairing import pair_lines, side_by_side
from generator.comparing.sequences import runs
from generator.comparing.stretches import excerpts, stretches

TEXTS = st.text("收到申请件，。一二 a1239.%", max_size=40)
LINES = st.lists(
    st.builds(PrintedLine, st.sampled_from(["主动公开", "收到申请3件。", "收到申请13件。", "甲乙丙丁"]), st.booleans())
)


@given(TEXTS, TEXTS)
def test_the_pieces_put_together_are_both_texts(before: str, after: str) -> None:
    pieces = stretches(before, after)
    assert "".join(piece.before for piece in pieces) == before
    assert "".join(piece.after for piece in pieces) == after
    assert all(a.same != b.same for a, b in pairwise(pieces)), "same and different take turns"


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert all(piece.same for piece in stretches(text, text))


@given(LINES, LINES)
def test_every_line_is_there_once_on_its_side_in_order(before: list[PrintedLine], after: list[PrintedLine]) -> None:
    pairs = list(pair_lines(before, after))
    assert [pair.before for pair in pairs if pair.before] == before
    assert [pair.after for pair in pairs if pair.after] == after
    assert all(pair.before or pair.after for pair in pairs)


@given(LINES, LINES)
def test_in_two_columns_too(before: list[PrintedLine], after: list[PrintedLine]) -> None:
    rows = list(side_by_side(pair_lines(before, after)))
    assert [row.before for row in rows if row.before] == before
    assert [row.after for row in rows if row.after] == after
    assert len(rows) <= len(list(pair_lines(before, after)))


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("收到申请16件。", "收到申请18件。", [("收到申请", "收到申请"), ("16", "18"), ("件。", "件。")]),
        ("占1,200.5%。", "占1,300.5%。", [("占", "占"), ("1,200.5%", "1,300.5%"), ("。", "。")]),
        ("我办收到", "我办共收到", [("我办", "我办"), ("", "共"), ("收到", "收到")]),
        ("甲乙丙丁戊", "甲子丙丑戊", [("甲", "甲"), ("乙丙丁", "子丙丑"), ("戊", "戊")]),
    ],
)
def test_numbers_stay_whole_and_chance_likeness_is_passed_over(before, after, pieces) -> None:
    assert stretches(before, after) == tuple(ChangedStretch(*piece) for piece in pieces)


def test_each_change_is_quoted_with_its_clause() -> None:
    pieces = stretches("全年收到申请16件，予以公开9件，其余转下年。", "全年收到申请18件，予以公开9件，其余3件转下年。")
    assert list(excerpts(pieces)) == [
        ("全年收到申请16件，", "全年收到申请18件，"),
        ("其余转下年。", "其余3件转下年。"),
    ]


def test_two_changes_in_one_clause_are_one() -> None:
    pieces = stretches("收到申请16件中有自然人9件。", "收到申请18件中有自然人8件。")
    assert list(excerpts(pieces)) == [("收到申请16件中有自然人9件。", "收到申请18件中有自然人8件。")]


def test_a_line_that_was_changed_stands_beside_what_it_became() -> None:
    before = [PrintedLine("主动公开", True), PrintedLine("全年发布信息20条。"), PrintedLine("回应关切。")]
    after = [
        PrintedLine("主动公开", True),
        PrintedLine("首次开设专栏两个。"),
        PrintedLine("全年发布信息30条。"),
        PrintedLine("回应关切。"),
    ]
    pairs = list(pair_lines(before, after))
    assert [(p.before and p.before.text, p.after and p.after.text) for p in pairs] == [
        ("主动公开", "主动公开"),
        (None, "首次开设专栏两个。"),
        ("全年发布信息20条。", "全年发布信息30条。"),
        ("回应关切。", "回应关切。"),
    ]
    assert {pair.under for pair in pairs} == {"主动公开"}


def test_a_subheading_is_never_taken_for_a_paragraph() -> None:
    [gone, new] = pair_lines([PrintedLine("监督保障", True)], [PrintedLine("监督保障")])
    assert (gone.after, new.before) == (None, None)


def test_huge_texts_are_taken_as_replaced_beyond_what_they_share() -> None:
    before, after = "头" + "甲乙" * 20_000 + "尾", "头" + "丙丁" * 20_000 + "尾"
    assert [(run.same, run.before.stop - run.before.start) for run in runs(before, after)] == [
        (True, 1),
        (False, 40_000),
        (True, 1),
    ]


def test_lines_too_long_to_be_looked_at_are_taken_out_and_put_in() -> None:
    pairs = list(pair_lines([PrintedLine("甲乙" * 10_000 + "一")] * 3, [PrintedLine("甲乙" * 10_000 + "二")] * 3))
    assert [(pair.before is None, pair.after is None) for pair in pairs] == [(False, True)] * 3 + [(True, False)] * 3
