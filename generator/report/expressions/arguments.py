"""Which part of a call stands for which parameter, and whether its value will do."""

from __future__ import annotations

import ast
from fractions import Fraction

from generator.han.numerals import LIMIT
from generator.report.expressions.functions import MOST_DECIMALS, Function, Parameter, Takes
from generator.report.expressions.parsing import Parsed, extent
from generator.report.expressions.printing import Number
from generator.report.expressions.problems import ExpressionProblem, Replacement

Bound = list[tuple[Parameter, ast.expr | None]]


def bind(function: Function, call: ast.Call, parsed: Parsed) -> tuple[Bound, list[ExpressionProblem]]:
    """Every parameter with the part that was given for it (None: its default), and what is wrong with the call."""
    given = dict(zip((p.name for p in function.parameters), call.args, strict=False))
    problems = _superfluous(function, call)
    for keyword in call.keywords:
        problem = _misplaced(function, keyword, given, parsed)
        problems += [problem] if problem else []
        given.setdefault(parsed.tokens[keyword.col_offset].text, keyword.value)
    missing = [p.name for p in function.parameters if p.default is None and p.name not in given]
    if missing and not problems:
        message = f"“{function.name}”还缺 {'、'.join(missing)}"
        problems = [ExpressionProblem(*extent(call), message, f"写成 {function.signature}。")]
    return [(p, given.get(p.name)) for p in function.parameters if p.name not in missing], problems


def _superfluous(function: Function, call: ast.Call) -> list[ExpressionProblem]:
    extra = call.args[len(function.parameters) :]
    if not extra:
        return []
    start, end = extra[0].col_offset, extent(extra[-1])[1]
    return [ExpressionProblem(start, end, f"“{function.name}”的括号里写多了", f"写成 {function.signature}。")]


def _misplaced(
    function: Function, keyword: ast.keyword, given: dict[str, ast.expr], parsed: Parsed
) -> ExpressionProblem | None:
    """An argument by name that the function does not take, or has already got."""
    name = parsed.tokens[keyword.col_offset]
    if name.text in given:
        return ExpressionProblem(name.start, name.end, f"“{name.text}”写了两次", f"写成 {function.signature}。")
    optional = [p.name for p in function.parameters if p.default is not None]
    if name.text in optional:
        return None
    problem = ExpressionProblem(
        name.start, name.end, f"“{function.name}”里没有“{name.text}”", f"写成 {function.signature}。"
    )
    if not optional:
        return problem
    return problem.mended_by(f"改为 {optional[0]}", Replacement(name.start, name.end, optional[0]))


def refusal_of(parameter: Parameter, number: Number) -> tuple[str, str] | None:
    """Why a number cannot be this argument, and what to do; None when it can."""
    is_whole = number >= 0 and Fraction(number).denominator == 1
    if parameter.takes is Takes.DIVISOR and number == 0:
        return f"{parameter.name} 是 0，算不出百分之几", "改用 增减，或者直接用文字说明。"
    if parameter.takes is Takes.WHOLE and not (is_whole and number < LIMIT):
        return "这个数写不成汉字", "只能是 0 或者正整数，最多 16 位。"
    if parameter.takes is Takes.DECIMALS and not (is_whole and number <= MOST_DECIMALS):
        return "位数不对", f"位数是 0 到 {MOST_DECIMALS} 的整数。"
    return None
