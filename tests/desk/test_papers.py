"""Signing, correcting, settings by calls: what the commands make, as downloads."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from desk.calling import asked, content_of, encoded

from generator.pipeline.checking import check_file
from generator.pipeline.comparing import compare_files, notice
from generator.pipeline.signing_off import record, rendered, sign_off
from generator.render.cell_blocks import cell_blocks

EXAMPLES = Path(__file__).parents[2] / "examples"
NAME = "山阳区人民政府-2023.yaml"
TEXT = (EXAMPLES / NAME).read_text("utf-8")
WRONG = TEXT.replace("行政许可: ", "行政许可: 1", 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    there = tmp_path / NAME
    there.write_text(TEXT, "utf-8")
    return there


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_the_sheet_is_the_commands(file: Path, form: str) -> None:
    answer = asked("signoff", text=TEXT, path=str(file), form=form)
    assert content_of(answer) == rendered(sign_off(str(file)), form)
    assert answer["name"].endswith(f"核对单.{form}")
    assert "xls" in asked("signoff", text=TEXT, path=str(file), form="xls")["refused"]


def test_a_record_is_the_commands_and_from_then_on_changes_are_told(file: Path) -> None:
    today = date.today()
    answer = asked("record", text=TEXT, path=str(file), day=today.isoformat())
    assert answer["name"] == f"{file.stem}.定稿.json"
    content = content_of(answer)
    assert content == Path(record(str(file), sign_off(str(file)), today)).read_bytes()
    look = asked("look", text=WRONG, path=str(file))
    assert "NB612" in [finding["code"] for finding in look["findings"]]
    assert asked("open", name=answer["name"], data=answer["data"])["kind"] == "record"
    assert "还不能定稿" in asked("record", text="机关: 甲局\n年度: 2024\n", path="a.yaml", day="2025-01-20")["refused"]
    assert "不是日期" in asked("record", text=TEXT, path=str(file), day="一月")["refused"]


def test_a_published_report_is_held_against_the_text(file: Path) -> None:
    published = content_of(asked("build", text=WRONG, path=str(file), form="html", draft=True))
    given = {"text": TEXT, "path": str(file), "name": "公布的.html", "data": encoded(published)}
    found = asked("compare", **given)
    assert not found["same"]
    assert [one["place"] for one in found["figures"]] == ["表二“行政许可”"]
    assert found["may_correct"]
    assert found["why_not"] == ""
    (file.parent / "公布的.html").write_bytes(published)
    compared = compare_files(str(file.parent / "公布的.html"), str(file))
    for form in ("docx", "md", "html"):
        made = asked("correction", **given, form=form)
        assert content_of(made) == notice(compared, f"x.{form}")
        assert made["name"].endswith(f"更正说明.{form}")
    assert "pdf" in asked("correction", **given, form="pdf")["refused"]


def test_no_correction_tells_the_public_what_is_wrong(file: Path) -> None:
    published = content_of(asked("build", text=TEXT, path=str(file), form="html"))
    wrong = TEXT.replace("本年新收: {自然人: ", "本年新收: {自然人: 9", 1)
    given = {"text": wrong, "path": str(file), "name": "公布的.html", "data": encoded(published)}
    assert "错误" in asked("compare", **given)["why_not"]
    assert "没有写更正说明" in asked("correction", **given, form="docx")["refused"]
    same = {**given, "text": TEXT}
    assert asked("compare", **same)["same"]
    assert "没有不同" in asked("correction", **same, form="docx")["refused"]


def test_last_years_report_is_compared_but_not_corrected(file: Path) -> None:
    other = TEXT.replace("年度: 2023", "年度: 2022")
    found = asked("compare", text=TEXT, path=str(file), name="去年.yaml", data=encoded(other.encode()))
    assert found["two_years"]
    assert not found["may_correct"]


def test_a_table_is_exported_as_cells(file: Path) -> None:
    report = check_file(str(file)).report
    assert report
    for number in "二三四":
        made = asked("export", text=TEXT, path=str(file), to="tsv", table=number)
        assert content_of(made).decode() == cell_blocks(report, number)


def test_an_offices_settings_are_used_and_named(file: Path) -> None:
    settings = "名称: 青山县设置\n"
    answer = asked("open", name="nianbao.yaml", data=encoded(settings.encode()))
    assert (answer["kind"], answer["note"]) == ("settings", "")
    assert asked("look", text=TEXT, path=str(file))["settings"] == ""
    (file.parent / "nianbao.yaml").write_text(settings, "utf-8")
    assert asked("look", text=TEXT, path=str(file))["settings"] == "青山县设置"
    assert "写错" in asked("open", name="nianbao.yaml", data=encoded("没有这个: 1\n".encode()))["note"]


def test_a_published_report_is_imported_and_nothing_else() -> None:
    html = EXAMPLES / "温县人民政府办公室-2022.html"
    read = asked("import", name=html.name, data=encoded(html))
    assert read == asked("open", name=html.name, data=encoded(html))
    assert read["kind"] == "published"
    assert "不是公布的报告" in asked("import", name=NAME, data=encoded(TEXT.encode()))["refused"]
    assert json.dumps(read)
