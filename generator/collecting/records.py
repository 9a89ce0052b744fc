"""What is kept of each report that was collected, and the ledger that is made of all of them: plain data.

A county's office handles thousands of files, so a ``Filed`` holds what the ledger prints and nothing else. It crosses
processes and lies in the cache between two runs; no tree and no ``Report`` comes along.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from generator.findings import Severity
from generator.form.model import Path
from generator.report.model import Figure, SentenceFigures


class ListedProblem(NamedTuple):
    """One line of 问题清单: where in the report, what is wrong, what to do, in words for people who know no codes.

    ``code`` says which rule found it ('' for what collecting itself found); it is for sorting, never shown to agencies.
    """

    severity: Severity
    place: str
    message: str
    advice: str
    code: str = ""


class FiledPassage(NamedTuple):
    """The text under one subheading. ``part`` and ``topic`` are keys of the form; ``topic`` '' where it is none."""

    part: str
    topic: str
    heading: str
    paragraphs: tuple[str, ...]


class Filed(NamedTuple):
    """One file as read. ``file`` is relative to the folder; ``modified`` its time of change in nanoseconds.

    ``figures`` holds every figure and computed total by its full path (``report.plain.printed_figures``), None where it
    could not be read; empty when the file is no report at all. ``digest`` stands for all that is printed: two files
    with the same one say the same, whatever their format; '' where that is not known. ``fee`` is 信息处理费 where
    it was given as figures, and 0 where the text says that nothing was charged. ``dated``: 落款 has a date.
    """

    file: str
    modified: int
    agency: str | None = None
    year: int | None = None
    former_names: tuple[str, ...] = ()
    consolidated: bool = False
    figures: Mapping[Path, Figure] = {}
    problems: tuple[ListedProblem, ...] = ()
    passages: tuple[FiledPassage, ...] = ()
    digest: str = ""
    sentence_figures: Mapping[str, SentenceFigures] = {}
    dated: bool = False

    @property
    def readable(self) -> bool:
        """Whether it is a report at all."""
        return bool(self.figures)


class Agency(NamedTuple):
    """One line of the roster: 单位名称, 简称, 曾用名, 联系人; ``code``, ``region`` and ``level`` are 机构码, 区划码 and
    层级 as they stand there, for the open data."""

    name: str
    short_names: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    contact: str = ""
    code: str = ""
    region: str = ""
    level: str = ""


class Status(Enum):
    """How far an agency has come; the value is what the ledger prints."""

    MISSING = "未交"
    FAULTY = "有错误"
    DOUBTFUL = "有疑问"
    GOOD = "合格"


class FilingEntry(NamedTuple):
    """One line of 报送情况. ``filed`` is the report that counts, None when there is none.

    An agency that sent what cannot be read, or several reports that differ, is FAULTY: its ``filed`` has no figures
    (``readable`` is False), names the file or files, and its problems say what is wrong.

    ``carried_in_agrees``: whether 上年结转 equals last year's 结转下年度 in every column; None where unknown.
    ``remarks``: what a person must know of it (another name, several files, 可能重复计算), in whole Chinese sentences.
    """

    agency: Agency
    status: Status
    filed: Filed | None = None
    last_year: Filed | None = None
    carried_in_agrees: bool | None = None
    remarks: tuple[str, ...] = ()


class Aside(NamedTuple):
    """A file that counts for nobody: 待确认, another year, given twice, no report. ``advice`` says what to do.

    ``pending``: it is a report, and a person must say whose. ``harmless``: there is nothing to be done about it.
    """

    file: str
    reason: str
    advice: str
    pending: bool = False
    harmless: bool = False

    @property
    def rank(self) -> tuple[bool, bool, str]:
        """What needs a person first, what needs nobody last."""
        return not self.pending, self.harmless, self.file


class Ledger(NamedTuple):
    """The whole run: the year collected, the agencies in the roster's order, and the files that count for nobody."""

    year: int
    entries: tuple[FilingEntry, ...]
    asides: tuple[Aside, ...] = ()
