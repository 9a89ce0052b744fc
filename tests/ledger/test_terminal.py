"""Questions at a terminal, one by one: numbers, names, later, Ctrl+D, Ctrl+C; what was answered is kept."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from ledgers import NO_CARRY, as_csv, row

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30
"""Seconds; only a test that fails waits so long."""
CTRL_C, CTRL_D = "\x03", "\x04"
ROWS = [
    row("2026-1", "2026-03-02", "法人", "2026-03-20", "公开"),
    row("2026-2", "2026-04-02", "公民", "2026-04-20", "其他"),
    row("2026-3", "2026-05-06", "单位", "2026-05-20", "公开"),
]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pty")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "台账.csv").write_bytes(as_csv(ROWS))
    (tmp_path / "对照.yaml").write_text(NO_CARRY, encoding="utf-8")
    return tmp_path


def said(office: Path, typed: Sequence[str], *words: str) -> tuple[int, str]:
    """What a person sees who types each of these at the next prompt, and the exit code."""
    import pty

    process, ours = pty.fork()
    if process == 0:
        os.chdir(office)
        os.environ["PYTHONPATH"] = str(ROOT)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # as at a terminal: a suite in the background ignores it
        os.execv(sys.executable, [sys.executable, "-m", "generator", "ledger", "台账.csv", *words])
    seen, waiting, key = b"", list(typed), ""
    while chunk := _read(ours):
        seen += chunk
        if seen.endswith(b"> ") and waiting:
            key = waiting.pop(0)
            os.write(ours, key.encode())
        if key == CTRL_C and not select.select([ours], [], [], 1)[0]:
            os.write(ours, key.encode())  # pressed between Python's prompt and its reading, it is seen at the next
    os.close(ours)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    assert not waiting, seen.decode("utf-8", "replace")
    return code, seen.decode("utf-8", "replace")


def _read(terminal: int) -> bytes:
    if not select.select([terminal], [], [], PATIENCE)[0]:
        os.close(terminal)  # the program loses its terminal, and ends
        raise AssertionError("nothing more was said, and it did not end")
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""


def answers(office: Path) -> str:
    return (office / "对照.yaml").read_text(encoding="utf-8")


def test_each_question_is_put_once_with_its_choices_and_answered_by_number_or_name(office):
    code, seen = said(office, ["1\n", "其他处理.其他\n", "法律服务机构\n"])
    assert code == 0
    assert [seen.count(mark) for mark in ("[1/3]", "[2/3]", "[3/3]")] == [1, 1, 1]
    assert "2026-1：" in seen
    assert "  1 商业企业" in seen
    assert "2026-1: {申请人类型: 商业企业}" in answers(office)
    assert "2026-2: 其他处理.其他" in answers(office)
    assert "2026-3: {申请人类型: 法律服务机构}" in answers(office)
    assert "本年新收" in seen


def test_what_is_no_answer_is_asked_again(office):
    code, seen = said(office, ["9\n", "不知道\n", "1\n", "2\n", "3\n"])
    assert code == 0, seen
    assert "[1/2]" in seen
    assert "9" not in answers(office).replace("20", "")


@pytest.mark.parametrize("leave", [CTRL_D, CTRL_C])
def test_who_leaves_keeps_what_was_answered(office, leave):
    again = [CTRL_D] if leave == CTRL_D else []
    code, seen = said(office, ["1\n", leave, *again])
    assert code == (1 if leave == CTRL_D else 130), seen
    assert "Traceback" not in seen
    assert "2026-1: {申请人类型: 商业企业}" in answers(office)
    assert answers(office).count("？") == 2


def test_an_empty_line_is_later(office):
    code, _ = said(office, ["\n", "\n", "\n"])
    assert code == 1
    assert answers(office).count("？") == 3


def test_nobody_is_asked_where_a_program_reads(office):
    done = subprocess.run(
        [sys.executable, "-m", "generator", "ledger", "台账.csv"],
        cwd=office,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "[1/3]" not in done.stderr.decode()
