"""PDF: warm beside typst alone on the same sources, and beside LibreOffice converting the same reports as a batch."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.commands import Command, interleaved, run
from benchmarks.figures import Figures
from benchmarks.places import OUTPUT, WORK, report
from benchmarks.rows import Row, Section, Target
from benchmarks.workers import Way, beside_commands

_NIANBAO = os.path.join(os.path.dirname(sys.executable), "nianbao")
_SOFFICE = shutil.which("soffice")
_BATCH = 60
"""So many reports in one go that LibreOffice's start hardly counts."""

_WAYS = {name: Way(sys.executable, "pdf", name) for name in ("whole", "render", "typst")}
_NO_OFFICE = Row("LibreOffice", None, note="there is no LibreOffice on this machine")


def sections(turns: int) -> Iterator[Section]:
    """Measure and tell; LibreOffice takes long, so there are but half as many turns, without restarts."""
    office = _office()
    yield _warm(office, max(3, turns // 2))
    yield _batch(office)


def _warm(office: dict[str, Command], turns: int) -> Section:
    found, batches = beside_commands(_WAYS, office, 1, turns)
    theirs = {name: Figures(tuple(value / _BATCH for value in batch.values)) for name, batch in batches.items()}
    rows = (
        Row("nianbao: file → checked by all rules → PDF", found["whole"]),
        Row("nianbao: blocks → PDF", found["render"]),
        Row("typst alone, the same source ready in memory", found["typst"]),
        *(Row(f"LibreOffice: DOCX → PDF, {_BATCH} in one go, each", one, 2, _version()) for one in theirs.values()),
        *(() if theirs else (_NO_OFFICE,)),
    )
    targets = (
        Target("file → PDF: at most 1.5 × typst alone", found["whole"], found["typst"], 1.5),
        *(Target("blocks → PDF: at most 1/5 of LibreOffice", found["render"], one, 1 / 5) for one in theirs.values()),
    )
    title = "PDF of one report in a process that stays, each turn another report"
    return Section(title, "ms processor time", rows, targets)


def _batch(office: dict[str, Command]) -> Section:
    ours: Command = (_NIANBAO, "build", *_reports(), "-t", "pdf", "-o", os.path.join(OUTPUT, "pdf"))
    found = interleaved({"nianbao": ours, **office}, 3)
    rows = [Row("nianbao build -t pdf, from YAML, checked", found["nianbao"].time, 0, found["nianbao"].other_codes())]
    if office:
        rows.append(Row("soffice --convert-to pdf, from DOCX", found["soffice"].time, 0))
    else:
        rows.append(_NO_OFFICE)
    return Section(
        f"PDF of {_BATCH} reports in one go: whole commands, start and writing included", "ms", tuple(rows), ()
    )


def _version() -> str:
    """``LibreOffice 24.2.1.2``."""
    said = subprocess.run([_SOFFICE or "", "--version"], check=True, capture_output=True, text=True).stdout
    return " ".join(said.split()[:2])


def _reports() -> tuple[str, ...]:
    return tuple(report(number) for number in range(_BATCH))


def _office() -> dict[str, Command]:
    """LibreOffice converting the same reports, built as DOCX beforehand, with a profile of its own; {} without it."""
    if not _SOFFICE:
        return {}
    folder = os.path.join(WORK, "batch")
    shutil.rmtree(folder, ignore_errors=True)
    done = run((_NIANBAO, "build", *_reports(), "-t", "docx", "-o", folder))
    files = tuple(os.path.join(folder, name) for name in sorted(os.listdir(folder)))
    if done.code or len(files) != _BATCH:
        raise RuntimeError(f"nianbao build: exit {done.code}, {len(files)} written")
    profile = f"-env:UserInstallation=file://{os.path.join(WORK, 'office')}"
    into = os.path.join(OUTPUT, "office")
    return {"soffice": (_SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", into, *files)}
