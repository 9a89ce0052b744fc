"""A topic given as figures and printed as a sentence: the sentence out of figures, and the figures back out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter

from generator.form import keys
from generator.form.model import FIGURES, FigureSentence, Item, Kind

_DIGITS = {Kind.COUNT: "[0-9]+", Kind.AMOUNT: r"[0-9]+(?:\.[0-9]+)?"}


def figures_of(item: Item) -> tuple[Item, ...]:
    """The figures that a topic is given as, in the order of the form."""
    return tuple(child for child in item.children if child.kind in FIGURES)


def sentence_items(part: Item) -> tuple[Item, ...]:
    """The topics of a part that may be given as figures."""
    return tuple(child for child in part.children if child.kind is Kind.SENTENCE)


def sentence_text(item: Item, figures: Mapping[str, str], year: str, *, nothing: bool) -> str:
    """The sentence with figures and year as they are to be printed; ``nothing``: all of them are 0."""
    sentence = _sentence(item)
    return (sentence.nothing if nothing else sentence.some).format_map({keys.YEAR: year, **figures})


def figures_in_sentence(item: Item, text: str, year: int) -> dict[str, str] | None:
    """The figures as written, where ``text`` is exactly the sentence that would be printed for them."""
    sentence = _sentence(item)
    names = [child.key for child in figures_of(item)]
    for template, found in ((sentence.nothing, dict.fromkeys(names, "0")), (sentence.some, {})):
        match = _pattern(item, template).fullmatch(text)
        if match and int(match[keys.YEAR]) == year:
            return found or {name: match[name] for name in names}
    return None


def _sentence(item: Item) -> FigureSentence:
    if item.sentence is None:
        raise ValueError(f"{item.key} has no sentence")
    return item.sentence


@cache
def _pattern(item: Item, template: str) -> re.Pattern[str]:
    return re.compile("".join(_pieces(item, template)))


def _pieces(item: Item, template: str) -> Iterator[str]:
    for words, name, _, _ in Formatter().parse(template):
        yield re.escape(words)
        if name:
            yield f"(?P<{name}>{'[0-9]{4}' if name == keys.YEAR else _DIGITS[item.by_key[name].kind]})"
