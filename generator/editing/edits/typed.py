"""A report's text as read for editing: its nodes with their places, its figures, its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.form.edition import Edition, member
from generator.form.model import Item, Path
from generator.pipeline.opening import read_tree
from generator.report.building import UnlinkedReport, read_report
from generator.source.nodes import Entry, Mapping, Node
from generator.source.reader import Tree
from generator.source.textlines import text_lines

_BREAK = re.compile(r"\r\n|\n|\r")


class RefusedError(Exception):
    """An edit that cannot be made. ``message`` says in Chinese why, ``hint`` what to do; the text stays as it is."""

    def __init__(self, message: str, hint: str = "请在“原文”里直接改") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Typed(NamedTuple):
    """One state of a text. ``root`` has misspelt keys put right, with the places of what was typed."""

    text: str
    tree: Tree
    root: Mapping
    draft: UnlinkedReport

    @property
    def edition(self) -> Edition:
        """The edition of the form that the year asks for."""
        return self.draft.edition

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines without their breaks."""
        return self.tree.source.lines

    @property
    def line_break(self) -> str:
        """What ends a line in this text: that of its first line."""
        found = _BREAK.search(self.text)
        return found[0] if found else "\n"

    def line(self, number: int) -> str:
        """A line by its number from 1; '' beyond the last one."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def entry(self, path: Path) -> Entry | None:
        """The entry written at a path, or None."""
        found: Entry | None = None
        node: Node = self.root
        for key in path:
            found = node.get(key) if isinstance(node, Mapping) else None
            if found is None:
                return None
            node = found.value
        return found

    def mapping(self, path: Path) -> Mapping | None:
        """The entries written below a path, or None where there is no mapping."""
        if not path:
            return self.root
        entry = self.entry(path)
        return entry.value if entry and isinstance(entry.value, Mapping) else None

    def item(self, path: Path) -> Item | None:
        """What the form says about a path; a subheading of one's own is the part's ``further``."""
        item: Item | None = self.edition.root
        for key in path:
            item = (member(item, key) or item.further) if item else None
        return item

    def texts(self) -> Iterator[tuple[Path, tuple[str, ...]]]:
        """Every text with its paragraphs as typed."""
        for path, scalar in self.draft.reading.texts.items():
            yield path, tuple(line.text for line in text_lines(scalar, self.tree.source))


@lru_cache(maxsize=2)  # an edit is proven by reading its outcome, which is then looked at and edited next
def typed(text: str) -> Typed:
    """Read a text for editing. Raises RefusedError while its syntax cannot be read as it stands."""
    tree = read_tree(text.encode("utf-8", "surrogatepass"))
    if tree.root is None or tree.mended or tree.source.findings:
        found = (*tree.source.findings, *tree.findings)
        where = f"第 {found[0].span.line} 行：{found[0].message}" if found else "内容读不出来"
        raise RefusedError(f"原文有读不通的地方，现在不能从表格里改（{where}）", "请先在“原文”里改好")
    draft = read_report(tree, tree.root)
    return Typed(text, tree, draft.root, draft)
