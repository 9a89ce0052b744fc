"""Showing the findings of a run, file by file, and refusals plainly."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TextIO

from generator.cli.cells import printable
from generator.cli.colours import paint_for
from generator.cli.streams import say
from generator.pipeline.findings import Finding, for_people

if TYPE_CHECKING:
    from generator.files.errors import UserError

_NARROWEST, _WIDEST = 60, 120


def show_findings(findings: Sequence[Finding], source: Sequence[str], stream: TextIO) -> None:
    """Print one file's findings in the order in which people want them, a blank line after each."""
    from generator.cli.finding_text import finding_text

    paint = paint_for(stream)
    for finding in for_people(findings):
        print(finding_text(finding, source, paint, screen_width()), end="\n\n", file=stream)


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


def say_doubtful(file: str, doubts: int) -> None:
    """Say that a published report could not be read for certain everywhere; nothing where it could."""
    if doubts:
        say(f"{printable(file)}：有 {doubts} 处没有把握读准，用 nianbao import 逐处核对。")
