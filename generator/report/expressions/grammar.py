"""Whether the words of an expression stand in a possible order: operand, sign, operand, brackets in pairs.

Checked before Python's parser sees anything, so that what it gets is small, shallow and harmless, and so that the
clerk hears about it in our words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from generator.report.expressions.problems import ExpressionProblem, Replacement, WrongExpressionError
from generator.report.expressions.tokens import Token

DEEPEST = 20


def check_order(tokens: tuple[Token, ...]) -> None:
    """Raise WrongExpressionError at the first word that cannot stand where it stands. At least one word is given."""
    order = _Order(tokens)
    for token in tokens:
        order.take(token)
    order.finish()


class _Order:
    """Walks along the words; ``wants`` is True while an operand must come next."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.at = -1
        self.wants = True
        self.open: list[tuple[Token, bool]] = []

    def take(self, token: Token) -> None:
        self.at += 1
        if token.kind != "sign":
            self._operand(token)
        else:
            self._SIGNS[token.text](self, token)

    def finish(self) -> None:
        last = self.tokens[-1]
        if self.wants:
            _refuse(last, f"“{last.text}”后面缺少名称或者数字", "补上，或者删去这个符号。")
        if self.open:
            missing = ")" * len(self.open)
            problem = ExpressionProblem(
                self.open[-1][0].start, self.open[-1][0].end, "括号没有配对的右括号", "在后面补上右括号。"
            )
            raise WrongExpressionError(problem.mended_by("补上右括号", Replacement(last.end, last.end, missing)))

    def _before(self, back: int = 1) -> Token | None:
        return self.tokens[self.at - back] if self.at >= back else None

    def _operand(self, token: Token) -> None:
        before = self._before()
        if not self.wants and before:
            hint = "中间写上 + - * / ，或者分成两个表达式。"
            _refuse(token, f"“{_shown(before)}”和“{_shown(token)}”之间缺少运算符号", hint)
        self.wants = False

    def _plus_minus(self, token: Token) -> None:
        before = self._before()
        if self.wants and before and before.text in {"+", "-"} and self._is_leading(self.at - 1):
            _refuse(token, f"多了一个“{token.text}”", "删去多余的符号。")
        self.wants = True

    def _is_leading(self, at: int) -> bool:
        """Whether the + or - at that place is a sign before its operand, not between two."""
        if at == 0:
            return True
        before = self.tokens[at - 1]
        return before.kind == "sign" and before.text != ")"

    def _times_over(self, token: Token) -> None:
        if self.wants:
            _refuse(token, f"“{token.text}”前面缺少名称或者数字", "补上，或者删去这个符号。")
        self.wants = True

    def _opening(self, token: Token) -> None:
        before = self._before()
        is_call = not self.wants
        if is_call and before and before.kind != "name":
            _refuse(token, f"“{_shown(before)}”和括号之间缺少运算符号", "中间写上 + - * / 。")
        if len(self.open) >= DEEPEST:
            _refuse(token, f"括号套得太深，最多 {DEEPEST} 层", "拆成几个表达式。")
        self.open.append((token, is_call))
        self.wants = True

    def _closing(self, token: Token) -> None:
        if not self.open:
            _refuse(token, "多了一个右括号", "删去它，或者在前面补上左括号。")
        opening, is_call = self.open.pop()
        before = self._before()
        if self.wants and not (is_call and before is opening):
            _refuse(token, "右括号前面缺少名称或者数字", "补上，或者删去多余的符号。")
        self.wants = False

    def _comma(self, token: Token) -> None:
        if not self.open or not self.open[-1][1]:
            _refuse(token, "逗号只能用在函数的括号里", "数字里不写逗号；两个数要分成两个表达式。")
        if self.wants:
            _refuse(token, "逗号前面缺少名称或者数字", "补上，或者删去多余的逗号。")
        self.wants = True

    def _equals(self, token: Token) -> None:
        name, before = self._before(1), self._before(2)
        in_call = bool(self.open) and self.open[-1][1]
        if not (in_call and name and name.kind == "name" and before and before.text in {"(", ","}):
            _refuse(token, "这里不能用“=”", "等号只能写在函数的括号里，如 单位=‘件’、位数=1。")
        self.wants = True

    def _dot(self, token: Token) -> None:
        _refuse(token, "多了一个点", "点只写在名称中间（行.列）和小数里。")

    _SIGNS: ClassVar[dict[str, Callable[[_Order, Token], None]]] = {
        "+": _plus_minus,
        "-": _plus_minus,
        "*": _times_over,
        "/": _times_over,
        "(": _opening,
        ")": _closing,
        ",": _comma,
        "=": _equals,
        ".": _dot,
    }


def _shown(token: Token) -> str:
    return f"‘{token.text}’" if token.kind == "text" else token.text


def _refuse(token: Token, message: str, hint: str) -> None:
    raise WrongExpressionError(ExpressionProblem(token.start, token.end, message, hint))
