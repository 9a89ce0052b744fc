"""A full disk, a limit on sizes, a read-only disk: the older files stay, the others of the batch are built."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from faulting import OLDER, TITLE, Server, leftovers, report_of

FIXABLE = report_of("甲县人民政府").replace("年度: 2023", "年度：2023")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 200 KB, with a report and its older outputs."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("不是 root，不能挂 tmpfs")
    folder = tmp_path / "小盘"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k,mode=755", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("不能挂 tmpfs")
    try:
        (folder / "甲.yaml").write_text(report_of("甲县人民政府"), encoding="utf-8")
        for suffix in ("docx", "md"):
            (folder / f"甲县人民政府2023{TITLE}.{suffix}").write_bytes(OLDER)
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> None:
    """Leave not a block free."""
    with open(disk / "满", "wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("options", [[], ["--verify"], ["-j", "2"]])
def test_a_full_disk_takes_nothing_and_keeps_no_other_report_from_its_turn(
    server: Server, disk: Path, four: Path, options: list[str]
) -> None:
    fill(disk)
    before = state(disk)
    shutil.rmtree(four / "out")
    ran = server.run("build", disk, four, *options, cwd=four)
    assert ran.code == 2
    assert "磁盘已满，没有写成" in ran.err
    assert "原来的文件没有动" in ran.err
    assert state(disk) == before
    assert len(list(four.glob(f"*{TITLE}.docx"))) == len(list(four.glob(f"*{TITLE}.md"))) == 4


def test_no_format_is_renewed_when_there_is_no_room_for_the_other(server: Server, disk: Path) -> None:
    """The Markdown would fit, the DOCX does not."""
    fill(disk)
    os.truncate(disk / "满", (disk / "满").stat().st_size - 3 * 4096)
    for formats in ("docx,md", "md,docx"):
        before = state(disk)
        assert server.run("build", disk / "甲.yaml", "-t", formats, cwd=disk).code == 2
        assert state(disk) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["fix", "坏.yaml"],
        ["new", "2024", "-o", "新.yaml"],
        ["import", "公布.md", "-o", "新.yaml"],
        ["export", "甲.yaml", "--to", "json", "-o", "数据.json"],
        ["schema", "-o", "数据.json"],
    ],
)
def test_whatever_is_to_be_written_to_a_full_disk(
    server: Server, disk: Path, tmp_path: Path, arguments: list[str]
) -> None:
    assert server.run("build", disk / "甲.yaml", "-t", "md", "-o", tmp_path, cwd=tmp_path).code == 0
    shutil.move(next(tmp_path.glob("*.md")), disk / "公布.md")
    (disk / "坏.yaml").write_text(FIXABLE, encoding="utf-8")
    (disk / "数据.json").write_bytes(OLDER)
    fill(disk)
    before = state(disk)
    ran = server.run(*arguments, cwd=disk)
    assert ran.code == 2
    assert "磁盘已满，没有写成" in ran.err
    assert state(disk) == before


def test_a_read_only_disk(server: Server, disk: Path, four: Path) -> None:
    before = state(disk)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    ran = server.run("build", disk, four, cwd=four)
    assert ran.code == 2
    assert "磁盘是只读的，没有写成" in ran.err
    assert state(disk) == before
    assert len(list(four.glob(f"*{TITLE}.docx"))) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="needs RLIMIT_FSIZE")
def test_a_limit_on_the_size_of_files(four: Path) -> None:
    """Markdown has 7 KB, DOCX 9 KB: the limit lies between."""
    import resource

    before = state(four / "out")
    built = subprocess.run(
        [sys.executable, "-m", "generator", "build", str(four), "-o", str(four / "out"), "-t", "md,docx"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8000, 8000)),
    )
    assert built.returncode == 2
    assert built.stderr.count("超过了允许的文件大小，没有写成") == 4
    assert state(four / "out") == before
    assert leftovers(four) == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [["check", "年报.yaml", "--format", "json"], ["export", "年报.yaml", "--to", "json"], ["build", "年报.yaml"]],
)
def test_stdout_that_takes_nothing(report: Path, arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "generator", *arguments],
            cwd=report.parent,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    assert ran.returncode == 2
    assert "没有写成：标准输出" in ran.stderr
    assert "Traceback" not in ran.stderr
