"""Work shared out to processes: how many are started."""

import os
import signal
from concurrent import futures

import pytest

from generator.files.processes import process_count
from generator.pipeline import building
from generator.pipeline.building import BuildOptions, build_files


def test_no_process_without_work(tmp_path, monkeypatch):
    """1024 jobs for two files once started 1024 processes."""
    files = [tmp_path / "甲.yaml", tmp_path / "乙.yaml"]
    for file in files:
        file.write_text(f"机关: {file.stem}\n年度: 2023\n", encoding="utf-8")
    started = []
    real = futures.ProcessPoolExecutor

    def watched(jobs, *more):
        started.append(jobs)
        return real(jobs, *more)

    monkeypatch.setattr(futures, "ProcessPoolExecutor", watched)
    built = list(build_files([str(file) for file in files], BuildOptions(formats=("md",), draft=True), jobs=1024))
    assert [len(one.written) for one in built] == [1, 1]
    assert started == [2]


@pytest.mark.parametrize(("system", "jobs"), [("posix", 1024), ("nt", 61)])
def test_no_more_than_the_system_can_wait_for(monkeypatch, system, jobs):
    with monkeypatch.context() as patched:
        patched.setattr(os, "name", system)
        count = process_count(1024, 100_000)
    assert count == jobs


def test_the_report_on_which_a_process_dies_is_named(tmp_path, monkeypatch):
    files = [tmp_path / f"{name}.yaml" for name in "甲乙丙"]
    for file in files:
        file.write_text(f"机关: {file.stem}\n年度: 2023\n", encoding="utf-8")
    real = building.build_file

    def deadly(path, options):
        if "乙" in path:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(path, options)

    monkeypatch.setattr(building, "build_file", deadly)  # the processes are copies of this one
    built = list(build_files([str(file) for file in files], BuildOptions(formats=("md",), draft=True), jobs=2))
    assert [len(one.written) for one in built] == [1, 0, 1]
    problem = built[1].problem
    assert problem is not None
    assert "乙.yaml" in problem.message
    assert "--jobs" in problem.hint
