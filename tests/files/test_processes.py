"""Work shared out to processes: how many are started."""

import os

import pytest

from generator.files import processes
from generator.files.processes import process_count
from generator.pipeline.building import BuildOptions, build_files


def test_no_process_without_work(tmp_path, monkeypatch):
    """1024 jobs for two files once started 1024 processes."""
    files = [tmp_path / "甲.yaml", tmp_path / "乙.yaml"]
    for file in files:
        file.write_text(f"机关: {file.stem}\n年度: 2023\n", encoding="utf-8")
    started = []
    real = processes.in_parallel

    def watched(do, works, jobs, **more):
        started.append(jobs)
        return real(do, works, jobs, **more)

    monkeypatch.setattr(processes, "in_parallel", watched)
    built = list(build_files([str(file) for file in files], BuildOptions(formats=("md",), draft=True), jobs=1024))
    assert [len(one.written) for one in built] == [1, 1]
    assert started == [2]


@pytest.mark.parametrize(("system", "jobs"), [("posix", 1024), ("nt", 61)])
def test_no_more_than_the_system_can_wait_for(monkeypatch, system, jobs):
    with monkeypatch.context() as patched:
        patched.setattr(os, "name", system)
        count = process_count(1024, 100_000)
    assert count == jobs
