"""What an import gives: the YAML, and every figure that needed a guess."""

from __future__ import annotations

from typing import NamedTuple

from generator.form.model import Path


class Doubt(NamedTuple):
    """Something a person must look at: what, where in the source, and how sure the reading is (0–1).

    ``path`` is the YAML path it is about ('' cells: the whole row); ``value`` what was put there, '' if left empty.
    """

    path: Path
    message: str
    place: str
    value: str
    confidence: float


class Imported(NamedTuple):
    """A published report read back. ``text`` is the YAML, with a comment at the line of each doubt.

    ``confidence`` gives, for every figure that was read, how sure its reading is: 1 where a label and position name
    it, less where arithmetic had to decide. ``year`` and ``agency`` as read, None where they were not found.
    """

    text: str
    doubts: tuple[Doubt, ...]
    confidence: dict[Path, float]
    agency: str | None
    year: int | None
