"""``nianbao preview`` as a process: its address, the browser, Ctrl+C, a port that is taken."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "examples" / "温县人民政府办公室-2023.yaml"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no Ctrl+C to a single process on Windows")


@contextmanager
def previewing(*arguments: str, file: Path = REPORT, **environment: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The command running, with the address it prints; ended by Ctrl+C."""
    screen = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "preview", file, *arguments],
        cwd=ROOT,
        env={**{k: v for k, v in os.environ.items() if k not in screen}, "PYTHONIOENCODING": "utf-8", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert process.stdout
        yield process.stdout.readline().strip(), process
    finally:
        process.kill()
        process.communicate()


def first_words(process: subprocess.Popen[str]) -> str:
    """The first line of its talk."""
    assert process.stderr
    return process.stderr.readline()


def interrupted(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit code and talk after Ctrl+C."""
    process.send_signal(signal.SIGINT)
    talk = process.communicate(timeout=60)[1]
    return process.returncode, talk


def test_for_an_editor_it_ends_with_standard_input() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "preview", REPORT, "--no-open", "--until-eof"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    with process:
        assert process.stdout.readline().startswith(b"http://127.0.0.1:")
        process.stdin.close()
        assert process.wait(timeout=60) == 0


def test_it_serves_until_ctrl_c() -> None:
    with previewing("--no-browser") as (url, process):
        assert url.startswith("http://127.0.0.1:")
        with urlopen(url, timeout=60) as page:
            assert '"view": "read"' in page.read().decode()
        code, talk = interrupted(process)
    assert code == 0
    assert talk.splitlines() == ["请在浏览器里打开上面的网址。按 Ctrl+C 结束。", "预览已结束。"]


def test_ctrl_c_ends_it_while_a_browser_waits() -> None:
    with previewing("--no-open") as (url, process):
        parts = urlsplit(url)
        with urlopen(f"{url}state?after=-1", timeout=60) as state:
            epoch = state.read().decode().rpartition('"epoch": ')[2].rstrip("}")
        with socket.create_connection(("127.0.0.1", parts.port or 0), 60) as browser:
            browser.sendall(f"GET {parts.path}state?after={epoch} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
            assert interrupted(process)[0] == 0


def test_the_browser_is_opened_at_the_address(tmp_path: Path) -> None:
    pipe, browser = tmp_path / "opened", tmp_path / "browser"
    os.mkfifo(pipe)
    browser.write_text(f'#!/bin/sh\necho "$1" > "{pipe}"\n')
    browser.chmod(0o755)
    with previewing(BROWSER=str(browser)) as (url, process):
        assert pipe.read_text().strip() == url
        assert first_words(process) == "已在浏览器里打开。按 Ctrl+C 结束。\n"
        assert interrupted(process) == (0, "预览已结束。\n")


def test_without_a_screen_the_address_is_to_be_opened_by_hand() -> None:
    with previewing() as (_, process):
        assert first_words(process) == "请在浏览器里打开上面的网址。按 Ctrl+C 结束。\n"


def test_a_port_that_is_taken_is_said_plainly(cli) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        outcome = cli("预览", REPORT, "--no-open", "--port", str(port))
    assert outcome.returncode == 2
    assert outcome.stdout == ""
    assert outcome.stderr.splitlines() == [
        f"错误：端口 {port} 已经被别的程序占用，打不开",
        "提示：请换一个端口，或者不写 --port，自动选一个空闲的",
    ]


def test_the_port_asked_for_is_used() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with previewing("--no-open", "--port", str(port)) as (url, process):
        assert url.startswith(f"http://127.0.0.1:{port}/k/")
        assert interrupted(process)[0] == 0


def test_a_file_that_cannot_be_read_yet_is_shown_with_what_is_wrong(tmp_path: Path) -> None:
    empty = tmp_path / "空.yaml"
    empty.touch()
    with previewing("--no-open", file=empty) as (url, process):
        with urlopen(f"{url}state?after=-1", timeout=60) as state:
            assert json.loads(state.read())["banner"].startswith("文件的写法有错")
        assert interrupted(process)[0] == 0
