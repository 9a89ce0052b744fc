"""The served page running in a thread, and a browser on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from generator.desk.folder import Folder
from generator.preview.page_server import PageServer, View

PATIENCE = 60.0
"""Seconds after which a test gives up."""


@contextmanager
def filling(folder: Path, name: str = "", view: View = "fill") -> Iterator[PageServer]:
    """The page on a folder."""
    page = PageServer(Folder(str(folder), name), view=view)
    thread = Thread(target=page.serve)
    thread.start()
    try:
        yield page
    finally:
        page.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive()
