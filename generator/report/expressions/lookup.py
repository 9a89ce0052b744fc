"""What a name is worth in a report: this year's, or last year's behind 上年."""

from __future__ import annotations

from generator.form import keys
from generator.form.model import Kind, Path
from generator.report.expressions.context import Context, LastYearState, context_of
from generator.report.expressions.names import ColumnSum, Meaning, SentenceFigure, name_table
from generator.report.expressions.printing import TextValue, Value
from generator.report.expressions.problems import ExpressionProblem
from generator.report.expressions.suggest import LAST_YEAR, name_problem
from generator.report.expressions.tokens import Token
from generator.report.model import Figure, Figures


def look_up(token: Token, context: Context) -> Value | ExpressionProblem:
    """What the name stands for; a Problem when it stands for nothing, or for nothing single."""
    path = tuple(token.text.split("."))
    if path[0] == LAST_YEAR:
        return look_up_last_year(token, path[1:], context)
    meaning = _meaning(token, path, context, "")
    return meaning if isinstance(meaning, ExpressionProblem) else _value(token, meaning, context)


def look_up_last_year(token: Token, path: Path, context: Context) -> Value | ExpressionProblem:
    """The same in last year's report; unknown where that cannot be read, a Problem where the file names none."""
    there = context_of(context.last_year) if context.last_year else context
    meaning = _meaning(token, path, there, f"{LAST_YEAR}.")
    if isinstance(meaning, ExpressionProblem):
        return meaning
    if context.last_year:
        return _value(token, meaning, there)
    return _not_named(token, path) if context.last_year_state is LastYearState.NONE else None


def _not_named(token: Token, path: Path) -> ExpressionProblem:
    message = f"没有写{keys.LAST_YEAR}，不知道上年的“{'.'.join(path)}”"
    hint = f"在文件前面加一行“{keys.LAST_YEAR}: 文件名”，写上年度报告的文件。"
    return ExpressionProblem(token.start, token.end, message, hint)


def _meaning(token: Token, path: Path, context: Context, prefix: str) -> Meaning | ExpressionProblem:
    table = name_table(context.edition)
    found = table.resolve(path)
    if len(found) == 1 and found[0].meaning is not None:
        return found[0].meaning
    return name_problem(token, path, table, prefix)


def _value(token: Token, meaning: Meaning, context: Context) -> Value | ExpressionProblem:
    if isinstance(meaning, ColumnSum):
        return _sum(meaning, context.figures)
    if isinstance(meaning, SentenceFigure):
        return _sentence_figure(token, meaning, context)
    if meaning.kind is Kind.YEAR:
        return context.year
    return None if context.agency is None else TextValue(context.agency)


def _sum(meaning: ColumnSum, figures: Figures) -> Figure:
    """A single figure stays as it is (money as typed)."""
    found = [_figure(figures, path, meaning.column) for path in meaning.rows]
    if len(found) == 1 or None in found:
        return found[0] if len(found) == 1 else None
    return sum(figure for figure in found if figure is not None)


def _figure(figures: Figures, path: Path, column: int) -> Figure:
    values = figures.rows.get(path)
    return values[column] if values else None


def _sentence_figure(token: Token, meaning: SentenceFigure, context: Context) -> Value | ExpressionProblem:
    figures = context.sentence_figures.get(meaning.topic)
    if figures is None:
        message = f"{meaning.topic}没有写成数，“{token.text}”取不到数"
        hint = f"把{meaning.topic}写成数（没有的就写 0），或者在文字里直接写数。"
        return ExpressionProblem(token.start, token.end, message, hint)
    return figures[meaning.key]
