"""Showing the findings of a run, file by file, and refusals plainly."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TextIO

from generator.cli.cells import printable
from generator.cli.colours import paint_for
from generator.cli.streams import is_terminal, say
from generator.findings import Finding, for_people, is_pending
from generator.han.width import columns

if TYPE_CHECKING:
    from generator.files.errors import UserError
    from generator.pipeline.checking import Checked

_NARROWEST, _WIDEST = 60, 120
_FOLDED_FROM = 4
"""So many empty places are folded; fewer are shown one by one, with their source lines and hints."""


def show_findings(findings: Sequence[Finding], source: Sequence[str], stream: TextIO, year: int | None = None) -> None:
    """Print one file's findings in the order in which people want them, a blank line after each.

    Many places that are not filled in are folded into one; ``year`` tells the edition of the form for that.
    """
    for text in _texts(for_people(findings), source, stream, year):
        print(text, end="\n\n", file=stream)


def _texts(findings: Sequence[Finding], source: Sequence[str], stream: TextIO, year: int | None) -> Iterator[str]:
    from generator.cli.finding_text import finding_text

    paint, cells, wrap = paint_for(stream), screen_width(), is_terminal(stream)
    pending = [finding for finding in findings if is_pending(finding)]
    folded = pending if len(pending) >= _FOLDED_FROM else []
    for finding in findings:
        if finding not in folded:
            yield finding_text(finding, source, paint, cells, wrap=wrap)
        elif finding is folded[0]:
            from generator.cli.pending_text import pending_text
            from generator.form import edition_for

            yield pending_text(folded, edition_for(year), paint, cells)


def screen_width() -> int:
    """How many cells a line may take: as the terminal, within reason."""
    return max(_NARROWEST, min(get_terminal_size((80, 24)).columns, _WIDEST))


def show_refusal(refusal: UserError) -> None:
    """Say on stderr what cannot be done and what to do instead."""
    paint = paint_for(sys.stderr)
    say(f"{paint('错误', 'error')}：{printable(refusal.message)}")
    if refusal.hint:
        say(f"提示：{printable(refusal.hint)}")


def show_traceback(text: str, *, debug: bool) -> None:
    """After a fault of the program: its traceback, or how to get it."""
    say(text if debug else "这是程序的故障，不是您的错。请加上 --debug 再运行一次，把显示的内容发给维护者。")


def say_clean(file: str) -> None:
    """Say that nothing is wrong with a file."""
    say(f"{printable(file)}：{paint_for(sys.stderr)('没有发现问题', 'good')}")


def say_all_clean(files: Sequence[str]) -> None:
    """The same of many files, on one line."""
    said = paint_for(sys.stderr)("没有发现问题", "good")
    names, left = list[str](), screen_width() - columns(f"{len(files)} 个文件没有发现问题：…… 等")
    for file in files:
        left -= columns(printable(file)) + columns("、")
        if left < 0:
            break
        names.append(printable(file))
    rest = " 等" if len(names) < len(files) else ""
    say(f"{len(files)} 个文件{said}{'：' * bool(names)}{'、'.join(names)}{rest * bool(names)}")


def say_rules(checked: Checked, named: set[str]) -> None:
    """Say that an office's own settings were applied; of each file of them once."""
    if checked.rules and checked.rules.file not in named:
        named.add(checked.rules.file)
        name = f"（{printable(checked.rules.name)}）" if checked.rules.name else ""
        say(f"按本单位设置 {printable(checked.rules.file)}{name}")


def say_doubtful(file: str, doubts: int) -> None:
    """Say that a published report could not be read for certain everywhere; nothing where it could."""
    if doubts:
        say(f"{printable(file)}：有 {doubts} 处没有把握读准，用 nianbao import 逐处核对。")
