"""NB509: a stated count that differs from the items listed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.prose.contents import own_parts
from generator.checks.prose.counts import Announced
from generator.checks.prose.enumerations import announced, announces_at_its_end, numbered_sieve
from generator.checks.prose.passages import Passage, passages, whole_text
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, warning
from generator.report.model import Report

_AHEAD = 99
"""Paragraphs after the announcement in which its items may stand: as many as the largest count that is read."""


def check(report: Report) -> Iterator[Finding]:
    """Compare each announced count with its list."""
    found = passages(report)
    words = numbered_sieve().words_in(*whole_text(report))
    for index, passage in enumerate(found):
        contents = own_parts(passage.text, report.edition)
        if contents and contents[0].said != contents[0].listed:
            yield _finding(passage, contents[0], contents[1])
        following = _following(found, index)
        forms = numbered_sieve().kinds_by(words, "\n".join([passage.text, *following]))
        for stated in announced(passage.text, following, forms):
            if stated.said != stated.listed:
                yield _finding(passage, stated)


def _following(found: tuple[Passage, ...], index: int) -> tuple[str, ...]:
    """The paragraphs of the same entry that may hold the list, where the paragraph at ``index`` promises one."""
    passage = found[index]
    if not announces_at_its_end(passage.text):
        return ()
    return tuple(p.text for p in found[index + 1 : index + 1 + _AHEAD] if p.path == passage.path)


def _finding(passage: Passage, stated: Announced, missing: tuple[str, ...] = ()) -> Finding:
    left_out = f"，没有提到{'、'.join(f'“{name}”' for name in missing)}" if missing else ""
    return warning(
        "NB509",
        f"这里说有 {stated.said} 项（“{passage.text[stated.start : stated.end]}”），"
        f"列出的是 {stated.listed} 项{left_out}",
        passage.span(stated.start, stated.end),
        hint="请数一数，改正总数，或者补上漏写的、删去多写的。",
        path=passage.path,
    )


RULE = Rule(
    code="NB509",
    severity=Severity.WARNING,
    title="说的项数与列出的项数不一致",
    why=(
        "“包括六部分”只列出五部分，“7大类”只列出五类，是已公布报告里的真实差错，读者会以为漏印。"
        "只在列举到哪里为止毫无疑问时才报：冒号后面逐项列出，或者一是、二是依次编号。"
    ),
    fails=Example("总体情况:\n  主动公开: 重点做好以下三个方面：一是公开预算决算；二是公开惠民政策。\n"),
    passes=Example("总体情况:\n  主动公开: 重点做好以下两个方面：一是公开预算决算；二是公开惠民政策。\n"),
    check=check,
)
