"""A text being edited, with everything the answers look at; each thing is worked out once, when first asked for."""

from __future__ import annotations

import os
from functools import cached_property

from generator.form import edition_for
from generator.form.edition import Edition
from generator.form.model import Item, Path
from generator.pipeline.checking import Checked, check_file
from generator.pipeline.editing.skeleton import Branch, below, skeleton
from generator.pipeline.opening import read_tree
from generator.report.expressions import Context, context_of
from generator.report.model import Report
from generator.resources import SCHEMA
from generator.source.reader import Tree
from generator.source.text import split_lines


class Page:
    """One state of one file's text. ``path`` is where the file lies, or would lie."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

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
        return check_file(self.path, data=self.data)

    @property
    def report(self) -> Report | None:
        """The report, as far as it could be read."""
        return self.checked.report

    @cached_property
    def tree(self) -> Tree:
        """The node tree with its comments."""
        return read_tree(self.data)

    @cached_property
    def edition(self) -> Edition:
        """The edition of the form that the year asks for."""
        return self.report.edition if self.report else edition_for(None)

    @cached_property
    def skeleton(self) -> Branch:
        """The keys by lines and indentation; works on any text."""
        return skeleton(self.lines, self.edition.all_keys)

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        """All keys in the order of the file."""
        return tuple(below(self.skeleton))

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
