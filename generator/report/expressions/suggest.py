"""What to say about a name that stands for nothing, or for more than one thing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import islice, product

from generator.form import keys
from generator.form.edition import Edition, key_form, walk
from generator.form.model import Path
from generator.report.expressions.names import ColumnSum, Name, NameTable, name_table
from generator.report.expressions.problems import ExpressionProblem, Replacement, listed
from generator.report.expressions.tokens import Token

LAST_YEAR = "上年"
"""Put before a name, it means the same place in last year's report."""

_NEAR = 60
"""How alike (of 100) a name must be to be suggested."""

_MOST_COMBINATIONS = 64
_MOST_CANDIDATES = 5


def name_problem(token: Token, path: Path, table: NameTable, prefix: str) -> ExpressionProblem:
    """What is wrong with a name that has no single meaning. ``prefix`` is 上年. or nothing; ``path`` comes after it."""
    if not path or path[0] == LAST_YEAR:
        return _year_alone(token, table)
    found = table.resolve(path)
    if not found:
        return _unknown(token, path, table, prefix)
    if len(found) > 1:
        return _ambiguous(token, found, table, prefix)
    names = [prefix + table.shortest(name) for name in table.below(found[0])]
    message = f"“{token.text}”包含几个数，没有总计"
    return ExpressionProblem(token.start, token.end, message, f"写明是哪一个：{listed(names)}。")


def nearest(text: str, candidates: tuple[str, ...]) -> list[str]:
    """The candidates most like the text, best first; at most three."""
    from rapidfuzz import fuzz, process

    found = process.extract(text, candidates, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_MOST_CANDIDATES)
    best = [name for name, score, _ in found if score == found[0][1]]
    return best[:3]


def _year_alone(token: Token, table: NameTable) -> ExpressionProblem:
    hint = f"写成 {LAST_YEAR}.名称，如 {LAST_YEAR}.{keys.RECEIVED}；再往前的年份取不到。"
    return ExpressionProblem(token.start, token.end, f"“{token.text}”没有说是哪一个数", hint)


def _ambiguous(token: Token, found: tuple[Name, ...], table: NameTable, prefix: str) -> ExpressionProblem:
    names = [prefix + table.shortest(name) for name in _distinct(found)]
    message = f"“{token.text}”不止一处，不知道是哪一个"
    return ExpressionProblem(token.start, token.end, message, f"写明是哪一个：{listed(names)}。")


def _unknown(token: Token, path: Path, table: NameTable, prefix: str) -> ExpressionProblem:
    message = f"表格里没有“{token.text}”"
    names = _forgotten_dot(path, table, prefix) or [prefix + name for name in _meant(path, table)]
    guessed = not names
    names = names or [prefix + name for name in nearest(".".join(path), _all_short_names(table.edition))]
    if not names:
        example = f"{keys.RECEIVED}、{keys.NORMATIVE_DOCUMENTS}.{keys.ISSUED}"
        hint = f"名称用表格里的键，如 {example}；不是取数的文字写在括号外面。"
        return ExpressionProblem(token.start, token.end, message, hint)
    if len(names) > 1:
        return ExpressionProblem(token.start, token.end, message, f"是不是这里面的一个：{listed(names)}？")
    problem = ExpressionProblem(token.start, token.end, message, f"是不是“{names[0]}”？")
    problem = problem.mended_by(f"改为 {names[0]}", Replacement(token.start, token.end, names[0]))
    return problem._replace(guessed=guessed)


def _forgotten_dot(path: Path, table: NameTable, prefix: str) -> list[str]:
    """上年本年新收 for 上年.本年新收."""
    rest = (path[0].removeprefix(LAST_YEAR), *path[1:])
    is_meant = not prefix and rest[0] and rest != path and len(table.resolve(rest)) == 1
    return [f"{LAST_YEAR}.{'.'.join(rest)}"] if is_meant else []


def _meant(path: Path, table: NameTable) -> list[str]:
    """Names meant beyond doubt: the same characters in another form, official labels, spoken words."""
    found = _resolved([tuple(unicodedata.normalize("NFKC", key) for key in path)], table)
    found = found or _resolved(_translations(path, table.edition), table)
    return [table.shortest(name) for name in _distinct(found)[:_MOST_CANDIDATES]]


def _distinct(found: Iterable[Name]) -> list[Name]:
    """One name for each meaning (办理结果.自然人 is also 办理结果.总计.自然人), whole rows before single columns."""
    distinct = list({name.meaning or name.path: name for name in reversed(list(found))}.values())[::-1]
    return sorted(distinct, key=lambda name: isinstance(name.meaning, ColumnSum) and name.meaning.column >= 0)


def _resolved(paths: list[Path], table: NameTable) -> list[Name]:
    found = dict.fromkeys(name for path in paths for name in table.resolve(path) if name.meaning is not None)
    return list(found)


def _translations(path: Path, edition: Edition) -> list[Path]:
    """The path with each word replaced by the keys it may be an official label or a spoken word for."""
    words = [_keys_by_word(edition).get(key_form(key), (key,)) for key in path]
    return list(islice(product(*words), _MOST_COMBINATIONS))


@cache
def _keys_by_word(edition: Edition) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for table in edition.tables:
        for _, item in walk(table):
            for word in (item.key, item.label, *item.variants, *item.spoken):
                found.setdefault(key_form(word), {})[item.key] = None
    return {word: tuple(items) for word, items in found.items()}


@cache
def _all_short_names(edition: Edition) -> tuple[str, ...]:
    """Every name, and every longer end of it that means one figure."""
    table = name_table(edition)
    single = (name for name in table.every if name.meaning is not None)
    return tuple({end: None for name in single for end in _ends_from(table.shortest(name), name.path)})


def _ends_from(shortest: str, path: Path) -> list[str]:
    length = shortest.count(".") + 1
    return [".".join(path[-n:]) for n in range(length, len(path) + 1)]
