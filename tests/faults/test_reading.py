"""What is read: pipes and devices, folders, files that go or change meanwhile."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Cli
from faulting import TITLE, Server, as_anybody, report_of

from generator.files import stable_read
from generator.files.errors import UserError
from generator.files.stable_read import read_settled
from generator.pipeline import fixing
from generator.pipeline.checking import Checked
from generator.pipeline.opening import load

COMMANDS = [
    ["check", "X"],
    ["build", "X"],
    ["fix", "X"],
    ["export", "X", "--to", "json"],
    ["import", "X"],
    ["compare", "X", "年报.yaml"],
    ["compare", "年报.yaml", "X"],
    ["new", "2024", "--from", "X"],
    ["check", "年报.yaml", "--last-year", "X"],
    ["build", "年报.yaml", "--reference", "X"],
]


@pytest.mark.parametrize("command", COMMANDS)
def test_nobody_waits_for_a_pipe(server: Server, report: Path, command: list[str]) -> None:
    os.mkfifo(report.parent / "管道")
    ran = server.run(*("管道" if word == "X" else word for word in command), cwd=report.parent, kill_after=60)
    assert not ran.killed
    assert ran.code == (1 if "--last-year" in command else 2)
    assert "这是管道或者设备，不是普通文件" in ran.out + ran.err


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/random"])
def test_a_device(server: Server, report: Path, device: str) -> None:
    for command in (["check", device], ["import", device], ["compare", "年报.yaml", device]):
        ran = server.run(*command, cwd=report.parent, kill_after=60)
        assert (ran.killed, ran.code) == (False, 2)
        assert "这是管道或者设备" in ran.err


def test_a_pipe_on_standard_input_is_fine(cli: Cli) -> None:
    assert cli("check", "-", text=report_of("甲县人民政府")).returncode == 0


@pytest.mark.parametrize("command", [["import", "."], ["compare", ".", "年报.yaml"], ["export", ".", "--to", "json"]])
def test_a_folder_instead_of_a_file(server: Server, report: Path, command: list[str]) -> None:
    ran = server.run(*command, cwd=report.parent)
    assert ran.code == 2
    assert "这是文件夹，不是文件" in ran.err


def test_a_file_that_has_gone_keeps_no_other_from_its_turn(server: Server, four: Path) -> None:
    """As a link to nothing it is listed, but cannot be read."""
    (four / "丙.yaml").unlink()
    (four / "丙.yaml").symlink_to("没有了.yaml")
    for command in (["build", "."], ["build", ".", "-j", "2"], ["check", "."]):
        ran = server.run(*command, cwd=four)
        assert ran.code == 2
        assert "找不到文件" in ran.err
    assert len(list(four.glob(f"*{TITLE}.docx"))) == 3


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_a_folder_that_may_not_be_looked_into_is_named(four: Path) -> None:
    (four / "锁着").mkdir(0o000)
    ran = as_anybody("check", four, cwd=four)
    assert ran.returncode == 2
    assert f"没有权限读取：{four / '锁着'}" in ran.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_a_file_that_may_not_be_read_keeps_no_other_from_its_turn(four: Path) -> None:
    (four / "丙.yaml").chmod(0o000)
    ran = as_anybody("build", four, cwd=four)
    assert ran.returncode == 2
    assert f"没有权限读取：{four / '丙.yaml'}" in ran.stderr
    assert len(list(four.glob(f"*{TITLE}.docx"))) == 3


WRITER = """
import sys
contents = [open(name, "rb").read() for name in sys.argv[2:]]
asked = sys.stdin.readline()
while asked:
    for content in contents:
        with open(sys.argv[1], "wb", buffering=0) as file:
            for start in range(0, len(content), 500):
                file.write(content[start : start + 500])
                print(flush=True)
                if start + 500 < len(content):
                    asked = sys.stdin.readline()
        asked = sys.stdin.readline()
"""
"""Truncates a file and writes it again and again, in pieces, each when it is asked for."""

ONE, OTHER = (report_of(agency).encode() for agency in ("甲县人民政府", "乙" * 400 + "县人民政府"))
PIECES = [-(-len(content) // 500) for content in (ONE, OTHER)]


class Writer:
    """Another program that never pauses: it writes a piece before each look that is taken at the file.

    Left to itself a program may be halted by a busy system for longer than any look lasts; then nobody can tell half a
    file from a whole one, and a test would fail by chance.
    """

    def __init__(self, process: subprocess.Popen[bytes], pieces: float) -> None:
        self.process = process
        self.left = pieces

    def write(self) -> None:
        if self.left > 0:
            self.left -= 1
            assert self.process.stdin
            assert self.process.stdout
            self.process.stdin.write(b"\n")
            self.process.stdin.flush()
            assert self.process.stdout.readline(), "the writer has died"


def written_meanwhile(folder: Path, pieces: float, monkeypatch: pytest.MonkeyPatch) -> list[bytes | None]:
    """What is read, thrice, of a file that a program writes: so many pieces, one before each look."""
    file = folder / "年报.yaml"
    for name, content in (("一", ONE), ("二", OTHER)):
        (folder / name).write_bytes(content)
    arguments = [sys.executable, "-c", WRITER, file, folder / "一", folder / "二"]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        writer = Writer(process, pieces)
        writer.write()
        for name in ("_state", "_read"):
            monkeypatch.setattr(stable_read, name, after_a_piece(writer, getattr(stable_read, name)))
        outcomes = [read_or_refused(str(file)) for _ in range(3)]
        process.kill()
    return outcomes


def after_a_piece(writer: Writer, look: Callable[..., Any]) -> Callable[..., Any]:
    def looked(*arguments: object) -> object:
        writer.write()
        return look(*arguments)

    return looked


def test_a_file_that_is_written_all_the_time_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert written_meanwhile(tmp_path, math.inf, monkeypatch) == [None] * 3


@pytest.mark.parametrize("times", [1, 2, 5])
def test_a_file_is_read_as_it_stands_when_its_writer_has_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    pieces = sum(PIECES) * (times // 2) + PIECES[0] * (times % 2)
    assert written_meanwhile(tmp_path, pieces, monkeypatch) == [(OTHER, ONE)[times % 2]] * 3


def read_or_refused(path: str) -> bytes | None:
    try:
        return load(path)
    except UserError as refusal:
        return None if "正在被别的程序改写" in refusal.message else refusal.message.encode()


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"half")
    changes = iter([b"half more", b"whole"])

    def writing(handle: int, most: int) -> bytes:
        data = os.pread(handle, most, 0)
        if (content := next(changes, None)) is not None:
            file.write_bytes(content)
        return data

    monkeypatch.setattr(stable_read, "_read", writing)
    assert read_settled(str(file), 100) == b"whole"


def test_a_file_replaced_meanwhile_is_the_older_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As editors save: what was opened stays what it was."""
    file, new = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_bytes(b"older")
    new.write_bytes(b"newer")

    def replacing(handle: int, most: int) -> bytes:
        if new.exists():
            new.replace(file)
        return os.pread(handle, most, 0)

    monkeypatch.setattr(stable_read, "_read", replacing)
    assert read_settled(str(file), 100) == b"older"


def test_fix_does_not_write_over_what_was_saved_meanwhile(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report.write_text(report_of("甲县人民政府").replace("年度: 2023", "年度：2023"), encoding="utf-8")
    saved = report_of("乙县人民政府")
    check = fixing.check_file

    def saving(path: str, data: bytes) -> Checked:
        report.write_text(saved, encoding="utf-8")
        return check(path, data=data)

    monkeypatch.setattr(fixing, "check_file", saving)
    with pytest.raises(UserError, match="刚刚被别的程序改过"):
        fixing.fix_file(str(report))
    assert [path.name for path in report.parent.iterdir()] == [report.name]
    assert report.read_text("utf-8") == saved
