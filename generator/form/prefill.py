"""What a new file takes over from other reports, as plain data: values, last year's words, where figures are from."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

from generator.form.model import Path


class PrefillBody(Enum):
    """What an entry of a narrative held last year."""

    TEXT = auto()
    FIGURES = auto()  # 信息处理费 as figures
    NOTHING = auto()  # a subheading alone


class PrefillText(NamedTuple):
    """Last year's text of one place, a paragraph each, and the same with expressions where figures stood."""

    said: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()


class PrefillEntry(NamedTuple):
    """A subheading to be written again: its key, the fields that stay (标题, 排法), and last year's words."""

    key: str
    fields: Mapping[str, str] = {}
    body: PrefillBody = PrefillBody.TEXT
    words: PrefillText = PrefillText()


class TakenOver(NamedTuple):
    """Other reports as far as the new file needs them: last year's, or those whose figures it sums up.

    ``front`` holds what is known already, in YAML on one line, by key; ``title`` the lines of a title of the agency's
    own. ``rows`` are figures filled in, by path, in YAML; ``figures`` last year's where only a comment is due.
    ``narratives`` has the entries of each text part, or its plain text. ``notes`` is 注 of each table that had one.
    ``intro`` and ``ending`` are comments at the top and at the end of the file. ``sources`` says where figures that
    are filled in are from, by path; it stands in the place of the help.
    """

    front: Mapping[str, str]
    title: tuple[str, ...] = ()
    preface: PrefillText | None = None
    rows: Mapping[Path, str] = {}
    figures: Mapping[Path, str] = {}
    narratives: Mapping[str, tuple[PrefillEntry, ...] | PrefillText] = {}
    notes: Mapping[str, PrefillText] = {}
    intro: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()
    sources: Mapping[Path, str] = {}


NOTHING = TakenOver(front={})
"""No other report."""

LAST_YEARS_WORDS = "“上年”各行是上年报告里的文字和数，供参考，不会印出。"
CARRIED_OVER = "已经填好的是从上年接过来的，请核对。"
"""The intro where last year's report is the only one."""
