"""What an import gives: the YAML, and every figure that needed a guess."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.form.model import Path
from generator.importing.blocks import Unsettled


class Doubt(NamedTuple):
    """Something a person must look at: what, where in the source, and how sure the reading is (0–1).

    ``path`` is the YAML path it is about ('' cells: the whole row); ``value`` what was put there, '' if left empty.
    ``words``: it is about what a row or column is called, or about text, which no sum can settle. ``proven``: the
    form's equations have settled it since, nobody needs to look.
    """

    path: Path
    message: str
    place: str
    value: str
    confidence: float
    words: bool = False
    proven: bool = False


def to_look_at(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """The doubts that are left to a person."""
    return tuple(doubt for doubt in doubts if not doubt.proven)


PROVEN = "已由勾稽关系证实的 {} 处（数字粘连、空格、没有行名等），不用逐处核对"
"""What is said of all others together."""


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
    unsettled: Unsettled = Unsettled()
    """What a Word file still carries from its making."""
