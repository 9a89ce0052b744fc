"""The few colours of the command line, and none where they do not belong."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

from generator.cli.streams import has_colour

Paint = Callable[[str, str], str]
"""``paint(text, style)``: the text, coloured or as it was."""

STYLES = {
    "error": "1;31",
    "warning": "30;43",  # black on yellow and on cyan: yellow and cyan letters cannot be read on a white ground
    "info": "30;46",
    "place": "1",
    "dim": "2",
    "good": "32",
    "mark": "7",
}


def paint_for(stream: TextIO | None) -> Paint:
    """The painter for a stream."""
    if not has_colour(stream):
        return plain
    if sys.platform == "win32":
        _wake_windows_console()
    return _coloured


def plain(text: str, style: str) -> str:
    """No colour at all."""
    return text


def _coloured(text: str, style: str) -> str:
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m"


def _wake_windows_console() -> None:
    """Older Windows consoles show colours only once asked to."""
    import colorama

    colorama.just_fix_windows_console()
