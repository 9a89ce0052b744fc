"""Counting a ledger from files: the ledger, 对照.yaml beside it; open questions written down in that."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple, TypeVar

from generator.extras import install_command
from generator.files.atomic import write_atomic
from generator.files.errors import UserError, cannot_read
from generator.files.stable_read import read_settled
from generator.ledger import FILE_NAME
from generator.ledger.asking import with_answer, with_questions
from generator.ledger.due_list import DueList, due_list
from generator.ledger.errors import LedgerCrashError
from generator.ledger.questions import LedgerQuestion
from generator.ledger.run import CountedLedger, LedgerFile, LedgerWish, count_ledger
from generator.ledger.sheets import MAX_BYTES
from generator.ledger.working_days import UnknownYearError
from generator.source.text import MAX_BYTES as MAX_TEXT

T = TypeVar("T")


class LedgerOnDisk(NamedTuple):
    """A counted ledger with the file its answers are in (which need not be there yet)."""

    counted: CountedLedger
    path: str
    answers_path: str
    answers: bytes


def count_file(path: str, answers: str | None = None, wish: LedgerWish | None = None) -> LedgerOnDisk:
    """Count a ledger. ``answers``: the file of answers, else 对照.yaml beside the ledger.

    Raises UserError where a file that was named cannot be read, UnreadableLedgerError where it is no ledger.
    """
    ledger = load_ledger(path)
    answers_path = answers or answers_beside(path)
    said = load_answers(answers_path, named=answers is not None)
    return LedgerOnDisk(_without_contents(lambda: count_ledger(ledger, said, wish)), path, answers_path, said)


def due_in_file(path: str, answers: str | None, on: date) -> DueList:
    """The deadlines in a ledger as of a day. Raises as :func:`count_file`, and where working days cannot be counted."""
    ledger = load_ledger(path)
    said = load_answers(answers or answers_beside(path), named=answers is not None)
    try:
        return _without_contents(lambda: due_list(ledger, said, on))
    except UnknownYearError as unknown:  # of the years it knows nothing of, it says so in the list
        raise UserError("计算工作日要用的部件没有安装", f"请运行：{install_command('ledger')}") from unknown


def _without_contents(read: Callable[[], T]) -> T:
    """Read a ledger. What Python says of a fault of ours may quote a cell, so only its place goes on."""
    try:
        return read()
    except (UserError, UnknownYearError):
        raise
    except Exception as fault:
        name, frames = type(fault).__name__, traceback.extract_tb(fault.__traceback__)
    last = frames[-1]
    raise LedgerCrashError(f"{name}，{os.path.basename(last.filename)} 第 {last.lineno} 行")


def load_ledger(path: str) -> LedgerFile:
    """A ledger's bytes. Raises UserError where the file cannot be read."""
    try:
        return LedgerFile(os.path.basename(path), read_settled(path, MAX_BYTES + 1))
    except (OSError, ValueError) as fault:
        raise cannot_read(path, fault) from fault


def answers_beside(path: str) -> str:
    """Where the answers about a ledger lie, unless somebody says otherwise."""
    return os.path.join(os.path.dirname(path), FILE_NAME)


def load_answers(path: str, *, named: bool = False) -> bytes:
    """The answers' bytes; none for a file that is not there, even if it was ``named``: it is going to be written."""
    try:
        return read_settled(path, MAX_TEXT)
    except FileNotFoundError:
        if named and not os.path.isdir(os.path.dirname(path) or "."):
            raise UserError(f"文件夹不存在：{os.path.dirname(path)}", "请检查 --answers 写的路径") from None
        return b""
    except (OSError, ValueError) as fault:
        raise cannot_read(path, fault) from fault


def note_questions(found: LedgerOnDisk) -> bool:
    """Add the open questions to the file of answers. Whether anything was to be added. Raises UserError."""
    new = with_questions(found.answers, found.counted.questions)
    if new == found.answers:
        return False
    write_atomic(found.answers_path, new)
    return True


def note_answers(found: LedgerOnDisk, answers: Mapping[LedgerQuestion, str]) -> None:
    """Write down what a person has answered. Raises UserError."""
    new = with_questions(found.answers, found.counted.questions)
    for question, answer in answers.items():
        new = with_answer(new, question, answer)
    write_atomic(found.answers_path, new)
