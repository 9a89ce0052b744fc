"""What may be typed behind a key: 0 by name, a row's cells to fill in, a choice, a file, last year's figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from generator.editing.answers import Completion, CompletionKind
from generator.editing.carrying import carried_over
from generator.editing.completing.files import files
from generator.editing.completing.snippets import STEP, as_value, in_braces
from generator.editing.page import Page
from generator.editing.place import Place
from generator.form.model import Item, Kind
from generator.form.snippets import snippets
from generator.form.writing import how_to_write


def values(page: Page, place: Place) -> Iterator[Completion]:
    """The values that fit the entry whose value is being typed."""
    item = page.item(place.path)
    if item is None:
        return
    if row := carried_over(page, place.path):
        yield Completion(row, row, place.span, CompletionKind.VALUE, "照上年报告结转")
    for snippet in snippets(item):
        text = _text(snippet["body"], item, place)
        sort = CompletionKind.ROW if isinstance(snippet["body"], dict) else CompletionKind.VALUE
        yield Completion(snippet["label"], text, place.span, sort, how_to_write(item))
    yield from _OF_KIND.get(item.kind, _nothing)(page, item, place)


def _text(body: object, item: Item, place: Place) -> str:
    if place.in_braces:
        return in_braces(body)
    text = as_value(body, item, "")
    return text if text.startswith("\n") else text.lstrip()


def _nothing(_page: Page, _item: Item, _place: Place) -> Iterator[Completion]:
    return iter(())


def _choices(_page: Page, item: Item, place: Place) -> Iterator[Completion]:
    for choice in item.choices:
        yield Completion(choice, choice, place.span, CompletionKind.VALUE, item.help)


def _years(_page: Page, _item: Item, place: Place) -> Iterator[Completion]:
    year = str(date.today().year - 1)
    yield Completion(year, year, place.span, CompletionKind.VALUE, "去年")


def _files(page: Page, _item: Item, place: Place) -> Iterator[Completion]:
    return files(page, place)


def _days(_page: Page, _item: Item, place: Place) -> Iterator[Completion]:
    today = date.today().isoformat()
    yield Completion(today, today, place.span, CompletionKind.VALUE, "今天")


def _record(page: Page, item: Item, place: Place) -> Iterator[Completion]:
    text = in_braces({child.key: f"${number}" for number, child in enumerate(item.children, 1)})
    yield Completion("逐项填写", text, place.span, CompletionKind.ROW, how_to_write(item))
    if item.short is Kind.DATE:
        yield from _days(page, item, place)


def _text_block(_page: Page, _item: Item, place: Place) -> Iterator[Completion]:
    if not place.in_braces:
        text = f"|\n{STEP}$0"
        yield Completion("| 写文字", text, place.span, CompletionKind.VALUE, "文字写在下一行，一行一段，可以直接粘贴")


_OF_KIND: dict[Kind, Callable[[Page, Item, Place], Iterator[Completion]]] = {
    Kind.CHOICE: _choices,
    Kind.YEAR: _years,
    Kind.FILE: _files,
    Kind.DATE: _days,
    Kind.RECORD: _record,
    Kind.TEXT: _text_block,
    Kind.TOPIC: _text_block,
    Kind.SENTENCE: _text_block,
    Kind.NARRATIVE: _text_block,
}
