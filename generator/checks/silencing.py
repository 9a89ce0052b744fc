"""Silences: ``# nianbao: 忽略 NB305 因为…`` at a key quiets warnings and infos about what stands under that key."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from generator.findings import Finding, Severity, Span, warning
from generator.source.nodes import Entry, Mapping, Node
from generator.source.reader import Tree

_SILENCE = r"(?i)nianbao\s*[:：]\s*忽略\s*(?P<codes>(?:NB\d{3}[\s、,，]*)+)"
_CODE = r"(?i)NB\d{3}"

MOST_SILENCES = 300
"""Comments that silence something in one file; those after them silence nothing."""


class Silence(NamedTuple):
    """One code silenced over a stretch of lines, both ends included."""

    code: str
    first_line: int
    last_line: int
    span: Span


def apply_silences(tree: Tree, findings: list[Finding]) -> list[Finding]:
    """The findings without those that are silenced, and a warning for each silence that silences nothing (NB010)."""
    silences = _silences(tree)
    if not silences:
        return findings
    kept: list[Finding] = []
    used: set[Silence] = set()
    for finding in findings:
        hits = [s for s in silences if _covers(s, finding)]
        used.update(hits)
        if not hits:
            kept.append(finding)
    return kept + [_unused(s) for s in silences if s not in used]


class WrittenSilence(NamedTuple):
    """A silence as it stands in the file: its line, its codes joined by 、, and the reason written behind them."""

    line: int
    codes: str
    reason: str


def written_silences(tree: Tree) -> tuple[WrittenSilence, ...]:
    """Every silence of a file in its order, for those who answer for it."""
    found = ((line, comment.text, re.search(_SILENCE, comment.text)) for line, comment in sorted(tree.comments.items()))
    return tuple(
        WrittenSilence(line, "、".join(map(str.upper, re.findall(_CODE, match["codes"]))), text[match.end() :].strip())
        for line, text, match in found
        if match
    )


def _covers(silence: Silence, finding: Finding) -> bool:
    return (
        finding.severity is not Severity.ERROR
        and finding.code == silence.code
        and silence.first_line <= finding.span.line <= silence.last_line
    )


def _unused(silence: Silence) -> Finding:
    return warning(
        "NB010",
        f"这里写了忽略 {silence.code}，但是没有可以忽略的 {silence.code}",
        silence.span,
        hint="多余的忽略请删去；忽略只对同一行或者下一行的条目有效，错误不能忽略",
    )


def _silences(tree: Tree) -> list[Silence]:
    """The silences in the file's comments, each with the lines of the entry it stands at."""
    written = ((line, c, m) for line, c in tree.comments.items() if (m := re.search(_SILENCE, c.text)))
    found = list(islice(written, MOST_SILENCES))
    if not found:
        return []
    ends = _entry_ends(tree.root)
    silences = []
    for line, comment, match in found:
        key_line = _key_line(line, tree, ends)
        first, last = min(line, key_line), ends.get(key_line, key_line)
        silences += [Silence(code.upper(), first, last, comment.span) for code in re.findall(_CODE, match["codes"])]
    return silences


def _key_line(line: int, tree: Tree, ends: dict[int, int]) -> int:
    """The line of the key a comment belongs to: its own, or the next one below it and further comments."""
    while line not in ends and line + 1 in tree.comments:
        line += 1
    return line if line in ends else line + 1


def _entry_ends(root: Mapping | None) -> dict[int, int]:
    """Line of a key → last line of what stands under it (of the outermost entry that begins there)."""
    ends: dict[int, int] = {}
    stack: list[Node] = [root] if root else []
    while stack:
        node = stack.pop()
        if isinstance(node, Mapping):
            for entry in node:
                line = entry.key.span.line
                ends[line] = max(ends.get(line, 0), _last_line(entry))
                stack.append(entry.value)
    return ends


def _last_line(entry: Entry) -> int:
    return max(entry.key.span.end_line, entry.value.span.end_line)
