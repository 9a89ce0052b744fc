from datetime import date

import pytest
from rule_trials import found, make_report

from generator.checks import nb510_signature_date
from generator.checks.disclosure import nb511_too_long, nb512_government_supervision
from generator.findings import Severity


def test_a_deadline_of_ones_own() -> None:
    report = make_report("落款: 2024-01-29\n")
    assert list(nb510_signature_date.check(report)) == []
    (finding,) = nb510_signature_date.check(report._replace(deadline=date(2024, 1, 28)))
    assert "2024年1月28日" in finding.message


@pytest.mark.parametrize(("length", "count"), [(1000, 0), (1001, 1)])
def test_a_thousand_characters(length: int, count: int) -> None:
    assert len(found(nb511_too_long.RULE, f"总体情况: {'公' * (length - 1)}。\n")) == count


@pytest.mark.parametrize(
    ("day", "severity"),
    [("2023-01-20", Severity.WARNING), ("2023-12-30", Severity.WARNING), ("2024-02-02", Severity.INFO)],
)
def test_a_wrong_year_weighs_more_than_a_late_day(day: str, severity: Severity) -> None:
    (finding,) = found(nb510_signature_date.RULE, f"落款: {day}\n")
    assert finding.severity is severity


def test_what_a_government_must_tell_is_a_remark() -> None:
    (finding,) = found(nb512_government_supervision.RULE, "机关: 清河县人民政府\n总体情况:\n  监督保障: 配齐人员。\n")
    assert finding.severity is Severity.INFO
    assert "工作考核、社会评议、责任追究" in finding.message
