"""Published reports to import: one report in every format, and many that all differ, as pages and as copied text."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from benchmarks.places import WORK
from benchmarks.sample import sample
from generator.document.blocks import Document, Paragraph, Signature, Table, Title
from generator.document.compose import compose
from generator.pipeline.opening import open_report
from generator.render import docx, html

SUFFIXES = ("docx", "html", "txt")
MANY_PUBLISHED = 2000
"""How many differing reports are imported in one go."""
_FOLDER = os.path.join(WORK, "published")


def one(suffix: str) -> str:
    """The file of the one report in a format."""
    return os.path.join(WORK, f"published.{suffix}")


def many(count: int) -> tuple[str, ...]:
    """The first of the many files; pages and copied text take turns."""
    return tuple(os.path.join(_FOLDER, f"{number:04}.{('html', 'txt')[number % 2]}") for number in range(count))


def write() -> None:
    """Write every published report."""
    os.makedirs(_FOLDER, exist_ok=True)
    for suffix in SUFFIXES:
        _write(one(suffix), 0)
    for seed, path in enumerate(many(MANY_PUBLISHED)):
        _write(path, seed)


def _write(path: str, seed: int) -> None:
    with open(path, "wb") as file:
        file.write(rendered(seed, os.path.splitext(path)[1][1:]))


def rendered(seed: int, suffix: str) -> bytes:
    """One of the reports in a format."""
    report = open_report("sample.yaml", sample(seed).encode()).report
    assert report is not None, "the sample can be read"
    return _RENDER[f".{suffix}"](compose(report))


def _copied(document: Document) -> bytes:
    """What copying the page gives: a line a paragraph, a tab between cells."""
    return "\n".join(_lines(document)).encode()


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Title | Signature):
            yield from block.lines
        elif isinstance(block, Table):
            yield from ("\t".join(cell.text for cell in row) for row in block.rows)
        elif isinstance(block, Paragraph):
            yield block.lead + block.text
        else:
            yield block.text


_RENDER: dict[str, Callable[[Document], bytes]] = {".docx": docx.render, ".html": html.render, ".txt": _copied}
