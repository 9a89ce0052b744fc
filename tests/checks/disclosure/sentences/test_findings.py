"""What a contradiction between text and table looks like to the clerk: place, words, second place, what to write."""

import pytest
from complete import complete, report_of
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.registry import rules
from generator.checks.rule import Rule
from generator.findings import Finding, Severity

FIGURES = (
    "政府信息公开申请:\n  本年新收: {自然人: 14, 商业企业: 2}\n  上年结转: 0\n"
    "  办理结果: {予以公开: {自然人: 14, 商业企业: 2}}\n  结转下年度: 0\n"
)
RULES = {rule.code: rule for rule in rules()}


def _found(text: str, *codes: str, before: str = FIGURES, topic: str = "依申请公开") -> list[Finding]:
    report = report_of(complete(f"{before}总体情况:\n  {topic}: |\n    {text}\n"))
    wanted: list[Rule] = [RULES[code] for code in codes] or [r for r in RULES.values() if "NB301" <= r.code <= "NB309"]
    return [finding for rule in wanted for finding in rule.check(report)]


def test_the_finding_stands_at_the_number_and_names_both_places_and_both_numbers() -> None:
    (finding,) = _found("全年收到政府信息公开申请 15 件。")
    assert finding.code == "NB301"
    assert finding.severity is Severity.WARNING
    assert (finding.span.line, finding.span.column, finding.span.end_column) == (8, 18, 20)
    assert finding.path == ("总体情况", "依申请公开")
    assert "“总体情况”的“依申请公开”" in finding.message
    assert "15件" in finding.message
    assert "表三“本年新收”是 16 件" in finding.message
    assert [(r.path, r.span.line) for r in finding.related] == [(("政府信息公开申请", "本年新收"), 2)]


def test_the_hint_and_the_fix_offer_the_expression_but_never_unasked() -> None:
    (finding,) = _found("全年收到政府信息公开申请15件。")
    assert "{{ 本年新收 }}" in finding.hint
    assert finding.fix is not None
    assert not finding.fix.mechanical
    assert [(e.text, e.span) for e in finding.fix.edits] == [("{{ 本年新收 }}", finding.span)]


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("其中自然人13件。", "{{ 本年新收.自然人 }}"),
        ("收到申请十五件。", "{{ 汉字(本年新收) }}"),
        ("予以公开15件。", "{{ 予以公开 }}"),
        ("办结15件。", "{{ 办理结果 }}"),
    ],
)
def test_the_expression_names_the_figure_meant_and_prints_it(text: str, expression: str) -> None:
    (finding,) = _found(text)
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert edit.text == expression
    start, end = 4 + edit.span.column - 5, 4 + edit.span.end_column - 5
    mended = (" " * 4 + text)[:start] + edit.text + (" " * 4 + text)[end:]
    assert _found(mended.strip()) == []


def test_an_approximate_number_gets_no_fix() -> None:
    (finding,) = _found("收到申请300余件。")
    assert finding.fix is None


def test_a_figure_that_is_not_known_contradicts_nothing() -> None:
    assert _found("收到申请15件。", before=FIGURES.replace("自然人: 14,", "自然人: ,", 1)) == []


def test_a_consolidated_report_is_only_told_and_told_why() -> None:
    (finding,) = _found("收到申请15件。", before=f"统计范围: 汇总\n{FIGURES}")
    assert finding.severity is Severity.INFO
    assert "汇总" in finding.hint


def test_what_expressions_print_is_never_flagged() -> None:
    assert _found("收到申请{{ 本年新收 + 3 }}件，其中自然人{{ 1 }}件、法人{{ 2 }}件，未收到申请{{ 本年新收 }}。") == []


def test_plain_text_keeps_its_subheading_from_paragraph_to_paragraph() -> None:
    lines = [
        "（一）主动公开",
        "办结投诉15件。",
        "（二）依申请公开",
        "共收到15件，办结15件。",
        "（三）政府信息管理",
        "办结15件。",
    ]
    text = "\n  ".join(lines)
    report = report_of(complete(f"{FIGURES}总体情况: |\n  {text}\n"))
    assert [f.span.line for f in RULES["NB302"].check(report)] == [10]
    assert [f.span.line for f in RULES["NB301"].check(report)] == [10]


def test_a_denial_names_the_figure_and_every_thing_denied_is_looked_at() -> None:
    before = FIGURES + "行政复议行政诉讼: {行政复议: {结果维持: 1}, 未经复议直接起诉: 0, 复议后起诉: 0}\n"
    (finding,) = _found("未发生因政府信息公开引发的行政复议、行政诉讼。", before=before)
    assert finding.code == "NB307"
    assert "表四“行政复议”是 1" in finding.message
    assert finding.related[0].path == ("行政复议行政诉讼", "行政复议")


def test_parts_name_their_sum_and_the_difference() -> None:
    (finding,) = _found("共收到申请16件（网上4件、信函13件）。")
    assert finding.code == "NB309"
    assert "4＋13＝17" in finding.message
    assert "多 1 件" in finding.message
    assert len(finding.related) == 3


@given(st.text("2023年收到申请，。；：（）、其中未无分别为16件条复议诉讼自然人公开结转上下 0", max_size=60))
def test_no_text_breaks_the_rules(text: str) -> None:
    line = "正文" + text.replace(" #", "")
    for finding in _found(line):
        assert finding.span.line == 8
        assert 1 <= finding.span.column < finding.span.end_column <= len(line) + 5


@given(st.lists(st.integers(0, 30), min_size=31, max_size=31))
def test_spaces_change_nothing(gaps: list[int]) -> None:
    text = "全年收到政府信息公开申请15件，其中自然人13件、法人2件。"
    spaced = "".join(char + " " * (gap < 8 and not char.isdigit()) for char, gap in zip(text, gaps, strict=False))
    assert [f.code for f in _found(spaced.strip())] == ["NB301", "NB301"]
