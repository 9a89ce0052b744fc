"""Findings for a person: each with its source line on stdout, a table of the files and a closing line on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.cli.running import close, show_checked

if TYPE_CHECKING:
    from generator.cli.outcome import Outcome
    from generator.pipeline.checking import Checked


def show(results: Iterable[Checked], outcome: Outcome, *, debug: bool) -> int:
    """Print file by file as they come; the exit code."""
    for checked in results:
        show_checked(checked, sys.stdout, debug=debug, outcome=outcome)
    return close(outcome)
