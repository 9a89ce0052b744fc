"""January at a bureau: the ledger's commands of the guide in turn, and what people do between them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from documents import blocks, commands
from ledgers import as_xlsx
from openpyxl import load_workbook

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "使用指南.md"
SAID = "全年收到政府信息公开申请{{ 本年新收 }}件，办结{{ 办理结果 }}件，结转下年度{{ 结转下年度 }}件。"
HEAD = ("序号", "登记号", "收到日期", "申请人", "申请人类型", "申请内容", "答复日期", "答复类型", "撤回日期")
ROWS = (
    ("2024-014", date(2024, 12, 20), "甲某", "公民", "河道规划", date(2025, 1, 15), "予以公开"),
    ("2025-001", date(2025, 1, 13), "乙某", "公民", "灌区图纸", date(2025, 2, 6), "部分公开"),
    ("2025-002", date(2025, 3, 3), "青山建材有限公司", "法人或者其他组织", "招标文件", date(2025, 3, 20), "信息不存在"),
    ("2025-003", date(2025, 4, 7), "丙某", "公民", "水费标准", date(2025, 4, 18), "其他"),
    ("2025-004", date(2025, 6, 3), "丁某", "公民", "会议纪要", date(2025, 6, 20), "内部事务信息"),
    ("2025-005", date(2025, 8, 4), "戊某", "公民", "移民补偿", None, "撤回", date(2025, 8, 11)),
    ("2025-006", date(2025, 12, 18), "己某", "公民", "水库调度", None, "办理中"),
)
FORGOTTEN = ("2025-007", date(2025, 9, 1), "庚某", "公民", "取水许可", date(2025, 9, 12), "公开")


class Bureau:
    """The bureau's folder, and what happens in it after each command."""

    def __init__(self, folder: Path, cli: Callable) -> None:
        self.folder, self.cli = folder, cli
        self.ledger, self.yaml, self.answers = folder / "台账.xlsx", folder / "年报.yaml", folder / "对照.yaml"
        lines = [HEAD, *((at, *row) for at, row in enumerate(ROWS, start=1))]
        self.ledger.write_bytes(as_xlsx(lines, ("青山县水利局2025年依申请公开台账",), "2025年"))

    def afterwards(self) -> Iterator[Callable[[], None]]:
        """What is done, or looked at, after each command."""
        yield lambda: None
        yield self.answered
        yield self.written
        yield lambda: None
        yield self.added
        yield self.told
        yield lambda: None
        yield lambda: None
        yield self.quiet
        yield self.printed

    def answered(self) -> None:
        """The person finds both questions, and puts what the guide says in their places."""
        text = self.answers.read_text(encoding="utf-8")
        [said] = [block.text for block in blocks(GUIDE) if block.task == "台账回答"]
        for line in said.splitlines():
            case = line.partition(":")[0]
            [asked] = [old for old in text.splitlines() if old.startswith(f"{case}:")]
            assert "？" in asked
            text = text.replace(asked, line)
        self.answers.write_text(text, encoding="utf-8")

    def written(self) -> None:
        """Table 3 is full; everything else is filled in as a clerk would."""
        outcome = self.cli("check", self.yaml, "--format", "json", cwd=self.folder)
        lines = self.yaml.read_text(encoding="utf-8").splitlines()
        for finding in sorted(json.loads(outcome.stdout)["files"][0]["findings"], key=lambda f: -f["line"]):
            assert finding["code"] == "NB105", finding
            assert finding["path"][0] != "政府信息公开申请"
            at = finding["line"] - 1
            key, colon, note = lines[at].partition(":")
            if note.strip().startswith("|"):
                lines[at + 1] = f"    “{finding['path'][-1]}”方面的工作照计划完成，{SAID}"
            else:
                lines[at] = f"{key}{colon} 0{note}"
        self.yaml.write_text("\n".join([*lines, ""]), encoding="utf-8")

    def added(self) -> None:
        """Somebody remembers a case."""
        assert list(self.folder.glob("*年度报告.docx"))
        book = load_workbook(self.ledger)
        book["2025年"].append((8, *FORGOTTEN))
        book.save(self.ledger)

    def told(self) -> None:
        """NB601 leads to the figures and to the case's cell."""
        outcome = self.cli("check", self.yaml, "--format", "json", cwd=self.folder)
        found = [f for f in json.loads(outcome.stdout)["files"][0]["findings"] if f["code"] == "NB601"]
        assert [f["path"][1:] for f in found] == [["本年新收", "自然人"], ["办理结果", "予以公开", "自然人"]]
        assert all("2025-007" in f["hint"] for f in found)
        assert "台账.xlsx:2025年!B10 2025-007" in [one["message"] for one in found[0]["related"]]

    def quiet(self) -> None:
        outcome = self.cli("check", self.yaml, "--format", "json", cwd=self.folder)
        assert json.loads(outcome.stdout)["files"][0]["findings"] == []

    def printed(self) -> None:
        """The figures arrived in the text too."""
        from generator.importing.readers import read_published

        [docx] = self.folder.glob("*年度报告.docx")
        text = "\n".join(getattr(block, "text", "") for block in read_published("a.docx", docx.read_bytes()).blocks)
        assert "全年收到政府信息公开申请7件，办结7件，结转下年度1件。" in text


def test_january_at_a_bureau(cli: Callable, tmp_path: Path) -> None:
    bureau = Bureau(tmp_path, cli)
    shown = [block.text.strip().splitlines() for block in blocks(GUIDE) if block.task == "台账看到"]
    for (line, code), afterwards in zip(commands(GUIDE, "台账"), bureau.afterwards(), strict=True):
        outcome = cli(*line.split()[1:], cwd=tmp_path)
        assert outcome.returncode == code, f"{line}\n{outcome.stdout}{outcome.stderr}"
        if shown and all(one.strip() in outcome.stdout for one in shown[0]):
            shown.pop(0)
        afterwards()
    assert not shown, "what the guide shows is not seen"
