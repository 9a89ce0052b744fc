"""Which places a new file leaves to be filled in, and how far a person has come with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from generator.form.edition import Edition
from generator.form.model import FIGURES, Item, Kind, Path


@cache
def places_to_fill(edition: Edition) -> tuple[Path, ...]:
    """Topics, the fee, rows that tell kinds apart, single figures, and the cells of other rows."""
    return tuple(place for part in edition.parts for place in _within(part, (part.key,)))


def filled_in(edition: Edition, open_places: Iterable[tuple[str | int, ...]]) -> tuple[int, int]:
    """How many places are filled in, and how many there are, where these are still open.

    A group that is open as a whole leaves all its rows open. What is open elsewhere (机关) counts as one place more.
    """
    places = places_to_fill(edition)
    still = list(open_places)
    left = sum(any(_related(place, one) for one in still) for place in places)
    elsewhere = sum(not any(_related(place, one) for place in places) for one in still)
    return len(places) - left, len(places) + elsewhere


def _within(item: Item, path: Path) -> Iterator[Path]:
    if item.kind in FIGURES | {Kind.TOPIC, Kind.SENTENCE} or (item.kind is Kind.ROW and item.kinds):
        yield path
        return
    for child in item.children:
        yield from _within(child, (*path, child.key))


def _related(one: tuple[str | int, ...], other: tuple[str | int, ...]) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]
