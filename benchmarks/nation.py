"""A whole nation's agencies in one go: ``python -m benchmarks.nation [--reports N]`` writes NATION.md.

Takes minutes and, for 100,000 reports, 3 GB of disk below build/ (removed at the end): no part of ``make bench``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from subprocess import DEVNULL, PIPE, Popen
from typing import NamedTuple

from benchmarks import machine
from benchmarks.commands import Command, Run, environment, run
from benchmarks.places import HERE, WORK
from benchmarks.sample import sample

_NIANBAO = os.path.join(os.path.dirname(sys.executable), "nianbao")
_PART = 1000
_ROUNDS = 3


class Line(NamedTuple):
    """One run, as told in the results."""

    what: str
    reports: int
    done: Run

    def __str__(self) -> str:
        seconds, busy = self.done.milliseconds / 1000, self.done.processor / 1000
        rate = self.reports / seconds
        shown = f"{seconds:,.1f} | {busy:,.1f} | {rate:,.0f} | {self.done.mebibytes:.0f}"
        return f"| {self.what} | {self.reports:,} | {shown} |"


def main() -> None:
    """Make the reports, run, write the results, clean up."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.nation", description=__doc__)
    options.add_argument("--reports", type=int, default=100_000, help="how many (100,000)")
    options.add_argument("--folder", default=os.path.join(WORK, "nation"), help="where they are made and removed again")
    options.add_argument("--output", default=os.path.join(HERE, "NATION.md"), help="the results")
    chosen = options.parse_args()
    text = "\n".join(_lines(os.path.abspath(chosen.folder), chosen.reports)) + "\n"
    with open(chosen.output, "w", encoding="utf-8") as file:
        file.write(text)
    print(text)


def _lines(folder: str, count: int) -> Iterator[str]:
    part, whole = os.path.join(folder, "nation-part"), os.path.join(folder, "nation-whole")
    _remove(part, whole)
    few = min(_PART, count)
    _make(part, few)
    _make(whole, count)
    os.sync()
    try:
        yield from _head(count, folder)
        yield from _alone_and_shared(part, few)
        yield str(Line("check", few, _done((_NIANBAO, "check", part))))
        yield from _through(whole, count)
    finally:
        _remove(part, whole)


def _remove(*folders: str) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _head(count: int, folder: str) -> Iterator[str]:
    yield from ("# A whole nation in one go", "", "Written by `make bench-nation`; not edited by hand.")
    yield f"{count:,} reports that all differ (every cell filled in, 6.8 KB of YAML each), in folders of 100, are"
    yield "built into DOCX and Markdown beside them, each file flushed to the disk before it takes its place: killed"
    yield "halfway, taken up again, and run once more when nothing has changed. The cores are shared with whatever"
    yield "else runs on the machine; processor seconds are of all processes together."
    yield from (
        "",
        f"- Machine: {machine.description()}; file system: {_file_system(folder)}",
        f"- Load before the run: {os.getloadavg()[0]:.1f}",
        "",
    )
    yield from ("| what | reports | seconds | processor seconds | reports a second | MiB, largest process |",)
    yield "|---|---|---|---|---|---|"


def _file_system(folder: str) -> str:
    """What kind of file system a folder is on (Linux), for flushing to the disk may take longer than all the work."""
    try:
        with open("/proc/mounts", encoding="utf-8") as file:
            mounts = [line.split()[1:3] for line in file]
    except OSError:
        return "unknown"
    around = [(len(place), kind) for place, kind in mounts if os.path.commonpath((folder, place)) == place]
    return max(around)[1]


def _alone_and_shared(part: str, count: int) -> Iterator[str]:
    """One process and two, in turn; the median round of each."""
    runs: dict[int, list[Run]] = {1: [], 2: []}
    for _ in range(_ROUNDS):
        for jobs, found in runs.items():
            _remove_outputs(part)
            found.append(_done(_build(part, jobs)))
    for jobs, found in runs.items():
        yield str(Line(f"build, --jobs {jobs}, median of {_ROUNDS}", count, sorted(found)[_ROUNDS // 2]))


def _through(whole: str, count: int) -> Iterator[str]:
    killed = _kill_halfway(whole, count)
    rest = f"build, --jobs 2 --skip-unchanged, {killed:,} of them built before it was killed"
    yield str(Line(rest, count, _done((*_build(whole, 2), "--skip-unchanged"))))
    yield str(Line("the same again, nothing has changed", count, _done((*_build(whole, 2), "--skip-unchanged"))))
    names = [name for _, _, found in os.walk(whole) for name in found]
    made, left = (sum(name.endswith(suffix) for name in names) for suffix in ((".docx", ".md"), ".tmp"))
    yield from ("", f"At the end there are {made:,} files (2 × {count:,}), and {left} temporary ones: what the")
    yield "killed processes left, the next run has removed."


def _build(folder: str, jobs: int) -> Command:
    return (_NIANBAO, "build", folder, "--jobs", str(jobs))


def _done(command: Command) -> Run:
    done = run(command)
    if done.code:
        raise RuntimeError(f"{' '.join(command[1:])} ended with exit code {done.code}")
    return done


def _kill_halfway(folder: str, count: int) -> int:
    """Start a build, kill it and its processes after half of the reports; how many are built."""
    with Popen(_build(folder, 2), stdout=PIPE, stderr=DEVNULL, env=environment(), start_new_session=True) as process:
        assert process.stdout, "it is a pipe"
        for _ in range(count):  # two files a report: as many lines as reports is halfway
            process.stdout.readline()
        os.killpg(process.pid, signal.SIGKILL)
    return sum(name.endswith(".docx") for _, _, names in os.walk(folder) for name in names)


def _make(folder: str, count: int) -> None:
    for number in range(count):
        here = os.path.join(folder, f"{number // 10_000:02}", f"{number // 100 % 100:02}")
        if number % 100 == 0:
            os.makedirs(here)
        with open(os.path.join(here, f"{number:06}.yaml"), "w", encoding="utf-8") as file:
            file.write(sample(number))


def _remove_outputs(folder: str) -> None:
    for here, _, names in os.walk(folder):
        for name in names:
            if not name.endswith(".yaml"):
                os.unlink(os.path.join(here, name))


if __name__ == "__main__":
    main()
