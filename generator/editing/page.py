"""A text being edited, with everything the answers look at; each thing is worked out once, when first asked for.

While there are slips in its syntax, as in the middle of typing, figures are told as far as their own lines were read;
else from the last state without slips, as far as their own lines are the same as then.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import cached_property

from generator.editing.keeping import Kept
from generator.editing.skeleton import Branch, below, skeleton
from generator.findings import Severity
from generator.form import edition_for, keys
from generator.form.edition import Edition
from generator.form.model import Item, Path
from generator.pipeline.checking import Checked, check_file
from generator.pipeline.opening import read_tree
from generator.report.expressions import Context, context_of
from generator.report.model import Report
from generator.resources import SCHEMA
from generator.source.reader import Tree
from generator.source.text import split_lines

_YEAR = re.compile(rf"{keys.YEAR}\s*[:：]\s*(\d{{4}})\b", re.ASCII)
_SLIPS = frozenset(f"NB00{number}" for number in range(1, 10))


class Page:
    """One state of one file's text. ``path`` is where the file lies, or would lie; ``before`` an older state of it.

    ``checked``: what the check of this very text has found, where it is known already.
    """

    def __init__(self, path: str, text: str, before: Page | None = None, checked: Checked | None = None) -> None:
        self.path = path
        self.text = text
        self._checked = checked
        self._before = before.sound if before else None

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines as an editor counts them: an empty one after the last line break too."""
        lines = split_lines(self.text)
        return (*lines, "") if self.text.endswith(("\n", "\r")) else lines

    @cached_property
    def data(self) -> bytes:
        """The text as it would be saved."""
        return self.text.encode("utf-8", "surrogatepass")

    @cached_property
    def checked(self) -> Checked:
        """What ``nianbao check`` says about it."""
        return self._checked or check_file(self.path, data=self.data)

    @property
    def report(self) -> Report | None:
        """The report, as far as it could be read."""
        return self.checked.report

    @cached_property
    def is_sound(self) -> bool:
        """Whether there is no slip in the syntax: only then are all figures surely those that stand there."""
        slips = (f for f in self.checked.findings if f.code in _SLIPS and f.severity is Severity.ERROR)
        return self.report is not None and not any(slips)

    @property
    def sound(self) -> Page | None:
        """This text if it is sound, else the last state that was. (Kept nowhere: a page that holds itself lives on.)"""
        if not self.is_sound:
            return self._before
        self._before = None  # or every state since the file was opened would be held
        return self

    @property
    def nearest(self) -> Report | None:
        """The report as far as it could be read; of a text that cannot be read at all, that of the last sound one."""
        return self.report or (self.sound.report if self.sound else None)

    def source(self, paths: Sequence[Path]) -> Page | None:
        """The state whose figures at all these paths are those of the text: this one, the last sound one, or none."""
        if self.is_sound or (self.report and all(self._reads(path) for path in paths)):
            return self
        return self.sound if self.sound and all(self._keeps(path) for path in paths) else None

    def figures(self, path: Path) -> Report | None:
        """The report whose figures at a path are those of the text; None where they are not known."""
        there = self.source((path,))
        return there.report if there else None

    @cached_property
    def kept(self) -> Kept:
        """Which lines of :attr:`sound` still stand."""
        return Kept(self.sound.lines if self.sound else (), self.lines)

    def _reads(self, path: Path) -> bool:
        """Whether everything that is written at a path was read where it stands: nothing got lost in mending."""
        here = self.nearest_branch(path)
        if here is None or self.report is None:
            return False
        entries = (here, *below(here))
        places = (self.report.places.keys.get(branch.path) for branch in entries)
        is_read = all(span and span.line == b.span.line for b, span in zip(entries, places, strict=True))
        with_a_key = {
            n for b in entries for n in range(b.span.line, (b.last_line if b.opens_braces else b.span.line) + 1)
        }
        return is_read and all(n in with_a_key for n in range(here.span.line, here.last_line + 1) if self._says(n))

    def _says(self, number: int) -> bool:
        """Whether a line is neither blank nor a comment."""
        return not self.line(number).lstrip().startswith("#") and bool(self.line(number).strip())

    def _keeps(self, path: Path) -> bool:
        """Whether what :attr:`sound` has at a path stands there as it did."""
        old = self.sound.nearest_branch(path) if self.sound else None
        new = self.by_path.get(old.path) if old else None
        if old is None or new is None:
            return False
        return self.kept.lines(old.span.line, old.last_line) == (new.span.line, new.last_line)

    def nearest_branch(self, path: Path) -> Branch | None:
        """The entry at a path or, where nothing is written there, around it; None also where it is written twice."""
        while path and path not in self.by_path:
            path = path[:-1]
        return self.by_path.get(path)

    @property
    def last_year(self) -> Report | None:
        """Last year's report."""
        report = self.figures((keys.LAST_YEAR,))
        return report.last_year if report else None

    @cached_property
    def tree(self) -> Tree:
        """The node tree with its comments."""
        return read_tree(self.data)

    @cached_property
    def edition(self) -> Edition:
        """The edition of the form that the year asks for."""
        if self.nearest:
            return self.nearest.edition
        typed = next((found for line in self.lines if (found := _YEAR.match(line))), None)
        return edition_for(int(typed[1]) if typed else None)

    @cached_property
    def skeleton(self) -> Branch:
        """The keys by lines and indentation; works on any text."""
        return skeleton(self.lines, self.edition.all_keys)

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        """All keys in the order of the file."""
        return tuple(below(self.skeleton))

    @cached_property
    def by_path(self) -> dict[Path, Branch | None]:
        """Path → the entry there; None where it is written more than once."""
        found: dict[Path, Branch | None] = {}
        for branch in self.branches:
            found[branch.path] = None if branch.path in found else branch
        return found

    @cached_property
    def context(self) -> Context | None:
        """What expressions in the text look at."""
        return context_of(self.report) if self.report else None

    @property
    def is_report(self) -> bool:
        """Whether the text is meant as a report: it has an entry of the form, names our schema, or is still empty."""
        keys = {branch.key for branch in self.skeleton.children}
        modeline = any(os.path.basename(SCHEMA) in line for line in self.lines[:5])
        return modeline or not keys or not keys.isdisjoint(self.edition.root.by_key)

    def line(self, number: int) -> str:
        """The text of a line; '' beyond the last one."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def item(self, path: Path) -> Item | None:
        """What the form says about a path of keys; a subheading of one's own is the part's ``further``."""
        found = self.edition.find(path)
        parent = self.edition.find(path[:-1]) if found is None and path else None
        return found or (parent.further if parent else None)
