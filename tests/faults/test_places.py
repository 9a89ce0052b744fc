"""Where files are to be written: links, what is read-only, folders and devices in the way, odd and long names."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from faulting import OLDER, TITLE, Server, as_anybody, leftovers, report_of

from generator.files import atomic
from generator.files.atomic import write_all, write_atomic
from generator.files.errors import UserError
from generator.pipeline.starting import write_new

NAME = f"甲县人民政府2023{TITLE}.md"


def build(server: Server, report: Path, out: Path | str, *options: str) -> str:
    """Build and expect that it works; what was said."""
    ran = server.run("build", report, "-o", out, "-t", "md", *options, cwd=report.parent)
    assert ran.code == 0, ran.err
    return ran.out


def refused(server: Server, report: Path, out: Path | str, words: str) -> None:
    ran = server.run("build", report, "-o", out, cwd=report.parent)
    assert ran.code == 2
    assert words in ran.err
    assert "NB900" not in ran.err


def test_a_link_stays_a_link(server: Server, report: Path, tmp_path: Path) -> None:
    real, out = tmp_path / "真" / "件.md", tmp_path / "out"
    real.parent.mkdir()
    out.mkdir()
    real.write_bytes(OLDER)
    (out / NAME).symlink_to("../真/件.md")
    build(server, report, out)
    assert (out / NAME).is_symlink()
    assert real.read_text("utf-8").startswith("# 甲县人民政府")
    assert leftovers(tmp_path) == []


def test_a_link_to_nothing_and_a_link_to_a_folder(server: Server, report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / NAME).symlink_to("还没有.md")
    build(server, report, out)
    assert (out / "还没有.md").read_text("utf-8").startswith("# 甲县人民政府")
    (out / NAME).unlink()
    (out / NAME).symlink_to(out)
    refused(server, report, out, "同名的是一个文件夹")


def test_fix_of_a_linked_file_writes_what_it_leads_to(server: Server, report: Path, tmp_path: Path) -> None:
    text = report_of("甲县人民政府").replace("年度: 2023", "年度：2023")
    report.write_text(text, encoding="utf-8")
    link = tmp_path / "链接.yaml"
    link.symlink_to(report)
    assert server.run("fix", link, cwd=tmp_path).code == 0
    assert link.is_symlink()
    assert "年度: 2023" in report.read_text("utf-8")
    assert (tmp_path / "链接.yaml.bak").read_text("utf-8") == text


def test_the_other_name_of_a_file_keeps_the_older_content(server: Server, report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "存档.md").write_bytes(OLDER)
    os.link(out / "存档.md", out / NAME)
    build(server, report, out)
    assert (out / "存档.md").read_bytes() == OLDER
    assert (out / NAME).read_bytes() != OLDER


def test_permissions_of_the_older_file_stay_and_new_ones_follow_umask(tmp_path: Path) -> None:
    older, new = tmp_path / "a.md", tmp_path / "b.md"
    older.write_bytes(OLDER)
    older.chmod(0o664)
    before = os.umask(0o077)
    try:
        write_all({str(older): b"new", str(new): b"new"})
    finally:
        os.umask(before)
    assert [stat.S_IMODE(file.stat().st_mode) for file in (older, new)] == [0o664, 0o600]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_file_stays_its_owner_s_when_root_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(OLDER)
    os.chown(file, 1234, 1235)
    write_atomic(str(file), b"new")
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 1235)


def test_a_file_that_somebody_made_read_only_is_not_replaced(server: Server, report: Path, tmp_path: Path) -> None:
    """Nor is another format of the same report."""
    out = tmp_path / "out"
    out.mkdir()
    for suffix in ("docx", "md"):
        (out / NAME).with_suffix(f".{suffix}").write_bytes(OLDER)
    (out / NAME).chmod(0o444)
    refused(server, report, out, "是只读的，没有写成")
    assert [path.read_bytes() for path in out.iterdir()] == [OLDER, OLDER]


def test_fix_leaves_everything_when_the_file_is_read_only(server: Server, report: Path) -> None:
    text = report_of("甲县人民政府").replace("年度: 2023", "年度：2023")
    report.write_text(text, encoding="utf-8")
    Path(f"{report}.bak").write_bytes(OLDER)
    report.chmod(0o444)
    ran = server.run("fix", report, cwd=report.parent)
    assert ran.code == 2
    assert "是只读的，没有写成" in ran.err
    assert report.read_text("utf-8") == text
    assert Path(f"{report}.bak").read_bytes() == OLDER


def test_fix_keeps_an_older_copy_that_is_read_only(server: Server, report: Path) -> None:
    """It is never written over: what was typed goes beside it."""
    text = report_of("甲县人民政府").replace("年度: 2023", "年度：2023")
    report.write_text(text, encoding="utf-8")
    Path(f"{report}.bak").write_bytes(OLDER)
    Path(f"{report}.bak").chmod(0o444)
    assert server.run("fix", report, cwd=report.parent).code == 0
    assert Path(f"{report}.bak").read_bytes() == OLDER
    assert Path(f"{report}.2.bak").read_text("utf-8") == text
    assert "年度: 2023" in report.read_text("utf-8")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_a_read_only_folder_and_a_file_that_may_not_be_read(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir(0o555)
    ran = as_anybody("build", report, "-o", out, cwd=tmp_path)
    assert ran.returncode == 2
    assert "没有权限写入" in ran.stderr
    report.chmod(0o000)
    ran = as_anybody("build", report, "-o", out, cwd=tmp_path)
    assert ran.returncode == 2
    assert "没有权限读取" in ran.stderr


def test_a_folder_that_has_gone_is_made_again(server: Server, report: Path, tmp_path: Path) -> None:
    build(server, report, tmp_path / "没有" / "的" / "文件夹")
    assert (tmp_path / "没有" / "的" / "文件夹" / NAME).exists()


@pytest.mark.parametrize("parts", [("年报.yaml",), ("年报.yaml", "out")])
def test_a_file_where_a_folder_should_be(server: Server, report: Path, parts: tuple[str, ...]) -> None:
    refused(server, report, report.parent.joinpath(*parts), "没有写成")
    assert report.read_text("utf-8") == report_of("甲县人民政府")


def test_a_folder_where_a_file_should_be(server: Server, report: Path, tmp_path: Path) -> None:
    """The DOCX, which is not in the way, is not renewed either."""
    out = tmp_path / "out"
    (out / NAME).mkdir(parents=True)
    docx = (out / NAME).with_suffix(".docx")
    docx.write_bytes(OLDER)
    refused(server, report, out, "同名的是一个文件夹")
    assert docx.read_bytes() == OLDER
    assert leftovers(tmp_path) == []


def test_a_pipe_or_a_device_is_never_replaced(server: Server, report: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / NAME)
    refused(server, report, tmp_path, "这是管道或者设备")
    assert stat.S_ISFIFO((tmp_path / NAME).stat().st_mode)
    ran = server.run("export", report, "--to", "json", "-o", "/dev/null", cwd=tmp_path)
    assert ran.code == 2
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.parametrize(
    "folder",
    ["两 个 空格", "引'号\"“”", "换\n行", "-o", "--help", "*?$HOME;`x`", "年" * 85, "a" * 255, "𠮷👪", "制\t表"],
)
def test_odd_names(server: Server, tmp_path: Path, folder: str) -> None:
    """Reports in a folder of that name, written into another one of that name."""
    inside = tmp_path / folder
    inside.mkdir()
    (inside / "-年 报.yaml").write_text(report_of("甲县人民政府"), encoding="utf-8")
    ran = server.run("build", "--", folder, cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert len(ran.out.splitlines()) == 2
    assert sorted(path.suffix for path in inside.iterdir()) == [".docx", ".md", ".yaml"]
    ran = server.run("build", "--", "-年 报.yaml", cwd=inside)
    assert ran.code == 0, ran.err


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize(
    "agency", ["长" * 70 + "局", "长" * 300 + "局", "局" + "😀" * 99, "a" * 999, "x/../../y", "..\\z"]
)
def test_names_of_agencies_make_file_names_that_fit(server: Server, report: Path, agency: str, draft: bool) -> None:
    report.write_text(report_of(f"'{agency}'"), encoding="utf-8")
    ran = server.run("build", report, *(["--draft"] if draft else []), cwd=report.parent)
    assert ran.code == 0, ran.err
    names = [Path(line).name for line in ran.out.splitlines()]
    assert sorted(names) == sorted(path.name for path in report.parent.iterdir() if path != report)
    assert all(len(name.encode()) <= 255 for name in names)
    assert all("（草稿）" in name for name in names) is draft


def test_a_path_that_is_too_long(server: Server, report: Path, tmp_path: Path) -> None:
    refused(server, report, os.path.join(*["很长的文件夹名" * 10] * 30), "太长")
    ran = server.run("check", "/".join(["a" * 200] * 30) + ".yaml", cwd=tmp_path)
    assert ran.code == 2
    assert "文件名太长" in ran.err


def test_a_lock_of_another_program_is_no_hindrance(server: Server, report: Path, tmp_path: Path) -> None:
    """It keeps what it has open: the older file."""
    fcntl = pytest.importorskip("fcntl", reason="没有 fcntl")
    (tmp_path / NAME).write_bytes(OLDER)
    with open(tmp_path / NAME, "r+b") as theirs:
        fcntl.lockf(theirs, fcntl.LOCK_EX)
        build(server, report, tmp_path)
        assert theirs.read() == OLDER
    assert (tmp_path / NAME).read_text("utf-8").startswith("# 甲县人民政府")


def test_a_file_that_is_open_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There os.replace is refused while Word has the file open."""
    (tmp_path / "a.docx").write_bytes(OLDER)

    def in_use(_source: str, _target: str) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(os, "replace", in_use)
    with pytest.raises(UserError, match="没有权限写入") as refusal:
        write_all({str(tmp_path / "a.docx"): b"new", str(tmp_path / "a.md"): b"new"})
    assert "WPS 或 Word" in refusal.value.hint
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes() == OLDER


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_that_another_run_has_just_made_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """It comes between the look and the writing; some disks have no hard links."""
    file = tmp_path / "新.yaml"
    write_through = atomic._write_through

    def slowly(staged: atomic._Staged, data: bytes, held: list[int]) -> None:
        write_through(staged, data, held)
        file.write_bytes(OLDER)

    monkeypatch.setattr(atomic, "_write_through", slowly)
    if not links:
        monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError(errno.EPERM, "no links")))
    with pytest.raises(UserError, match="文件已经存在，没有覆盖"):
        write_new(str(file), "new")
    assert [path.name for path in tmp_path.iterdir()] == ["新.yaml"]
    assert file.read_bytes() == OLDER
    monkeypatch.undo()
    write_new(str(tmp_path / "又.yaml"), "new")
    assert sorted(path.name for path in tmp_path.glob("*.yaml")) == ["又.yaml", "新.yaml"]
