"""What the cache keeps comes back the same, and nothing else ever does."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collecting.running.kept import from_data, to_data
from generator.collecting.running.reading import Read, RunContext, read_file
from generator.collecting.running.walking import FoundFile


def back(read: Read) -> Read:
    found = from_data(json.loads(json.dumps(to_data(read))))
    filed = found.filed._replace(file=read.filed.file, modified=read.filed.modified)
    return found._replace(filed=filed, content=read.content)


@pytest.fixture(scope="module")
def reads(examples: Path) -> list[Read]:
    return [read_file(FoundFile(str(path), path.name, 7), RunContext()) for path in sorted(examples.glob("*.*"))]


def test_every_example_comes_back_the_same(reads: list[Read]) -> None:
    assert any(read.last_year for read in reads)
    assert [back(read) for read in reads] == reads


def test_money_and_odd_text_come_back_the_same(reads: list[Read]) -> None:
    read = reads[0]
    values = list(read.filed.figures.values())
    values[:3] = [Decimal("0.100000"), None, Decimal(10) ** 12]
    figures = type(read.filed.figures)(read.filed.year, values)  # type: ignore[call-arg]
    odd = read._replace(filed=read.filed._replace(agency="\ud800\0\n“", figures=figures), last_file="a\udc80.yaml")
    assert back(odd) == odd
    assert str(next(iter(back(odd).filed.figures.values()))) == "0.100000"


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=10), st.dictionaries(st.text(), inner, max_size=3)),
)


@given(JSON)
def test_anything_else_is_refused(data: object) -> None:
    with pytest.raises((ValueError, TypeError, ArithmeticError)):
        from_data(data)


@given(st.data())
def test_a_value_of_another_type_is_refused_or_harmless(reads: list[Read], data: st.DataObject) -> None:
    """One place of a good record put wrong: it is refused, or what comes back has the types that it should have."""
    good = json.loads(json.dumps(to_data(reads[0])))
    place = data.draw(st.integers(0, len(good[0]) - 1))
    good[0][place] = data.draw(JSON)
    try:
        filed = from_data(good).filed
    except (ValueError, TypeError, ArithmeticError):
        return
    assert isinstance(filed.agency, str | None)
    assert isinstance(filed.year, int | None)
    assert all(isinstance(value, int | Decimal | None) for value in filed.figures.values())
    assert all(isinstance(text, str) for problem in filed.problems for text in problem[1:])
    assert all(isinstance(text, str) for passage in filed.passages for text in (*passage[:3], *passage.paragraphs))
