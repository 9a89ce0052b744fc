"""``nianbao collect`` as it is used in January."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from collecting.folders import agency, report, roster, unbalanced, write
from openpyxl import Workbook, load_workbook

RUN = ("报送", "--roster", "单位名单.csv", "-o", "台账.xlsx")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Three agencies: a good report, one with an error, one that has not come; and what else lies about."""
    roster(tmp_path, [agency(number) for number in range(3)])
    write(tmp_path / "报送", "水利.docx", report(agency(0)))
    write(tmp_path / "报送", "林业.yaml", unbalanced(agency(1)))
    (tmp_path / "报送" / "~$水利.docx").write_bytes(b"lock")
    (tmp_path / "报送" / "全部.zip").write_bytes(b"PK")
    (tmp_path / "报送" / "县教育局年报.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    return tmp_path


@pytest.mark.parametrize("command", ["collect", "收表"])
def test_a_run_says_who_stands_where_and_writes_the_rest(cli, office: Path, command: str) -> None:
    outcome = cli(command, *RUN, "--deadline", "2024-01-31", cwd=office)
    assert outcome.returncode == 1, outcome.stderr
    assert outcome.stdout == (f"2023 年度，共 3 家：合格 1，有疑问 0，有错误 1，未交 1\n未交：{agency(2)}\n")
    for said in (
        "全部.zip：压缩文件",
        "县教育局年报.doc：没有读成",
        "已写成 台账.xlsx",
        "1 份退回意见",
        "另有 1 个文件不用管",
    ):
        assert said in outcome.stderr
    assert load_workbook(office / "台账.xlsx").sheetnames
    message = (office / "退回意见" / f"{agency(1)}.md").read_text(encoding="utf-8")
    assert message.startswith(f"{agency(1)}：\n\n您好！")
    assert "请在2024年1月31日前改好后重新报送" in message


def test_when_all_is_well_the_exit_code_is_0(cli, office: Path) -> None:
    write(office / "报送", "林业.yaml", report(agency(1)))
    outcome = cli("collect", *RUN, cwd=office)
    assert outcome.returncode == 0, outcome.stderr
    assert not (office / "退回意见").exists()
    assert cli("collect", *RUN, "--strict", cwd=office).returncode == 1, "one has not come"
    roster(office, [agency(0), agency(1)])
    assert cli("collect", *RUN, "--strict", cwd=office).returncode == 0


def test_while_the_ledger_is_open_a_copy_is_written(cli, office: Path) -> None:
    cli("collect", *RUN, cwd=office)
    before = (office / "台账.xlsx").read_bytes()
    (office / ".~lock.台账.xlsx#").touch()
    outcome = cli("collect", *RUN, cwd=office)
    assert "台账.xlsx 正在别的程序里打开" in outcome.stderr
    assert "已写成 台账(2).xlsx" in outcome.stderr
    assert (office / "台账.xlsx").read_bytes() == before
    assert load_workbook(office / "台账(2).xlsx").sheetnames


def test_json_for_programs(cli, office: Path) -> None:
    outcome = cli("collect", *RUN, "--format", "json", cwd=office)
    data = json.loads(outcome.stdout)
    assert [found["status"] for found in data["agencies"]] == ["合格", "有错误", "未交"]
    assert len(data["asides"]) == 3
    assert outcome.returncode == 1


def test_a_roster_that_cannot_be_used_is_told_by_sheet(cli, office: Path) -> None:
    book = Workbook()
    book.active.title = "科室"
    book.active.append(["序号", "科室"])
    book.save(office / "名单.xlsx")
    outcome = cli("collect", "报送", "--roster", "名单.xlsx", "-o", "台账.xlsx", cwd=office)
    assert outcome.returncode == 2
    assert "“科室”" in outcome.stderr
    assert "单位名称" in outcome.stderr
    assert {path.name for path in office.iterdir()} == {"报送", "单位名单.csv", "名单.xlsx"}


def test_a_folder_as_it_came_in_the_mail(cli, office: Path) -> None:
    """One folder for each agency, a copy, a second version, an unknown sender, last year's report among them."""
    folder = office / "报送"
    shutil.copy(folder / "水利.docx", folder / "水利 - 副本.docx")
    write(folder / "林业局（修改稿）", "年报.yaml", report(agency(1)))
    write(folder / "教育局", "年报.md", report(f"河南省{agency(2)}"))
    write(folder / "教育局", "上年.md", report(agency(2), year=2022))
    outcome = cli("收表", *RUN, "--format", "json", cwd=office)
    found = {one["agency"]: one for one in json.loads(outcome.stdout)["agencies"]}
    assert found[agency(0)]["status"] == "合格"
    assert found[agency(1)]["status"] == "有错误"
    assert "“林业.yaml”" in found[agency(1)]["problems"][0]["message"]
    assert "修改稿" in found[agency(1)]["problems"][0]["message"]
    assert found[agency(2)]["status"] == "未交"
    assert "待确认" in found[agency(2)]["remarks"][-1]
    message = (office / "退回意见" / f"{agency(1)}.md").read_text(encoding="utf-8")
    assert "2 份内容不同的报告" in message
    assert "--newest" not in message
    assert "2022 年度的报告" in outcome.stderr
    later = cli("收表", *RUN, "--newest", cwd=office)
    assert "有错误 0" in later.stdout


def test_a_system_without_chinese_file_names_is_told_what_to_set(cli, office: Path) -> None:
    (office / "reports").mkdir()
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    shutil.copy(office / "单位名单.csv", office / "list.csv")
    outcome = cli("collect", "reports", "--roster", "list.csv", "-o", "ledger.xlsx", cwd=office, **bare)
    assert outcome.returncode == 2
    assert "PYTHONUTF8=1" in outcome.stderr
    assert "NB900" not in outcome.stderr
