"""From a keystroke to the diagnostics that it makes: nianbao's language server beside the YAML language server."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.figures import Figures
from benchmarks.places import ROOT, SCHEMA, WORK
from benchmarks.rows import Row, Section, Target
from benchmarks.sample import lines_long
from benchmarks.server import Server
from benchmarks.workers import Way, interleaved
from generator.editor.workspace import PAUSE

_KEYSTROKES = 9
_TURNS = 9
_FEW, _MANY = 40, 400
"""Keystrokes of a session whose memory is measured."""

_LENGTHS = (150, 400, 2000)
_OWN = "nianbao lsp"
_PLACE = "  行政强制: 0"
_TYPED = "x"
"""A letter behind a figure: an error to everybody."""

_PEERS = os.path.join(ROOT, "tests", "editors", "node_modules")


class Latency(NamedTuple):
    """Milliseconds until the error is shown after it was typed, and until it is gone after it was taken back."""

    shown: Figures
    gone: Figures


def lines() -> Iterator[str]:
    """The sections as Markdown."""
    commands = {_OWN: (sys.executable, "-m", "generator", "lsp"), **_peers()}
    missing = [name for name, command in commands.items() if not command]
    yield from ("## From a keystroke to the diagnostics", "")
    yield f"A letter typed behind a figure, and taken back again, {_KEYSTROKES} times each; the servers take turns."
    yield "Each first waits for a pause in the typing, and the waiting is in the figures: nianbao"
    yield f"{PAUSE * 1000:.0f} ms, yaml-language-server 200 ms. nianbao computes all its rules, yaml-language-server"
    yield "validates by the schema. The reports grow by lines of running text (400 lines are 110 KB), none by figures."
    if missing:
        yield f"Not measured, because not installed (`.ci/tools` installs them): {', '.join(missing)}."
    yield from ("", "| lines | server | error shown, median | worst | error gone, median | worst |")
    yield "|---|---|---|---|---|---|"
    for length in _LENGTHS:
        for name, found in _measured({n: c for n, c in commands.items() if c}, length).items():
            cells = (f"{figures.median:.0f} ms | {max(figures.values):.0f} ms" for figures in found)
            yield f"| {length:,} | {name} | {' | '.join(cells)} |"
    yield ""
    yield from _work().lines()
    if os.path.exists("/proc/self/status"):
        yield from _memory().lines()


def _peers() -> dict[str, tuple[str, ...]]:
    """Name → how to start it; nothing where it is not installed."""
    return dict(_peer(f"yaml-language-server-{major}") for major in (1, 2))


def _peer(package: str) -> tuple[str, tuple[str, ...]]:
    node = shutil.which("node")
    folder = os.path.join(_PEERS, package)
    if node is None or not os.path.exists(folder):
        return f"{package}.x", ()
    with open(os.path.join(folder, "package.json"), encoding="utf-8") as file:
        version = json.load(file)["version"]
    return f"yaml-language-server {version}", (node, os.path.join(folder, "bin", "yaml-language-server"), "--stdio")


def _measured(commands: dict[str, tuple[str, ...]], length: int) -> dict[str, Latency]:
    """All servers with a report of that length open."""
    path = os.path.join(WORK, f"latency-{length}.yaml")
    schema = os.path.relpath(SCHEMA, WORK).replace(os.sep, "/")
    text = f"# yaml-language-server: $schema={schema}\n{lines_long(length - 1)}"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    servers = {name: Server(command) for name, command in commands.items()}
    for server in servers.values():
        server.open(path, text)
    found = _typed(servers, text.split("\n").index(_PLACE))
    for server in servers.values():
        server.close()
    return found


def _typed(servers: dict[str, Server], line: int) -> dict[str, Latency]:
    """One keystroke of each server in turn; the first one warms up."""
    shown: dict[str, list[float]] = {name: [] for name in servers}
    gone: dict[str, list[float]] = {name: [] for name in servers}
    for number in range(_KEYSTROKES + 1):
        for name, server in servers.items():
            times = server.insert(line, _TYPED), server.delete(line, _TYPED)
            if number:
                shown[name].append(times[0])
                gone[name].append(times[1])
    return {name: Latency(Figures(tuple(shown[name])), Figures(tuple(gone[name]))) for name in servers}


def _memory() -> Section:
    """The resident size after some keystrokes and after many: every state of the text is read, half of them broken."""
    path = os.path.join(WORK, "latency-memory.yaml")
    text = lines_long(_LENGTHS[1])
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    server = Server((sys.executable, "-m", "generator", "lsp"))
    server.open(path, text)
    sizes, line = [], text.split("\n").index(_PLACE) - 1
    for number in range(1, _MANY + 1):
        server.look(line, "{" if number % 2 else "}")
        if number in {_FEW, _MANY}:
            sizes.append(Figures((server.mebibytes(),)))
    server.close()
    rows = tuple(Row(f"after {n} keystrokes", size, 1) for n, size in zip((_FEW, _MANY), sizes, strict=True))
    target = Target("flat (at most 1.1 ×)", sizes[1], sizes[0], 1.1)
    return Section("Memory of the language server over a session, 400 lines", "MiB", rows, (target,))


def _work() -> Section:
    """What nianbao computes after the pause, alone."""
    ways = {f"a report of {n:,} lines": Way(sys.executable, "editing", f"diagnostics_{n}") for n in _LENGTHS}
    found = interleaved(ways, 1, _TURNS)
    rows = tuple(Row(name, figures) for name, figures in found.items())
    middle = found[f"a report of {_LENGTHS[1]:,} lines"]
    target = Target(f"at most 50 ms for {_LENGTHS[1]} lines", middle, None, 50)
    return Section("Diagnostics after a keystroke: the work alone, without the pause", "ms", rows, (target,))
