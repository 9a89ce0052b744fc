"""NB103, NB104, NB105: a value of the wrong kind, out of range, or not there yet."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from generator.findings import Edit, Finding, Fix, error
from generator.form.model import Item, Kind
from generator.form.words import nearest
from generator.form.writing import how_to_write, zeros
from generator.report.explaining.context import ExplainContext
from generator.report.explaining.problems import SchemaProblem
from generator.source.nodes import Scalar

Words = tuple[str, str, Fix | None]
"""A finding's message, hint and fix."""

_CELLS_SHOWN = 3
"""Cells of a row that a hint spells out; more would be longer than the advice."""
_BETWEEN_NAMES = re.compile(r"\s*[、，,;；]\s*")


def explain_type(problem: SchemaProblem, scene: ExplainContext) -> Finding:
    """The value is of another kind than the form wants, or nothing is written."""
    item = scene.item(problem.path)
    if problem.value is None:
        return _empty(problem, scene, item)
    if item is None:
        words = f"{scene.name(problem.path)}里的这一项不对", "每一项只写一个名称", None
        return _finding("NB103", words, problem, scene)
    return _finding("NB103", _wrong_kind(item, problem, scene), problem, scene)


def explain_nothing(problem: SchemaProblem, scene: ExplainContext) -> Finding:
    """Braces with nothing in them."""
    return _empty(problem, scene, scene.item(problem.path))


def explain_range(problem: SchemaProblem, scene: ExplainContext) -> Finding:
    """The number is smaller or larger than the form allows."""
    item = scene.item(problem.path)
    name = scene.name(problem.path)
    if item and item.kind is Kind.YEAR:
        message = f"{name}不能早于 {problem.wanted}"
        hint = f"这一版格式从 {problem.wanted} 年度的报告起使用，更早的年度用的是另一种格式"
        return _finding("NB104", (message, hint, None), problem, scene)
    side = "小于" if problem.keyword == "minimum" else "大于"
    hint = how_to_write(item) if item else ""
    return _finding("NB104", (f"{name}不能{side} {problem.wanted}", hint, None), problem, scene)


def explain_choice(problem: SchemaProblem, scene: ExplainContext) -> Finding:
    """The value is none of those that may be chosen."""
    choices = [str(choice) for choice in problem.wanted]
    meant = nearest(str(problem.value), choices)
    fix = None
    if meant and (span := scene.places.values.get(problem.path)):
        fix = Fix(f"改为 {meant}", (Edit(span, meant),), mechanical=False)
    message = f"{scene.name(problem.path)}不能写“{problem.value}”"
    return _finding("NB103", (message, "可以写：" + "、".join(choices), fix), problem, scene)


def _empty(problem: SchemaProblem, scene: ExplainContext, item: Item | None) -> Finding:
    name = scene.name(problem.path)
    if item is None:
        return _finding("NB105", (f"{name}里有一项是空的", "写上名称，或者去掉这一项", None), problem, scene)
    return _finding("NB105", (f"{name}还没有填写", how_to_write(item), None), problem, scene)


def _wrong_kind(item: Item, problem: SchemaProblem, scene: ExplainContext) -> Words:
    how = how_to_write(item)
    name = scene.name(problem.path)
    if isinstance(problem.value, list):
        return f"{name}不能写成一串", how, None
    if isinstance(problem.value, dict):
        return f"{name}下面不能再分项", _hint_on_colon(item) or how, None
    if item.kind is Kind.ROW:
        return _bare_row(item, str(problem.path[-1]), name, problem.value)
    if item.kind is Kind.NAMES:
        return f"{name}要写在方括号里", how, _in_brackets(problem, scene)
    if item.kind is Kind.TABLE and _is_zero(problem.value):
        text = zeros(item)
        return f"{name}要分项填写", f"各项都没有的，写成 {item.key}: {text}", _replace(problem, scene, text)
    return _scalar(item, name), how, None


def _scalar(item: Item, name: str) -> str:
    if item.kind is Kind.SENTENCE:
        return f"{name}收取了的，要写明件数和金额"
    return f"{name}要分项填写" if item.children else f"{name}的写法不对"


def _bare_row(item: Item, key: str, name: str, value: Any) -> Words:
    """A number (or anything else) where a row wants its cells: which cell it belongs in, nobody here knows."""
    number = str(value).strip()
    cells = "{" + ", ".join(f"{cell.key}: …" for cell in item.children[:_CELLS_SHOWN])
    cells += ", …}" if len(item.children) > _CELLS_SHOWN else "}"
    of_sum = f"，加起来是 {number}" if number.isdecimal() and item.total else ""
    hint = f"写成 {key}: {cells}，分别是多少写多少{of_sum}；没有就写 0"
    if not item.kinds:
        return f"{name}要分项填写", hint, None
    return f"{name}不能只写一个数，请写明{item.kinds}", hint, None


def _hint_on_colon(item: Item) -> str:
    """Text that holds a colon and a space is read as a key and its value; a common surprise."""
    if item.kind is not Kind.TEXT:
        return ""
    return f"文字里有“: ”的，请在“{item.key}:”后面写 |，文字另起一行，行首多空两格"


def _is_zero(value: Any) -> bool:
    return value == 0 if isinstance(value, (int, Decimal)) else value == "0"


def _in_brackets(problem: SchemaProblem, scene: ExplainContext) -> Fix | None:
    node = scene.node(problem.path)
    if not isinstance(node, Scalar) or node.style != "plain":
        return None
    return _replace(problem, scene, f"[{', '.join(_BETWEEN_NAMES.split(node.text.strip()))}]")


def _replace(problem: SchemaProblem, scene: ExplainContext, text: str) -> Fix:
    return Fix(f"改为 {text}", (Edit(scene.places.value(problem.path), text),))


def _finding(code: str, words: Words, problem: SchemaProblem, scene: ExplainContext) -> Finding:
    message, hint, fix = words
    return error(code, message, scene.places.value(problem.path), hint=hint, path=problem.path, fix=fix)
