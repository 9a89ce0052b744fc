"""A bare machine: no PATH, no home, no fonts, odd locales, no folder to stand in, a wrong clock, closed streams."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT
from faulting import TITLE, leftovers

Ran = subprocess.CompletedProcess[bytes]
NAMES = [f"甲县人民政府2023{TITLE}.{suffix}" for suffix in ("docx", "html", "md")]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="environment of POSIX")


def bare(*arguments: str, cwd: Path, shell: str = "", **environment: str) -> Ran:
    """nianbao with nothing in its environment but what is given; ``shell`` is put behind its command line."""
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {shell}', "sh", *command],
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )


def built(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".yaml")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"PATH": ""},
        {"HOME": "/没有", "XDG_CACHE_HOME": "/没有", "TMPDIR": "/没有"},
        {"HOME": "/dev/null", "TMPDIR": "/dev/null"},
        {"LANG": "C"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "cp437"},
        {"LC_ALL": "zh_CN.GBK", "PYTHONIOENCODING": "cp936"},
        {"LC_ALL": "没有这种.语言", "PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "utf-16"},
        {"PYTHONUTF8": "1", "LANG": "C"},
        {"TZ": "没有/这里"},
        {"COLUMNS": "0", "TERM": "没有"},
    ],
    ids=str,
)
def test_whatever_the_environment_the_files_are_the_same(report: Path, environment: dict[str, str]) -> None:
    """No LibreOffice, no other program and no home is needed for any of them."""
    ran = bare("build", report.name, "-t", "docx,md,html", cwd=report.parent, **environment)
    assert ran.returncode == 0, ran.stderr
    assert b"Traceback" not in ran.stderr
    assert built(report.parent) == sorted(NAMES)


def test_a_system_that_cannot_write_chinese_names_says_what_to_set(report: Path) -> None:
    bare_system = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    os.rename(report, report.parent / "a.yaml")
    ran = bare("build", "a.yaml", cwd=report.parent, **bare_system)
    assert ran.returncode == 2
    assert "PYTHONUTF8=1" in ran.stderr.decode()
    assert built(report.parent) == []
    (report.parent / "b.yaml").write_text("机关: 甲\n年度: 2023\n上年报告: 去年.yaml\n", encoding="utf-8")
    assert "PYTHONUTF8=1" in bare("check", "b.yaml", cwd=report.parent, **bare_system).stdout.decode()
    assert bare("build", "a.yaml", cwd=report.parent, **{**bare_system, "PYTHONUTF8": "1"}).returncode == 0


def test_no_fonts(report: Path) -> None:
    """DOCX, Markdown and HTML need none; a PDF says that it does, and nothing is written."""
    pytest.importorskip("typst", reason="没有安装 typst")
    (report.parent / "空").mkdir()
    fonts = {"NIANBAO_FONTS": str(report.parent / "空"), "PATH": ""}
    (report.parent / "成品").mkdir()
    ran = bare("build", report.name, "-t", "docx,pdf", "-o", "成品", cwd=report.parent, **fonts)
    assert ran.returncode == 2
    assert "字体" in ran.stderr.decode()
    assert built(report.parent / "成品") == []
    assert bare("build", report.name, "-t", "docx", "-o", "成品", cwd=report.parent, **fonts).returncode == 0


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        (["check", "年报.yaml"], 2, "找不到文件"),
        (["build", "."], 2, ""),
        (["new", "2024"], 2, "文件夹不存在"),
        (["build", "{report}"], 0, ""),
        (["check", "{report}"], 0, ""),
        (["rules"], 0, ""),
        (["import", "{report}"], 2, ""),
        (["export", "{report}", "--to", "json", "-o", "a.json"], 2, "当前文件夹已经不存在"),
    ],
)
def test_the_folder_one_stands_in_has_gone(
    report: Path, tmp_path: Path, command: list[str], code: int, words: str
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    arguments = [word.format(report=report) for word in command]
    ran = subprocess.run(
        ["/bin/sh", "-c", 'rmdir "$0" && exec "$@"', str(gone), sys.executable, "-m", "generator", *arguments],
        cwd=gone,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == code, ran.stderr.decode()
    assert words in ran.stderr.decode()
    assert b"Traceback" not in ran.stderr
    assert b"NB900" not in ran.stderr


@pytest.mark.parametrize(
    ("command", "streams", "code"),
    [
        (["check", "-"], "<&-", 2),
        (["build", "-"], "<&-", 2),
        (["fix", "-"], "<&-", 2),
        (["check", "年报.yaml"], "<&-", 0),
        (["build", "年报.yaml"], ">&-", 0),
        (["build", "年报.yaml"], ">&- 2>&- <&-", 0),
        (["build", "年报.yaml", "-t", "md", "-o", "-"], ">&-", 2),
        (["export", "年报.yaml", "--to", "json"], ">&-", 2),
        (["check", "年报.yaml", "--format", "json"], ">&-", 2),
        (["check", "没有.yaml"], "2>&-", 2),
    ],
    ids=str,
)
def test_closed_streams(report: Path, command: list[str], streams: str, code: int) -> None:
    ran = bare(*command, cwd=report.parent, shell=streams)
    assert ran.returncode == code, ran.stderr.decode()
    assert b"Traceback" not in ran.stdout + ran.stderr
    assert b"NB900" not in ran.stdout + ran.stderr
    assert built(report.parent) == (NAMES[::2] if command == ["build", "年报.yaml"] else [])


@pytest.mark.parametrize("when", ["1970-01-01 00:00:05", "2000-02-29 12:00:00", "2100-01-01 00:00:00"])
def test_a_clock_that_is_wrong(report: Path, when: str) -> None:
    """Outputs are the same; temporary files of another time count as left over, those of now do not."""
    faketime = shutil.which("faketime")
    if not faketime:
        pytest.skip("没有安装 faketime")
    stale = report.parent / ".a.md.0123456789ab.tmp"
    stale.write_bytes(b"")
    ran = subprocess.run(
        [faketime, when, sys.executable, "-m", "generator", "build", report.name, "-t", "docx,html,md"],
        cwd=report.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TZ": "UTC"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert leftovers(report.parent) == []
    first = {name: (report.parent / name).read_bytes() for name in NAMES}
    assert bare("build", report.name, "-t", "docx,html,md", cwd=report.parent).returncode == 0
    assert {name: (report.parent / name).read_bytes() for name in NAMES} == first


def test_files_with_times_out_of_this_world(report: Path) -> None:
    """Before 1970 and long after: --skip-unchanged goes by what is newer, and nothing waits."""
    for moment in (-10_000_000.0, 0.0, time.time() + 10**9):
        os.utime(report, (moment, moment))
        ran = bare("build", report.name, "-t", "md", "--skip-unchanged", cwd=report.parent)
        assert ran.returncode == 0, ran.stderr.decode()
    assert built(report.parent) == NAMES[2:]
