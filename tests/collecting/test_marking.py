"""评分: what is taken off, why, and what a person must say; the county's settings in a whole run."""

from __future__ import annotations

import itertools
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from collecting import ledgers
from collecting.folders import agency, collect, doubtful, report, roster, status, unbalanced, write
from openpyxl import load_workbook
from spreadsheets import Calc, values

from generator.collecting.ledger import ledger_workbook
from generator.collecting.marking import MarkedFault, marks_of
from generator.collecting.records import Agency, Filed, FilingEntry, ListedProblem, Status
from generator.files.errors import UserError
from generator.findings import Severity
from generator.form.model import Path as FormPath
from generator.profile.model import FAULT_KINDS, OfficeRules
from generator.report.model import Figure

ALL = OfficeRules(
    file="nianbao.yaml",
    name="某县评分办法",
    full_mark=Decimal(10),
    faults={kind: Decimal(number) / 4 for number, kind in enumerate(FAULT_KINDS, 1)},
)
LATE = ListedProblem(Severity.INFO, "落款（第9行）", "落款日期 2026年3月5日晚于公布的期限 2026年1月31日", "", "NB510")
EARLY = ListedProblem(Severity.WARNING, "落款", "落款日期 2025年3月5日在报告年度（2025 年）结束之前", "", "NB510")
SAME = ListedProblem(Severity.WARNING, "五（第30行）", "“五”有 80% 的文字在上年报告里", "", "NB406")
DOUBT = ListedProblem(Severity.WARNING, "表三", "读到这里没有把握", "")


def rules(*kinds: str) -> OfficeRules:
    return ALL._replace(faults={kind: ALL.faults[kind] for kind in kinds})


def entry(*problems: ListedProblem, figures: dict[FormPath, Figure] | None = None, dated: bool = True) -> FilingEntry:
    last = ledgers.filed("甲", 2)
    filed = ledgers.filed("甲", 1, *problems)._replace(dated=dated)
    if figures is not None:
        filed = filed._replace(figures={**filed.figures, **figures})
    return FilingEntry(Agency("甲"), Status.GOOD, filed, last)


def found(one: FilingEntry, *kinds: str) -> list[tuple[str, Decimal | None, str]]:
    return [(fault.fault, fault.points, fault.code) for fault in marks_of(one, rules(*kinds)).faults]


def test_each_fault_costs_what_the_settings_say_with_its_evidence() -> None:
    one = entry(LATE, SAME, ledgers.ERROR, ledgers.WARNING)
    assert found(one, "逾期报送", "错误", "警告", "雷同") == [
        ("逾期报送", Decimal("0.5"), "NB510"),
        ("错误", Decimal("0.75"), "NB201"),
        ("警告", Decimal(1), "NB301"),
        ("雷同", Decimal("1.25"), "NB406"),
    ]
    assert marks_of(one, rules("逾期报送")).faults == (
        MarkedFault("逾期报送", Decimal("0.5"), LATE.message, "甲-2025.docx", LATE.place, "NB510"),
    )


def test_nothing_is_taken_off_twice() -> None:
    assert found(entry(SAME), "警告", "雷同") == [("雷同", Decimal("1.25"), "NB406")]
    assert found(entry(SAME), "警告") == [("警告", Decimal(1), "NB406")]
    late_is_error = LATE._replace(severity=Severity.ERROR)
    assert found(entry(late_is_error), "错误", "逾期报送") == [("逾期报送", Decimal("0.5"), "NB510")]


def test_a_date_too_early_is_not_late() -> None:
    assert found(entry(EARLY), "逾期报送") == []


def test_what_the_report_does_not_tell_is_open() -> None:
    assert found(entry(), "逾期答复") == [("逾期答复", None, "")]
    assert found(entry(dated=False), "逾期报送") == [("逾期报送", None, "")]
    assert found(entry()._replace(last_year=None), "雷同") == [("雷同", None, "")]
    assert found(entry(DOUBT), "警告") == [("警告", None, "")]
    unreadable = FilingEntry(Agency("丁"), Status.FAULTY, Filed("丁.doc", 0))
    kinds = ("逾期报送", "雷同", "行政复议纠正", "行政诉讼败诉")
    lines = found(unreadable, *kinds)
    assert {fault for fault, _, _ in lines} == set(kinds)
    assert all(points is None for _, points, _ in lines)


def test_cases_lost_count_each() -> None:
    row = [path for path in ledgers.figures(1) if path[-1] == "结果纠正"]
    assert len(row) == 3
    review, direct, after = row
    one = entry(figures={review: 2, direct: 1, after: None})
    assert found(one, "行政复议纠正", "行政诉讼败诉") == [
        ("行政复议纠正", Decimal("3.5"), ""),
        ("行政诉讼败诉", Decimal(2), ""),
        ("行政诉讼败诉", None, ""),
    ]
    assert found(entry(figures=dict.fromkeys(row, 0)), "行政复议纠正", "行政诉讼败诉") == []


def test_who_has_not_filed_loses_only_that() -> None:
    missing = FilingEntry(Agency("乙"), Status.MISSING)
    assert found(missing, *FAULT_KINDS) == [("没有报送", Decimal("0.25"), "")]
    assert found(missing, "错误") == [("没有报送", None, "")]


def sheet_of(file: Path) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in load_workbook(file, data_only=True)["评分"].iter_rows()]


def test_the_sheet_sums_up_and_waits_for_what_is_open(tmp_path: Path) -> None:
    written = ledger_workbook(ledgers.ledger(2), ALL)
    (tmp_path / "台账.xlsx").write_bytes(written)
    rows = sheet_of(tmp_path / "台账.xlsx")
    assert rows[1] == ["单位", "扣分项", "扣分", "得分", "规则", "文件", "在哪里", "依据"]
    for name, group in itertools.groupby(rows[2:], lambda row: row[0]):
        total, *faults = group
        known = [row[2] for row in faults if row[2] is not None]
        assert (total[1], total[2]) == ("合计", sum(known)), name
        assert total[3] == ("待核定" if len(known) < len(faults) else max(0, 10 - sum(known))), name
    assert {row[0] for row in rows[2:]} == {one.agency.name for one in ledgers.ledger(2).entries}
    anew = Calc(tmp_path).recalculated([written])[0]
    assert anew["评分"] == values(written)["评分"]


def test_without_points_no_sheet() -> None:
    assert ledger_workbook(ledgers.ledger(2), OfficeRules()) == ledger_workbook(ledgers.ledger(2))


SETTINGS = """名称: 清河县办法
截止日期: 2024-01-05
评分: {满分: 10, 扣分: {没有报送: 3, 逾期报送: 0.5, 错误: 1, 警告: 0.25}}
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    roster(tmp_path, [agency(number) for number in range(4)])
    write(tmp_path / "报送", "水利.yaml", report(agency(0)) + "落款: 2024-01-20\n")
    write(tmp_path / "报送", "林业.yaml", unbalanced(agency(1)) + "落款: 2024-01-04\n")
    write(tmp_path / "报送", "教育.yaml", doubtful(agency(2)) + "落款: 2024-01-04\n")
    return tmp_path


def totals(office: Path) -> dict[str, tuple[float, float]]:
    return {row[0]: (row[2], row[3]) for row in sheet_of(office / "台账.xlsx")[2:] if row[1] == "合计"}


EXPECTED = {agency(0): (0.5, 9.5), agency(1): (1, 9), agency(2): (0.25, 9.75), agency(3): (3, 7)}


def test_the_countys_settings_hold_for_every_file(office: Path) -> None:
    assert "评分" not in load_workbook(collect(office).workbook).sheetnames
    (office / "县.yaml").write_text(SETTINGS, encoding="utf-8")
    done = collect(office, profile=str(office / "县.yaml"))
    assert done.read == 3, "what was read by other rules is read again"
    assert totals(office) == EXPECTED
    assert done.remarks[0].endswith("县.yaml（清河县办法）")
    evidence = [row for row in sheet_of(office / "台账.xlsx") if row[1] == "逾期报送"]
    assert [row[4:6] for row in evidence] == [["NB510", "水利.yaml"]]
    assert "第" in evidence[0][6]
    assert "2024年1月5日" in evidence[0][7]
    assert collect(office, profile=str(office / "县.yaml")).read == 0


def test_settings_in_the_folder_are_found_and_are_no_report(office: Path) -> None:
    (office / "报送" / "nianbao.yaml").write_text(SETTINGS, encoding="utf-8")
    done = collect(office)
    assert totals(office) == EXPECTED
    assert all(aside.harmless for aside in done.ledger.asides)
    own = office / "报送" / "县.yaml"
    (office / "报送" / "nianbao.yaml").rename(own)
    named = collect(office, profile=str(own))
    assert [aside.file for aside in named.ledger.asides if not aside.harmless] == []
    assert totals(office) == EXPECTED


def test_raised_rules_count_for_where_an_agency_stands(office: Path) -> None:
    (office / "报送" / "nianbao.yml").write_text("规则: {NB503: 错误}\n", encoding="utf-8")
    assert status(collect(office))[agency(2)] == "有错误"


def test_settings_that_cannot_be_read_stop_the_run(office: Path) -> None:
    (office / "报送" / "nianbao.yaml").write_text("评分: [\n", encoding="utf-8")
    with pytest.raises(UserError, match="读不成"):
        collect(office)
    (office / "报送" / "nianbao.yaml").write_text(SETTINGS + "写错: 1\n", encoding="utf-8")
    done = collect(office)
    assert any("写错" in remark for remark in done.remarks)
    assert not any(
        problem.code == "NB620" for one in done.ledger.entries if one.filed for problem in one.filed.problems
    )


def test_the_example_gives_points(office: Path, root: Path) -> None:
    collect(office, profile=str(root / "docs" / "profiles" / "宿迁市" / "nianbao.yaml"))
    rows = sheet_of(office / "台账.xlsx")
    assert {row[1] for row in rows[2:]} >= {"合计", "逾期答复", "雷同"}


def test_json_has_the_marks_with_their_evidence_as_exact_numbers(cli, office: Path, root: Path) -> None:
    words = ("collect", "报送", "--roster", "单位名单.csv", "-o", "台账.xlsx", "--format", "json")
    plain = json.loads(cli(*words, cwd=office).stdout)
    assert all("marks" not in one for one in plain["agencies"])
    done = cli(*words, "--profile", root / "docs" / "profiles" / "宿迁市" / "nianbao.yaml", cwd=office)
    data = json.loads(done.stdout, parse_float=Decimal)
    sheet = values((office / "台账.xlsx").read_bytes())["评分"]
    for one in data["agencies"]:
        marks = one["marks"]
        rows = [cell[1:] for cell, value in sheet.items() if cell[0] == "A" and value == one["agency"]]
        assert [(fault["fault"], fault["points"], fault["evidence"]) for fault in marks["faults"]] == [
            (sheet[f"B{row}"], sheet.get(f"C{row}"), sheet[f"H{row}"]) for row in rows[1:]
        ]
        assert (marks["left"] is None) is marks["open"]
