"""From file to file: 100 differing reports in turn, YAML in, DOCX out, in one process; pandoc is a process a report."""

from __future__ import annotations

import os
import sys

from benchmarks import pandoc
from benchmarks.commands import Command
from benchmarks.peers import Peers
from benchmarks.places import OUTPUT
from benchmarks.published import one
from benchmarks.rows import Row, Section, Target
from benchmarks.workers import Way, beside_commands

_NAMES = {
    "nianbao": "nianbao: read, check with all rules, DOCX, written safely (flushed, then put in place)",
    "unchecked": "the same without the rules",
    "safe": "floor: read the file, zip ready XML (level 6), write as safely",
    "plain": "floor: the same, written plainly",
    "direct": "python-docx, tables as XML strings by lxml, the same slim styles, written plainly",
    "template": "docxtpl, template and compiled code cached, the same slim styles, written plainly",
    "pandoc": "pandoc from HTML, a whole process",
}


def sections(peers: Peers | None, restarts: int, rounds: int) -> tuple[Section]:
    """Measure and tell."""
    os.makedirs(OUTPUT, exist_ok=True)
    ways = {
        "nianbao": Way(sys.executable, "own", "docx_files"),
        "unchecked": Way(sys.executable, "own", "unchecked_files"),
        "safe": Way(sys.executable, "floors", "safe_files"),
        "plain": Way(sys.executable, "floors", "plain_files"),
    }
    if peers:
        ways |= {name: Way(peers.python, "peers", f"{name}_files") for name in ("direct", "template")}
    command = pandoc.writing(one("html"), os.path.join(OUTPUT, "pandoc.docx"))
    commands: dict[str, Command] = {"pandoc": command} if command else {}
    warm, whole = beside_commands(ways, commands, restarts, rounds)
    found = {**warm, **whole}
    notes = {"pandoc": pandoc.version()}
    rows = [Row(_NAMES[name], figures, 2, notes.get(name, "")) for name, figures in found.items()]
    if not command:
        rows.append(Row(_NAMES["pandoc"], None, note="there is no pandoc on this machine"))
    limits = {
        "safe": ("at most 3 × the floor", 3.0),
        "direct": ("at most 1/3 of python-docx with lxml", 1 / 3),
        "template": ("at most 1/12 of docxtpl, cached", 1 / 12),
        "pandoc": ("at most 1/60 of pandoc", 1 / 60),
    }
    targets = tuple(
        Target(text, found["nianbao"], found[name], limit) for name, (text, limit) in limits.items() if name in found
    )
    title = "From YAML to DOCX, file to file, each of 100 differing reports"
    return (Section(title, "ms processor time", tuple(rows), targets),)
