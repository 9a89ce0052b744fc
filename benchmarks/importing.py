"""Published reports imported: warm and as a whole command beside pandoc reading the same file; memory over many."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator

from benchmarks import pandoc
from benchmarks.commands import Command, Measured, interleaved, peak
from benchmarks.figures import Figures
from benchmarks.places import OUTPUT
from benchmarks.published import MANY_PUBLISHED, SUFFIXES, many, one
from benchmarks.rows import Row, Section, Target
from benchmarks.workers import Way, beside_commands

_NIANBAO = os.path.join(os.path.dirname(sys.executable), "nianbao")
_FEW = 20
_FORMS = {"docx": "DOCX", "html": "HTML", "txt": "copied text"}


def sections(restarts: int, turns: int, rounds: int) -> Iterator[Section]:
    """Measure and tell."""
    os.makedirs(OUTPUT, exist_ok=True)
    yield _warm(restarts, turns)
    yield _cold(rounds)
    yield _memory()


def _warm(restarts: int, turns: int) -> Section:
    ways = {suffix: Way(sys.executable, "importing", suffix) for suffix in SUFFIXES}
    ours, theirs = beside_commands(ways, _reading(), restarts, turns)
    rows = [Row(f"nianbao, warm: file → YAML, {_FORMS[suffix]}", ours[suffix], 2) for suffix in SUFFIXES]
    rows += _pandoc_rows(theirs)
    targets = tuple(
        Target(f"{_FORMS[suffix]}, warm: at most 1/3 of a pandoc process", ours[suffix], theirs[suffix], 1 / 3)
        for suffix in theirs
    )
    title = "Import one published report, in a process that stays, beside a whole process of pandoc"
    return Section(title, "ms processor time", tuple(rows), targets)


def _cold(rounds: int) -> Section:
    own: dict[str, Command] = {f"own {suffix}": (_NIANBAO, "import", one(suffix), "-o", "-") for suffix in SUFFIXES}
    found = interleaved({**own, **_reading()}, rounds)
    rows = [_row(f"nianbao import FILE -o -, {_FORMS[suffix]}", found[f"own {suffix}"]) for suffix in SUFFIXES]
    rows += _pandoc_rows({suffix: found[suffix].time for suffix in SUFFIXES if suffix in found})
    return Section("Import one published report, cold: both are whole commands", "ms", tuple(rows), ())


def _reading() -> dict[str, Command]:
    """pandoc's commands by format; none without pandoc."""
    commands = {suffix: pandoc.reading(one(suffix)) for suffix in SUFFIXES}
    return {suffix: command for suffix, command in commands.items() if command}


def _row(name: str, measured: Measured) -> Row:
    return Row(name, measured.time, 1, measured.other_codes())


def _pandoc_rows(found: dict[str, Figures]) -> Iterator[Row]:
    if not found:
        yield Row("pandoc FILE -t plain", None, note="there is no pandoc on this machine")
    for suffix, figures in found.items():
        note = pandoc.READS_TEXT if suffix == "txt" else pandoc.version()
        yield Row(f"pandoc FILE -t plain, {_FORMS[suffix]}", figures, 1, note)


def _memory() -> Section:
    few, all_ = (_peak(count) for count in (_FEW, MANY_PUBLISHED))
    rows = (
        Row(f"nianbao import, {_FEW} files", few, 1),
        Row(f"nianbao import, {MANY_PUBLISHED} files", all_, 1, "one process; pages and copied text, all differ"),
    )
    target = Target(f"import of {MANY_PUBLISHED} files: flat (at most 1.1 × {_FEW})", all_, few, 1.1)
    return Section("Memory (largest resident size) of importing many, one run each", "MiB", rows, (target,))


def _peak(count: int) -> Figures:
    """One command that imports so many files into an empty folder; each must be read without a doubt."""
    folder = os.path.join(OUTPUT, "imported")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    size, code = peak((_NIANBAO, "import", *many(count), "-o", folder))
    if code or len(os.listdir(folder)) != count:
        raise RuntimeError(f"nianbao import of {count} files: exit {code}, {len(os.listdir(folder))} written")
    return Figures((size,))
