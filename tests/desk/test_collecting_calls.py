"""Collecting by the page's call: what the command writes, in one archive; nothing is left behind."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from collecting.folders import agency, collect, four_agencies, report, write
from desk.calling import asked, content_of, encoded


@pytest.fixture
def office(tmp_path: Path) -> Path:
    four_agencies(tmp_path)
    (tmp_path / "报送" / "通知.zip").write_bytes(b"PK")
    return tmp_path


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files lie for a moment."""
    place = tmp_path / "workplace"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def given(office: Path) -> dict[str, Any]:
    folder = office / "报送"
    files = [
        {
            "name": path.relative_to(folder).as_posix(),
            "data": encoded(path),
            "modified": int(path.stat().st_mtime * 1000),
        }
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    return {"files": files, "roster": {"name": "单位名单.csv", "data": encoded(office / "单位名单.csv")}}


def test_it_is_what_the_command_writes(office: Path, workplace: Path) -> None:
    found = asked("collect", **given(office))
    levels = {one["name"]: (one["status"], one["level"]) for one in found["agencies"]}
    assert levels == {
        agency(0): ("合格", "good"),
        agency(1): ("有错误", "faulty"),
        agency(2): ("有疑问", "doubtful"),
        agency(3): ("未交", "missing"),
    }
    assert [one["file"] for one in found["asides"]] == ["通知.zip"]
    with ZipFile(BytesIO(content_of(found))) as archive:
        made = {name: archive.read(name) for name in archive.namelist()}
    collect(office)
    notices = {f"退回意见/{path.name}": path.read_bytes() for path in (office / "退回意见").iterdir()}
    assert made == {"报送台账.xlsx": (office / "台账.xlsx").read_bytes(), **notices}
    assert len(notices) == found["notices"] == 2
    assert list(workplace.iterdir()) == []


def test_last_years_reports_and_the_deadline_are_used(office: Path) -> None:
    last = {"name": "水利.yaml", "data": encoded(report(agency(0), year=2022, carried_in=2).encode()), "modified": 0}
    found = asked("collect", **given(office), last=[last], deadline="2024-01-31")
    assert {one["name"]: one["status"] for one in found["agencies"]}[agency(0)] == "有疑问", "2 were carried out"
    assert "期限" in asked("collect", **given(office), deadline="一月底")["refused"]


@pytest.mark.parametrize("name", ["../外面.yaml", "a/../../外面.yaml", "", "a\0b.yaml"])
def test_no_file_gets_out_of_its_folder(office: Path, workplace: Path, name: str) -> None:
    files = [{"name": name, "data": encoded(b"x"), "modified": 0}]
    answer = asked("collect", files=files, roster=given(office)["roster"])
    assert "文件名不能用" in answer["refused"]
    assert list(workplace.iterdir()) == []


def test_a_wrong_roster_is_told_without_a_place_of_ours(office: Path, workplace: Path) -> None:
    answer = asked("collect", **{**given(office), "roster": {"name": "名单.csv", "data": encoded(b"a,b\n1,2\n")}})
    assert answer["refused"].startswith("名单.csv：")
    assert str(workplace) not in str(answer)


def test_two_reports_of_one_agency_are_a_question_in_the_pages_words(office: Path) -> None:
    write(office / "报送", "水利(2).yaml", report(agency(0), received=4))
    [told] = [one["remarks"] for one in asked("collect", **given(office))["agencies"] if one["name"] == agency(0)]
    assert "也可以选“取最后修改的一份”" in "".join(told)
