"""Input made to exhaust a reader is read or refused, never hung on; what cannot be decided stays empty."""

from __future__ import annotations

import pytest
from table_layouts import application_rows

from generator.form.model import Path
from generator.importing.blocks import Paragraph, Published, UnreadableError
from generator.importing.constraints import Equation, settle
from generator.importing.figures import Printed
from generator.importing.importing import understand
from generator.importing.readings import Shape, choices

HEAD = ["示例县甲局2023年政府信息公开工作年度报告", "一、总体情况", "平稳。", "三、收到和处理政府信息公开申请情况"]
CASES = {
    "endless digits": [*HEAD, "一、本年新收政府信息公开申请数量" + "1" * 100_000],
    "every row run together": [*HEAD, *(label + "12" * 9 for _, _, label in application_rows())],
    "one row again and again": [*HEAD, *["一、本年新收政府信息公开申请数量 1 2 3 4 5 6 7"] * 1000],
    "brackets": [*HEAD, "（" * 20_000, "1（" * 5000],
    "numerals": [*HEAD, "一、二、三、" * 5000],
    "figures without end": [*HEAD, "1 " * 20_000],
    "titles": ["2023年政府信息公开"] * 1000 + HEAD,
    "dates": [*HEAD, *["2023年1月1日"] * 1000],
}


@pytest.mark.parametrize("name", CASES)
def test_it_comes_to_an_end(name: str) -> None:
    found = understand(Published(tuple(Paragraph(line, "第1行") for line in CASES[name]), loose=True))
    assert found.year == 2023
    assert found.doubts


@pytest.mark.parametrize("lines", [["一、总体情况"] * 2000, ["一、二、三、" * 2000], ["1（" * 2000]])
def test_what_is_nothing_is_refused(lines: list[str]) -> None:
    with pytest.raises(UnreadableError):
        understand(Published(tuple(Paragraph(line) for line in lines), loose=True))


def test_too_many_readings_are_none() -> None:
    row = Shape(((7, True),))
    assert choices((Printed("12" * 20),), row, fixed=False).values == ()
    assert choices((Printed("640020470"),), row, fixed=False).values == (("64", "0", "0", "2", "0", "4", "70"),)


A: Path = ("甲",)
B: Path = ("乙",)
SUM: Path = ("总计",)


def test_equations_choose_among_readings() -> None:
    rows = {A: [("1", "2"), ("12", "0")], B: [("3", "0")], SUM: [("4", "2")]}
    assert settle(rows, [Equation((A, B), (SUM,))])[A] == ("1", "2")


def test_figures_on_which_solutions_differ_stay_open() -> None:
    rows = {A: [("1", "2"), ("2", "2")], B: [("2", "0"), ("1", "0")], SUM: [("3", "2")]}
    assert settle(rows, [Equation((A, B), (SUM,))]) == {A: (None, "2"), B: (None, "0"), SUM: ("3", "2")}


def test_an_equation_that_never_holds_does_not_spoil_the_others() -> None:
    rows = {A: [("1", "9"), ("5", "9")], B: [("3", "0")], SUM: [("4", "2")]}
    assert settle(rows, [Equation((A, B), (SUM,))])[A] == ("1", "9")


def test_without_an_equation_only_what_all_readings_share_is_taken() -> None:
    assert settle({A: [("1", "0"), ("2", "0")]}, []) == {A: (None, "0")}
