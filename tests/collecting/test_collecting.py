"""A whole run: every kind of trouble in one folder, what is written of it, and what a second run reads again."""

from __future__ import annotations

import gzip
import json
import os
from datetime import date
from pathlib import Path

import pytest
from collecting.folders import (
    agency,
    built,
    collect,
    four_agencies,
    later,
    report,
    roster,
    status,
    write,
)
from complete import complete
from openpyxl import load_workbook

from generator.collecting.records import Status
from generator.collecting.running.cache import load_cache
from generator.collecting.running.reading import RunContext, digest, read_file
from generator.collecting.running.run_data import as_data
from generator.collecting.running.walking import FoundFile
from generator.files.errors import UserError
from generator.findings import Severity

CACHE = ".台账.xlsx.nianbao-cache"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return four_agencies(tmp_path)


def test_where_every_agency_stands(office: Path) -> None:
    done = collect(office)
    assert done.ledger.year == 2023
    assert status(done) == {agency(0): "合格", agency(1): "有错误", agency(2): "有疑问", agency(3): "未交"}
    assert done.read == 3
    assert done.traces == ()
    assert "报送情况" in load_workbook(office / "台账.xlsx").sheetnames
    assert {path.name for path in (office / "退回意见").iterdir()} == {f"{agency(1)}.md", f"{agency(2)}.md"}
    assert {path.name for path in office.iterdir()} == {"报送", "单位名单.csv", "台账.xlsx", "退回意见", CACHE}


def test_nothing_in_the_folder_is_touched(office: Path) -> None:
    def state() -> dict[str, tuple[bytes, int]]:
        files = [path for path in (office / "报送").rglob("*") if path.is_file()]
        return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}

    before = state()
    collect(office)
    assert state() == before


def test_processes_find_the_same(office: Path) -> None:
    for number in range(4, 14):
        write(office / "报送", f"{number}.yaml", report(agency(number)))
    one = collect(office)
    (office / CACHE).unlink()
    several = collect(office, jobs=2)
    assert several.ledger == one.ledger
    assert several.read == one.read == 13


def test_a_second_run_reads_only_what_has_changed(office: Path) -> None:
    first = collect(office)
    again = collect(office)
    assert again.read == 0
    assert again.ledger == first.ledger
    (office / "报送" / "林业.yaml").write_text(report(agency(1)), encoding="utf-8")
    (office / "报送" / "水利.yaml").rename(office / "报送" / "改名.yaml")
    third = collect(office)
    assert third.read == 1
    assert status(third)[agency(0)] == status(third)[agency(1)] == "合格"
    assert third.ledger.entries[0].filed is not None
    assert third.ledger.entries[0].filed.file == "改名.yaml"
    assert third.notices.removed == (f"{agency(1)}.md",)


def test_without_the_cache_everything_is_read_again(office: Path) -> None:
    first = collect(office)
    (office / CACHE).unlink()
    assert collect(office).ledger == first.ledger


def test_other_names_on_the_roster_or_another_deadline_are_read_anew(office: Path) -> None:
    collect(office)
    roster(office, [f"{agency(0)},清河县水务局", *(f"{agency(n)}," for n in range(1, 4))], "单位名称,曾用名")
    assert collect(office).read == 1
    assert collect(office).read == 0
    assert collect(office, deadline=date(2024, 1, 31)).read == 3


@pytest.mark.parametrize("damage", ["text", "cut", "flipped", "other program", "not ours", "types", "deep"])
def test_a_cache_that_is_damaged_or_somebodys_is_as_good_as_none(office: Path, damage: str) -> None:
    first = collect(office)
    path = office / CACHE
    path.write_bytes(damaged(path.read_bytes(), damage))
    again = collect(office)
    assert again.read == 3
    assert again.ledger == first.ledger
    assert collect(office).read == 0


def damaged(data: bytes, damage: str) -> bytes:
    head, *lines = gzip.decompress(data).splitlines(keepends=True)
    if damage == "text":
        return b"anything"
    if damage == "cut":
        return data[: len(data) // 2]
    if damage == "flipped":
        return data[:200] + bytes([data[200] ^ 1]) + data[201:]
    if damage == "other program":
        return gzip.compress(json.dumps({**json.loads(head), "program": "x"}).encode() + b"\n" + b"".join(lines))
    if damage == "not ours":
        return gzip.compress(b"[1, 2]\n" * 3)
    values = {"types": b'[["a",2023,[],false,["x"],[],[],""],null,null,"",[]]', "deep": b"[" * 100_000}
    wrong = [line.split(b" ", 1)[0] + b" " + values[damage] + b"\n" for line in lines]
    return gzip.compress(head + b"".join(wrong))


def test_a_cache_holds_only_what_the_last_run_used(office: Path) -> None:
    collect(office)
    content = digest((office / "报送" / "水利.yaml").read_bytes())
    assert content in load_cache(str(office / CACHE), "None", {content}).reads
    (office / "报送" / "水利.yaml").unlink()
    collect(office)
    assert content not in load_cache(str(office / CACHE), "None", {content}).reads


def test_a_report_that_breaks_the_program_is_one_row(office: Path, monkeypatch) -> None:
    from generator.collecting.running import reading

    real = reading.open_report

    def breaking(path: str, *rest, **more):
        if path.endswith("水利.yaml"):
            raise RuntimeError("a fault of ours")
        return real(path, *rest, **more)

    monkeypatch.setattr(reading, "open_report", breaking)
    done = collect(office)
    entry = done.ledger.entries[0]
    assert entry.status is Status.FAULTY
    assert entry.filed is not None
    assert entry.filed.problems[0].code == "NB900"
    assert not (office / "退回意见" / f"{agency(0)}.md").exists()
    assert "a fault of ours" in done.traces[0]
    assert status(done)[agency(2)] == "有疑问"


LAST = "上年"


@pytest.fixture
def two_years(office: Path) -> Path:
    """Last year: one agency under its earlier name, another with other figures, a third broken."""
    roster(office, [f"{agency(0)},清河县水务局", f"{agency(1)},", f"{agency(2)},"], "单位名称,曾用名")
    write(office / "报送", "水利.yaml", report(agency(0), carried_in=2))
    write(office / "报送", "林业.yaml", report(agency(1), carried_in=2))
    write(office / LAST, "a.docx", report("清河县水务局", carried_in=2, year=2022))
    write(office / LAST, "b.md", report(agency(1), carried_in=5, year=2022))
    (office / LAST / "c.yaml").write_text("机关: {", encoding="utf-8")
    return office


def test_last_years_folder_is_matched_the_same_way(two_years: Path) -> None:
    done = collect(two_years, last_year=str(two_years / LAST))
    water, forests, schools = done.ledger.entries
    assert water.carried_in_agrees is True
    assert forests.carried_in_agrees is False
    assert forests.filed is not None
    assert water.filed is not None
    assert not {"NB401", "NB404", "NB107"} & {problem.code for problem in water.filed.problems}
    assert "NB401" in {problem.code for problem in forests.filed.problems}
    assert forests.last_year is not None
    assert forests.last_year.file == "b.md"
    assert schools.carried_in_agrees is None
    assert "没有这家上年的报告" in schools.remarks[0]
    assert done.read == 6


def test_what_is_wrong_with_last_years_report_is_the_offices_to_know(two_years: Path) -> None:
    (two_years / LAST / "b.md").unlink()
    text = report(agency(1), carried_in=2, year=2022).replace("复议后起诉: 0", "复议后起诉: {结果维持: 一}")
    write(two_years / LAST, "b.yaml", text)
    entry = collect(two_years, last_year=str(two_years / LAST)).ledger.entries[1]
    assert entry.filed is not None
    assert "NB107" not in {problem.code for problem in entry.filed.problems}
    assert "上年报告“b.yaml”自己有 1 个错误" in entry.remarks[0]
    assert entry.carried_in_agrees is True


def test_when_last_years_report_changes_this_years_is_read_again(two_years: Path) -> None:
    collect(two_years, last_year=str(two_years / LAST))
    assert collect(two_years, last_year=str(two_years / LAST)).read == 1, "what cannot be read is tried again"
    write(two_years / LAST, "b.md", report(agency(1), carried_in=2, year=2022))
    done = collect(two_years, last_year=str(two_years / LAST))
    assert done.read == 3
    assert done.ledger.entries[1].carried_in_agrees is True


def test_last_year_in_the_folder_itself_is_not_taken_for_this_year(two_years: Path) -> None:
    (two_years / LAST).rename(two_years / "报送" / LAST)
    done = collect(two_years, last_year=str(two_years / "报送" / LAST))
    assert done.ledger.entries[0].carried_in_agrees is True
    assert [aside.file for aside in done.ledger.asides] == [LAST]
    one_folder = collect(two_years, last_year=str(two_years / "报送"))
    assert one_folder.ledger.entries[0].carried_in_agrees is True


def test_a_reports_own_last_year_is_used_without_a_folder(office: Path) -> None:
    write(office / "报送", "水利.yaml", report(agency(0), carried_in=2, entries="上年报告: 旧/水利.md\n"))
    write(office / "报送" / "旧", "水利.md", report(agency(0), carried_in=2, year=2022))
    done = collect(office)
    assert done.ledger.entries[0].carried_in_agrees is True
    [aside] = done.ledger.asides
    assert (aside.file, aside.reason) == (os.path.join("旧", "水利.md"), "是本年报告写明的上年报告")
    assert aside.harmless
    assert collect(office).read == 0
    write(office / "报送" / "旧", "水利.md", report(agency(0), carried_in=1, year=2022))
    assert collect(office).ledger.entries[0].carried_in_agrees is False


def test_last_years_report_that_was_not_sent_along_is_no_fault(office: Path) -> None:
    write(office / "报送", "水利.yaml", report(agency(0), entries="上年报告: 水利-2022.yaml\n"))
    done = collect(office)
    assert status(done)[agency(0)] == "合格"
    assert done.ledger.entries[0].filed is not None
    [problem] = done.ledger.entries[0].filed.problems
    assert problem.severity is Severity.INFO
    assert problem.message == "上年报告“水利-2022.yaml”没有一并报送，与上年的比较没有做"


def test_one_report_in_all_formats_is_one(office: Path) -> None:
    for form in ("docx", "html", "md"):
        (office / "报送" / f"水利.{form}").write_bytes(built(report(agency(0)), form))
    done = collect(office)
    assert status(done)[agency(0)] == "合格"
    assert done.ledger.entries[0].filed is not None
    assert done.ledger.entries[0].filed.file == "水利.yaml"
    assert len(done.ledger.asides) == 3
    write(office / "报送", "水利.docx", report(agency(0), received=4))
    assert status(collect(office))[agency(0)] == "有错误"
    later(office / "报送" / "水利.docx", 60)
    newest = collect(office, newest=True)
    assert newest.ledger.entries[0].filed is not None
    assert newest.ledger.entries[0].filed.file == "水利.docx"


def test_the_examples_in_every_format_are_what_they_are(examples: Path, tmp_path: Path) -> None:
    names = sorted({path.stem.removesuffix("-2023") for path in examples.glob("*-2023.yaml")})
    roster(tmp_path, names)
    for name in names:
        source = examples / f"{name}-2023.yaml"
        write(tmp_path / "报送" / "yaml", f"{name}.yaml", source.read_text(encoding="utf-8"))
        for form in ("docx", "html", "md"):
            content = built(source.read_text(encoding="utf-8"), form, str(source))
            (tmp_path / "报送" / f"{name}.{form}").write_bytes(content)
    write(
        tmp_path / "报送" / "yaml",
        "温县人民政府办公室-2022.yaml",
        (examples / "温县人民政府办公室-2022.yaml").read_text("utf-8"),
    )
    done = collect(tmp_path)
    assert {entry.filed.file for entry in done.ledger.entries if entry.filed} == {
        os.path.join("yaml", f"{name}.yaml") for name in names
    }
    assert len(done.ledger.asides) == 3 * len(names) + 1


def test_published_reports_are_read_or_named(shared: Path, tmp_path: Path) -> None:
    roster(tmp_path, ["沭阳县发展和改革局", "洪泽区人民政府", "温县人民政府办公室", "孟津区人民政府办公室"])
    (tmp_path / "报送").mkdir()
    for folder in ("reports", "seeds"):
        (tmp_path / "报送" / folder).symlink_to(shared / folder)
        assert folder in {aside.file for aside in collect(tmp_path).ledger.asides}, "links are not followed"
        (tmp_path / "报送" / folder).unlink()
    for path in [*shared.glob("reports/*.txt"), *shared.glob("reports/*.html"), *shared.glob("seeds/*.txt")]:
        (tmp_path / "报送" / path.name).write_bytes(path.read_bytes())
    done = collect(tmp_path)
    assert Status.MISSING not in {entry.status for entry in done.ledger.entries}
    assert len(done.ledger.asides) + 4 == len(list((tmp_path / "报送").iterdir()))


def test_with_no_report_at_all_everybody_is_missing(tmp_path: Path) -> None:
    roster(tmp_path, [agency(0)])
    (tmp_path / "报送").mkdir()
    done = collect(tmp_path)
    assert done.ledger.year == date.today().year - 1
    assert status(done) == {agency(0): "未交"}
    assert "没有可以读的年报" in done.remarks[0]
    assert collect(tmp_path, year=2021).ledger.year == 2021


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"output": "台账.docx"}, "不能写成"),
        ({"folder": "单位名单.csv"}, "这是文件"),
        ({"last_year": "单位名单.csv"}, "这是文件"),
        ({"folder": "没有"}, "找不到"),
        ({"roster": "没有.xlsx"}, "找不到"),
        ({"output": "单位名单.csv/台账.xlsx"}, "写不进"),
        ({"roster": "报送/台账.xlsx", "output": "报送/../报送/台账.xlsx"}, "盖掉单位名单"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_written(office: Path, options, said: str) -> None:
    before = sorted(office.rglob("*"))
    with pytest.raises(UserError) as refused:
        collect(office, **{name: str(office / path) for name, path in options.items()})
    assert said in refused.value.message
    assert sorted(office.rglob("*")) == before


def test_json_holds_every_agency(office: Path) -> None:
    data = json.loads(json.dumps(as_data(collect(office))))
    assert [found["status"] for found in data["agencies"]] == ["合格", "有错误", "有疑问", "未交"]
    assert data["agencies"][1]["problems"][0]["severity"] == "error"
    assert data["agencies"][3]["file"] is None


@pytest.mark.parametrize(
    "text",
    ["", "机关: {", "- a\n- b\n", "services:\n  web: 1\n", "\0\1\2", "机关: 某局\n年度: 2023\n", complete("机关: \n")],
)
def test_any_yaml_is_read_as_something(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    read = read_file(FoundFile(str(path), "a.yaml", 0), RunContext())
    assert read.trace == ""
    assert read.filed.problems


def test_what_the_office_can_do_about_a_file_of_nobodys_is_kept(office: Path) -> None:
    (office / "报送" / "空.yaml").touch()
    [aside] = collect(office).ledger.asides
    assert aside.file == "空.yaml"
    assert "nianbao new" in aside.advice


def test_yaml_with_a_slip_is_its_agencys_as_far_as_that_can_be_seen(office: Path) -> None:
    (office / "报送" / "教育局" / "年报.docx").unlink()
    text = f"机关: {agency(2)}\n年度：2023\n总体情况：\n  主动公开： 全年公开\n"
    text += "政府信息公开申请: {本年新收: {自然人: 三}, 上年结转: 0, 办理结果: 0\n"
    (office / "报送" / "教育局" / "年报.yaml").write_text(text, encoding="utf-8")
    assert status(collect(office))[agency(2)] == "有错误"
    message = (office / "退回意见" / f"{agency(2)}.md").read_text(encoding="utf-8")
    assert "第2行：“年度”后面的冒号是全角的" in message


def test_a_file_that_has_gone_meanwhile_is_named(tmp_path: Path) -> None:
    read = read_file(FoundFile(str(tmp_path / "没有.yaml"), "没有.yaml", 0), RunContext())
    assert "找不到文件" in read.filed.problems[0].message


def test_what_was_read_is_kept_when_the_ledger_cannot_be_written(office: Path) -> None:
    (office / "台账.xlsx").mkdir()
    with pytest.raises(UserError):
        collect(office)
    (office / "台账.xlsx").rmdir()
    assert collect(office).read == 0


def test_the_word_file_and_its_pdf_are_one(cli, office: Path) -> None:
    for module_name in ("typst", "pypdfium2"):
        pytest.importorskip(module_name, reason="PDF is written and read by extras")
    (office / "报送" / "水利.yaml").rename(office / "水利.yaml")
    assert cli("build", "水利.yaml", "-t", "docx,pdf", "-o", "报送", cwd=office).returncode == 0
    done = collect(office)
    assert status(done)[agency(0)] == "合格"
    [aside] = done.ledger.asides
    assert aside.file.endswith(".pdf")
    assert "是同一份报告" in aside.reason


def test_last_years_published_report_is_imported_once(two_years: Path, monkeypatch) -> None:
    """Importing takes most of the time: what the first look at last year's folder gave is used for the comparison."""
    from generator.pipeline import opening

    imported = []
    real = opening.read_published
    monkeypatch.setattr(opening, "read_published", lambda path, data: (imported.append(path), real(path, data))[1])
    done = collect(two_years, last_year=str(two_years / LAST))
    assert done.ledger.entries[0].carried_in_agrees is True
    assert done.ledger.entries[1].carried_in_agrees is False
    assert sorted(os.path.basename(path) for path in imported) == ["a.docx", "b.md", "年报.docx"]
