"""Setting texts, and the entries of text parts: added, renamed, moved, removed."""

from __future__ import annotations

import pytest
from editing.edits.edit_places import state, text_places, texts
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.edits.applying import (
    moved_entry,
    renamed_entry,
    with_entry,
    with_text,
    with_typed,
    with_value,
    without_entry,
)
from generator.editing.edits.texts import paragraphs_of
from generator.editing.edits.typed import RefusedError, Typed, typed
from generator.form.model import Path

NAMES = st.sampled_from(sorted(texts()))
LINES = st.lists(
    st.text("甲乙丙，。：; :#'\"{}[]|>-*&!%@`\\0123456789 \t（）{{}}", min_size=1, max_size=20)
    .map(str.strip)
    .filter(bool),
    max_size=5,
)
GENERAL = "总体情况"


def said(of: Typed, path: Path) -> tuple[str, ...]:
    """The paragraphs at a place, wherever they are written there."""
    return next((lines for place, lines in of.texts() if place in (path, (*path, "正文"))), ())


def entries(of: Typed, part: str) -> list[str]:
    """The keys of a part in file order."""
    there = of.mapping((part,))
    return [entry.key.text for entry in there] if there else []


@given(NAMES, st.data(), LINES)
def test_a_text_is_what_was_typed(name: str, data: st.DataObject, lines: list[str]) -> None:
    before = state(name)
    path = data.draw(st.sampled_from(text_places(before)))
    after = with_text(before, path, "\n".join(lines))
    assert list(said(after, path)) == lines
    assert with_text(after, path, "\n".join(lines)).text == after.text, "set twice is set once"
    assert {p: t for p, t in after.texts() if p[: len(path)] != path} == {
        p: t for p, t in before.texts() if p[: len(path)] != path
    }


@given(NAMES, st.data())
def test_what_stands_there_is_no_edit(name: str, data: st.DataObject) -> None:
    before = state(name)
    path = data.draw(st.sampled_from(text_places(before)))
    lines = said(before, path)
    assert with_text(before, path, "\n".join(lines)).text == before.text


def test_of_a_block_only_the_lines_that_change_are_written() -> None:
    before = typed(
        "机关: 甲\n总体情况:\n   主动公开: |  # 说明\n      一\n\n      二\n      三\n   依申请公开: |\n\n      四\n"
    )
    after = with_text(before, (GENERAL, "主动公开"), "一\n二二\n三\n新")
    assert after.text == before.text.replace("二", "二二").replace("三\n", "三\n      新\n")
    after = with_text(before, (GENERAL, "主动公开"), "二\n三")
    assert "   主动公开: |  # 说明\n\n      二\n      三\n" in after.text


def test_the_blank_line_of_a_new_file_is_used() -> None:
    after = with_text(state("new"), (GENERAL, "主动公开"), "一\n二")
    assert "  主动公开: |\n    一\n    二\n  # 收到和办理" in after.text


def test_breaks_of_word_are_paragraphs() -> None:
    assert paragraphs_of("一\x0b二\u2028三\r\n\n 四\x07 ") == ["一", "二", "三", "四"]


def test_a_line_behind_its_key_becomes_a_block_when_it_gets_longer() -> None:
    before = state("braces")
    after = with_text(before, ("存在的主要问题及改进情况",), "一段\n两段")
    assert "存在的主要问题及改进情况: |  # 在后面\n  一段\n  两段\n" in after.text
    after = with_text(before, (GENERAL, "主动公开"), "一段\n两段: 好")
    assert '主动公开: "一段\\n两段: 好"' in after.text


@given(NAMES, st.text("甲乙丙丁，：#'\"{}[] -1（）", min_size=1, max_size=10), LINES)
def test_an_entry_is_added_with_its_text(name: str, key: str, lines: list[str]) -> None:
    before = state(name)
    key = " ".join(key.split())
    try:
        after = with_entry(before, (GENERAL,), key, "\n".join(lines))
    except RefusedError as refused:
        known = refused.message
        is_odd = "特别" in known and "：" in key  # a full-width colon that would end the key
        assert is_odd or "花括号" in known or "已经有" in known or "空的" in known
        return
    assert entries(after, GENERAL) == [*entries(before, GENERAL), key]
    assert list(said(after, (GENERAL, key))) == lines


@given(NAMES, st.data(), st.integers(-6, 6))
def test_an_entry_moves_with_its_comments(name: str, data: st.DataObject, by: int) -> None:
    before = state(name)
    keys = entries(before, GENERAL)
    key = data.draw(st.sampled_from(keys))
    if name == "braces":
        with pytest.raises(RefusedError, match="花括号"):
            moved_entry(before, (GENERAL, key), by)
        return
    after = moved_entry(before, (GENERAL, key), by)
    old = keys.index(key)
    new = min(max(old + by, 0), len(keys) - 1)
    keys.insert(new, keys.pop(old))
    assert entries(after, GENERAL) == keys
    assert moved_entry(after, (GENERAL, key), old - new).text == before.text, "moved back, the bytes are back"


@given(NAMES, st.data())
def test_an_entry_is_removed(name: str, data: st.DataObject) -> None:
    before = state(name)
    keys = entries(before, GENERAL)
    key = data.draw(st.sampled_from(keys))
    after = without_entry(before, (GENERAL, key))
    assert entries(after, GENERAL) == [other for other in keys if other != key]
    assert dict(after.texts()) == {p: t for p, t in before.texts() if p[:2] != (GENERAL, key)}


def test_an_entry_is_renamed_where_it_stands() -> None:
    before = state("new")
    after = renamed_entry(before, (GENERAL, "监督保障"), "监督保障和教育培训情况")
    assert after.text == before.text.replace("  监督保障: |", "  监督保障和教育培训情况: |")
    with pytest.raises(RefusedError, match="已经有"):
        renamed_entry(before, (GENERAL, "监督保障"), "主动公开")


def test_an_entry_gets_a_printed_title_of_its_own() -> None:
    before = with_text(state("new"), (GENERAL, "监督保障"), "一\n二")
    after = with_value(before, (GENERAL, "监督保障", "标题"), "加强监督: 见实效")
    assert "  监督保障:\n    标题: '加强监督: 见实效'\n    正文: |\n      一\n      二\n" in after.text
    again = with_text(after, (GENERAL, "监督保障"), "一\n三")
    assert "    正文: |\n      一\n      三\n" in again.text
    assert with_value(again, (GENERAL, "监督保障", "排法"), "同段").text.count("排法: 同段") == 1


def test_plain_text_goes_under_a_summary_when_subheadings_begin() -> None:
    after = with_entry(state("braces"), ("存在的主要问题及改进情况",), "改进情况", "改了")
    assert "存在的主要问题及改进情况:  # 在后面\n  概述: |\n    一段文字\n  改进情况: |\n    改了\n" in after.text


def test_the_fee_is_told_in_words_or_figures() -> None:
    place = ("其他需要报告的事项", "信息处理费")
    told = with_typed(state("new"), place, "本机关没有收取信息处理费。")
    assert "  信息处理费: |\n    本机关没有收取信息处理费。\n" in told.text
    assert "  信息处理费: 0\n" in with_typed(state("new"), place, "0").text


@pytest.mark.parametrize("opening", ["", " |", " ''"])
@pytest.mark.parametrize("below", ["  # 旁注\n", "    # 深的旁注\n\n  # 浅的旁注\n", "# 下一部分\n"])
def test_comments_below_a_part_without_subheadings_do_not_become_its_text(opening: str, below: str) -> None:
    part = "存在的主要问题及改进情况"
    before = typed(f"机关: 甲局\n年度: 2024\n{part}:{opening}\n{below}其他需要报告的事项:\n  信息处理费: 0\n")
    if opening == " |" and not below.startswith("#"):
        pytest.skip("there it is text, by the rules of YAML")
    after = with_text(before, (part,), "甲。\n乙。")
    assert said(after, (part,)) == ("甲。", "乙。")
    assert all(line in after.text.splitlines() for line in below.splitlines())
    assert said(with_text(after, (part,), ""), (part,)) == ()
    assert said(with_text(with_text(after, (part,), ""), (part,), "丙。\n丁。"), (part,)) == ("丙。", "丁。")
