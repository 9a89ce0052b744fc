"""The console entry point: it can be stopped from its first moment on, while everything else is being imported."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # typing itself would be imported before Ctrl+C is answered
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    try:
        from generator.cli.stopping import listen

        listen()
        from generator.cli.program import run

        run()
    except KeyboardInterrupt:
        os._exit(130)  # before anything could be said, or after everything was
