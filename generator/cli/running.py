"""Going through many files: one that cannot be read or crashes does not keep the others from their turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TextIO, TypeVar

from generator.cli.outcome import MANY, Outcome
from generator.cli.progress import with_progress
from generator.cli.reporting import (
    say_all_clean,
    say_clean,
    say_doubtful,
    screen_width,
    show_findings,
    show_refusal,
    show_traceback,
)
from generator.cli.streams import say
from generator.files.errors import UserError

if TYPE_CHECKING:
    from generator.pipeline.checking import Checked

T = TypeVar("T")
_PASTED = 5
"""So many files are named in a command to paste; it must stay readable."""


def each_file(paths: list[str], work: Callable[[str], T], outcome: Outcome, words: str) -> Iterator[T]:
    """``work`` done on every path, with a progress bar named ``words``; refusals are shown and counted."""
    for result in with_progress(_attempts(paths, work), len(paths), words):
        if isinstance(result, UserError):
            outcome.refused = True
            show_refusal(result)
        else:
            yield result


def show_checked(checked: Checked, stream: TextIO, *, debug: bool, outcome: Outcome | None = None) -> None:
    """One file's findings, or that it is clean; of a published one how much is doubtful; our own fault's traceback.

    Clean files of a long run are left to ``outcome``, which tells of all of them at its end.
    """
    say_doubtful(checked.file, len(checked.doubts))
    if checked.findings:
        report = checked.report
        show_findings(checked.findings, checked.source_lines, stream, report.year if report else None)
    elif outcome is not None and outcome.planned >= MANY and not checked.doubts:
        outcome.clean.append(checked.file)
    else:
        say_clean(checked.file)
    show_trace(checked, debug=debug)


def show_trace(checked: Checked, *, debug: bool) -> None:
    """After a fault of ours its traceback, or how to get it; else nothing."""
    if checked.trace:
        show_traceback(checked.trace, debug=debug)


def close(outcome: Outcome) -> int:
    """Say what it came to, of several files which had how much; the exit code."""
    if outcome.clean:
        say_all_clean(outcome.clean)
    if outcome.files:
        if outcome.files > 1 and outcome.by_file:
            from generator.cli.summary import table

            say("\n".join(table(outcome.by_file, screen_width())) + "\n")
        if outcome.unlisted:
            say(f"有问题的文件太多，另外 {outcome.unlisted} 个没有列在表里")
        _say_fixable(outcome)
        say(outcome.summary())
    return outcome.exit_code


def _say_fixable(outcome: Outcome) -> None:
    """How much can be mended without thinking, with the command to paste."""
    fixable = {file: number for file, number in outcome.fixable.items() if file != "-"}
    if fixable:
        from generator.files.quoting import command

        files = list(fixable)
        more = f"（还有 {len(files) - _PASTED} 个文件，也这样改）" if len(files) > _PASTED else ""
        say(f"其中 {sum(fixable.values())} 处可以自动改好：{command('fix', *files[:_PASTED])}{more}")


def _attempts(paths: list[str], work: Callable[[str], T]) -> Iterator[T | UserError]:
    for path in paths:
        try:
            yield work(path)
        except UserError as refusal:
            yield refusal
