"""Targets with other readings: of a larger whole, as bounds, or as totals of several years."""

from __future__ import annotations

from generator.checks.disclosure.sentences.discourse import Standing
from generator.checks.disclosure.sentences.lexicon import Sense, Word
from generator.checks.disclosure.sentences.readings import Target, target_of
from generator.checks.disclosure.sentences.words import TOTTING_UP
from generator.form.edition import Edition
from generator.form.model import Path


def totted(targets: tuple[Target, ...], words: list[Word]) -> tuple[Target, ...]:
    """The same where 累计 stands among the words and the number may be a total of several years."""
    if not targets or not any(word.text in TOTTING_UP for word in words):
        return targets
    return tuple(
        Target(target.code, tuple(reading._replace(totted=True) for reading in target.readings)) for target in targets
    )


def limited(targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """The same as bounds: a number of some only is at most that of all."""
    return tuple(
        Target(target.code, tuple(reading._replace(at_most=True) for reading in target.readings)) for target in targets
    )


def whole_of(targets: tuple[Target, ...]) -> tuple[Path, ...]:
    """What the plainest reading is the figure of; nothing where there is none."""
    return targets[0].readings[0].plus if targets else ()


def or_of_all(
    target: Target | None, subject: Path, words: list[Word], standing: Standing, edition: Edition
) -> Target | None:
    """What is told of the cases of one row without naming another (3件中，…，已审结的2件) may be of all of them."""
    among = standing.among
    if target is None or among in {None, subject} or any(word.sort is Sense.SUBJECT for word in words):
        return target
    of_all = target_of(among, words, edition) if among else None
    return Target(target.code, (*target.readings, *of_all.readings)) if of_all else target
