"""In one process that stays: DOCX in memory, checking file after file, all rules beside reading."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks.peers import Peers
from benchmarks.rows import Row, Section, Target
from benchmarks.workers import Way, interleaved


def sections(peers: Peers | None, restarts: int, rounds: int) -> Iterator[Section]:
    """Measure and tell, job by job."""
    yield _docx(peers, restarts, rounds)
    yield _check(restarts, rounds)
    yield _rules(restarts, rounds)


def _docx(peers: Peers | None, restarts: int, rounds: int) -> Section:
    ways = {"nianbao": Way(sys.executable, "own", "docx"), "zip": Way(sys.executable, "floors", "zip_floor")}
    if peers:
        ways |= {name: Way(peers.python, "peers", name) for name in ("direct", "template", "mended_template")}
    found = interleaved(ways, restarts, rounds)
    names = {
        "nianbao": "nianbao: report → blocks → DOCX",
        "zip": "floor: ready XML, zipfile level 6, ready static parts",
        "direct": "python-docx, tables as XML strings by lxml, the same slim styles",
        "template": "docxtpl, template and compiled code cached, the same slim styles",
        "mended_template": "docxtpl, the mended template cached too, by overriding its method",
    }
    targets = [Target("at most 2.5 × the zip floor", found["nianbao"], found["zip"], 2.5)]
    if peers:
        targets.append(Target("at most 1/6 of python-docx with lxml", found["nianbao"], found["direct"], 1 / 6))
        targets.append(Target("at most 1/35 of docxtpl, cached", found["nianbao"], found["template"], 1 / 35))
    rows = tuple(Row(names[name], figures, 3) for name, figures in found.items())
    return Section("DOCX of one report in memory, warm", "ms", rows, tuple(targets))


def _check(restarts: int, rounds: int) -> Section:
    ways = {"nianbao": Way(sys.executable, "own", "check"), "compose": Way(sys.executable, "floors", "compose")}
    found = interleaved(ways, restarts, rounds)
    rows = (
        Row("nianbao: read the file, validate, compute, all rules", found["nianbao"], 3),
        Row("yaml.compose with the C loader, the text in memory", found["compose"], 3),
    )
    targets = tuple(Target(f"at most {n} × yaml.compose", found["nianbao"], found["compose"], n) for n in (3, 5))
    return Section("Check, each further file, in one process", "ms", rows, targets)


def _rules(restarts: int, rounds: int) -> Section:
    ways = {name: Way(sys.executable, "own", name) for name in ("rules", "read_and_validate")}
    found = interleaved(ways, restarts, rounds)
    rows = (
        Row("all rules on a report with last year's", found["rules"], 3),
        Row("reading and validating both", found["read_and_validate"], 3),
    )
    target = Target("at most 3 × reading and validating", found["rules"], found["read_and_validate"], 3)
    return Section("All rules on one report", "ms", rows, (target,))
