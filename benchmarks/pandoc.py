"""pandoc, as it is installed on the machine; where it is not, the rows that would show it say so."""

from __future__ import annotations

import shutil
import subprocess

from benchmarks.commands import Command

_PANDOC = shutil.which("pandoc")
READS_TEXT = "pandoc takes .txt for Markdown"


def reading(path: str) -> Command | None:
    """``pandoc FILE -t plain``, or None."""
    return (_PANDOC, path, "-t", "plain") if _PANDOC else None


def writing(path: str, target: str) -> Command | None:
    """``pandoc FILE -o TARGET``, or None."""
    return (_PANDOC, path, "-o", target) if _PANDOC else None


def version() -> str:
    """``pandoc 3.1``; empty without pandoc."""
    if not _PANDOC:
        return ""
    said = subprocess.run([_PANDOC, "--version"], check=True, capture_output=True, text=True).stdout
    return said.partition("\n")[0]
