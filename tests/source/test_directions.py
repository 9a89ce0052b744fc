"""NB008: Unicode's direction controls show other figures than are there."""

import pytest
from complete import complete, findings_of, report_of

from generator.importing.yaml_text import clean

MARKS = [chr(n) for n in (0x200E, 0x200F, 0x61C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]
PLACES = {
    "narrative": ("逐年公布", "公布{0}732\u202c件"),
    "a figure": ("  行政许可: 0", "  行政许可: {0}732"),
    "a cell": ("  本年新收: 0", "  本年新收: {{自然人: {0}73}}"),
    "the agency": ("机关: 示例县人民政府办公室", "机关: 示例县{0}人民政府办公室"),
    "a key": ("  行政处罚: 0", "  行政{0}处罚: 0"),
    "a comment": ("年度: 2023", "年度: 2023  # {0}注"),
    "quoted text": ("  改进情况: 已经", '  改进情况: "{0}已经'),
}
TEXT = complete("引言: 信息逐年公布。")


@pytest.mark.parametrize("mark", MARKS, ids=[f"{ord(mark):04X}" for mark in MARKS])
def test_each_of_them_is_an_error_at_its_place(mark: str) -> None:
    (finding,) = (f for f in findings_of(TEXT.replace("逐年公布", f"公布{mark}732件")) if f.code == "NB008")
    assert (finding.span.line, finding.span.column) == (1, 9)
    assert f"U+{ord(mark):04X}" in finding.message
    assert finding.fix
    assert not finding.fix.mechanical, "which of the two was meant, only a person knows"


@pytest.mark.parametrize("place", PLACES)
def test_wherever_it_stands_it_is_found_once(place: str) -> None:
    old, new = PLACES[place]
    assert TEXT.count(old) == 1
    text = TEXT.replace(old, new.format("\u202e"))
    text = text.replace("逐月检查。", '逐月检查。"') if place == "quoted text" else text
    assert [f.code for f in findings_of(text)].count("NB008") == 1


@pytest.mark.parametrize("mark", ["\u202e", "\u2067", "\u200f"])
def test_a_figure_that_holds_one_is_not_read(mark: str) -> None:
    report = report_of(TEXT.replace("  行政许可: 0", f"  行政许可: {mark}732"))
    assert report.figures.row(("主动公开政府信息", "行政许可")) == (None,)


def test_marks_that_turn_nothing_round_do_not_come_in_from_a_page() -> None:
    assert clean("公布\u200e732\u200f件") == "公布732件"
    assert "\u202e" in clean("公布\u202e732件"), "found by the checks"
