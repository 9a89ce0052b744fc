"""Names, numbers of persons and contents never leave the ledger: canaries through every command."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from conftest import Cli
from ledgers import HEAD, as_csv, as_xlsx, row
from rule_trials import MINIMAL

NAMES = ("欧阳春晓", "诸葛明远")
PHONE, CARD = "13912345678", "410825198001011234"
CONTENT = "申请公开欧阳春晓家宅基地审批材料"
HEADS = (*HEAD, "联系电话", "证件号码", "申请内容")
PRIVATE = (*NAMES, PHONE, CARD, CONTENT, "宅基地", "1391234")


def line(*values: str) -> tuple[str, ...]:
    return (*values, PHONE, CARD, CONTENT)


ROWS = [
    line(*row("2026-1", "2026-03-02", "单位", "2026-03-20", "公开", 申请人=NAMES[0])),
    line(*row(NAMES[1], "2026-03-02", "公民", "", f"{CONTENT}，已转交{NAMES[0]}", 申请人=NAMES[0])),
    line(*row(PHONE, "2026-02-30", f"{NAMES[0]}（电话{PHONE}）", "2026-03-20", "公开", 申请人=NAMES[1])),
    line(*row(CARD, NAMES[0] + CONTENT, "公民", CONTENT + PHONE, "公开", 申请人=NAMES[1])),
    line(*row(CARD, "2026-03-04", "公民", "2026-03-01", CARD, 申请人=NAMES[1])),
    line(*row("2026-6", "2026-03-04", NAMES[0], "2026-03-21", f"给{NAMES[0]}公开", 申请人=NAMES[0])),
    line(*row("2026-7", "2026-03-04", "公民", "2026-03-21", f"公开；告知向{NAMES[1]}申请", 申请人=NAMES[0])),
    line(*row("2026-8", "2026-03-04", "公民", "", f"转送{NAMES[1]}办理", 申请人=NAMES[0], 撤回日期=PHONE)),
]


def unpacked(data: bytes) -> bytes:
    """A file's bytes; of a workbook, a Word file or a cache all that is in it."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return b"".join(map(package.read, package.namelist()))
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


@pytest.fixture(params=["csv", "xlsx"])
def office(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    name = f"台账.{request.param}"
    (tmp_path / name).write_bytes((as_csv if request.param == "csv" else as_xlsx)(ROWS, HEADS))
    report = f"台账: {name}\n" + MINIMAL.replace("年度: 2023", "年度: 2026")
    (tmp_path / "年报.yaml").write_text(report, encoding="utf-8")
    (tmp_path / "单位名单.csv").write_text("单位名称\n清河县水利局\n", encoding="utf-8")
    return tmp_path


def test_no_canary_leaves_by_any_command(office, cli: Cli):
    name = next(office.glob("台账.*")).name
    for words in (
        ("ledger", name, "-o", "明细.xlsx"),
        ("ledger", name, "--format", "json"),
        ("ledger", name, "--last", name, "--format", "json"),
        ("ledger", name, "--cell", "本年新收", "--debug"),
        ("ledger", name, "--into", "年报.yaml"),
        ("due", name, "--on", "2026-12-01"),
        ("due", name, "--on", "2026-12-01", "--format", "json"),
        ("due", name, "--on", "2026-12-01", "--format", "ics"),
        ("check", "年报.yaml"),
        ("check", "年报.yaml", "--format", "json"),
        ("check", "年报.yaml", "--format", "sarif"),
        ("check", "年报.yaml", "--format", "github"),
        ("check", "年报.yaml", "--format", "xlsx", "-o", "问题.xlsx"),
        ("signoff", "年报.yaml"),
        ("collect", ".", "--roster", "单位名单.csv", "-o", "报送台账.xlsx"),
        ("collect", ".", "数据包", "--roster", "单位名单.csv", "--to", "datapackage"),
        ("merge", ".", "--agency", "清河县人民政府", "-o", "汇总.yaml"),
        ("compare", name, "年报.yaml"),
        ("revise", "年报.yaml", name),
        ("build", "年报.yaml", "--draft", "-t", "md"),
        ("export", "年报.yaml", "--to", "json"),
        ("check", name),
        ("import", name),
    ):
        done = cli(*words, cwd=office)
        said = done.stdout + done.stderr
        assert not [one for one in PRIVATE if one in said], words
    for file in office.rglob("*"):
        if file.is_file() and file.name != name:
            text = unpacked(file.read_bytes()).decode("utf-8", "replace")
            assert not [one for one in PRIVATE if one in text], file.name


def test_a_number_that_names_a_person_is_replaced_by_its_cell(office, cli: Cli):
    name = next(office.glob("台账.*")).name
    found = json.loads(cli("ledger", name, "--year", "2026", "--format", "json", cwd=office).stdout)
    cases = {case for question in found["questions"] for case in question["cases"]}
    assert {"2026-1", "Sheet1!A3", "Sheet1!A4", "Sheet1!A5"} <= cases


def test_a_fault_of_ours_tells_nothing_of_the_ledger(office, monkeypatch):
    from generator.ledger.errors import LedgerCrashError
    from generator.pipeline import ledgers

    def broken(*_: object) -> None:
        raise ValueError(CONTENT)

    monkeypatch.setattr(ledgers, "count_ledger", broken)
    name = str(next(office.glob("台账.*")))
    with pytest.raises(LedgerCrashError) as crashed:
        ledgers.count_file(name)
    assert CONTENT not in str(crashed.value)
    assert crashed.value.__cause__ is None
    assert crashed.value.__context__ is None
