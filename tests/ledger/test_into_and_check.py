"""The ledger and the report: written into, checked against, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Cli
from ledgers import as_csv, row
from rule_trials import MINIMAL

from generator.pipeline.checking import check_file
from generator.pipeline.signing_off import sign_off

ROWS = [
    row("2025-9", "2025-12-20", "公民", "2026-01-10", "公开"),
    row("2026-1", "2026-03-02", "商业企业", "2026-03-20", "信息不存在"),
    row("2026-2", "2026-12-20", "公民"),
]
TYPED = (
    "政府信息公开申请:\n  本年新收: {自然人: 1, 商业企业: 1}  # 数过\n  上年结转: {自然人: 1}\n"
    "  办理结果: {予以公开: {自然人: 1}, 无法提供: {本机关不掌握相关政府信息: {商业企业: 1}}}\n"
    "  结转下年度: {自然人: 1}\n"
)
OLD = "政府信息公开申请: {本年新收: 0, 上年结转: 0, 办理结果: 0, 结转下年度: 0}\n"
EMPTY = "政府信息公开申请:\n  本年新收:   # 收到的\n  上年结转:\n  办理结果:\n  结转下年度:\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "台账.csv").write_bytes(as_csv(ROWS))
    write(tmp_path, TYPED)
    return tmp_path


def write(folder: Path, table: str, front: str = "台账: 台账.csv\n") -> None:
    text = front + MINIMAL.replace("年度: 2023", "年度: 2026").replace(OLD, table)
    (folder / "年报.yaml").write_text(text, encoding="utf-8")


def ledger_codes(folder: Path) -> list[str]:
    findings = check_file(str(folder / "年报.yaml")).findings
    return [finding.code for finding in findings if finding.code.startswith("NB6")]


def test_a_report_that_says_what_the_ledger_says_is_quiet(office):
    assert ledger_codes(office) == []


def test_a_case_that_is_added_later_is_told_at_its_figures(office):
    (office / "台账.csv").write_bytes(as_csv([*ROWS, row("2026-3", "2026-05-06", "公民", "2026-05-20", "公开")]))
    found = [one for one in check_file(str(office / "年报.yaml")).findings if one.code == "NB601"]
    assert [one.path for one in found] == [
        ("政府信息公开申请", "本年新收", "自然人"),
        ("政府信息公开申请", "办理结果", "予以公开", "自然人"),
    ]
    assert "2026-3" in found[0].hint
    assert [one.message for one in found[0].related] == ["台账.csv:Sheet1!A4 2026-2", "台账.csv:Sheet1!A5 2026-3"]


def test_a_government_over_its_agencies_is_not_compared(office):
    write(office, OLD, "台账: 台账.csv\n统计范围: 汇总\n")
    assert ledger_codes(office) == []


def test_open_questions_and_faults_are_one_finding_each(office):
    (office / "台账.csv").write_bytes(as_csv([*ROWS, row("2026-3", "2026-05-06", "单位", "2026-05-20", "其他")]))
    assert set(ledger_codes(office)) == {"NB602"}
    (office / "台账.csv").write_bytes(as_csv([*ROWS, ROWS[1]]))
    assert ledger_codes(office) == ["NB603"]


@pytest.mark.parametrize(
    "name",
    [
        "没有.xlsx",
        r"'\\server\share\台账.xlsx'",
        "'//server/share/台账.xlsx'",
        "http://a.example/台账.xlsx",
        "/dev/zero",
        "CON",
        "nul.xlsx",
    ],
)
def test_what_cannot_or_must_not_be_opened_is_one_finding(office, name):
    write(office, TYPED, f"台账: {name}\n")
    assert ledger_codes(office) == ["NB603"]


def test_the_ledger_is_counted_once_while_nothing_changes(office, monkeypatch):
    import os
    import time

    from generator.pipeline import ledger_findings

    for file in office.iterdir():
        os.utime(file, (time.time() - 60, time.time() - 60))
    real, calls = ledger_findings.count_file, []
    monkeypatch.setattr(ledger_findings, "count_file", lambda *words: calls.append(1) or real(*words))
    assert [ledger_codes(office) for _ in range(3)] == [[], [], []]
    assert len(calls) == 1
    (office / "对照.yaml").write_text("单件: {2026-1: 不计}\n", encoding="utf-8")
    assert "NB601" in ledger_codes(office)


def test_blank_figures_are_written_in_and_the_rest_stays(office, cli: Cli):
    write(office, EMPTY, "")
    before = (office / "年报.yaml").read_text(encoding="utf-8")
    done = cli("ledger", "台账.csv", "--into", "年报.yaml", cwd=office)
    assert done.returncode == 0, done.stderr
    after = (office / "年报.yaml").read_text(encoding="utf-8")
    assert (office / "年报.yaml.bak").read_text(encoding="utf-8") == before
    assert "本年新收: {自然人: 1, 商业企业: 1, 科研机构: 0, 社会公益组织: 0, 法律服务机构: 0, 其他: 0}" in after
    assert "# 收到的" in after
    assert "台账: 台账.csv" in after
    assert "总计" not in after
    assert ledger_codes(office) == []


def test_a_typed_figure_is_replaced_only_with_force(office, cli: Cli):
    write(office, TYPED.replace("自然人: 1, 商业企业: 1", "自然人: 5"))
    done = cli("ledger", "台账.csv", "--into", "年报.yaml", cwd=office)
    assert "年报里是 5，台账数出来是 1（2026-2）" in done.stderr
    assert "{自然人: 5}  # 数过" in (office / "年报.yaml").read_text(encoding="utf-8")
    cli("ledger", "台账.csv", "--into", "年报.yaml", "--force", cwd=office)
    assert ledger_codes(office) == []


def test_with_an_open_question_nothing_is_written(office, cli: Cli):
    (office / "台账.csv").write_bytes(as_csv([*ROWS, row("2026-3", "2026-05-06", "单位", "2026-05-20", "公开")]))
    before = (office / "年报.yaml").read_bytes()
    done = cli("ledger", "台账.csv", "--into", "年报.yaml", cwd=office)
    assert done.returncode == 1
    assert (office / "年报.yaml").read_bytes() == before
    assert "2026-3: {申请人类型: ？}" in (office / "对照.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("front", ["台账: 台账.csv\n统计范围: 汇总\n", "台账: 台账.csv\n"])
def test_into_is_refused_for_a_government_and_for_another_year(office, cli: Cli, front):
    write(office, TYPED, front)
    more = [] if "汇总" in front else ["--year", "2025"]
    done = cli("ledger", "台账.csv", "--into", "年报.yaml", *more, cwd=office)
    assert done.returncode in {1, 2}
    assert not (office / "年报.yaml.bak").exists()


def test_the_sheet_to_sign_says_which_figures_the_ledger_counts(office):
    def sources() -> dict[str, str]:
        sheet = sign_off(str(office / "年报.yaml")).sheet
        assert sheet is not None
        rows = [row for block in sheet.blocks if hasattr(block, "rows") for row in block.rows]
        return {row[0].text: row[2].text for row in rows if len(row) == 5}

    assert sources()["表三“本年新收”商业企业"].endswith("，台账 1 件")
    assert "台账" not in sources()["表三“本年新收”总计"]
    (office / "台账.csv").write_bytes(as_csv([*ROWS, row("2026-3", "2026-05-06", "公民", "2026-05-20", "公开")]))
    assert "台账" not in sources()["表三“本年新收”自然人"], "the ledger counts another number"
    assert sources()["表三“上年结转”自然人"].endswith("，台账 1 件")
