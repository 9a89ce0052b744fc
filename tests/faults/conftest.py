"""A server that runs nianbao in forked children, and folders with reports and older outputs."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from faulting import OLDER, TITLE, Server, report_of


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    if not hasattr(os, "fork") or not hasattr(os, "pidfd_open"):
        pytest.skip("没有 fork 和 pidfd_open")
    server = Server(tmp_path_factory.mktemp("words"))
    yield server
    server.close()


@pytest.fixture
def four(tmp_path: Path) -> Path:
    """A folder with four reports, and ``out`` in it with the older outputs of all."""
    folder = tmp_path / "四 份"
    (folder / "out").mkdir(parents=True)
    for number in "甲乙丙丁":
        (folder / f"{number}.yaml").write_text(report_of(f"{number}县人民政府"), encoding="utf-8")
        for suffix in ("docx", "md"):
            (folder / "out" / f"{number}县人民政府2023{TITLE}.{suffix}").write_bytes(OLDER)
    return folder


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """One report in a folder of its own."""
    file = tmp_path / "一份" / "年报.yaml"
    file.parent.mkdir()
    file.write_text(report_of("甲县人民政府"), encoding="utf-8")
    return file
