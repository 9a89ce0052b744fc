"""Chinese comes out whatever the machine's settings; colours only for a person."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BAD = "机关: 某某县人民政府\n年度: 二三年\n"


def run(*arguments, cwd, **environment):
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_", "LANG", "NO_COLOR"))}
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**plain, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def bad(tmp_path):
    (tmp_path / "坏.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("environment", "encoding"),
    [
        ({"LC_ALL": "C"}, "utf-8"),
        ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "utf-8"),
        ({"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"}, "utf-8"),
        ({"PYTHONIOENCODING": "latin-1"}, "utf-8"),
        ({"PYTHONIOENCODING": "cp936"}, "cp936"),
        ({"PYTHONIOENCODING": "gb18030"}, "gb18030"),
        ({"PYTHONUTF8": "1"}, "utf-8"),
    ],
)
def test_words_come_out_in_an_encoding_that_knows_them(bad, environment, encoding):
    outcome = run("check", "坏.yaml", cwd=bad, **environment)
    assert outcome.returncode == 1
    assert "坏.yaml:2:5 错误 NB103" in outcome.stdout.decode(encoding)
    assert "1 个文件" in outcome.stderr.decode(encoding)


def test_a_character_that_the_encoding_lacks_is_written_as_an_escape(tmp_path):
    (tmp_path / "𠮷.yaml").write_text(BAD, encoding="utf-8")
    outcome = run("check", "𠮷.yaml", cwd=tmp_path, PYTHONIOENCODING="cp936")
    assert r"\U00020bb7.yaml:2:5 错误" in outcome.stdout.decode("cp936")


@pytest.mark.parametrize("encoding", ["ascii", "cp936", "utf-8"])
def test_data_are_utf_8_always(bad, encoding):
    outcome = run("check", "坏.yaml", "--format", "json", cwd=bad, PYTHONIOENCODING=encoding)
    assert json.loads(outcome.stdout.decode("utf-8"))["files"][0]["file"] == "坏.yaml"


@pytest.mark.skipif(sys.platform == "win32", reason="pty")
@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_only_on_a_terminal_that_wants_them(bad, environment, coloured):
    import pty

    ours, theirs = pty.openpty()
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "TERM": "xterm", **environment}
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "check", "坏.yaml"], cwd=bad, env=environment, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        seen = b""
        while chunk := _read(ours):
            seen += chunk
    os.close(ours)
    assert process.returncode == 1
    assert (b"\x1b[" in seen) is coloured
    assert "错误".encode() in seen


def _read(terminal):
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""


def test_no_colours_in_a_pipe(bad):
    outcome = run("check", "坏.yaml", cwd=bad, TERM="xterm")
    assert b"\x1b" not in outcome.stdout + outcome.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_behind_stdout_is_said_plainly(bad):
    with open("/dev/full", "wb") as full:
        outcome = subprocess.run(
            [sys.executable, "-m", "generator", "schema"],
            cwd=bad,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert outcome.returncode == 2
    assert "没有写成：标准输出" in outcome.stderr.decode()
    assert "Traceback" not in outcome.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(
    "command", ["rules | true", "schema | head -c 10", "--help | true", "rules >&-", "--help >&- 2>&-"]
)
def test_a_reader_that_leaves_draws_no_traceback(bad, command):
    outcome = subprocess.run(
        ["sh", "-c", f'"$0" -m generator {command}', sys.executable],
        cwd=bad,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in outcome.stderr.decode()
    assert "Exception" not in outcome.stderr.decode()
    assert "NB900" not in outcome.stderr.decode()
