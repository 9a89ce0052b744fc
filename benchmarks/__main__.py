"""Measure everything and write RESULTS.md: ``python -m benchmarks [--rounds N] [--restarts N]``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from benchmarks import cold, files, growth, importing, latency, machine, pdf, peers, warm
from benchmarks.places import HERE, ROOT

_TURNS = 8
_OWN = ("Jinja2", "PyYAML", "jsonschema_rs", "typer", "typst")


def main() -> None:
    """Prepare, measure, write."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("--rounds", type=int, default=15, help="rounds of whole commands (15)")
    options.add_argument("--restarts", type=int, default=3, help="restarts of the warm workers (3)")
    chosen = options.parse_args()
    _run(sys.executable, "prepare")
    common = peers.ready("peers", "requirements.txt")
    rendercv = peers.ready("rendercv", "requirements-rendercv.txt")
    if common:
        _run(common.python, "prepare_peers")
    sections = [
        *warm.sections(common, chosen.restarts, rounds=_TURNS),
        *cold.sections(common, rendercv, chosen.rounds),
        *files.sections(common, chosen.restarts, _TURNS),
        *importing.sections(chosen.restarts, _TURNS, chosen.rounds),
        *pdf.sections(_TURNS),
    ]
    lines = [line for section in sections for line in section.lines()]
    text = "\n".join(
        [
            *_head(common, rendercv, chosen.rounds, chosen.restarts),
            *lines,
            *growth.lines(),
            *latency.lines(),
        ]
    )
    with open(os.path.join(HERE, "RESULTS.md"), "w", encoding="utf-8") as file:
        file.write(text.rstrip() + "\n")
    print(text)


def _head(common: peers.Peers | None, rendercv: peers.Peers | None, rounds: int, restarts: int) -> list[str]:
    own = peers.versions(sys.executable)
    theirs = {**(common.versions if common else {}), **(rendercv.versions if rendercv else {})}
    named = [f"{name} {own[name]}" for name in _OWN if name in own]
    named += [f"{name} {theirs[name]}" for name in peers.SHOWN if name in theirs]
    missing = [name for name in peers.SHOWN if name not in theirs]
    return [
        "# Speed and memory",
        "",
        "Written by `make bench`; not edited by hand. Median (least to greatest); ratios are taken round by round,",
        f"because what is compared takes turns. Whole commands: {rounds} rounds after a warm-up. Warm work: {restarts}",
        f"restarts of the workers, {_TURNS} turns each, processor time. Milliseconds belong to the machine, the ratios",
        "are the result.",
        "",
        f"- Machine: {machine.description()}",
        f"- Versions: {', '.join(named)}",
        *([f"- Not measured, because not to be had here: {', '.join(missing)}"] if missing else []),
        "- The report: every cell of the form filled in, 6.8 KB of YAML, no expressions, no last year's report.",
        "- The peers get the same report: python-docx and docxtpl start from nianbao's own DOCX with its slim styles.",
        "- What is imported is that report as nianbao builds it (DOCX, HTML), or as copied from the page (text).",
        "  nianbao makes YAML of it, every figure checked; `pandoc FILE -t plain` makes plain text of the same file.",
        "  Warm, pandoc's start is counted but not nianbao's (pandoc is always a process); cold, both are.",
        "- rendercv renders its own sample CV, and cannot reach the network (it would look for a newer version).",
        "",
    ]


def _run(python: str, module: str) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    subprocess.run([python, "-m", f"benchmarks.{module}"], cwd=ROOT, check=True, env=environment)


if __name__ == "__main__":
    main()
