"""What a run writes: the workbook, a numbered copy of it, and 退回意见 under names that every system takes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collecting.running import outputs
from generator.collecting.running.outputs import notice_names, place_workbook, write_notices
from generator.files.errors import UserError


def test_the_workbook_goes_where_it_was_asked(tmp_path: Path) -> None:
    path = tmp_path / "新" / "台账.xlsx"
    assert place_workbook(str(path), b"new") == (str(path), "")
    assert path.read_bytes() == b"new"
    assert place_workbook(str(path), b"newer").remark == ""
    assert path.read_bytes() == b"newer"


@pytest.mark.parametrize("lock", [".~lock.台账.xlsx#", "~$台账.xlsx", ".~台账.xlsx"])
def test_while_it_is_open_a_numbered_copy_is_written(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "台账.xlsx"
    (tmp_path / lock).touch()
    assert place_workbook(str(path), b"first").path == str(path)
    for number, content in ((2, b"second"), (3, b"third")):
        placed = place_workbook(str(path), content)
        assert placed.path == str(tmp_path / f"台账({number}).xlsx")
        assert "正在别的程序里打开" in placed.remark
        assert Path(placed.path).read_bytes() == content
    assert path.read_bytes() == b"first"


def test_when_the_system_says_that_it_is_in_use_a_copy_is_written(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(b"open")
    real = outputs.write_atomic

    def refusing(target: str, data: bytes) -> None:
        if target == str(path):
            raise UserError("没有权限写入") from PermissionError(13, "in use")
        real(target, data)

    monkeypatch.setattr(outputs, "write_atomic", refusing)
    assert place_workbook(str(path), b"new").path == str(tmp_path / "台账(2).xlsx")
    assert path.read_bytes() == b"open"


def test_a_workbook_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "台账.xlsx").mkdir()
    with pytest.raises(UserError):
        place_workbook(str(tmp_path / "台账.xlsx"), b"new")


ODD = [
    "甲/乙局",
    "甲:乙局",
    "甲?乙局",
    "CON",
    "nul.局",
    "某局. ",
    "..",
    "",
    "某" * 300,
    "某" * 299,
    "A局",
    "a局",
    "\ud800",
]


def test_names_are_safe_and_no_two_the_same(tmp_path: Path) -> None:
    names = notice_names(ODD)
    assert len({name.casefold() for name in names}) == len(ODD)
    for name in names:
        (tmp_path / name).touch()
    assert names[:6] == ["甲_乙局.md", "甲_乙局(2).md", "甲_乙局(3).md", "_CON.md", "_nul.局.md", "某局.md"]


@given(st.lists(st.text(), max_size=8))
def test_any_name_becomes_a_safe_one(agencies: list[str]) -> None:
    names = notice_names(agencies)
    assert len({name.casefold() for name in names}) == len(agencies)
    for name in names:
        assert not set(name) & set('\\/:*?"<>|\n\0')
        assert len(name.encode()) <= 220
        assert name not in (".md", "..md")


def test_what_is_no_longer_needed_is_removed_and_what_others_wrote_stays(tmp_path: Path) -> None:
    folder = tmp_path / "退回意见"
    first = write_notices(str(folder), {"甲.md": "一", "乙.md": "二", "丙.md": "三"}, {})
    (folder / "乙.md").write_text("二，另外请补交附件", encoding="utf-8")
    (folder / "自己写的.md").write_text("别的", encoding="utf-8")
    (folder / "附件.docx").touch()
    second = write_notices(str(folder), {"甲.md": "一改"}, first.written)
    assert second.removed == ("丙.md",)
    assert second.left == ("乙.md", "自己写的.md")
    assert sorted(path.name for path in folder.iterdir()) == sorted(["甲.md", "乙.md", "自己写的.md", "附件.docx"])
    assert (folder / "甲.md").read_text(encoding="utf-8") == "一改"


def test_what_somebody_has_changed_is_never_lost(tmp_path: Path) -> None:
    folder = tmp_path / "退回意见"
    first = write_notices(str(folder), {"甲.md": "一"}, {})
    (folder / "甲.md").write_text("一，另外请补交附件", encoding="utf-8")
    same = write_notices(str(folder), {"甲.md": "一"}, first.written)
    assert same.kept == ()
    assert (folder / "甲.md").read_text(encoding="utf-8") == "一，另外请补交附件"
    other = write_notices(str(folder), {"甲.md": "二"}, same.written)
    assert other.kept == ("甲.md.bak",)
    assert (folder / "甲.md").read_text(encoding="utf-8") == "二"
    assert (folder / "甲.md.bak").read_text(encoding="utf-8") == "一，另外请补交附件"
    assert write_notices(str(folder), {"甲.md": "三"}, other.written).kept == ()
    assert (folder / "甲.md.bak").read_text(encoding="utf-8") == "一，另外请补交附件"


def test_without_a_notice_there_is_no_folder(tmp_path: Path) -> None:
    folder = tmp_path / "退回意见"
    first = write_notices(str(folder), {"甲.md": "一"}, {})
    write_notices(str(folder), {}, first.written)
    assert not folder.exists()
    write_notices(str(folder), {}, {})
    assert not folder.exists()


def test_a_notice_that_says_the_same_is_not_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "退回意见"
    write_notices(str(folder), {"甲.md": "一"}, {})
    before = (folder / "甲.md").stat().st_ino
    write_notices(str(folder), {"甲.md": "一"}, {})
    assert (folder / "甲.md").stat().st_ino == before
