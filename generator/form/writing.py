"""How a place is to be written, in one Chinese sentence with an example: for the schema, the scaffold and messages."""

from __future__ import annotations

from collections.abc import Callable

from generator.form.figure_sentences import figures_of
from generator.form.model import Item, Kind
from generator.source.row_writing import in_braces
from generator.wording import Worded, joined

COUNT_LIMIT = 999_999_999
"""No count of 件 is larger."""

AMOUNT_LIMIT = 10**12
"""No amount of money is larger, in its unit."""


def how_to_write(item: Item) -> str:
    """What to write at ``item``, without a full stop."""
    return _HOW[item.kind](item)


def example_of(item: Item) -> str:
    """A value as it may be typed at ``item``, on one line; '' where only the item's own text would do."""
    if item.kind is Kind.COUNT:
        return "1"
    if item.kind is Kind.AMOUNT:
        return "1.5"
    if item.kind is Kind.ROW:
        return _flow(item.children[:1] if item.kinds else item.children)
    return item.examples[0] if item.examples else ""


def zeros(item: Item) -> str:
    """``item``'s required entries, all 0, as a mapping on one line."""
    return in_braces((child.key, 0) for child in item.children if child.required)


def list_keys(items: tuple[Item, ...]) -> str:
    """Keys in a row, A、B、C."""
    return "、".join(item.key for item in items)


def _flow(cells: tuple[Item, ...]) -> str:
    return in_braces((cell.key, example_of(cell)) for cell in cells)


def _count(item: Item) -> str:
    return f"写整数（{item.unit}），如 {example_of(item)}；没有就写 0"


def _amount(item: Item) -> str:
    return f"写金额（{item.unit}，可以有小数），如 {example_of(item)}；没有就写 0"


def _row(item: Item) -> str:
    if not item.kinds:
        return f"写成 {example_of(item)}；没有就写 0"
    return f"按{item.kinds}（{list_keys(item.children)}）写，如 {example_of(item)}；没有就写 0"


def _group(item: Item) -> str:
    return f"分项写 {list_keys(item.children)}；整组没有就写 0"


def _table(item: Item) -> str:
    return f"下面分项写 {list_keys(item.children)}"


def _choice(item: Item) -> str:
    return "写 " + " 或者 ".join(item.choices)


def _name(item: Item) -> str:
    return f"写名称，如 {example_of(item)}" if item.examples else "写文字，在一行里写完"


def _record(item: Item) -> str:
    keys = f"下面分项写 {list_keys(item.children)}"
    return f"{keys}；也可以只写日期" if item.short is Kind.DATE else keys


def _sentence(item: Item) -> str:
    act = item.sentence.act if item.sentence else ""
    figures = Worded(f"就写 {_flow(figures_of(item))}", "就填各个数")
    return joined(f"没有{act}就写 0；{act}了", figures, "；也可以写文字")


def _narrative(item: Item) -> str:
    return f"写文字，或者分小标题写，如 {list_keys(item.children)}"


_HOW: dict[Kind, Callable[[Item], str]] = {
    Kind.YEAR: lambda item: f"写四位数的年份，如 {example_of(item)}",
    Kind.NAME: _name,
    Kind.NAMES: lambda item: f"写在方括号里，如 [{example_of(item)}]",
    Kind.FILE: lambda item: f"写文件名，如 {example_of(item)}",
    Kind.DATE: lambda item: f"写日期，如 {example_of(item)}",
    Kind.CHOICE: _choice,
    Kind.TEXT: lambda _: "写文字，一行一段",
    Kind.COUNT: _count,
    Kind.AMOUNT: _amount,
    Kind.ROW: _row,
    Kind.GROUP: _group,
    Kind.TABLE: _table,
    Kind.RECORD: _record,
    Kind.TOPIC: lambda _: "写文字，一行一段",
    Kind.SENTENCE: _sentence,
    Kind.NARRATIVE: _narrative,
}
