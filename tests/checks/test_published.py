"""The rules about text on published reports: all that is found there is there."""

import json
from pathlib import Path

import pytest
from published import findings, report_of

from generator.checks.registry import rules

RULES = [rule for rule in rules() if rule.code >= "NB501"]


def found_in(path: Path) -> set[tuple[str, str]]:
    """Codes with the last key of their path."""
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    report = report_of(path, truth["机关"], truth["年度"])
    return {(f.code, str(f.path[-1])) for f in findings(RULES, report)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("000_f782fbc304cf921a", {("NB505", "政府信息公开平台建设"), ("NB507", "依申请公开")}),
        (
            "001_a1ecbb8fad6ae2b6",
            {
                ("NB502", "存在的主要问题及改进情况"),
                ("NB513", "依据《政府信息公开信息处理费管理办法》收取信息处理费的情况"),
            },
        ),
        ("002_33710fa330a2fa00", set()),
        ("003_ea87cd62c8af9600", {("NB512", "监督保障")}),
        ("004_2b0699a3dfee169a", set()),
    ],
)
def test_the_seeds(shared: Path, name: str, expected: set[tuple[str, str]]) -> None:
    assert found_in(shared / "seeds" / f"{name}.txt") == expected


def test_pingtan(shared: Path) -> None:
    found = found_in(shared / "reports" / "平潭综合实验区_2021.txt")
    assert found == {("NB511", "总体情况"), ("NB513", "引言"), ("NB513", "主动公开方面")}


def test_hongze(shared: Path) -> None:
    assert found_in(shared / "reports" / "洪泽区人民政府_2023.txt") == {("NB512", "政府信息公开监督保障情况")}
