"""Zeros that are asked for where nothing is filled in."""

from __future__ import annotations

import pytest
from complete import complete, findings_of
from pages import after, offered, page

from generator.editing.answers import ActionKind
from generator.editing.page import Page
from generator.form.scaffold import scaffold

TABLE = "政府信息公开申请:\n"
NEW = scaffold(2025, "青山县水利局", "nianbao.schema.json")
GROUP = "“不予公开”这一组都没有：写 0，删去下面 8 行"
SOME = "这张表空着的填 0（21 处，本年新收等不算）"


def fresh() -> Page:
    return Page("年报.yaml", NEW)


def test_an_empty_figure_a_row_and_a_cell_in_braces() -> None:
    found = offered(fresh(), "  上年结转|:      ")
    assert next(iter(found)) == "填 0"
    mended = after(fresh(), found["填 0"].edits)
    assert [line for line in mended.split("\n") if line not in NEW.split("\n")] == [
        next(line for line in NEW.split("\n") if line.startswith("  上年结转:")).replace("上年结转:  ", "上年结转: 0")
    ]
    shown = page(TABLE + "  本年新收: {自然人: 3, 商业企业: , 其他: }\n  上年结转: 0\n  办理结果: 0\n  结转下年度:")
    found = offered(shown, "{自然人: 3, 商业|企业")
    assert "商业企业: 0, 其他: }" in after(shown, found["填 0"].edits)
    assert "商业企业: 0, 其他: 0}" in after(shown, found["“本年新收”空着的填 0（2 处）"].edits)


def test_a_group_becomes_one_0_and_its_lines_go() -> None:
    for place in ("  不予|公开:       ", "      属于国家|秘密: "):
        action = offered(fresh(), place)[GROUP]
        mended = after(fresh(), action.edits)
        gone = NEW.count("\n") - mended.count("\n")
        assert gone == 8
        assert "    不予公开: 0 " in mended
        assert "属于国家秘密" not in mended
        assert "    无法提供:  " in mended
        assert {f.code for f in findings_of(mended)} == {f.code for f in findings_of(NEW)}
        assert [f.code for f in action.findings] == ["NB105"] * 8


def test_a_group_in_which_something_was_typed_is_never_thrown_away() -> None:
    assert GROUP in offered(Page("年报.yaml", NEW.replace("属于国家秘密:  ", "属于国家秘密: 0")), "  不予|公开:       ")
    for typed in ("3", "{自然人: 1}", "三件", "0件", "{自然人: ?}", "约2"):
        shown = Page("年报.yaml", NEW.replace("属于国家秘密: ", f"属于国家秘密: {typed} ", 1))
        assert not [title for title in offered(shown, "  不予|公开:       ") if "都没有" in title], typed


def test_a_row_on_several_lines_becomes_one_0() -> None:
    mended = after(fresh(), offered(fresh(), "  规章|: ")["“规章”这一组都没有：写 0，删去下面 3 行"].edits)
    assert "  规章: 0 " in mended
    assert "12月31日仍然有效的规章" not in mended


def test_a_groups_empty_rows_alone() -> None:
    typed = NEW.replace("属于国家秘密: ", "属于国家秘密: {自然人: 2} ", 1)
    shown = Page("年报.yaml", typed)
    mended = after(shown, offered(shown, "  不予|公开:       ")["“不予公开”空着的填 0（7 处）"].edits)
    assert "属于国家秘密: {自然人: 2} " in mended
    assert "属于行政查询事项: 0" in mended


@pytest.mark.parametrize("place", ["  上年结转|:      ", "      属于国家|秘密: ", "  不予|公开:       "])
def test_a_tables_zeros_come_last_and_leave_what_is_rarely_0(place: str) -> None:
    found = list(offered(fresh(), place).values())
    assert found[-1].title == SOME
    assert next(one.title for one in found if one.kind is ActionKind.FIX) != SOME
    assert not found[-1].preferred
    mended = after(fresh(), found[-1].edits)
    left = [
        line.split(":")[0].strip() for line in mended.split(TABLE)[1].split("\n\n")[0].split("\n") if ":   " in line
    ]
    assert left == ["本年新收", "上年结转", "办理结果", "不予公开", "无法提供", "不予处理", "其他处理", "结转下年度"]


def test_on_the_tables_own_line_it_is_no_quick_fix() -> None:
    action = offered(fresh(), "政府信息公开|申请:\n")[SOME]
    assert action.kind is ActionKind.REWRITE
    assert not action.preferred


def test_a_table_leaves_what_the_text_has_a_number_for() -> None:
    rows = "  本年新收: {自然人: 3}\n  上年结转: 0\n  办理结果:\n    予以公开: {自然人: 1}\n    部分公开:\n"
    told = "总体情况:\n  依申请公开: 全年收到政府信息公开申请3件，予以公开1件，部分公开2件。\n"
    text = TABLE + rows + "    不予处理:\n  结转下年度: 0\n"
    place = "    不予|处理:"
    silent = Page("例.yaml", complete(text))
    assert "这张表空着的填 0（2 处）" in offered(silent, place)
    shown = Page("例.yaml", complete(text + told))
    assert "这张表空着的填 0（1 处，办理结果的部分公开不算）" in offered(shown, place)


def test_nothing_is_offered_where_all_is_filled_in_or_nothing_can_be_read() -> None:
    full = page(TABLE + "  本年新收: 0\n  上年结转: 0\n  办理结果: 0\n  结转下年度: 0\n")
    for place in ("上年|结转: 0", "政府信息公开|申请:", "年|度: 2023", "主动|公开: 全年"):
        assert not [title for title in offered(full, place) if "0（" in title or title == "填 0"]
    broken = Page("例.yaml", NEW.replace("年度: 2025", "年度: [2025"))
    assert not [title for title in offered(broken, "  上年结转|:      ") if "填 0" in title]


def test_a_key_that_stands_twice_is_left_alone() -> None:
    shown = page(TABLE + "  本年新收: 0\n  上年结转:\n  上年结转:  \n  办理结果: 0\n  结转下年度: 0\n")
    assert not [title for title in offered(shown, "  上年|结转:  \n") if "填 0" in title]
