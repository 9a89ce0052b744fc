"""The files that may be last year's report."""

from __future__ import annotations

import os
from collections.abc import Iterator

from generator.editing.answers import Completion, CompletionKind
from generator.editing.page import Page
from generator.editing.place import Place
from generator.pipeline.inputs import YAML_SUFFIXES
from generator.pipeline.published import PUBLISHED_SUFFIXES

_SUFFIXES = (*YAML_SUFFIXES, *PUBLISHED_SUFFIXES)
_MOST = 200
"""More files than this are not listed."""


def files(page: Page, place: Place) -> Iterator[Completion]:
    """The reports in the folder that is being typed, and its folders; those of the year before come first."""
    folder, _, _ = place.word.rpartition("/")
    here = os.path.join(os.path.dirname(os.path.abspath(page.path)), folder)
    year = str(page.nearest.year - 1) if page.nearest and page.nearest.year else ""
    prefix = f"{folder}/" if folder else ""
    found = sorted(_entries(here), key=lambda entry: (not (year and year in entry[0]), entry[1], entry[0]))
    for name, is_folder in found[:_MOST]:
        if os.path.join(here, name) != os.path.abspath(page.path):
            text = prefix + name + ("/" if is_folder else "")
            yield Completion(text, text, place.span, CompletionKind.FILE, "文件夹" if is_folder else "")


def _entries(folder: str) -> Iterator[tuple[str, bool]]:
    try:
        entries = list(os.scandir(folder))
    except (OSError, ValueError):
        return
    for entry in entries:
        if not entry.name.startswith(".") and (entry.is_dir() or entry.name.lower().endswith(_SUFFIXES)):
            yield entry.name, entry.is_dir()
