"""Which output formats there are, for the faces: the records are in the room that renders."""

from __future__ import annotations

from generator.render.formats import FORMATS


def format_names() -> tuple[str, ...]:
    """Their names, which are what is typed and the files' suffixes, in the order in which they are offered."""
    return tuple(FORMATS)


def formats_that_take(wish: str) -> tuple[str, ...]:
    """Those that heed a wish (``fragment``, ``reference``)."""
    return tuple(name for name, record in FORMATS.items() if wish in record.takes)
