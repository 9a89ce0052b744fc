"""NB401–NB407: the report beside last year's."""

import pytest
from rule_trials import found, literal, make_report

from generator.checks import (
    nb401_carried_in,
    nb403_not_last_year,
    nb404_other_agency_last_year,
    nb405_unit_slip,
    nb407_jump,
)
from generator.checks.disclosure import nb402_in_force, nb406_same_text
from generator.checks.registry import rules
from generator.checks.years.similarity import likeness
from generator.findings import Severity
from generator.report.likeness import LONGEST, words_of


def applications(received: str = "0", carried_in: str = "0", granted: str = "0", carried_out: str = "0") -> str:
    return (
        f"政府信息公开申请:\n  本年新收: {received}\n  上年结转: {carried_in}\n"
        f"  办理结果: {{予以公开: {granted}}}\n  结转下年度: {carried_out}\n"
    )


def proactive(documents: str = "0", licenses: int = 0, charges: str = "0") -> str:
    return (
        f"主动公开政府信息:\n  规章: 0\n  行政规范性文件: {documents}\n  行政许可: {licenses}\n"
        f"  行政处罚: 0\n  行政强制: 0\n  行政事业性收费: {charges}\n"
    )


LEFT_OVER = applications(carried_out="{自然人: 3, 商业企业: 1}")


def test_carried_in_differs_column_by_column() -> None:
    first, second = found(nb401_carried_in.RULE, applications(carried_in="{自然人: 2, 其他: 1}"), LEFT_OVER)[:2]
    assert "“自然人”是 2" in first.message
    assert "是 3" in first.message
    assert (first.span.line, first.span.column) == (3, 15)
    assert "“商业企业”是 0" in second.message
    assert "{自然人: 3, 商业企业: 1}" in first.hint


@pytest.mark.parametrize(
    ("carried_in", "count"), [("{自然人: 3, 商业企业: 1}", 0), ("0", 2), ("{自然人: 1, 商业企业: 3}", 2)]
)
def test_carried_in_that_agrees_or_not(carried_in: str, count: int) -> None:
    assert len(found(nb401_carried_in.RULE, applications(carried_in=carried_in), LEFT_OVER)) == count


def test_the_fix_writes_the_row_and_is_never_carried_out_unasked() -> None:
    (*_, finding) = found(nb401_carried_in.RULE, applications(carried_in="0"), LEFT_OVER)
    assert finding.fix is not None
    assert not finding.fix.mechanical
    (edit,) = finding.fix.edits
    assert edit.text == "{自然人: 3, 商业企业: 1}"
    assert (edit.span.line, edit.span.column, edit.span.end_column) == (3, 9, 10)


def test_no_fix_for_a_row_written_over_several_lines() -> None:
    entries = applications(carried_in="\n    自然人: 1")
    assert [f.fix for f in found(nb401_carried_in.RULE, entries, LEFT_OVER)] == [None, None]


@pytest.mark.parametrize(
    ("documents", "before", "expected"),
    [
        ("{本年制发: 5, 本年废止: 2, 现行有效: 23}", "{现行有效: 20}", None),
        ("{本年制发: 5, 本年废止: 2, 现行有效: 27}", "{现行有效: 20}", 23),
        ("{现行有效: 0}", "{现行有效: 20}", 20),
    ],
)
def test_in_force(documents: str, before: str, expected: int | None) -> None:
    findings = found(nb402_in_force.RULE, proactive(documents), proactive(before))
    assert len(findings) == (expected is not None)
    for finding in findings:
        assert finding.severity is Severity.INFO
        assert f"应是 {expected}" in finding.message
        assert "清理" in finding.hint
        assert "机构改革" in finding.hint
        assert len(finding.related) == 2


@pytest.mark.parametrize(("year", "count"), [(2021, 1), (2022, 0), (2023, 1), (2024, 1)])
def test_the_year_of_last_years_report(year: int, count: int) -> None:
    findings = found(nb403_not_last_year.RULE, "年度: 2023\n上年报告: 去年.yaml\n", f"年度: {year}\n")
    assert len(findings) == count
    for finding in findings:
        assert finding.severity is Severity.ERROR
        assert str(year) in finding.message
        assert "2022" in finding.message
        assert (finding.span.line, finding.span.column) == (2, 7)
    assert ("本文件" in "".join(f.message for f in findings)) == (year == 2023)


@pytest.mark.parametrize(
    ("now", "before", "count"),
    [
        ("温县人民政府办公室", "温县人民政府办公室", 0),
        ("温县人民政府办公室", "河南省温县人民政府办公室", 0),
        ("温县人民政府办公室", "温县政府办公室", 0),
        ("温县人民政府办公室", "温县人民政府", 1),
        ("清河县水利局", "清河县林业局", 1),
        ("清河县水利局", "石桥县水利局", 1),
        ("云溪县住房和城乡建设局", "云溪县住建局", 0),
        ("云溪县住建局", "青山县住房和城乡建设局", 1),
        ("清河县水利局\n曾用名: [清河县水务局]", "清河县水务局", 0),
        ("清河县水利局", "清河县水务局\n曾用名: [清河县水利局]", 0),
    ],
)
def test_the_agency_of_last_years_report(now: str, before: str, count: int) -> None:
    assert len(found(nb404_other_agency_last_year.RULE, f"机关: {now}\n", f"机关: {before}\n")) == count


def test_nothing_is_compared_with_the_wrong_report() -> None:
    names = {nb403_not_last_year.RULE.code, nb404_other_agency_last_year.RULE.code}
    others = [rule for rule in rules() if rule.code.startswith("NB4") and rule.code not in names]
    for head in ("年度: 2021\n", "机关: 清河县林业局\n"):
        report = make_report(proactive(licenses=500), head + LEFT_OVER)
        assert [finding for rule in others for finding in rule.check(report)] == []


def test_without_last_years_report_nothing_is_compared() -> None:
    report = make_report()
    assert [f for rule in rules() if rule.code.startswith("NB4") for f in rule.check(report)] == []


@pytest.mark.parametrize(
    ("now", "before", "count"),
    [
        ("77302800", "7201.5", 1),
        ("0.77", "7201.5", 1),
        ("7730.28", "7201.5", 0),
        ("720150", "7201.5", 0),
        ("0", "7201.5", 0),
        ("77302800", "0", 0),
    ],
)
def test_yuan_for_ten_thousand_yuan(now: str, before: str, count: int) -> None:
    findings = found(nb405_unit_slip.RULE, proactive(charges=now), proactive(charges=before))
    assert len(findings) == count
    assert all("万元" in f.message and ("一万倍" in f.message or "万分之一" in f.message) for f in findings)


def test_counts_slip_too() -> None:
    (finding,) = found(nb405_unit_slip.RULE, proactive(licenses=13289), proactive(licenses=1))
    assert "13289" in finding.message
    assert found(nb407_jump.RULE, proactive(licenses=13289), proactive(licenses=1)) == []


@pytest.mark.parametrize(
    ("now", "before", "count"),
    [
        *((40, 100, 1), (50, 100, 1), (51, 100, 0), (150, 100, 1), (149, 100, 0), (100, 100, 0), (4, 10, 1)),
        *((0, 10, 1), (0, 9, 0), (10, 0, 1), (9, 0, 0), (9, 4, 0), (20, 9, 0)),
    ],
)
def test_jumps(now: int, before: int, count: int) -> None:
    findings = found(nb407_jump.RULE, proactive(licenses=now), proactive(licenses=before))
    assert len(findings) == count
    assert all(f.severity is Severity.INFO and str(before) in f.message for f in findings)


def test_a_jump_is_told_once_for_a_row_and_not_for_what_is_carried_over() -> None:
    entries = applications(received="{自然人: 40}", granted="{自然人: 40}")
    findings = found(nb407_jump.RULE, entries, applications(carried_in="{自然人: 30}"))
    assert [f.path[1:] for f in findings] == [("本年新收",), ("办理结果", "予以公开")]


TEXT = (
    "存在政策解读形式单一、少数栏目更新不及时、经办人员更换频繁等问题，"
    "今后每份文件都配图解，按月通报更新情况，先培训后上岗。"
)


@pytest.mark.parametrize(
    ("text", "other", "alike"),
    [
        (TEXT, TEXT, True),
        (TEXT, TEXT.replace("按月", "按季"), True),
        (f"2023年{TEXT}", f"2022年{TEXT}", True),
        ("全年收到申请16件，均已答复。", "全年收到申请20件，均已答复。", True),
        ("全年收到申请16件，都已按期答复。", "全年收到申请20件，均已答复。", False),
        (TEXT, TEXT[:30] + "针对解读偏少，逐份补齐；针对更新偏慢，明确时限。", False),
        ("无。", "无。", False),
    ],
)
def test_likeness(text: str, other: str, alike: bool) -> None:
    assert (likeness(text, other) is not None) == alike


SENTENCES = [f"{a}{b}，{rest}。" for a in "甲乙丙丁戊己庚辛" for b in "栏目文件指南目录" for rest in TEXT.split("、")]


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (SENTENCES[5:], True),
        (SENTENCES[100:] + SENTENCES[:100], True),
        ([s.replace("。", "了。") if i % 20 == 0 else s for i, s in enumerate(SENTENCES)], True),
        (SENTENCES[:170] + [s[::-1] for s in SENTENCES[170:]], False),
        ([s.replace("。", "了。") for s in SENTENCES], False),
    ],
)
def test_long_texts_are_compared_by_their_sentences(other: list[str], alike: bool) -> None:
    text = "".join(SENTENCES)
    assert len(words_of("".join(other))) > LONGEST
    assert (likeness(text, "".join(other)) is not None) == alike


def test_part_five_and_applications_are_warnings_other_sections_info() -> None:
    topics = (
        "总体情况:\n  主动公开: 全年公开信息120条，及时更新栏目。\n  依申请公开: 全年收到申请16件，均已按期答复。\n"
    )
    entries = f"{topics}存在的主要问题及改进情况: {literal(TEXT)}\n其他需要报告的事项: {literal(TEXT)}\n"
    findings = found(nb406_same_text.RULE, entries, entries.replace("16", "20"))
    assert [(f.path[-1], f.severity) for f in findings] == [
        ("主动公开", Severity.INFO),
        ("依申请公开", Severity.WARNING),
        ("存在的主要问题及改进情况", Severity.WARNING),
    ]
    assert all("完全相同" in f.message for f in findings)


def test_the_ratio_is_told() -> None:
    entries, before = (
        f"存在的主要问题及改进情况: {literal(text)}\n总体情况: 甲。\n" for text in (TEXT, TEXT.replace("按月", "按季"))
    )
    (finding,) = found(nb406_same_text.RULE, entries, before)
    assert "%" in finding.message


def test_sections_are_paired_by_topic_whatever_they_are_called() -> None:
    entries, before = (
        f"总体情况:\n  {key}: 把栏目按目录重新排列，合并重复账号。\n存在的主要问题及改进情况: {tail}\n"
        for key, tail in (("平台建设", "甲。"), ("政府信息公开平台建设情况", "乙。"))
    )
    assert [f.path for f in found(nb406_same_text.RULE, entries, before)] == [("总体情况", "平台建设")]


def test_no_application_in_both_years_may_be_said_in_the_same_words() -> None:
    entries = "总体情况:\n  依申请公开: 本年度未收到政府信息公开申请。\n存在的主要问题及改进情况: %s。\n"
    assert found(nb406_same_text.RULE, entries % "甲", entries % "乙") == []
    received = applications(received="{自然人: 1}", granted="{自然人: 1}")
    assert len(found(nb406_same_text.RULE, entries % "甲" + received, entries % "乙")) == 1


def test_what_is_carried_in_is_never_held_against_what_was_carried_in_the_year_before() -> None:
    from complete import complete, last_year, rule_findings

    row = "政府信息公开申请: {{本年新收: 0, 上年结转: {0}, 办理结果: 0, 结转下年度: {1}}}\n"
    this = complete(row.format("{自然人: 29650}", "{自然人: 29650}"))
    before = last_year(row.format("{自然人: 3}", "{自然人: 29650}"))
    assert not {"NB405", "NB407"} & {f.code for f in rule_findings(this, before) if "上年结转" in f.path}
