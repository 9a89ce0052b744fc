"""Setting figures and fields: each the smallest edit, and nothing else changes. (`proven` refuses whatever would.)"""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from editing.edits.edit_places import cells, state, texts
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.edits.applying import with_value, with_values
from generator.editing.edits.typed import RefusedError, Typed, typed
from generator.form.edition import rows_of
from generator.form.model import Path
from generator.source.nodes import Scalar

NAMES = st.sampled_from(sorted(texts()))
TYPED = st.one_of(
    st.integers(0, 10**9).map(str),
    st.sampled_from(
        ["1,234", "１２", "18件", "1.3万", "无", "/", "-", "~", "null", "yes", "'", '"', "a: b", "x #y", "{"]
    ),
    st.text("0123456789,.:;'\"#{}[]&*!|>%@`-? 件万元一二（）", min_size=1, max_size=12).map(str.strip).filter(bool),
)


def typed_at(of: Typed, path: Path) -> str | None:
    """What stands at a place, as typed; None where nothing is written."""
    entry = of.entry(path)
    return entry.value.text if entry and isinstance(entry.value, Scalar) else None


def figures(of: Typed) -> dict[Path, object]:
    """Every cell's figure."""
    found: dict[Path, object] = {}
    for table in of.edition.tables:
        for below, row in rows_of(table):
            path = (table.key, *below)
            names: list[Path] = [(*path, cell.key) for cell in row.children] or [path]
            found |= dict(zip(names, of.draft.figures.rows[path], strict=False))
    return found


@pytest.mark.parametrize("name", sorted(texts()))
def test_every_figure_of_every_text_can_be_set(name: str) -> None:
    before = state(name)
    old = figures(before)
    for path in cells(before):
        after = with_value(before, path, "7")
        assert typed_at(after, path) == "7", path
        assert figures(after) == old | {path: 7}, path


@given(NAMES, st.data(), TYPED)
def test_what_is_typed_stays_as_typed(name: str, data: st.DataObject, value: str) -> None:
    before = state(name)
    path = data.draw(st.sampled_from(cells(before)))
    after = with_value(before, path, value)
    assert typed_at(after, path) == " ".join(value.split())
    assert with_value(after, path, value).text == after.text, "set twice is set once"
    others = {place: figure for place, figure in figures(after).items() if place != path}
    assert others == {place: figure for place, figure in figures(before).items() if place != path}


@given(NAMES, st.data())
def test_what_stands_there_already_is_no_edit(name: str, data: st.DataObject) -> None:
    before = state(name)
    written = [path for path in cells(before) if typed_at(before, path)]
    path = data.draw(st.sampled_from(written)) if written else cells(before)[0]
    there = typed_at(before, path)
    assert there is None or with_value(before, path, there).text == before.text


@given(NAMES, st.data(), st.integers(1, 999))
def test_one_figure_touches_one_line(name: str, data: st.DataObject, value: int) -> None:
    """But where a group written 0 gets its first row, which needs a line of its own."""
    before = state(name)
    path = data.draw(st.sampled_from([path for path in cells(before) if before.entry(path[:-1])]))
    after = with_value(before, path, str(value))
    changes = [
        c for c in SequenceMatcher(None, before.lines, after.lines, autojunk=False).get_opcodes() if c[0] != "equal"
    ]
    assert len(changes) <= 1
    assert all(j - i <= 1 and m - k <= 1 for _, i, j, k, m in changes) or before.entry(path) is None


def test_an_empty_row_keeps_its_other_cells_to_be_filled_in() -> None:
    before = state("new")
    after = with_value(before, ("政府信息公开申请", "本年新收", "自然人"), "16")
    assert "本年新收: {自然人: 16, 商业企业: , 科研机构: , 社会公益组织: , 法律服务机构: , 其他: }" in after.text
    assert after.draft.figures.rows[("政府信息公开申请", "本年新收")] == (16, None, None, None, None, None, None)


def test_a_row_of_0_becomes_one_cell() -> None:
    before = typed(texts()["new"].replace("  上年结转:  ", "  上年结转: 0"))
    after = with_value(before, ("政府信息公开申请", "上年结转", "商业企业"), "2")
    assert "  上年结转: {商业企业: 2}" in after.text


def test_a_comment_stays_in_its_column() -> None:
    before = state("new")
    after = with_value(before, ("主动公开政府信息", "行政许可"), "312")
    line = next(line for line in before.lines if line.startswith("  行政许可:"))
    assert line.replace("行政许可:    ", "行政许可: 312") in after.lines


def test_a_cell_emptied_is_not_filled_in_and_not_0() -> None:
    before = typed("机关: 甲\n年度: 2024\n政府信息公开申请: {本年新收: {自然人: 16, 其他: 1}, 上年结转: 0}\n")
    after = with_value(before, ("政府信息公开申请", "本年新收", "自然人"), "")
    assert "{自然人: , 其他: 1}" in after.text
    assert after.draft.figures.rows[("政府信息公开申请", "本年新收")][0] is None


def test_a_block_that_is_pasted_is_one_act() -> None:
    before = state("new")
    kinds = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    rows = ("本年新收", "上年结转", "结转下年度")
    block = {
        ("政府信息公开申请", row, kind): str(i * 6 + j) for i, row in enumerate(rows) for j, kind in enumerate(kinds)
    }
    after = with_values(before, block)
    assert all(typed_at(after, path) == value for path, value in block.items())
    assert "本年新收: {自然人: 0, 商业企业: 1, 科研机构: 2, 社会公益组织: 3, 法律服务机构: 4, 其他: 5}" in after.text


def test_line_breaks_stay_as_they_are() -> None:
    before = state("crlf")
    for path in cells(before)[::7]:
        text = with_value(before, path, "3").text
        assert text.count("\n") == text.count("\r\n"), path


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        ("机关", "甲: 乙 #局", "机关: '甲: 乙 #局'  # 编制报告的行政机关全称"),
        ("曾用名", "甲办、乙, 丙", "曾用名: [甲办, 乙, 丙]"),
        ("统计范围", "汇总", "统计范围: 汇总"),
        ("上年报告", "2023 年报.docx", "上年报告: 2023 年报.docx"),
        ("落款.日期", "2025-01-20", "落款: 2025-01-20"),
        ("落款.机关", "某局", "落款: {机关: 某局}"),
        ("排版.小标题", "同段", "排版: {小标题: 同段}"),
        ("其他需要报告的事项.信息处理费", "0", "  信息处理费: 0"),
        (
            "其他需要报告的事项.信息处理费.收费通知件数",
            "3",
            "  信息处理费: {收费通知件数: 3, 收费通知金额: , 实际收取金额: }",
        ),
    ],
)
def test_a_field_goes_where_the_form_has_it(path: str, value: str, line: str) -> None:
    after = with_value(state("new"), tuple(path.split(".")), value)
    assert any(found.startswith(line) for found in after.lines)


def test_a_date_and_an_agency_share_the_signature() -> None:
    place = ("落款",)
    after = with_value(state("new"), (*place, "日期"), "2025-01-20")
    after = with_value(after, (*place, "机关"), "某局")
    assert "\n落款: {机关: 某局, 日期: 2025-01-20}\n" in after.text
    after = with_value(after, (*place, "机关"), "")
    assert "\n落款: {日期: 2025-01-20}\n" in after.text
    assert with_value(after, (*place, "日期"), "").text == state("new").text


@pytest.mark.parametrize(
    "path", ["没有的", "政府信息公开申请.没有的", "总体情况.主动公开", "政府信息公开申请.办理结果.没有.自然人"]
)
def test_what_is_no_place_for_a_value_is_refused(path: str) -> None:
    with pytest.raises(RefusedError):
        with_value(state("new"), tuple(path.split(".")), "1")


def test_a_text_that_cannot_be_read_is_refused_with_its_line() -> None:
    with pytest.raises(RefusedError) as refused:
        typed("机关: 甲\n\t年度: 2024\n")
    assert "第 2 行" in refused.value.message
