"""Pinyin initials for the form's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.form.edition import SCHEMA_EDITION
from generator.form.model import Item
from generator.form.snippets import snippets
from generator.form.words import allowed
from generator.han.initials import _BY_LETTER, initials
from generator.report.expressions.catalogue import FUNCTIONS, names

_HAN = re.compile(r"[\u4e00-\u9fff]+")


def words(item: Item) -> Iterator[str]:
    yield from (item.key, item.label, item.heading, *item.choices, *(one["label"] for one in snippets(item)))
    if item.total:
        yield from (item.total.key, item.total.label)
    for child in allowed(item):
        yield from words(child)


def all_words() -> set[str]:
    found = [*words(SCHEMA_EDITION.root), *names(SCHEMA_EDITION), *(one.signature for one in FUNCTIONS)]
    found += ["整份报告", "逐项填写", "写文字"]
    return {han for word in found for han in _HAN.findall(word or "")}


def test_every_label_has_its_initials() -> None:
    assert [word for word in all_words() if not re.fullmatch("[a-z]+", initials(word))] == []


def test_only_characters_of_the_form_and_each_once() -> None:
    known = "".join(_BY_LETTER.values())
    assert sorted(known) == sorted(set("".join(all_words())))


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("本年新收", "bnxs"),
        ("自然人", "zrr"),
        ("重复申请", "cfsq"),
        ("曾用名", "cym"),
        ("办理结果.予以公开", "bljg.yygk"),
        ("页码", "ym"),
        ("年报.yaml", ""),
        ("鹿邑县", ""),
        ("2024", ""),
        ("", ""),
    ],
)
def test_initials(word: str, typed: str) -> None:
    assert initials(word) == typed
