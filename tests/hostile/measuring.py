"""Memory and time of single inputs, each in a process of its own that is kept within limits.

``python -m hostile.measuring`` (with ``tests`` on the path) prints a table of the worst.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import resource
import sys
import traceback
from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.importing.readers import pdf_apart

MIB = 1 << 20
MOST_MEMORY = 1400 * MIB
"""Bytes of address space for one input, beyond what the process has before it begins."""

MOST_SECONDS = 100
"""Of processor time: only so that a test ends which would not."""


class Measured(NamedTuple):
    """What became of one input. ``died``: by what signal or fault; '' when it came to an end by itself.

    ``peak`` are the bytes of memory that it took, beyond those of the process it began in.
    """

    name: str
    outcome: str
    died: str
    seconds: float
    peak: int

    @property
    def row(self) -> str:
        """A line of a Markdown table."""
        return f"| {self.name} | {self.outcome} | {self.seconds:.1f} | {self.peak // MIB} |"


def check(data: bytes) -> str:
    """Check a YAML file: what came of it."""
    from generator.pipeline.checking import check_file

    checked = check_file("例.yaml", data=data)
    assert not checked.trace, checked.trace
    assert all(finding.message for finding in checked.findings)
    return f"{len(checked.findings)} findings"


def read(name: str, data: bytes) -> str:
    """Import a published file, then check what it became: what came of it."""
    from generator.importing.blocks import UnreadableError
    from generator.importing.importing import import_published

    try:
        imported = import_published(name, data)
    except UnreadableError as problem:
        return "refused" if problem.message and problem.hint else ""
    return f"read, {check(imported.text.encode('utf-8', 'surrogatepass'))}"


def measured(name: str, work: Callable[[], str]) -> Measured:
    """Carry out the work in a process of its own; only systems with ``fork``."""
    out, into = os.pipe()
    space, before = _sizes()
    child = os.fork()
    if not child:
        os.close(out)
        _work(into, work, space + MOST_MEMORY)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        answer = pipe.read()
    _, status, usage = os.wait4(child, 0)
    outcome, died = pickle.loads(answer) if answer else ("", f"signal {os.WTERMSIG(status)}")
    return Measured(name, outcome, died, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 - before)


def _sizes() -> tuple[int, int]:
    """This process's address space and memory, which a child is charged with as well; 0 where they are not told."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            pages = file.read().split()
    except OSError:
        return 0, 0
    return int(pages[0]) * resource.getpagesize(), int(pages[1]) * resource.getpagesize()


def _work(into: int, work: Callable[[], str], most: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer = (work(), "")
        pdf_apart.end()  # so that it is counted
    except BaseException:
        answer = ("", traceback.format_exc())
    with contextlib.suppress(OSError), os.fdopen(into, "wb") as pipe:
        pickle.dump(answer, pipe)
    os._exit(0)


def everything() -> Iterator[Measured]:
    """All the worst, one after the other."""
    from hostile.pdfs import PDFS
    from hostile.worst import PUBLISHED, YAML

    for name, maker in YAML.items():
        yield measured(f"yaml: {name}", lambda maker=maker: check(maker()))
    for name, (suffix, maker) in PUBLISHED.items():
        yield measured(f"{suffix}: {name}", lambda suffix=suffix, maker=maker: read(f"a.{suffix}", maker()))
    for name, maker in PDFS.items():
        yield measured(f"pdf: {name}", lambda maker=maker: read("a.pdf", maker()))


if __name__ == "__main__":
    print("| input | outcome | seconds | peak MiB |\n|---|---|---|---|")
    for one in everything():
        print(one.row, one.died, flush=True)
    sys.exit()
