"""Going through many files: one that cannot be read or crashes does not keep the others from their turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TextIO, TypeVar

from generator.cli.outcome import Outcome
from generator.cli.progress import with_progress
from generator.cli.reporting import say_clean, say_doubtful, screen_width, show_findings, show_refusal, show_traceback
from generator.cli.streams import say
from generator.files.errors import UserError

if TYPE_CHECKING:
    from generator.pipeline.checking import Checked

T = TypeVar("T")


def each_file(paths: list[str], work: Callable[[str], T], outcome: Outcome, words: str) -> Iterator[T]:
    """``work`` done on every path, with a progress bar named ``words``; refusals are shown and counted."""
    for result in with_progress(_attempts(paths, work), len(paths), words):
        if isinstance(result, UserError):
            outcome.refused = True
            show_refusal(result)
        else:
            yield result


def show_checked(checked: Checked, stream: TextIO, *, debug: bool) -> None:
    """One file's findings, or that it is clean; of a published one how much is doubtful; our own fault's traceback."""
    say_doubtful(checked.file, len(checked.doubts))
    if checked.findings:
        show_findings(checked.findings, checked.source_lines, stream)
    else:
        say_clean(checked.file)
    show_trace(checked, debug=debug)


def show_trace(checked: Checked, *, debug: bool) -> None:
    """After a fault of ours its traceback, or how to get it; else nothing."""
    if checked.trace:
        show_traceback(checked.trace, debug=debug)


def close(outcome: Outcome) -> int:
    """Say what it came to, of several files which had how much; the exit code."""
    if outcome.files:
        if outcome.files > 1 and outcome.by_file:
            from generator.cli.summary import table

            say("\n".join(table(outcome.by_file, screen_width())) + "\n")
        if outcome.unlisted:
            say(f"有问题的文件太多，另外 {outcome.unlisted} 个没有列在表里")
        say(outcome.summary())
    return outcome.exit_code


def _attempts(paths: list[str], work: Callable[[str], T]) -> Iterator[T | UserError]:
    for path in paths:
        try:
            yield work(path)
        except UserError as refusal:
            yield refusal
