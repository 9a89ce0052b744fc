"""Questions about a ledger put to a person at the terminal, one by one; what is answered goes into 对照.yaml."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.cli.streams import is_terminal, say

if TYPE_CHECKING:
    from generator.ledger.questions import LedgerQuestion
    from generator.pipeline.ledgers import LedgerOnDisk


def may_ask() -> bool:
    """Whether a person sits at both ends."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def answered(found: LedgerOnDisk) -> Iterator[tuple[LedgerQuestion, str]]:
    """Each answer as it is given; an empty line leaves a question for later, 0x04 (Ctrl+D) all that follow."""
    questions = found.counted.questions
    say(f"有 {len(questions)} 处要您回答。写序号或者名称，直接回车是以后再说，Ctrl+D 是都以后再说。")
    for number, one in enumerate(questions, start=1):
        _put(one, number, len(questions))
        try:
            typed = input("> ").strip()
        except EOFError:
            break
        if typed:
            yield one, _chosen(one, typed)


def _put(one: LedgerQuestion, number: int, of: int) -> None:
    from generator.cli.cells import printable
    from generator.ledger.tracing import places_in_words

    whose = f"{one.key}：" if one.cases and one.field else ""
    where = f"（{places_in_words(one.cells)}）" if one.cells else ""
    say(f"\n{printable(f'[{number}/{of}] {whose}{one.why}{where}')}")
    for at, choice in enumerate(one.choices, start=1):
        say(f"  {at} {printable(choice)}")


def _chosen(one: LedgerQuestion, typed: str) -> str:
    """What was typed; a number is that of a choice, unless the answer is itself a number."""
    if typed.isdecimal() and typed not in one.choices and 1 <= int(typed) <= len(one.choices):
        return one.choices[int(typed) - 1]
    return typed
