"""Killed at any moment: each file is wholly the older or wholly the new one, and the next run tidies up.

200 real processes get a real SIGKILL, at moments spread evenly over what a run takes.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from faulting import OLDER, Server, leftovers, report_of

Check = Callable[[], None]
NEEDS_FIXING = report_of("甲县人民政府").replace("年度: 2023", "年度：2023").replace("本年新收:", "本年新收：")


def kills(server: Server, count: int, arguments: list[str], folder: Path, before: Check) -> Iterator[None]:
    """Run until ``count`` runs were killed, each after ``before``; then once to the end, which tidies up."""
    before()
    seconds = min(server.run(*arguments, cwd=folder).seconds for _ in range(2))
    moments = random.Random(len(arguments[0]) * 1000 + count)
    hits = 0
    for _ in range(count * 20):
        before()
        hits += server.run(*arguments, cwd=folder, kill_after=moments.uniform(0, seconds)).killed
        yield
        if hits == count:
            break
    assert hits == count
    before()
    assert server.run(*arguments, cwd=folder).code == 0
    assert leftovers(folder) == []


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith(".tmp")}


@pytest.mark.parametrize(("count", "options"), [(50, []), (30, ["--verify"])])
def test_build(server: Server, four: Path, count: int, options: list[str]) -> None:
    out = four / "out"
    older = contents(out)
    assert set(older.values()) == {OLDER}
    arguments = ["build", ".", "-o", "out", *options]
    assert server.run(*arguments, cwd=four).code == 0
    new = contents(out)
    assert older.keys() == new.keys()
    assert OLDER not in new.values()

    def before() -> None:
        for name in older:
            (out / name).write_bytes(OLDER)

    for _ in kills(server, count, arguments, four, before):
        found = contents(out)
        assert found.keys() == new.keys()
        assert all(data in (OLDER, new[name]) for name, data in found.items())
    assert contents(out) == new


def test_export(server: Server, report: Path) -> None:
    target = report.parent / "数 据.json"
    arguments = ["export", report.name, "--to", "json", "-o", target.name]
    assert server.run(*arguments, cwd=report.parent).code == 0
    new = target.read_bytes()
    for _ in kills(server, 30, arguments, report.parent, lambda: (target.write_bytes(OLDER), None)[1]):
        assert target.read_bytes() in (OLDER, new)


def test_fix(server: Server, report: Path) -> None:
    backup = Path(f"{report}.bak")
    original = NEEDS_FIXING.encode()

    def before() -> None:
        report.write_bytes(original)
        os.utime(report, (1_700_000_000, 1_700_000_000))  # what was written just now is waited for
        backup.unlink(missing_ok=True)

    before()
    assert server.run("fix", report.name, cwd=report.parent).code == 0
    fixed = report.read_bytes()
    assert fixed != original
    for _ in kills(server, 40, ["fix", report.name], report.parent, before):
        assert report.read_bytes() in (original, fixed)
        assert not backup.exists() or backup.read_bytes() == original
        assert backup.exists() or report.read_bytes() == original


@pytest.mark.parametrize(
    ("count", "arguments"), [(30, ["import", "公布.md", "-o", "new.yaml"]), (20, ["new", "2024", "-o", "new.yaml"])]
)
def test_a_new_file(server: Server, report: Path, count: int, arguments: list[str]) -> None:
    folder = report.parent
    assert server.run("build", report.name, "-t", "md", cwd=folder).code == 0
    next(folder.glob("*.md")).rename(folder / "公布.md")
    target = folder / "new.yaml"
    assert server.run(*arguments, cwd=folder).code == 0
    new = target.read_bytes()
    for _ in kills(server, count, arguments, folder, lambda: target.unlink(missing_ok=True)):
        assert not target.exists() or target.read_bytes() == new
