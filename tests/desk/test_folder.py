"""The folder of a served page: what may be opened and saved, and that nobody's work is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk.folder import Folder
from generator.editing.edits.typed import RefusedError
from generator.files.errors import UserError

TEXT = "机关: 甲局\n年度: 2024\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "甲.yaml").write_text(TEXT, "utf-8")
    for name in ("对照.yaml", "nianbao.yaml", "甲.对照.yaml", "说明.txt", ".藏.yaml"):
        (tmp_path / name).write_text("x: 1\n", "utf-8")
    return Folder(str(tmp_path))


def test_reports_are_listed_and_nothing_else(folder: Folder) -> None:
    assert folder.listed()["files"] == ["甲.yaml"]


def test_a_file_is_saved_where_it_was_read(folder: Folder) -> None:
    read = folder.read("甲.yaml")
    saved = folder.save("甲.yaml", TEXT + "# 好\n", read["stamp"])
    assert folder.read("甲.yaml")["text"] == TEXT + "# 好\n"
    assert saved["stamp"] == folder.stamp("甲.yaml")["stamp"]


def test_what_somebody_else_wrote_is_never_written_over(folder: Folder, tmp_path: Path) -> None:
    read = folder.read("甲.yaml")
    (tmp_path / "甲.yaml").write_text("别人写的: 1\n", "utf-8")
    assert folder.save("甲.yaml", TEXT, read["stamp"])["changed"]
    assert (tmp_path / "甲.yaml").read_text("utf-8") == "别人写的: 1\n"


def test_a_new_file_never_takes_the_place_of_another(folder: Folder, tmp_path: Path) -> None:
    assert folder.save("甲.yaml", "新的: 1\n", "")["exists"]
    assert (tmp_path / "甲.yaml").read_text("utf-8") == TEXT
    assert folder.save("乙", TEXT, "")["name"] == "乙.yaml"
    assert (tmp_path / "乙.yaml").read_bytes() == TEXT.encode()


@pytest.mark.parametrize("name", ["../外.yaml", "/etc/passwd", "a/b.yaml", "..", ""])
def test_no_name_leads_out_of_the_folder(folder: Folder, name: str) -> None:
    with pytest.raises((RefusedError, UserError)):
        folder.read(name)


@pytest.mark.parametrize("name", ["说明.txt", "对照.yaml", "nianbao.yaml"])
def test_only_reports_are_saved(folder: Folder, name: str) -> None:
    with pytest.raises(RefusedError):
        folder.save(name, TEXT, folder.stamp(name)["stamp"])


def test_gbk_is_read_and_told(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "乙.yaml").write_bytes(TEXT.encode("gbk"))
    read = folder.read("乙.yaml")
    assert read["text"] == TEXT
    assert "UTF-8" in read["note"]
