"""build --verify: what does not read back as the report does not replace anything, and the place is named."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Cli
from faulting import EXAMPLE, OLDER, TITLE, leftovers, report_of

from generator.cli.app import main
from generator.files import atomic
from generator.render import markdown

ALL = "docx,md,html"
GOOD = "甲县人民政府"
Build = Callable[..., tuple[int, str, str]]
Changes = list[tuple[bytes, bytes]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, and older outputs of the first."""
    for agency in (GOOD, "乙县人民政府"):
        (tmp_path / f"{agency}.yaml").write_text(report_of(agency), encoding="utf-8")
    for suffix in ALL.split(","):
        (tmp_path / f"{GOOD}2023{TITLE}.{suffix}").write_bytes(OLDER)
    return tmp_path


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Changes:
    """What the disk gives back of what was written to it: each pair is a change."""
    changes: Changes = []
    read = atomic._read_back

    def changed(path: str) -> bytes:
        data = read(path)
        for old, new in changes if GOOD in path else ():
            data = data.replace(old, new, 1)
        return data

    monkeypatch.setattr(atomic, "_read_back", changed)
    return changes


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Build:
    """Build in this very process: exit code, stdout, stderr."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["nianbao", "build", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        assert isinstance(left.value.code, int)
        return left.value.code, *capsys.readouterr()

    return run


def outputs(folder: Path, agency: str) -> set[bytes]:
    return {file.read_bytes() for file in folder.glob(f"{agency}2023*")}


def test_all_is_well(folder: Path, cli: Cli) -> None:
    for options in ([], ["-j", "2"], ["--fragment"], ["--draft"], ["--skip-unchanged"]):
        ran = cli("build", folder, "-t", ALL, "--verify", *options)
        assert ran.returncode == 0, ran.stderr
        assert len(ran.stdout.splitlines()) == (0 if "--skip-unchanged" in options else 6)
    assert OLDER not in outputs(folder, GOOD)
    assert leftovers(folder) == []
    to_stdout = cli("build", folder / f"{GOOD}.yaml", "-t", "md", "-o", "-", "--verify")
    assert to_stdout.stdout.startswith("# 甲县人民政府")


def test_pdf(folder: Path, cli: Cli) -> None:
    pytest.importorskip("typst", reason="没有安装 typst")
    ran = cli("build", folder, "-t", "pdf,md", "--verify", "-j", "2", "--draft")
    assert ran.returncode == 0, ran.stderr
    assert sorted(Path(line).suffix for line in ran.stdout.splitlines()) == [".md", ".md", ".pdf", ".pdf"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ((b" 13289 |", b" 13298 |"), "  表二“行政许可”：应为“13289”，读回来是“13298”"),
        (("## 一、总体情况\n".encode(), b""), "  “一、总体情况”：应为“一、总体情况”，读回来没有"),
        (("工作考核".encode(), "考核工作".encode()), "应为“（五）监督保障：工作考核方面，"),
    ],
)
def test_a_change_on_the_disk_keeps_all_the_older_files(
    build: Build, folder: Path, disk: Changes, change: tuple[bytes, bytes], words: str
) -> None:
    disk.append(change)
    code, out, err = build(folder, "-t", ALL, "--verify")
    assert code == 1
    assert outputs(folder, GOOD) == {OLDER}
    assert f"{GOOD}2023{TITLE}.md 读回来与报告不同，没有采用" in err
    assert words in err
    assert len(outputs(folder, "乙县人民政府")) == len(out.splitlines()) == 3
    assert leftovers(folder) == []


def test_a_file_that_came_back_torn(monkeypatch: pytest.MonkeyPatch, build: Build, folder: Path) -> None:
    read = atomic._read_back
    monkeypatch.setattr(atomic, "_read_back", lambda path: read(path)[:4000])
    code, out, err = build(folder, "--verify")
    assert (code, out) == (1, "")
    assert outputs(folder, GOOD) == {OLDER}
    assert outputs(folder, "乙县人民政府") == set()
    assert "整个文件" in err


def test_without_verify_nothing_is_read_back(build: Build, folder: Path, disk: Changes) -> None:
    disk.append((b"13289", b"13298"))
    assert build(folder)[0] == 0


def test_stdout_is_verified_before_a_byte_goes_out(monkeypatch: pytest.MonkeyPatch, build: Build) -> None:
    rendered = markdown.render
    monkeypatch.setattr(markdown, "render", lambda document: rendered(document).replace(b"13289", b"13298", 1))
    code, out, err = build(EXAMPLE, "-t", "md", "-o", "-", "--verify")
    assert (code, out) == (1, "")
    assert "要写到标准输出的内容 读回来与报告不同" in err
