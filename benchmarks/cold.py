"""Whole commands: start, work, end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.commands import Command, Measured, interleaved, peak
from benchmarks.figures import Figures
from benchmarks.peers import Peers
from benchmarks.places import MANY, ONE, OUTPUT, REPORTS, ROOT, SCHEMA, WORK, report
from benchmarks.prepared import CV, DOCX
from benchmarks.rows import Row, Section, Target

_NIANBAO = os.path.join(os.path.dirname(sys.executable), "nianbao")
_EXAMPLE = os.path.join(ROOT, "examples", "温县人民政府办公室-2023.yaml")
_FURTHER = 100


def sections(peers: Peers | None, rendercv: Peers | None, rounds: int) -> Iterator[Section]:
    """Measure and tell, command by command."""
    os.makedirs(OUTPUT, exist_ok=True)
    yield _build(rendercv, rounds)
    yield _check(peers, rounds)
    yield _further(peers, max(3, rounds // 3))
    yield _memory(max(3, rounds // 5))


def _build(rendercv: Peers | None, rounds: int) -> Section:
    imports = 'python -c "import typer, yaml, jinja2, zipfile"'
    commands: dict[str, Command] = {
        "nianbao build (DOCX and Markdown)": (_NIANBAO, "build", ONE, "-o", OUTPUT),
        imports: (sys.executable, "-c", "import typer, yaml, jinja2, zipfile"),
        "nianbao build, an example with last year's report and expressions": (
            _NIANBAO,
            "build",
            _EXAMPLE,
            "-o",
            OUTPUT,
        ),
    }
    if rendercv:
        commands["rendercv render (a CV to Typst and Markdown)"] = _rendering(rendercv)
    found = interleaved(commands, rounds)
    ours, base, *_ = found.values()
    targets = [Target(f"at most 1.6 × `{imports}`", ours.time, base.time, 1.6)]
    if rendercv:
        targets.append(Target("at most 1/3 of rendercv render", ours.time, [*found.values()][-1].time, 1 / 3))
    return Section("Build one file, cold", "ms", _rows(found), tuple(targets))


def _rendering(rendercv: Peers) -> Command:
    """A CV of rendercv's own, without what needs more than its own work (PDF, pictures, HTML)."""
    if not os.path.exists(CV):
        subprocess.run([rendercv.tool("rendercv"), "new", "cv"], cwd=WORK, check=True, stdout=subprocess.DEVNULL)
        os.replace(os.path.join(WORK, "cv_CV.yaml"), CV)
    left_out = ("--dont-generate-pdf", "--dont-generate-png", "--dont-generate-html")
    return (rendercv.tool("rendercv"), "render", CV, *left_out, "-o", os.path.join(OUTPUT, "cv"))


def _check(peers: Peers | None, rounds: int) -> Section:
    imports = 'python -c "import typer, yaml"'
    commands: dict[str, Command] = {
        "nianbao check": (_NIANBAO, "check", ONE),
        imports: (sys.executable, "-c", "import typer, yaml"),
        "nianbao check, an example with last year's report and expressions": (_NIANBAO, "check", _EXAMPLE),
        "python -c pass": (sys.executable, "-c", "pass"),
    }
    if peers:
        commands["check-jsonschema"] = (peers.tool("check-jsonschema"), "--schemafile", SCHEMA, ONE)
    found = interleaved(commands, rounds)
    ours, base, *_ = found.values()
    targets = [Target(f"at most 1.9 × `{imports}`", ours.time, base.time, 1.9)]
    if peers:
        theirs = found["check-jsonschema"].time
        targets.append(Target("at most 1/2 of check-jsonschema", ours.time, theirs, 1 / 2))
    return Section("Check one file, cold", "ms", _rows(found), tuple(targets))


def _further(peers: Peers | None, rounds: int) -> Section:
    many = tuple(report(number) for number in range(_FURTHER + 1))
    tools: dict[str, Command] = {"nianbao check": (_NIANBAO, "check")}
    if peers:
        tools["check-jsonschema"] = (peers.tool("check-jsonschema"), "--schemafile", SCHEMA)
    commands = {f"{name} {count}": (*tool, *many[:count]) for name, tool in tools.items() for count in (1, len(many))}
    found = interleaved(commands, rounds)
    further = {name: _difference(found[f"{name} {len(many)}"].time, found[f"{name} 1"].time) for name in tools}
    rows = tuple(Row(name, figures) for name, figures in further.items())
    ours, *theirs = further.values()
    targets = tuple(Target("at most 1/10 of check-jsonschema", ours, other, 1 / 10) for other in theirs)
    return Section(f"Check, each of {_FURTHER} further files of one command", "ms a file", rows, targets)


def _difference(many: Figures, one: Figures) -> Figures:
    pairs = zip(many.values, one.values, strict=True)
    return Figures(tuple((longer - shorter) / _FURTHER for longer, shorter in pairs))


def _memory(rounds: int) -> Section:
    commands: dict[str, Command] = {
        "nianbao check, one file": (_NIANBAO, "check", ONE),
        f"nianbao check, {MANY} files": (_NIANBAO, "check", REPORTS),
        "nianbao build, one file": (_NIANBAO, "build", ONE, "-o", OUTPUT),
        f"nianbao build, {MANY} files": (_NIANBAO, "build", REPORTS, "-o", OUTPUT),
    }
    runs: dict[str, list[tuple[float, int]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(peak(command))
    memory = [Figures(tuple(size for size, _ in found)) for found in runs.values()]
    codes = [", ".join(sorted({f"exit {code}" for _, code in found if code})) for found in runs.values()]
    size = Figures((os.path.getsize(DOCX) / 1024,))
    targets = (
        Target("check of one file at most 45 MiB", memory[0], None, 45),
        Target("build of one file at most 45 MiB", memory[2], None, 45),
        Target(f"check of {MANY} files: flat (at most 1.1 × one)", memory[1], memory[0], 1.1),
        Target(f"build of {MANY} files: flat (at most 1.1 × one)", memory[3], memory[2], 1.1),
        Target("the DOCX at most 12 KB", size, None, 12),
    )
    rows = tuple(Row(name, figures, 1, note) for name, figures, note in zip(runs, memory, codes, strict=True))
    return Section("Memory (largest resident size) and size", "MiB", rows, targets)


def _rows(found: dict[str, Measured]) -> tuple[Row, ...]:
    return tuple(
        Row(f"`{name}`" if name.startswith("python") else name, measured.time, 1, measured.other_codes())
        for name, measured in found.items()
    )
