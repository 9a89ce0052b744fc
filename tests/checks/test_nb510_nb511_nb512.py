from datetime import date

import pytest
from make_report import found, make_report

from generator.checks import nb510_signature_date, nb511_too_long, nb512_government_supervision
from generator.findings import Severity


@pytest.mark.parametrize(
    ("entries", "severity", "words"),
    [
        ("落款: 2023-01-20\n", Severity.WARNING, "2023年1月20日"),
        ("落款: 2023-12-31\n", Severity.WARNING, "2023年12月31日"),
        ("落款: 2024-02-01\n", Severity.INFO, "2024年1月31日"),
        ("机关: 清河县人民政府办公室\n落款: 2024-02-01\n", Severity.INFO, "2024年1月31日"),
        ("机关: 清河县人民政府\n落款: {机关: 清河县人民政府, 日期: 2024-04-01}\n", Severity.INFO, "2024年3月31日"),
        ("统计范围: 汇总\n落款: 2024-04-01\n", Severity.INFO, "2024年3月31日"),
    ],
)
def test_dates_out_of_time(entries: str, severity: Severity, words: str) -> None:
    (finding,) = found(nb510_signature_date.RULE, entries)
    assert finding.severity is severity
    assert words in finding.message


@pytest.mark.parametrize(
    "entries",
    [
        "",
        "落款: 2024-01-01\n",
        "落款: 2024-01-31\n",
        "落款: {机关: 清河县水利局}\n",
        "机关: 清河县人民政府\n落款: 2024-03-31\n",
    ],
)
def test_dates_in_time(entries: str) -> None:
    assert found(nb510_signature_date.RULE, entries) == []


def test_a_deadline_of_ones_own() -> None:
    report = make_report("落款: 2024-01-29\n")
    assert list(nb510_signature_date.check(report)) == []
    (finding,) = nb510_signature_date.check(report._replace(deadline=date(2024, 1, 28)))
    assert "2024年1月28日" in finding.message


@pytest.mark.parametrize(("length", "count"), [(1000, 0), (1001, 1)])
def test_a_thousand_characters(length: int, count: int) -> None:
    assert len(found(nb511_too_long.RULE, f"总体情况: {'公' * (length - 1)}。\n")) == count


@pytest.mark.parametrize(
    ("agency", "text", "missing"),
    [
        ("清河县人民政府", "加强培训，配齐人员。", "工作考核、社会评议、责任追究"),
        ("清河县人民政府", "列入年度考核，没有发生责任追究的情形。", "社会评议"),
        ("清河县人民政府", "列入年度考核，开展社会评议，没有被问责。", ""),
        ("清河县人民政府", "绩效考评占5分，满意度调查92分，追责0人。", ""),
        ("清河县人民政府办公室", "加强培训。", ""),
        ("清河县水利局", "加强培训。", ""),
    ],
)
def test_what_a_government_must_tell(agency: str, text: str, missing: str) -> None:
    findings = found(nb512_government_supervision.RULE, f"机关: {agency}\n总体情况:\n  监督保障: {text}\n")
    assert len(findings) == bool(missing)
    assert all(missing in f.message and f.severity is Severity.INFO for f in findings)
