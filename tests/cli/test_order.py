"""People see first what kept something from being read; data keeps the order of the file."""

import json
from pathlib import Path

from complete import complete
from conftest import Cli

from generator.desk.look import look

TEXT = complete(
    "总体情况:\n  主动公开: 主动公开信息12条，制发了相关文件,全部公开。\n  依申请公开: 按时答复。\n"
    "  政府信息管理: 逐篇审核。\n  政府信息公开平台建设: 按时更新。\n  监督保障: 组织培训。\n"
    "主动公开政府信息:\n  规章: 0\n  行政规范性文件: 0\n  行政许可: 18件\n  行政处罚:\n  行政强制: 0\n"
    "  行政事业性收费: 0\n"
    "政府信息公开申请:\n  本年新收: {自然人: 3, 法人: 12}\n  上年结转: 0\n  办理结果: 0\n  结转下年度: 0\n"
)
CODES = ["NB102", "NB103", "NB105", "NB513"]


def test_the_cause_first_then_errors_then_what_is_not_filled_in_then_warnings(tmp_path: Path, cli: Cli) -> None:
    file = tmp_path / "年报.yaml"
    file.write_text(TEXT, encoding="utf-8")
    shown = [line.split()[2] for line in cli("check", str(file)).stdout.splitlines() if line.startswith(str(file))]
    assert [code for code in shown if code in CODES] == CODES
    page = [finding["code"] for finding in look(str(file), TEXT)["findings"]]
    assert page == shown


def test_data_keeps_the_order_of_the_file(tmp_path: Path, cli: Cli) -> None:
    file = tmp_path / "年报.yaml"
    file.write_text(TEXT, encoding="utf-8")
    (data,) = json.loads(cli("check", "--format", "json", str(file)).stdout)["files"]
    lines = [finding["line"] for finding in data["findings"]]
    assert lines == sorted(lines)
    sarif = json.loads(cli("check", "--format", "sarif", str(file)).stdout)["runs"][0]["results"]
    places = [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in sarif]
    assert places == lines
