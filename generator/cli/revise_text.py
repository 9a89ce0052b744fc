"""What is said after a Word file was taken back into the YAML: what was done, what a person must do."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.cli.cells import printable
from generator.cli.reporting import say_doubtful, show_findings
from generator.cli.streams import put_bytes, say

if TYPE_CHECKING:
    from generator.editing.revising.figure_edits import ChangedFigure
    from generator.editing.revising.kept_expressions import LostExpression
    from generator.editing.revising.revise import Revised


def put_diff(revised: Revised) -> None:
    """The changes of the YAML as a unified diff, on stdout."""
    from difflib import unified_diff

    before, after = (text.splitlines(keepends=True) for text in (revised.before, revised.after))
    for line in unified_diff(before, after, revised.file, revised.file):
        text = line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        put_bytes(text.encode("utf-8", "surrogatepass"))


def say_revised(revised: Revised) -> None:
    """All of it on stderr, what needs a person last."""
    lines = _changed_lines(revised)
    verb = "收回了" if revised.backup else "能收回"
    say(f"{printable(revised.file)}：{f'{verb}改动，YAML 改 {lines} 行' if lines else '没有要收回的改动'}")
    if revised.backup:
        say(f"  原文件留作 {printable(revised.backup)}")
    show_findings(revised.marks, revised.after.splitlines(), sys.stderr)
    for line in (*_figures(revised.figures), *_expressions(revised.lost), *_left(revised)):
        say(line)
    say_doubtful("改稿", len(revised.doubts))
    if not revised.done:
        say("以上还要人来处理。")


def _changed_lines(revised: Revised) -> int:
    from difflib import SequenceMatcher

    before, after = revised.before.splitlines(), revised.after.splitlines()
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return sum(max(j - i, m - k) for change, i, j, k, m in changes if change != "equal")


def _figures(figures: tuple[ChangedFigure, ...]) -> Iterator[str]:
    for figure in figures:
        after = "没有读出来" if figure.after is None else f"{figure.after}"
        before = "？" if figure.before is None else f"{figure.before}"
        verb = "已采用" if figure.taken else "没有采用"
        yield f"数 {figure.place}：{before} → {after}，{verb}"
    if any(not figure.taken and figure.after is not None for figure in figures):
        yield "  数要不要改，请核对；确实要改的，加 --figures 采用（合计由程序算，不能采用）"


def _expressions(lost: tuple[LostExpression, ...]) -> Iterator[str]:
    for each in lost:
        typed, words = printable(each.typed), f"“{printable(each.printed)}” → “{printable(each.now)}”"
        if not each.taken:
            yield f"算式 {typed} 印出来的数在 Word 里改了：{words}，没有采用，算式留着"
        else:
            yield f"算式 {typed} 换成了文字：{words}，以后不再随表格变化"


def _left(revised: Revised) -> Iterator[str]:
    for line in revised.identity:
        yield f"没有收回 {printable(line)}"
    for line in revised.unplaced:
        yield f"没有收回（花括号会被当作算式）：{printable(line)}"
    for section in revised.left:
        for pair in section.changed:
            old, new = (line.text if line else "没有" for line in (pair.before, pair.after))
            yield f"没有收回 {printable(section.place(pair))}：YAML 是“{printable(old)}”，Word 是“{printable(new)}”"
