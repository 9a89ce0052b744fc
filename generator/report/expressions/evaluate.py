"""From the tree of an expression to its value. Faults are collected; what depends on a faulty part is unknown."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from fractions import Fraction

from generator.report.expressions.arguments import bind, refusal_of
from generator.report.expressions.context import Context
from generator.report.expressions.functions import BY_NAME, Parameter, Takes
from generator.report.expressions.lookup import look_up, look_up_last_year
from generator.report.expressions.names import name_table
from generator.report.expressions.parsing import Parsed, extent, parse
from generator.report.expressions.printing import Number, TextValue, Value
from generator.report.expressions.problems import ExpressionProblem, Replacement, WrongExpressionError
from generator.report.expressions.suggest import LAST_YEAR, nearest
from generator.report.expressions.tokens import Token

_OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def evaluate(source: str, context: Context) -> tuple[Value, list[ExpressionProblem]]:
    """The value of an expression that neither begins nor ends with a space, and what is wrong with it."""
    try:
        parsed = parse(source)
    except WrongExpressionError as wrong:
        return None, [wrong.problem]
    evaluation = _Evaluation(parsed, context)
    value = evaluation.value(parsed.tree)
    if isinstance(value, TextValue) and value.quoted:
        evaluation.problems.append(_quoted(parsed.tree, value.text, context))
    return value, evaluation.problems


class _Evaluation:
    """One expression being worked out. A faulty part is noted in ``problems`` and goes on as unknown (None)."""

    def __init__(self, parsed: Parsed, context: Context) -> None:
        self.parsed = parsed
        self.context = context
        self.problems: list[ExpressionProblem] = []

    def value(self, node: ast.expr) -> Value:
        """The value of a part; None when it is not known or faulty."""
        if isinstance(node, ast.Constant):
            return _literal(self._token(node))
        if isinstance(node, ast.Name):
            return self._name(self._token(node))
        if isinstance(node, ast.Call):
            return self._call(node)
        if isinstance(node, ast.UnaryOp):
            return self._signed(node)
        if isinstance(node, ast.BinOp):
            return self._arithmetic(node)
        self.refuse(node, "表达式写得不对", "只能用名称、数字、+ - * / 、括号和函数。")
        return None

    def number(self, node: ast.expr) -> Number | None:
        """The value of a part that must be a number."""
        value = self.value(node)
        if not isinstance(value, TextValue):
            return value
        if value.quoted:
            self.problems.append(_quoted(node, value.text, self.context))
        else:
            self.refuse(node, f"这里要一个数，“{value.text}”不是数", "函数写出的文字和机关名称不能再计算。")
        return None

    def refuse(self, node: ast.expr | Token, message: str, hint: str) -> None:
        """Note what is wrong with a part."""
        self.problems.append(ExpressionProblem(*extent(node), message, hint))

    def _token(self, node: ast.expr) -> Token:
        return self.parsed.tokens[node.col_offset]

    def _noted(self, found: Value | ExpressionProblem) -> Value:
        if not isinstance(found, ExpressionProblem):
            return found
        self.problems.append(found)
        return None

    def _name(self, token: Token) -> Value:
        function = BY_NAME.get(token.text)
        if function is None:
            return self._noted(look_up(token, self.context))
        self.refuse(token, f"“{token.text}”是函数，后面要有括号", f"写成 {function.signature}。")
        return None

    def _signed(self, node: ast.UnaryOp) -> Number | None:
        number = self.number(node.operand)
        if number is None:
            return None
        return -Fraction(number) if isinstance(node.op, ast.USub) else Fraction(number)

    def _arithmetic(self, node: ast.BinOp) -> Number | None:
        """A long sum leans to the left: walk down and back up instead of calling deep."""
        steps: list[ast.BinOp] = []
        first: ast.expr = node
        while isinstance(first, ast.BinOp):
            steps.append(first)
            first = first.left
        total = self.number(first)
        for step in reversed(steps):
            total = self._combined(step, total)
        return total

    def _combined(self, step: ast.BinOp, left: Number | None) -> Number | None:
        right = self.number(step.right)
        if right == 0 and isinstance(step.op, ast.Div):
            self.refuse(step.right, "除数是 0，不能除", "换一个算法，或者直接用文字说明。")
            return None
        if left is None or right is None:
            return None
        return _OPERATIONS[type(step.op)](Fraction(left), Fraction(right))

    def _call(self, node: ast.Call) -> Value:
        name = self._token(node.func)
        function = BY_NAME.get(name.text)
        if function is None:
            return self._noted(_unknown_function(name))
        bound, problems = bind(function, node, self.parsed)
        self.problems += problems
        before = len(self.problems)
        arguments = [value for parameter, given in bound for value in self._argument(parameter, given)]
        if problems or len(self.problems) > before or None in arguments:
            return None
        return TextValue(function.carry_out(*arguments))

    def _argument(self, parameter: Parameter, node: ast.expr | None) -> tuple[Number | str | None, ...]:
        """What the function gets for a parameter: one value, for a name two (this year's and last year's)."""
        if node is None:
            return (parameter.default,)
        if parameter.takes is Takes.NAME:
            return self._both_years(node)
        if parameter.takes is Takes.UNIT:
            return (self._unit(node),)
        number = self.number(node)
        refusal = None if number is None else refusal_of(parameter, number)
        if refusal:
            self.refuse(node, *refusal)
        return (number,)

    def _both_years(self, node: ast.expr) -> tuple[Number | None, ...]:
        token = self._token(node) if isinstance(node, ast.Name) else None
        if token is None or token.text.split(".")[0] == LAST_YEAR:
            self.refuse(node, "这里要写表格里的一个名称", "不写数字、算式和上年；两个数相比用 增减(a, b)。")
            return (None,)
        before = len(self.problems)
        now = self.number(node)
        if len(self.problems) > before:
            return (None,)
        last = self._noted(look_up_last_year(token, tuple(token.text.split(".")), self.context))
        return now, last if not isinstance(last, TextValue) else None

    def _unit(self, node: ast.expr) -> str | None:
        if isinstance(node, ast.Constant) and self._token(node).kind == "text":
            return self._token(node).text
        start, end = extent(node)
        problem = ExpressionProblem(start, end, "单位要加引号", "如 ‘件’。")
        if isinstance(node, ast.Name):
            unit = self._token(node).text
            problem = problem.mended_by("给单位加引号", Replacement(start, end, f"‘{unit}’"))
        self.problems.append(problem)
        return None


def _literal(token: Token) -> Value:
    if token.kind == "text":
        return TextValue(token.text, quoted=True)
    return Fraction(token.text) if "." in token.text else int(token.text)


def _quoted(node: ast.expr, text: str, context: Context) -> ExpressionProblem:
    """Quoted text where none can stand: perhaps a name that needs no quotes."""
    start, end = extent(node)
    problem = ExpressionProblem(
        start, end, "引号里只能写单位，用在函数的括号里", "名称不加引号；普通文字写在表达式外面。"
    )
    if len(name_table(context.edition).resolve(tuple(text.split(".")))) != 1:
        return problem
    return problem.mended_by("去掉引号", Replacement(start, end, text))


def _unknown_function(name: Token) -> ExpressionProblem:
    problem = ExpressionProblem(name.start, name.end, f"没有“{name.text}”这个函数", f"函数有：{'、'.join(BY_NAME)}。")
    near = nearest(name.text, tuple(BY_NAME))
    if len(near) != 1:
        return problem
    return problem.mended_by(f"改为 {near[0]}", Replacement(name.start, name.end, near[0]))._replace(guessed=True)
