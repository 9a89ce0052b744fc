"""What next year's draft takes over from last year's report, as plain data: values, last year's words, suggestions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

from generator.form.model import Path


class Body(Enum):
    """What an entry of a narrative held last year."""

    TEXT = auto()
    FIGURES = auto()  # 信息处理费 as figures
    NOTHING = auto()  # a subheading alone


class Words(NamedTuple):
    """Last year's text of one place, a paragraph each, and the same with expressions where figures stood."""

    said: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()


class Entry(NamedTuple):
    """A subheading to be written again: its key, the fields that stay (标题, 排法), and last year's words."""

    key: str
    fields: Mapping[str, str] = {}
    body: Body = Body.TEXT
    words: Words = Words()


class LastYear(NamedTuple):
    """Last year's report as far as the draft needs it.

    ``front`` holds what stays as it was, in YAML on one line, by key; ``title`` the lines of a title of the agency's
    own. ``rows`` are figures carried over, by path, in YAML; ``figures`` last year's where only a comment is due.
    ``narratives`` has the entries of each text part, or its plain text. ``notes`` is 注 of each table that had one.
    """

    front: Mapping[str, str]
    title: tuple[str, ...] = ()
    preface: Words | None = None
    rows: Mapping[Path, str] = {}
    figures: Mapping[Path, str] = {}
    narratives: Mapping[str, tuple[Entry, ...] | Words] = {}
    notes: Mapping[str, Words] = {}


NOTHING = LastYear(front={})
"""No report of the year before."""
