"""nianbao reading a published report, warm: the file from the disk, and YAML as text at the end."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.published import one
from generator.pipeline.opening import load
from generator.pipeline.published import read_published

Work = Callable[[], object]


def docx() -> Work:
    """Our own DOCX."""
    return _work("docx")


def html() -> Work:
    """Our own page."""
    return _work("html")


def txt() -> Work:
    """The text copied from it."""
    return _work("txt")


def _work(suffix: str) -> Work:
    path = one(suffix)
    assert not read_published(path, load(path)).doubts, "what is timed is a whole reading, without doubts"
    return lambda: read_published(path, load(path))
