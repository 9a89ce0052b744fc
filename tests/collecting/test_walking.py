"""A folder as it is in January: everything in it is read, or named with the reason and what to do."""

import os
from pathlib import Path

import pytest

from generator.collecting.running.walking import walk
from generator.files.errors import UserError


def names(folder: Path, own: frozenset[str] = frozenset()) -> tuple[list[str], dict[str, str]]:
    walked = walk(str(folder), own)
    return [found.name for found in walked.found], {aside.file: aside.reason for aside in walked.skipped}


READ = ("a.yaml", "B.YML", "c.docx", "d.htm", "e.HTML", "f.md", "g.txt", "h.pdf", "i.mht", "老.doc", "老.wps")
NAMED = {
    "~$c.docx": "临时文件",
    ".~lock.c.docx#": "临时文件",
    ".~c.docx": "临时文件",
    "Thumbs.db": "系统",
    "desktop.ini": "系统",
    ".DS_Store": "系统",
    "._c.docx": "系统",
    ".隐藏.docx": "隐藏文件",
    "全部.zip": "压缩文件",
    "全部.RAR": "压缩文件",
    "扫描.jpg": "图片",
    "统计.xlsx": "表格",
    "演示.pptx": "不是年报用的",
    "没有后缀": "不是年报用的",
    ".台账.xlsx.nianbao-cache": "本程序",
    ".a.docx.0123456789ab.tmp": "本程序",
    "nianbao.schema.json": "本程序",
    "a.yaml.bak": "本程序",
    "a.yaml.2.bak": "本程序",
    "c.docx.bak": "不是年报用的",
    "某局2023年报告（草稿）.docx": "草稿",
}


def test_every_file_is_read_or_named(tmp_path: Path) -> None:
    for name in (*READ, *NAMED):
        (tmp_path / name).write_bytes(b"x")
    read, named = names(tmp_path)
    assert set(read) == set(READ)
    assert set(named) == set(NAMED)
    for name, reason in NAMED.items():
        assert reason in named[name], name
    assert all(aside.advice for aside in walk(str(tmp_path)).skipped)


def test_the_order_is_that_of_the_names(tmp_path: Path) -> None:
    for name in ("c/b.yaml", "a/c.yaml", "b.yaml", "a/a.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert names(tmp_path)[0] == [os.path.join("a", "a.yaml"), os.path.join("a", "c.yaml"), "b.yaml", "c/b.yaml"]


def test_folders_of_the_system_of_ours_and_links_are_named_and_not_entered(tmp_path: Path) -> None:
    for folder in ("__MACOSX", ".git", "退回意见", "上年", "甲"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").touch()
    (tmp_path / "甲" / "回头").symlink_to(tmp_path, target_is_directory=True)
    read, named = names(tmp_path, frozenset([os.path.realpath(tmp_path / "上年")]))
    assert read == [os.path.join("甲", "a.yaml")]
    assert set(named) == {"__MACOSX", ".git", "退回意见", "上年", os.path.join("甲", "回头")}


def test_what_is_no_file_at_all_is_named_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.docx")
    (tmp_path / "断了.yaml").symlink_to(tmp_path / "没有")
    (tmp_path / "自己.yaml").symlink_to(tmp_path / "自己.yaml")
    read, named = names(tmp_path)
    assert read == []
    assert set(named) == {"管道.docx", "断了.yaml", "自己.yaml"}


def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "甲").mkdir()
    (tmp_path / "原件.yaml").touch()
    (tmp_path / "甲" / "a.yaml").symlink_to(tmp_path / "原件.yaml")
    assert names(tmp_path / "甲")[0] == ["a.yaml"]


def test_a_name_in_gbk_is_shown_and_still_read(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/" + "水利局.yaml".encode("gbk")
    with open(path, "wb"):
        pass
    [found] = walk(str(tmp_path)).found
    assert found.name == "水利局.yaml"
    assert os.path.exists(found.path)


def test_a_tree_of_any_depth(tmp_path: Path) -> None:
    here = tmp_path
    for _ in range(120):
        here = here / "套娃"
    here.mkdir(parents=True)
    (here / "a.yaml").touch()
    assert len(names(tmp_path)[0]) == 1


def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch) -> None:
    """Refused by hand: the tests may run as root, who may read everything."""
    for folder in ("锁着", "甲"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").touch()
    real = os.scandir

    def refusing(path: str):
        if path.endswith("锁着"):
            raise PermissionError(13, "not allowed", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert names(tmp_path) == ([os.path.join("甲", "a.yaml")], {"锁着": "文件夹打不开"})


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        walk(str(tmp_path / "没有"))
