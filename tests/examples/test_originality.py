"""The examples' narratives are our own: no long run of characters is shared with the published reports."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.form import edition_for

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
RUN = 14
"""So many Han characters in a row, punctuation and digits left out, would be a copied sentence."""

_IN_TITLE_MARKS = re.compile(r"《.*?》")
_NOT_HAN = re.compile(r"[^\u4e00-\u9fff|]")


def _texts(node: object, key: str = "") -> Iterator[str]:
    """What is written as running text; printed subheadings (keys and 标题) are the published ones on purpose."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from _texts(value, name)
    elif isinstance(node, str) and key not in {"标题", "排法", "机关", "曾用名", "上年报告"}:
        yield node


def _form_labels() -> list[str]:
    edition = edition_for(2023)
    return [name for part in edition.parts for name in (part.label, *part.variants)]


def _han(text: str, names: list[str]) -> str:
    text = _IN_TITLE_MARKS.sub("|", text)
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "|")
    return _NOT_HAN.sub("", text)


def _runs(text: str) -> set[str]:
    return {run for i in range(len(text) - RUN + 1) if "|" not in (run := text[i : i + RUN])}


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.yaml")), ids=lambda p: p.stem)
def test_no_sentence_is_copied_from_a_published_report(example: Path, shared: Path) -> None:
    data = yaml.safe_load(example.read_text(encoding="utf-8"))
    names = [data["机关"], *data.get("曾用名", []), *_form_labels()]
    ours = set[str]().union(*(_runs(_han(text, names)) for text in _texts(data)))
    for seed in sorted((shared / "seeds").glob("*.txt")):
        published = _runs(_han(seed.read_text(encoding="utf-8"), names))
        assert not ours & published, f"{example.name} 与 {seed.name} 有相同的长句"


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*-2023.yaml")), ids=lambda p: p.stem)
def test_part_one_has_the_length_of_a_real_report(example: Path) -> None:
    data = yaml.safe_load(example.read_text(encoding="utf-8"))
    characters = sum(len("".join(text.split())) for text in _texts(data["总体情况"]))
    assert 400 <= characters <= 900
