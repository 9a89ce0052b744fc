"""One fact, one finding: what another finding says better at the same place is left out, and nothing else."""

import pytest
from complete import complete, last_year
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.registry import rules
from generator.checks.superseding import once
from generator.findings import Finding, Severity, Span
from generator.pipeline import catalogue
from generator.pipeline.checking import check_file

TABLE = (
    "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: %s, 现行有效: %s}, 行政许可: %s, 行政处罚: 0, 行政强制: 0, "
    "行政事业性收费: %s}\n"
)


def _codes(source: str, before: str = "", tmp_path=None) -> list[str]:
    given_last = None
    if before:
        given_last = tmp_path / "上年.yaml"
        given_last.write_text(last_year(before), "utf-8")
        source += f"上年报告: {given_last}\n"
    found = check_file("年报.yaml", data=complete(source).encode()).findings
    return [finding.code for finding in found]


@pytest.mark.parametrize(
    ("now", "before", "codes"),
    [
        (TABLE % (5, 30, 0, 0), TABLE % (0, 20, 0, 0), ["NB402"]),
        (TABLE % (5, 0, 0, 0), TABLE % (5, 20, 0, 0), ["NB203"]),
        (TABLE % (5, 2, 0, 0), TABLE % (5, 9, 0, 0), ["NB203"]),
        (TABLE % (5, 60, 0, 0), TABLE % (5, 20, 0, 0), ["NB402"]),
        (TABLE % (0, 270000, 0, 0), TABLE % (0, 27, 0, 0), ["NB405"]),
        (TABLE % (5, 30, 90, 0), TABLE % (5, 20, 40, 0), ["NB402", "NB407"]),
        (TABLE % (0, 27, 0, 77302800), TABLE % (0, 27, 0, "7201.5"), ["NB405"]),
    ],
)
def test_a_figure_is_told_once_what_is_wrong_with_it(now: str, before: str, codes: list[str], tmp_path) -> None:
    of_figures = {"NB203", "NB402", "NB405", "NB407", "NB900"}
    assert sorted(of_figures.intersection(_codes(now, before, tmp_path))) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("共收到{{ 本年新收(自然人,商业企业) 件。", ["NB106"]),
        ("共收到{{ 本年新收 件，已答复。", ["NB106"]),
        ("共收到{本年新收}件,已答复。", ["NB106", "NB513"]),
        ("答复,归档。共收到{{ 占比(本年新收 }}件。", ["NB106", "NB513"]),
        ("平台访问量为#VALUE!次。", ["NB503"]),
        ("以上数据统计期限为2023年12月31日至2023年1月1日。", ["NB501"]),
        ("6月5日至6月1日开展业务培训。", ["NB519"]),
    ],
)
def test_a_slip_in_the_text_is_told_once(text: str, codes: list[str]) -> None:
    topics = "政府信息管理: 先审后发。\n  政府信息公开平台建设: 更新栏目。\n  监督保障: 纳入考核，开展评议，没有追责。"
    source = f"总体情况:\n  主动公开: 更新指南。\n  依申请公开: |\n    {text}\n  {topics}\n"
    assert sorted(set(_codes(source))) == codes


@pytest.mark.parametrize(("silenced", "codes"), [("NB203", ["NB402"]), ("NB402", ["NB203"]), ("NB203 NB402", [])])
def test_what_is_silenced_hides_nothing(silenced: str, codes: list[str], tmp_path) -> None:
    """“I have looked at this one” is no word on the others, which stand at the same figure."""
    quiet = "".join(f"# nianbao: 忽略 {code} 因为已经核对\n" for code in silenced.split())
    of_figures = {"NB203", "NB402", "NB405", "NB407", "NB900", "NB010"}
    found = _codes(quiet + TABLE % (50, 2, 0, 0), TABLE % (5, 9, 0, 0), tmp_path)
    assert sorted(of_figures.intersection(found)) == codes


def test_what_the_office_calls_an_error_is_not_left_out_for_a_warning(tmp_path) -> None:
    (tmp_path / "nianbao.yaml").write_text("规则:\n  NB402: 错误\n", "utf-8")
    before = tmp_path / "上年.yaml"
    before.write_text(last_year(TABLE % (5, 9, 0, 0)), "utf-8")
    report = tmp_path / "年报.yaml"
    report.write_text(complete(TABLE % (5, 2, 0, 0) + f"上年报告: {before.name}\n"), "utf-8")
    levels = {finding.code: finding.severity for finding in check_file(str(report)).findings}
    assert levels["NB402"] is Severity.ERROR
    assert levels["NB203"] is Severity.WARNING


def test_what_supersedes_is_a_known_code_and_nothing_supersedes_itself() -> None:
    known = {entry.code for entry in catalogue.rules()}
    better = {rule.code: set(rule.superseded_by) for rule in rules()}
    assert set().union(*better.values()) <= known
    for code, others in better.items():
        reached, waiting = set(), set(others)
        while waiting:
            step = waiting.pop()
            reached.add(step)
            waiting |= better.get(step, set()) - reached
        assert code not in reached


SPANS = st.builds(Span.at, st.integers(1, 3), st.integers(1, 6), st.integers(0, 3))
FINDINGS = st.lists(
    st.builds(Finding, st.sampled_from(["甲", "乙", "丙"]), st.sampled_from(Severity), st.just(""), SPANS),
    max_size=8,
)


@given(FINDINGS)
def test_only_what_a_better_one_overlaps_goes(found: list[Finding]) -> None:
    left = once(found, {"甲": ("乙",)})
    assert [f for f in left if f.code != "甲"] == [f for f in found if f.code != "甲"]
    for finding in (f for f in found if f.code == "甲"):
        a = finding.span
        beside = any(
            f.code == "乙"
            and f.severity.rank <= finding.severity.rank
            and f.span.line == a.line
            and ((f.span.column < a.end_column and a.column < f.span.end_column) or f.span.column == a.column)
            for f in found
        )
        assert (finding in left) != beside
