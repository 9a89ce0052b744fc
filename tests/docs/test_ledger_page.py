"""docs/台账.md: its lists are those of the tables of words, and its story holds."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from conftest import Cli
from ledgers import as_xlsx, row

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "台账.md"
HEAD = ("编号", "收到日期", "申请人", "申请人类型", "补正告知日", "撤回日期", "答复日期", "答复类型")


def test_the_lists_are_fresh() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "make_ledger.py"))
    text = PAGE.read_text(encoding="utf-8")
    assert made["page"](text) == text


def test_january_at_a_bureau(tmp_path: Path, cli: Cli) -> None:
    """The page's own commands: ledger, answers, the figures in the report, check, build; then a case comes late."""
    rows = [
        row("2025-031", "2025-12-22", "公民", "2026-01-08", "予以公开"),
        row("2026-001", "2026-01-12", "公民", "2026-02-02", "信息不存在"),
        row("2026-002", "2026-02-03", "法人或者其他组织", "2026-02-27", "部分公开", 申请人="某某有限公司"),
        row("2026-004", "2026-06-01", "公民", "2026-06-20", "其他"),
        row("2026-005", "2026-12-21", "公民"),
    ]
    ledger, answers, report = tmp_path / "台账.xlsx", tmp_path / "对照.yaml", tmp_path / "年报.yaml"
    ledger.write_bytes(as_xlsx(rows, HEAD))
    count, into, check = re.findall(r"^(nianbao (?:ledger|check) .*)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)[
        :3
    ]
    first = cli(*count.split()[1:], cwd=tmp_path)
    assert first.returncode == 1
    said = answers.read_text(encoding="utf-8")
    assert "2026-002: {申请人类型: ？}" in said
    assert "2026-004: ？" in said
    answers.write_text(
        said.replace("2026-002: {申请人类型: ？}", "2026-002: {申请人类型: 商业企业}").replace(
            "2026-004: ？", "2026-004: 其他处理.其他"
        ),
        encoding="utf-8",
    )
    assert cli(*count.split()[1:], cwd=tmp_path).returncode == 0
    cli("new", "2026", "--agency", "清河县水利局", "-o", "年报.yaml", cwd=tmp_path)
    assert cli(*into.split()[1:], cwd=tmp_path).returncode == 0
    found = cli(*check.split()[1:], "--format", "json", cwd=tmp_path)
    assert not re.search("NB60|NB201", found.stdout)
    text = report.read_text(encoding="utf-8")
    assert "本年新收: {自然人: 3, 商业企业: 1," in text
    ledger.write_bytes(as_xlsx([*rows, row("2026-006", "2026-09-01", "公民", "2026-09-10", "重复申请")], HEAD))
    late = cli(*check.split()[1:], cwd=tmp_path)
    assert late.stdout.count("NB601") == 2
    assert "“重复申请”的“自然人”是 0，台账数出来是 1" in late.stdout
    details = cli("ledger", "台账.xlsx", "-o", "明细.xlsx", cwd=tmp_path)
    assert details.returncode == 0, details.stderr
    assert (tmp_path / "明细.xlsx").read_bytes().startswith(b"PK")
