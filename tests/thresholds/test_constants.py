"""No numeric constant without its unit and source, none neither pinned nor explained; moving one is noticed."""

from __future__ import annotations

import ast

import pytest
from thresholds.constants import constants
from thresholds.kinds import BOUNDS, DEFINITIONS, UNSEEN
from thresholds.mutating import Move, is_noticed, moved, moves, mutated, pins

CONSTANTS = constants()


@pytest.mark.parametrize("name", CONSTANTS)
def test_a_constant_says_its_unit_and_source(name: str) -> None:
    """In a sentence above it, behind it or right below; which ones are true a reader must judge."""
    assert len(CONSTANTS[name].said) >= 10, f"{name}: say the unit, and the source or why so many, right below it"


def test_every_constant_is_pinned_or_explained_once() -> None:
    kinds = {"pinned": set(pins()), "bounds": set(BOUNDS), "definitions": set(DEFINITIONS)}
    found = {name: [kind for kind, names in kinds.items() if name in names] for name in CONSTANTS}
    wrong = {name: where for name, where in found.items() if len(where) != 1}
    assert not wrong, "pin each in a test_*thresholds*.py, or explain it in kinds.py, not both"
    assert set().union(*kinds.values()) <= set(CONSTANTS)
    assert all((BOUNDS | DEFINITIONS | UNSEEN).values())


def test_moves_that_change_nothing_are_moves_of_pinned_constants() -> None:
    assert set(UNSEEN) <= {str(move) for name in pins() for move in moves(CONSTANTS[name])}


@pytest.mark.parametrize(
    ("text", "down", "up"),
    [
        ("1", "0", "2"),
        ("3", "2", "4"),
        ("10", "8", "12"),
        ("6_000", "4800", "7200"),
        ("0.5", "0.4", "0.6"),
        ('"0.05"', "'0.04'", "'0.06'"),
    ],
)
def test_a_fifth_but_at_least_one(text: str, down: str, up: str) -> None:
    assert (moved(text, False), moved(text, True)) == (down, up)


@pytest.mark.parametrize("name", CONSTANTS)
def test_only_the_number_moves(name: str) -> None:
    constant = CONSTANTS[name]
    source = constant.file.read_bytes()
    for number in constant.numbers:
        changed = mutated(constant, number, is_up=True)
        ast.parse(changed)
        lines = [(a, b) for a, b in zip(source.split(b"\n"), changed.split(b"\n"), strict=True) if a != b]
        assert len(lines) == 1


@pytest.mark.parametrize("is_up", [False, True])
@pytest.mark.parametrize("name", ["checks.disclosure.nb205_other_results:_SHARE", "importing.names:_LONGEST"])
def test_a_move_is_noticed(name: str, is_up: bool) -> None:
    """``make mutate`` tries all; here it is shown that it can see one."""
    assert is_noticed(Move(name, 0, is_up))


def test_a_move_that_changes_nothing_is_not_noticed() -> None:
    (index,) = {move.index for move in moves(CONSTANTS["checks.prose.mojibake:_SHORTEST"])}
    assert not is_noticed(Move("checks.prose.mojibake:_SHORTEST", index, False))
