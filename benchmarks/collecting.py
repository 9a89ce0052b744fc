"""A collecting office's folder, half YAML, half DOCX: ``nianbao collect`` beside ``nianbao check`` of the same files.

``python -m benchmarks.collecting [--count N]`` writes COLLECTING.md. Minutes long, so it is no part of ``make bench``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks import machine
from benchmarks.commands import Command, Run, run
from benchmarks.figures import Figures
from benchmarks.places import HERE, WORK
from benchmarks.rows import Row, Section, Target
from benchmarks.sample import YEAR, sample

MANY_FILED = 1000
"""How many reports of each kind."""
_NIANBAO = os.path.join(os.path.dirname(sys.executable), "nianbao")
_MEBIBYTES = 300
_DEAREST = 1.5
"""Times a check of the same files."""
_BOOK = 0.2
"""The workbook's share of the whole."""
_HEAD = (
    "# Collecting",
    "",
    "Written by `python -m benchmarks.collecting`; not edited by hand. One run of each command, processor time of all",
    "its processes; memory is that of the largest process. The reports all differ, each is of an agency of its own.",
    "",
)


class Office(NamedTuple):
    """The folder, the roster, where the ledger goes, and the files."""

    folder: str
    roster: str
    output: str
    files: tuple[str, ...]

    def collect(self, *more: str) -> Command:
        return (_NIANBAO, "collect", self.folder, "--roster", self.roster, "-o", self.output, *more)


def sections(count: int = MANY_FILED) -> Iterator[Section]:
    """Measure and tell."""
    office = _office(count)
    total = len(office.files)
    alone = run((_NIANBAO, "check", *office.files))
    one, again, two = (run(office.collect(*more)) for more in (("-j", "1"), ("-j", "1"), ()))
    _fresh(office)
    shared = run(office.collect())
    book = Figures((_share_of_the_workbook(office),))
    rows = (
        _row(f"nianbao check of the {total} files, one after the other", alone),
        _row("nianbao collect -j 1, first run", one),
        _row("nianbao collect -j 1, second run: nothing has changed", again),
        _row("nianbao collect, second run", two),
        _row("nianbao collect, first run, a process for each core", shared),
        Row("the workbook's share of a first run in one process", book, 3),
    )
    targets = (
        Target(f"per file at most {_DEAREST} × a check of that file", _busy(one), _busy(alone), _DEAREST),
        Target(f"the workbook takes at most {_BOOK} of the whole", book, None, _BOOK),
        Target(
            f"memory of the largest process at most {_MEBIBYTES} MiB", Figures((shared.mebibytes,)), None, _MEBIBYTES
        ),
    )
    yield Section(f"Collect {count} YAML and {count} DOCX", "s processor time", rows, targets)


def _row(name: str, done: Run) -> Row:
    if done.code not in (0, 1):
        raise RuntimeError(f"{name}: exit {done.code}")
    return Row(name, _busy(done), 2, f"{done.milliseconds / 1000:.1f} s by the clock, {done.mebibytes:.0f} MiB")


def _busy(done: Run) -> Figures:
    return Figures((done.processor / 1000,))


def _fresh(office: Office) -> None:
    """Away with the ledger and with what was kept of the last run."""
    shutil.rmtree(os.path.dirname(office.output), ignore_errors=True)


def _office(count: int) -> Office:
    from benchmarks.published import rendered

    root = os.path.join(WORK, "office")
    folder = os.path.join(root, "filed")
    shutil.rmtree(root, ignore_errors=True)
    os.makedirs(folder)
    files = []
    for seed in range(2 * count):
        form = ("yaml", "docx")[seed % 2]
        files.append(os.path.join(folder, f"{seed:05}.{form}"))
        with open(files[-1], "wb") as file:
            file.write(sample(seed).encode() if form == "yaml" else rendered(seed, form))
    roster = os.path.join(root, "roster.csv")
    with open(roster, "w", encoding="utf-8") as file:
        file.write("\n".join(["单位名称", *(f"甲市第{seed}区水利局" for seed in range(2 * count))]) + "\n")
    return Office(folder, roster, os.path.join(root, "out", "ledger.xlsx"), tuple(files))


def _share_of_the_workbook(office: Office) -> float:
    """Processor time of making the workbook, as a share of reading, matching and making it."""
    from generator.collecting.filing import LastYears, make_ledger
    from generator.collecting.ledger import ledger_workbook
    from generator.collecting.names import Directory
    from generator.collecting.running.reading import RunContext, read_file
    from generator.collecting.running.roster_file import load_roster
    from generator.collecting.running.walking import walk

    started = time.process_time()
    directory = Directory(load_roster(office.roster).agencies)
    files = [read_file(found, RunContext(directory)).filed for found in walk(office.folder).found]
    ledger = make_ledger(YEAR, directory, files, LastYears())
    read = time.process_time()
    ledger_workbook(ledger)
    ended = time.process_time()
    return (ended - read) / (ended - started)


def main() -> None:
    """Measure and write."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.collecting", description=__doc__)
    options.add_argument("--count", type=int, default=MANY_FILED, help=f"reports of each kind ({MANY_FILED})")
    lines = [line for section in sections(options.parse_args().count) for line in section.lines()]
    text = "\n".join([*_HEAD, f"- Machine: {machine.description()}", "", *lines]).rstrip() + "\n"
    with open(os.path.join(HERE, "COLLECTING.md"), "w", encoding="utf-8") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main()
