"""What a cell, a sheet's name and a reference can hold."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from generator.workbook import lines_in, name_of_cell, reference, safe_text, sheet_names, width

anything = st.text(st.characters(), max_size=60)


@given(anything)
@example("甲\x00乙\x0b\x7f\x85\ufffe\uffff\ud800")
@example("一\r\n二\r三\t四")
def test_safe_text_keeps_what_xml_can_say(text: str) -> None:
    clean = safe_text(text)
    assert safe_text(clean) == clean
    clean.encode()
    assert len(clean.replace("\n", "")) == len(text.replace("\r\n", "").replace("\n", "").replace("\r", ""))
    assert all(c in "\t\n" or c >= " " for c in clean)


@pytest.mark.parametrize("text", ["字" * 32_767, "𠮷" * 16_383 + "字"])
def test_as_much_as_a_cell_takes_is_left(text: str) -> None:
    assert safe_text(text) == text


@pytest.mark.parametrize("text", ["字" * 32_768, "𠮷" * 16_384, "字" + "𠮷" * 16_384])
def test_more_is_cut_and_says_so(text: str) -> None:
    cut = safe_text(text)
    assert cut.endswith("…")
    assert text.startswith(cut[:-1])
    assert 32_766 <= len(cut.encode("utf-16-le")) // 2 <= 32_767


@given(st.lists(anything, max_size=6))
@example(["表", "表", "表", "history", ""])
@example(["长" * 40, "长" * 40, "'", "a/b", "A\\B", "𠮷" * 20])
def test_sheet_names_are_what_excel_allows(names: list[str]) -> None:
    found = sheet_names(names)
    assert len({name.lower() for name in found} | {"history"}) == len(names) + 1
    for name in found:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_good_sheet_names_stay() -> None:
    assert sheet_names(["三、收到和处理政府信息公开申请情况", "表", "表"]) == [
        "三、收到和处理政府信息公开申请情况",
        "表",
        "表(2)",
    ]


@given(st.integers(0, 1_000_000), st.integers(0, 16_000))
def test_cells_go_by_excels_names(row: int, column: int) -> None:
    assert name_of_cell(row, column) == f"{get_column_letter(column + 1)}{row + 1}"
    assert name_of_cell(row, column, "$") == f"${get_column_letter(column + 1)}${row + 1}"


def test_a_sheets_name_is_quoted_in_a_reference() -> None:
    assert reference("甲's", "A1:B2") == "'甲''s'!A1:B2"


def test_widths_count_han_characters_twice() -> None:
    assert width("abc") == 3
    assert width("中文“”") == 8
    assert width("一\n二三") == 4
    assert lines_in("一二三四五", 5) == 3
    assert lines_in("一\n二", 20) == 2
    assert lines_in("", 20) == 1
