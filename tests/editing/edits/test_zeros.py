"""Zeros where nothing is filled in."""

from __future__ import annotations

import pytest
from editing.edits.edit_places import EXAMPLES, state

from generator.editing.edits.applying import with_value
from generator.editing.edits.typed import RefusedError, typed
from generator.editing.edits.zeros import fill_zeros
from generator.form.model import Path
from generator.pipeline.opening import open_usable

TABLE = "政府信息公开申请"


def none_doubted(_text: str) -> frozenset[tuple[Path, ...]]:
    """No sentence contradicts anything."""
    return frozenset()


def test_a_cell_a_row_and_a_group() -> None:
    new = state("new")
    started = with_value(new, (TABLE, "本年新收", "自然人"), "16")
    row = fill_zeros(started, (TABLE, "本年新收"), None, none_doubted)
    assert row.state.draft.figures.rows[(TABLE, "本年新收")] == (16, 0, 0, 0, 0, 0, 16)
    assert row.left == ()
    cell = fill_zeros(started, (TABLE, "本年新收", "其他"), None, none_doubted)
    assert cell.state.draft.figures.rows[(TABLE, "本年新收")] == (16, None, None, None, None, 0, None)
    group = fill_zeros(new, (TABLE, "办理结果", "不予公开"), None, none_doubted)
    assert len(group.places) == 8
    assert group.state.draft.figures.rows[(TABLE, "办理结果", "不予公开")] == (0,) * 7
    assert [comment.text for comment in group.state.tree.comments.values()] == [
        comment.text for comment in new.tree.comments.values()
    ]


def test_a_table_leaves_what_balances_and_years_hang_on() -> None:
    filled = fill_zeros(state("new"), (TABLE,), None, none_doubted)
    assert filled.left == ((TABLE, "本年新收"), (TABLE, "上年结转"), (TABLE, "结转下年度"))
    documents = fill_zeros(state("new"), ("主动公开政府信息",), None, none_doubted)
    assert [path[1:] for path in documents.left] == [("规章", "现行有效"), ("行政规范性文件", "现行有效")]


def test_a_table_leaves_what_was_not_0_last_year() -> None:
    last = open_usable(str(next(EXAMPLES.glob("温县*.yaml")))).report
    filled = fill_zeros(state("new"), (TABLE,), last, none_doubted)
    assert (TABLE, "办理结果", "部分公开", "自然人") in filled.left
    assert (TABLE, "办理结果", "部分公开", "商业企业") in filled.places
    assert filled.state.draft.figures.rows[(TABLE, "办理结果", "部分公开")][:2] == (None, 0)


def test_a_table_leaves_what_the_text_has_a_number_for() -> None:
    place = (TABLE, "办理结果", "部分公开")

    def doubted(text: str) -> frozenset[tuple[Path, ...]]:
        return frozenset({(place,)}) if "部分公开: 0" in text else frozenset()

    filled = fill_zeros(state("new"), (TABLE,), None, doubted)
    assert place in filled.left
    assert "部分公开: 0" not in filled.state.text


def test_what_is_filled_in_stays() -> None:
    text = "机关: 甲\n政府信息公开申请: {本年新收: 46, 上年结转: , 办理结果: {予以公开: {自然人: 无, 其他: }}}\n"
    filled = fill_zeros(typed(text), (TABLE, "办理结果"), None, none_doubted)
    assert "予以公开: {自然人: 无, 其他: 0}" in filled.state.text
    assert "本年新收: 46, 上年结转: ," in filled.state.text


@pytest.mark.parametrize("text", ["机关: 甲\n年度: 2023\n", f"机关: 甲\n{TABLE}:\n", f"{TABLE}:\n  本年新收: 3\n"])
@pytest.mark.parametrize("path", [(TABLE,), (TABLE, "办理结果"), (TABLE, "办理结果", "不予公开")])
def test_a_group_that_is_not_written_gets_its_0(text: str, path: Path) -> None:
    """Every place that is told to be filled is 0 afterwards."""
    filled = fill_zeros(typed(text), path, None, none_doubted)
    assert filled.places
    assert not set(filled.places) & set(filled.left)
    figures = filled.state.draft.figures.rows
    assert all(set(figures[place]) == {0} for place in filled.places)


def test_a_text_has_no_zeros() -> None:
    with pytest.raises(RefusedError):
        fill_zeros(state("new"), ("总体情况",), None, none_doubted)
