"""What ``make fuzz`` runs for long, for a moment: seeds, every case once found, some mutations (always the same)."""

import random
from functools import cache
from pathlib import Path

import pytest
from hostile import worst
from hostile.targets import TARGETS, mutated

from generator.importing.importing import import_published

CASES = Path(__file__).parent / "cases"
MUTATIONS = 25


@cache
def seeds(name: str) -> list[bytes]:
    if name == "pdf":
        pytest.importorskip("pypdfium2")
    return TARGETS[name].seeds()


@pytest.mark.parametrize("name", TARGETS)
def test_the_seeds(name: str) -> None:
    assert seeds(name)
    for data in seeds(name)[:2]:
        TARGETS[name].run(data)


def test_the_seeds_of_bodies_are_read_as_reports() -> None:
    for body in seeds("body"):
        imported = import_published("a.docx", worst.docx(body.decode()))
        assert len([doubt for doubt in imported.doubts if doubt.confidence < 0.9]) < 5


@pytest.mark.parametrize("name", TARGETS)
def test_some_mutations(name: str) -> None:
    chance = random.Random(name)
    for _ in range(MUTATIONS):
        TARGETS[name].run(mutated(chance.choice(seeds(name)), seeds(name), chance))


@pytest.mark.parametrize("case", sorted(CASES.glob("*/*")), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_what_was_once_found(case: Path) -> None:
    TARGETS[case.parent.name].run(case.read_bytes())
