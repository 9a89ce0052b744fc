"""The console entry point: it can be stopped from its first moment on, while everything else is being imported."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # typing itself would be imported before Ctrl+C is answered
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    try:
        import _signal  # type: ignore[import-not-found]  # a part of Python itself: signal imports much first

        if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
            _signal.signal(_signal.SIGINT, _stopped)
        from generator.cli.stopping import listen

        listen()
        from generator.cli.program import run

        run()
    except KeyboardInterrupt:
        os._exit(130)  # before anything could be said, or after everything was


def _stopped(*_: object) -> NoReturn:
    """Told to end before anything has begun: an exception would come out of an import as something else."""
    os._exit(130)
