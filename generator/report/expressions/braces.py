"""Braces that were meant for an expression but are not typed as one: what to say, and the right text if it is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.form import keys
from generator.form.edition import Edition
from generator.report.expressions.functions import BY_NAME
from generator.report.expressions.names import name_table
from generator.report.expressions.parsing import parse
from generator.report.expressions.problems import ExpressionProblem, Replacement, WrongExpressionError
from generator.report.expressions.scan import BraceMark, BracePair, Gap
from generator.report.expressions.suggest import LAST_YEAR
from generator.report.expressions.tokens import Token

_SINGLE = re.compile(r"[{｛]([^{}｛｝]{1,200})[}｝]")
_FARTHEST = 80
"""How far from a lone brace its expression is looked for."""

_HINT = f"一个表达式写成 {{{{ {keys.RECEIVED} }}}}，用半角的两个大括号，在同一行里写完。"


def empty(pair: BracePair) -> ExpressionProblem:
    """{{ }} with nothing in it."""
    hint = f"在中间写上名称，如 {{{{ {keys.RECEIVED} }}}}；不需要就整个删去。"
    return ExpressionProblem(pair.opening.start, pair.closing.end, "表达式里面没有内容", hint)


def odd(pair: BracePair) -> ExpressionProblem | None:
    """｛｛ ｝｝ or {{{ }}}: full-width braces or more than two, on one side or both."""
    marks = [mark for mark in (pair.opening, pair.closing) if mark.odd]
    if not marks:
        return None
    problem = ExpressionProblem(marks[0].start, marks[-1].end, "表达式两边要用半角的两个大括号", _HINT)
    edits = (Replacement(mark.start, mark.end, mark.right) for mark in marks)
    return problem.mended_by("改为两个半角大括号", *edits)


def lone(text: str, mark: BraceMark, edition: Edition) -> ExpressionProblem:
    """A double brace without its partner."""
    typed, partner = text[mark.start : mark.end], "}}" if mark.opens else "{{"
    problem = ExpressionProblem(mark.start, mark.end, f"“{typed}”没有配对的“{partner}”", _HINT)
    mended = _mend_opening(text, mark, edition) if mark.opens else _mend_closing(text, mark, edition)
    if not mended:
        return problem
    own = (Replacement(mark.start, mark.end, mark.right),) if mark.odd else ()
    return problem.mended_by(f"补上“{partner}”", *sorted((*own, mended), key=lambda edit: edit.start))


def single(text: str, gap: Gap, edition: Edition) -> Iterator[ExpressionProblem]:
    """{name}: single braces around what would be an expression of names that the form has."""
    for found in _SINGLE.finditer(text, gap.start, gap.end):
        inner = found.group(1).strip()
        if _is_meant(inner, edition):
            start, end = found.span()
            problem = ExpressionProblem(start, end, f"“{found.group()}”只有一个大括号，不会换成数字", _HINT)
            yield problem.mended_by("改为两个大括号", Replacement(start, end, f"{{{{ {inner} }}}}"))


def _mend_opening(text: str, mark: BraceMark, edition: Edition) -> Replacement | None:
    """After a lone {{: a single closing brace made double, or a double one put after what reads as an expression."""
    rest = text[mark.end : mark.end + _FARTHEST]
    for length in range(len(rest), 0, -1):
        if not rest[length - 1].isspace() and _is_meant(rest[:length].lstrip(), edition):
            end = mark.end + length
            spaces = len(text[end:]) - len(text[end:].lstrip())
            is_single = text[end + spaces : end + spaces + 1] in {"}", "｝"}
            return Replacement(end, end + spaces + 1 if is_single else end, " }}")
    return None


def _mend_closing(text: str, mark: BraceMark, edition: Edition) -> Replacement | None:
    """The mirror of :func:`_mend_opening`."""
    first = max(0, mark.start - _FARTHEST)
    before = text[first : mark.start]
    for begin in range(len(before)):
        if not before[begin].isspace() and _is_meant(before[begin:].rstrip(), edition):
            start = first + begin
            head = text[:start].rstrip()
            is_single = head[-1:] in {"{", "｛"}
            return Replacement(len(head) - 1 if is_single else start, start, "{{ ")
    return None


def _is_meant(inner: str, edition: Edition) -> bool:
    """Whether this reads as an expression and takes at least one figure, all of whose names the form has."""
    try:
        names = parse(inner).names if inner else []
    except WrongExpressionError:
        return False
    figures = [name for name in names if name.text not in BY_NAME and not _is_option(name)]
    return bool(figures) and all(_is_known(name, edition) for name in figures)


def _is_option(name: Token) -> bool:
    return any(name.text == p.name for function in BY_NAME.values() for p in function.parameters)


def _is_known(name: Token, edition: Edition) -> bool:
    path = tuple(name.text.split("."))
    path = path[1:] if path[0] == LAST_YEAR else path
    return bool(path) and bool(name_table(edition).resolve(path))
