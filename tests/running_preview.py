"""Previews running in a thread, on a copy of an example with its last year's report beside it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

from generator.preview.page_server import PageServer, page_for

NAME = "温县人民政府办公室-2023.yaml"
PATIENCE = 30.0
"""Seconds after which a test gives up waiting for a condition."""

State = dict[str, Any]


class Running(NamedTuple):
    """The report's file and the preview that follows it."""

    file: Path
    preview: PageServer

    def edit(self, old: str, new: str) -> None:
        """Replace a text that stands in the file once."""
        text = self.file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        self.file.write_text(text.replace(old, new), encoding="utf-8")

    def until(self, wanted: Callable[[State], bool]) -> State:
        """The first state that is as wanted."""
        epoch = -1
        while True:
            state = self.preview.state(epoch, PATIENCE)
            assert state["epoch"] != epoch, f"the state stays {state}"
            if wanted(state):
                return state
            epoch = state["epoch"]


def errors(state: State) -> int:
    """How many errors a state counts, what is not filled in among them."""
    return int(state["counts"]["error"] + state["counts"]["pending"])


def copy_reports(examples: Path, folder: Path) -> Path:
    for year in (2022, 2023):
        shutil.copy(examples / NAME.replace("2023", str(year)), folder)
    return folder / NAME


@contextmanager
def serving(file: Path, port: int = 0) -> Iterator[Running]:
    preview = page_for(str(file), port, "read")
    thread = Thread(target=preview.serve)
    thread.start()
    try:
        yield Running(file, preview)
    finally:
        preview.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive()
