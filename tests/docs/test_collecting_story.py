"""January at the county office: the commands of the collecting guide in turn, and what people do between them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from collecting.folders import report, write
from documents import Block, blocks, commands
from openpyxl import load_workbook

from generator.document.grid import table_of
from generator.form import keys
from generator.pipeline.checking import check_file

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "收表.md"
COUNTY = "青山县人民政府"
EDUCATION, WATER, FORESTS, POLICE, TOWN = (
    "青山县教育局",
    "青山县水利局",
    "青山县林业局",
    "青山县公安局",
    "青山县城关镇人民政府",
)
YEAR = 2025
RECEIVED = {EDUCATION: 6, WATER: 3, FORESTS: 2, POLICE: 4, TOWN: 0}


def last_year(agency: str, received: int, carried_in: int = 0, entries: str = "") -> str:
    """A report of the year before, with words of its own."""
    text = report(agency, received, YEAR - 1, carried_in, entries)
    text = text.replace("对申请依法登记、办理、答复。", "收到的申请都按时答复。")
    return text.replace("部分栏目更新不够及时。", "解读的形式少。").replace(
        "已经明确专人负责，逐月检查。", "增加了图解。"
    )


def shown() -> dict[int, Block]:
    """What the guide says one sees, by the number of the command before it."""
    found: dict[int, Block] = {}
    number = -1
    for block in blocks(GUIDE):
        if block.task.startswith("故事"):
            number += len(block.text.splitlines())
        elif block.task == "看到":
            found[number] = block
    return found


class January:
    """The folder, and what happens in it before the first command and after each of them."""

    def __init__(self, folder: Path, cli: Callable) -> None:
        self.folder, self.cli = folder, cli
        [roster] = [block for block in blocks(GUIDE) if block.task == "单位名单.csv"]
        (folder / "单位名单.csv").write_text(roster.text, encoding="utf-8")
        county = last_year(COUNTY, 13, carried_in=1, entries="统计范围: 汇总\n")
        write(folder, f"{COUNTY}-2024.yaml", county)
        for agency, last in ((EDUCATION, 5), (WATER, 1), (POLICE, 4)):
            write(folder / "上年报送", f"{agency}.yaml", last_year(agency, last))
        write(folder / "上年报送", f"{FORESTS}.yaml", last_year(FORESTS, 3, carried_in=1))
        self.filed = folder / "报送"
        write(self.filed, "教育局年报（定稿）.docx", report(EDUCATION, 6, YEAR))
        faulty = report(WATER, 3, YEAR).replace("予以公开: {自然人: 3}", "予以公开: {自然人: 2}")
        write(self.filed, "水利局.yaml", faulty)
        write(self.filed, "林业局.html", report(FORESTS, 2, YEAR))
        write(self.filed / "乡镇", "城关镇.md", report(TOWN, 0, YEAR))
        (self.filed / "~$教育局年报（定稿）.docx").write_bytes(b"lock")

    def afterwards(self) -> Iterator[Callable[[str], None]]:
        """What is looked at, and what is done, after each command."""
        yield self.sent_back
        yield self.complete
        yield self.merged
        yield self.written
        yield lambda _: None
        yield self.built
        yield self.compared

    def status(self) -> dict[str, str]:
        sheet = load_workbook(self.folder / "台账.xlsx", data_only=True)["报送情况"]
        cells = [[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
        known = {"未交", "有错误", "有疑问", "合格"}
        return {cell: next(iter(known & set(row)), "") for row in cells for cell in row if cell.startswith("青山县")}

    def sent_back(self, _: str) -> None:
        """水利局 is faulty and mends it, 公安局 has not filed and does; 林业局 carried nothing in, and explains."""
        assert self.status()[WATER] == "有错误"
        assert self.status()[POLICE] == "未交"
        notes = {path.stem: path.read_text(encoding="utf-8") for path in (self.folder / "退回意见").iterdir()}
        assert "本年新收" in notes[WATER]
        assert not any("NB" in note or "error" in note for note in notes.values())
        write(self.filed, "水利局.yaml", report(WATER, 3, YEAR))
        write(self.filed, "公安/年报.html", report(POLICE, 4, YEAR))
        write(self.filed, "林业局.html", report(FORESTS, 2, YEAR, carried_in=1))

    def complete(self, _: str) -> None:
        assert set(self.status().values()) <= {"合格"}
        assert not (self.folder / "退回意见" / f"{WATER}.md").exists()

    def merged(self, _: str) -> None:
        report = check_file(str(self.yaml)).report
        assert report is not None
        assert report.consolidated
        assert report.figures.rows[keys.APPLICATIONS, keys.RECEIVED][-1] == sum(RECEIVED.values())
        assert report.last_year is not None
        assert self.sums_of_the_ledger() == [
            float(cell.text)
            for part in report.edition.tables
            for row in table_of(report.edition, part, report.figures).rows
            for cell in row
            if cell.role == "figure"
        ]
        texts = (self.folder / "文字汇编.md").read_text(encoding="utf-8")
        assert all(agency in texts for agency in RECEIVED)
        assert (self.folder / "文字汇编.docx").exists()

    def sums_of_the_ledger(self) -> list[float]:
        """All figures of the three summed tables, in their order."""
        book = load_workbook(self.folder / "台账.xlsx", data_only=True)
        tables = [sheet for sheet in book if sheet.title.startswith("汇总")]
        cells = [cell for sheet in tables for row in sheet.iter_rows(values_only=True) for cell in row]
        return [float(cell) for cell in cells if isinstance(cell, int | float)]

    def written(self, _: str) -> None:
        """The texts that check lists are written, and nothing else."""
        outcome = self.cli("check", self.yaml, "--format", "json", cwd=self.folder)
        lines = self.yaml.read_text(encoding="utf-8").splitlines()
        for finding in json.loads(outcome.stdout)["files"][0]["findings"]:
            assert finding["code"] == "NB105", finding
            assert lines[finding["line"] - 1].endswith(": |"), "only texts are left"
            lines[finding["line"]] = f"    全县在“{finding['path'][-1]}”方面的工作照计划完成，{SAID}"
        self.yaml.write_text("\n".join([*lines, ""]), encoding="utf-8")

    def built(self, _: str) -> None:
        names = {path.suffix for path in (self.folder / "公布").iterdir()}
        assert names == {".docx", ".md", ".html"}
        page = next((self.folder / "公布").glob("*.html"))
        assert self.cli("compare", page, self.yaml, cwd=self.folder).returncode == 0

    def compared(self, said: str) -> None:
        assert "表三“本年新收”自然人" in said

    @property
    def yaml(self) -> Path:
        return self.folder / f"{COUNTY}-{YEAR}.yaml"


SAID = "收到申请{{ 本年新收 }}件，{{ 较上年(本年新收, '件') }}，已纳入考核，开展了社会评议，没有责任追究的情形。"


def test_january_at_the_county_office(cli: Callable, tmp_path: Path) -> None:
    january = January(tmp_path, cli)
    steps = list(zip(commands(GUIDE, "故事"), january.afterwards(), strict=True))
    for number, ((line, code), afterwards) in enumerate(steps):
        outcome = cli(*line.split()[1:], cwd=tmp_path)
        assert outcome.returncode == code, f"{line}\n{outcome.stdout}{outcome.stderr}"
        if number in shown():
            assert shown()[number].text.strip() in outcome.stdout
        afterwards(outcome.stdout)


@pytest.mark.parametrize(
    "block", [b for b in blocks(GUIDE) if b.task not in ("看到", "单位名单.csv")], ids=lambda b: b.line
)
def test_every_marked_block_is_part_of_the_story(block: Block) -> None:
    assert block.task.partition("=")[0] == "故事"
