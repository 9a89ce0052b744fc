"""YAML text → node tree: every key and value with its place, slips in the syntax explained (NB003 to NB008)."""

from __future__ import annotations

from collections.abc import Collection

from generator.findings import WHOLE_FILE, Finding, error
from generator.source.comments import Comment, find_comments
from generator.source.events import Events, walk
from generator.source.nodes import Mapping, Scalar
from generator.source.text import BEGIN, SourceText
from generator.wording import joined

__all__ = ["Comment", "Tree", "read"]


class Tree:
    """A file as read. ``root`` is None when it is no mapping of entries; ``findings`` say why.

    ``mended``: slips in the syntax were mended in memory, so that the rest could be read (their findings are errors
    all the same). What decoding found stays in ``source.findings``.
    """

    __slots__ = ("_comments", "findings", "mended", "root", "source")

    def __init__(
        self, root: Mapping | None, findings: tuple[Finding, ...], source: SourceText, mended: bool = False
    ) -> None:
        self.root = root
        self.findings = findings
        self.source = source
        self.mended = mended
        self._comments: dict[int, Comment] | None = None

    @property
    def comments(self) -> dict[int, Comment]:
        """The YAML comments by line (1-based), found when first asked for."""
        if self._comments is None:
            self._comments = find_comments(self.root, self.source.lines)
        return self._comments


def read(source: SourceText, keys: Collection[str] = frozenset(), figures: Collection[str] | None = None) -> Tree:
    """Read a file's tree; slips are explained and, where the right text is known, mended in memory to read on.

    ``keys`` are the names that the form knows: with them it is surer whether a line was meant as a key or as text.
    ``figures`` are those behind which a 0 may stand (None: perhaps behind all).
    """
    codes = {finding.code for finding in source.findings}
    if not source.text.strip() or "NB006" in codes:
        return Tree(None, (), source)
    if "NB008" in codes:  # some of them would count as line breaks
        return _mended(Events(), source, keys, figures)
    events = walk(source.text, source.lines)
    if events.refused or not (events.stopped or events.suspicious):
        return _as_read(events, source)
    tree = _mended(events, source, keys, figures)
    return tree if tree.findings or events.stopped else _as_read(events, source)


def _mended(events: Events, source: SourceText, keys: Collection[str], figures: Collection[str] | None) -> Tree:
    """The slow way: only files that have, or may have, a slip come here."""
    from generator.source.recovery import explain

    slips = explain(source, events, keys, figures)
    root = slips.root if isinstance(slips.root, Mapping) else None
    return Tree(root, tuple(slips.findings), source, mended=True)


def _as_read(events: Events, source: SourceText) -> Tree:
    if isinstance(events.root, Mapping):
        return Tree(events.root, tuple(events.findings), source)
    findings = events.findings if events.refused else [*events.findings, _not_entries(events)]
    return Tree(None, tuple(findings), source)


def _not_entries(events: Events) -> Finding:
    root = events.root
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        return error("NB006", "文件里没有内容。", WHOLE_FILE, hint=_EXPECTED)
    what = "一段文字" if isinstance(root, Scalar) else "一个列表"
    return error("NB006", f"文件的最外层应当是“名称: 内容”这样的一行行，这里却是{what}。", root.span, hint=_EXPECTED)


_EXPECTED = joined("开头应当像这样：\n机关: 某某局\n年度: 2023\n可以", BEGIN, "一份带说明的报告。")
