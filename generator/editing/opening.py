"""A page of a file as it lies on the disk."""

from __future__ import annotations

from generator.editing.page import Page
from generator.files.errors import UserError
from generator.pipeline.opening import load
from generator.source.text import decode


def open_page(file: str) -> Page:
    """The file's text; an empty page where it cannot be read."""
    try:
        return Page(file, decode(load(file)).text)
    except UserError:
        return Page(file, "")
