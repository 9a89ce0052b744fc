"""Ended early by a signal, and two runs at once."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import ROOT
from faulting import Server, leftovers, report_of

fcntl = pytest.importorskip("fcntl", reason="没有 fcntl")
if not hasattr(fcntl, "F_SETPIPE_SZ"):
    pytest.skip("管道的大小不能设", allow_module_level=True)


def started(folder: Path, *options: str) -> subprocess.Popen[bytes]:
    """A build of everything in ``folder`` into ``out``, in a session of its own, that is in its middle.

    It stays there until somebody reads on, because the pipe takes no more of its output.
    """
    build = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", ".", "-o", "out", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert build.stdout
    fcntl.fcntl(build.stdout, fcntl.F_SETPIPE_SZ, 4096)
    assert build.stdout.readline()
    return build


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for number in range(300):
        (tmp_path / f"{number}.yaml").write_text(report_of(f"第{number}县人民政府"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ended_in_the_middle(many: Path, number: signal.Signals, jobs: str) -> None:
    """Ctrl-C goes to all processes of the terminal, the others to one; nothing is left running or lying about."""
    build = started(many, "-j", jobs)
    (os.killpg if number is signal.SIGINT else os.kill)(build.pid, number)
    _, err = build.communicate(timeout=60)  # ends when the last of the processes has closed its end
    assert build.returncode == 130
    assert "已停止。" in err.decode()
    assert b"Traceback" not in err
    assert leftovers(many) == []


def test_a_reader_that_leaves_keeps_no_report_from_being_built(many: Path) -> None:
    build = started(many, "-j", "2")
    assert build.stdout
    build.stdout.close()
    assert build.stderr
    err = build.stderr.read()
    assert build.wait() == 0
    assert len(list((many / "out").iterdir())) == 600
    assert b"Traceback" not in err


def test_no_process_outlives_a_parent_that_was_killed(many: Path) -> None:
    build = started(many, "-j", "2")
    build.kill()
    build.communicate(timeout=60)
    for file in (many / "out").glob("*.md"):
        assert file.read_text("utf-8").startswith("# 第")
        assert file.read_text("utf-8").endswith("\n")


def test_a_killed_child_costs_no_report(many: Path) -> None:
    """What it was at is done again, each report in a process of its own."""
    build = started(many, "-j", "2")
    children = Path(f"/proc/{build.pid}/task/{build.pid}/children")
    if not children.exists():
        build.communicate(timeout=60)
        pytest.skip("没有 /proc")
    os.kill(int(children.read_text().split()[0]), signal.SIGKILL)
    _, err = build.communicate(timeout=60)
    assert build.returncode == 0
    assert len(list((many / "out").iterdir())) == 600
    assert b"Traceback" not in err


def test_two_builds_into_one_folder_at_once(
    server: Server, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Twenty times: what they write is of the same names and unlike; each file is wholly the one's or the other's."""
    sides = [tmp_path / side for side in ("左", "右")]
    for side, words in zip(sides, ("公开" * 3000, "便民"), strict=True):
        side.mkdir()
        for agency in ("甲县人民政府", "乙县人民政府"):
            (side / f"{agency}.yaml").write_text(report_of(agency) + f"引言: {words}\n", encoding="utf-8")
        assert server.run("build", ".", "-o", "out", cwd=side).code == 0
    wholes = [{file.name: file.read_bytes() for file in (side / "out").iterdir()} for side in sides]
    assert wholes[0].keys() == wholes[1].keys()
    out = tmp_path / "out"
    other = Server(tmp_path_factory.mktemp("other"))
    with ThreadPoolExecutor(2) as both:
        for _ in range(20):
            runs = [
                both.submit(one.run, "build", ".", "-o", out, "--verify", cwd=side)
                for one, side in zip((server, other), sides, strict=True)
            ]
            assert [run.result().code for run in runs] == [0, 0]
            for file in out.iterdir():
                assert file.read_bytes() in (wholes[0][file.name], wholes[1][file.name])
    other.close()
    assert leftovers(tmp_path) == []
    assert {file.name for file in out.iterdir()} == wholes[0].keys()


def _end_of(build: subprocess.Popen[bytes]) -> bytes:
    """What was said by all processes of a run until the last of them had ended, soon."""
    _, err = build.communicate(timeout=10)
    assert b"Traceback" not in err, err.decode()
    assert b"Exception" not in err, err.decode()
    return err


@pytest.mark.parametrize("gap", [0.02, 0.05, 0.1])
@pytest.mark.parametrize("options", [("-j", "1"), ("-j", "2"), ("-j", "2", "-t", "pdf")])
def test_ctrl_c_twice_ends_at_once(many: Path, options: tuple[str, ...], gap: float) -> None:
    """It comes to all processes of the terminal; nothing torn stays, no process, no temporary file."""
    if "pdf" in options:
        pytest.importorskip("typst", reason="typst 没有安装")
    build = started(many, *options)
    for _ in range(2):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(build.pid, signal.SIGINT)
        time.sleep(gap)
    err = _end_of(build)
    assert build.returncode == 130
    assert "已停止。" in err.decode()
    assert leftovers(many) == []
    for file in (many / "out").glob("*.md"):
        assert file.read_text("utf-8").startswith("# 第")


@pytest.mark.parametrize("command", [["check", "0.yaml"], ["build", ".", "-o", "out", "-j", "2"]])
def test_ctrl_c_while_modules_are_imported(many: Path, command: list[str]) -> None:
    """At every hundredth of a second of a start, as soon as it is ours to answer."""
    ready = "import os; os.write(1, b'.'); import sys; from generator.cli.app import main; main()"
    for step in range(12):
        run = subprocess.Popen(
            [sys.executable, "-c", ready, *command],
            cwd=many,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        assert run.stdout
        run.stdout.read(1)
        time.sleep(0.01 + step * 0.02)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGINT)
        _end_of(run)
        assert run.returncode in (130, 0), step
        assert leftovers(many) == []


def test_ctrl_c_while_what_answers_it_is_imported(tmp_path: Path) -> None:
    """An exception in a function that Python calls by itself would be shown, and ignored."""
    program = """
import os, sys
from generator.cli.app import main
def look(frame, event, _):
    if frame.f_code.co_name == "cb" and "importlib" in frame.f_code.co_filename:
        sys.setprofile(None)
        os.kill(os.getpid(), 2)
sys.setprofile(look)
main()
"""
    run = subprocess.run(
        [sys.executable, "-S", "-c", program, "--version"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stderr) == (130, b"")


def test_nothing_is_left_by_a_thread_that_goes_on_writing(tmp_path: Path) -> None:
    """A child whose parent has gone ends from another thread than the one that writes."""
    program = """
import itertools, sys, threading, time
sys.setswitchinterval(1e-6)
from generator.files.ending import end_at_once
from generator.files.atomic import write_atomic
def write():
    for number in itertools.count():
        write_atomic(f"{number % 5}.txt", b"x")
threading.Thread(target=write, daemon=True).start()
time.sleep(0.02)
end_at_once(0)
"""
    for _ in range(15):
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, timeout=60, check=True)
    assert leftovers(tmp_path) == []
