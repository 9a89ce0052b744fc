"""What people type as a key, and what they mean by it: official labels, spoken words, numbers in front, near misses.

The words themselves stand in the form (``Item.key``, ``label``, ``variants``, ``spoken``); here they are looked up.
Used for unknown keys, by the importer, and by the editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.form.edition import NOTE, Edition, key_form, walk
from generator.form.model import Item, Kind, Path, Total

NUMBERED_KEY = (
    r"^\s*(?:"
    r"[（(]\s*(?:[一二三四五六七八九十]+|[0-9０-９]+)\s*[）)]"
    r"|[一二三四五六七八九十]+\s*[、.．]"
    r"|[0-9０-９]+\s*[.．、)）](?![0-9０-９])"
    r"|[①②③④⑤⑥⑦⑧⑨⑩]"
    r")\s*"
)
"""A number typed in front of a key, （一） 一、 1. 1） ①, in the dialect that ECMA, Rust and Python share."""

_ENOUGH = 0.6
_MARGIN = 0.1


def unnumbered(key: str) -> str:
    """The key without a number in front of it; the key itself when there is none."""
    return re.sub(NUMBERED_KEY, "", key, count=1).strip()


def allowed(item: Item) -> tuple[Item, ...]:
    """What may stand in ``item``, in the order of the form: its children, 总计 and 注 where the form has them."""
    extra = [_as_item(item.typed_total)] if item.typed_total else []
    return (*item.children, *extra, *([NOTE] if item.kind is Kind.TABLE else []))


def labelled(key: str, item: Item) -> Item | None:
    """The entry of ``item`` whose key, printed label or known variant is ``key``."""
    form = key_form(key)
    return next((entry for entry in allowed(item) if form in official_forms(entry)), None)


def meaning(key: str, item: Item) -> Item | None:
    """The entry of ``item`` that ``key`` means: by key, label or variant, else by the words people say for it."""
    form = key_form(key)
    spoken = (entry for entry in allowed(item) if form in {key_form(word) for word in entry.spoken})
    return labelled(key, item) or next(spoken, None)


def guess(key: str, entries: Iterable[Item]) -> Item | None:
    """The entry whose name is clearly nearest to a mistyped key, or None."""
    scores = sorted(((_score(key, entry), -n, entry) for n, entry in enumerate(entries)), reverse=True)
    if not scores or scores[0][0] < _ENOUGH or (len(scores) > 1 and scores[0][0] - scores[1][0] < _MARGIN):
        return None
    return scores[0][2]


def nearest(key: str, candidates: Iterable[str]) -> str | None:
    """The candidate nearest to ``key``, or None when none is near."""
    best = max(((_similarity(key, candidate), candidate) for candidate in candidates), default=(0.0, ""))
    return best[1] if best[0] >= _ENOUGH else None


def homes(key: str, edition: Edition) -> tuple[Path, ...]:
    """Every place of the form that goes by ``key``: by exact keys if there are any, else by labels and words."""
    places = list(walk(edition.root))
    exact = tuple(path for path, item in places if item.key == key)
    form = key_form(key)
    return exact or tuple(
        path for path, item in places if form in official_forms(item) or form in {key_form(w) for w in item.spoken}
    )


@cache
def official_forms(item: Item) -> frozenset[str]:
    """The key, the printed label and its variants, without numbers and punctuation."""
    names = (item.key, item.label, item.heading, *item.variants)
    return frozenset(key_form(name) for name in names if name)


@cache
def _as_item(total: Total) -> Item:
    return Item(key=total.key, kind=Kind.COUNT, label=total.label, spoken=total.spoken)


def _score(key: str, entry: Item) -> float:
    names = (*official_forms(entry), *(key_form(word) for word in entry.spoken))
    return max((_similarity(key_form(key), name) for name in names), default=0.0)


def _similarity(one: str, other: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one, other)
