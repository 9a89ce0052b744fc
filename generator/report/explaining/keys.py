"""What a key that may not stand where it does was meant to be, and what is said about it (NB102)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from generator.findings import Path
from generator.form.model import FIGURES, Item, Kind
from generator.form.model import Path as FormPath
from generator.form.words import allowed, guess, homes, labelled, meaning, unnumbered
from generator.report.explaining.context import ExplainContext
from generator.source.nodes import Mapping, Node, Scalar


class Meaning(Enum):
    """What is known of a key."""

    LABEL = auto()  # an official label, a variant or a spoken word of an entry, or that entry with a number in front
    GUESS = auto()  # nearly the name of an entry
    REPEATED = auto()  # the name of an entry that is there already
    ELSEWHERE = auto()  # an entry of another mapping
    CELL = auto()  # a cell, written outside a row
    JOINT = auto()  # a name for several rows together
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One key that may not stand at ``path``: what it means, the key it should be, or the place where it belongs."""

    path: Path
    meaning: Meaning
    key: str = ""
    home: FormPath = ()

    @property
    def typed(self) -> str:
        """The key as typed."""
        return str(self.path[-1])


def judge(key: str, path: Path, container: Item, scene: ExplainContext, taken: set[str]) -> Judgement:
    """What ``key`` means in the mapping at ``path``; ``taken`` are the keys written there, or meant by others."""
    here = (*path, key)
    value = _value(key, path, scene)
    if container.further:
        return _numbered_subheading(here, taken)
    return (
        _entry(here, labelled(key, container), taken)
        or _elsewhere(here, path, value, scene, by_words=False)
        or _entry(here, _fitting(meaning(key, container), value), taken)
        or _joint(here, path, scene)
        or _elsewhere(here, path, value, scene, by_words=True)
        or _near(here, container, value, taken)
        or Judgement(here, Meaning.UNKNOWN)
    )


def _value(key: str, path: Path, scene: ExplainContext) -> Node | None:
    node = scene.node(path)
    entry = node.get(key) if isinstance(node, Mapping) else None
    return entry.value if entry else None


def _numbered_subheading(here: Path, taken: set[str]) -> Judgement:
    key = unnumbered(str(here[-1]))
    if not key:
        return Judgement(here, Meaning.UNKNOWN)
    return Judgement(here, Meaning.REPEATED if key in taken else Meaning.LABEL, key)


def _entry(here: Path, entry: Item | None, taken: set[str]) -> Judgement | None:
    if entry is None:
        return None
    return Judgement(here, Meaning.REPEATED if entry.key in taken else Meaning.LABEL, entry.key)


def _near(here: Path, container: Item, value: Node | None, taken: set[str]) -> Judgement | None:
    free = [entry for entry in allowed(container) if entry.key not in taken and _fits(entry, value)]
    entry = guess(str(here[-1]), free)
    return Judgement(here, Meaning.GUESS, entry.key) if entry else None


def _joint(here: Path, path: Path, scene: ExplainContext) -> Judgement | None:
    sums = [joint for part, joint in scene.edition.joint_sums if path == (part.key,) and joint.key == here[-1]]
    return Judgement(here, Meaning.JOINT, "、".join(row[-1] for row in sums[0].rows)) if sums else None


def _elsewhere(
    here: Path, path: Path, value: Node | None, scene: ExplainContext, *, by_words: bool
) -> Judgement | None:
    key = str(here[-1])
    places = [home for home in homes(key, scene.edition) if by_words or home[-1] == key]
    places = [home for home in places if _fits(scene.item(home), value)]
    inside = [home for home in places if home[: len(path)] == path] or places
    if len(inside) == 1:
        return Judgement(here, Meaning.ELSEWHERE, home=inside[0])
    if inside and all(_is_cell(home, scene) for home in inside):
        return Judgement(here, Meaning.CELL, home=inside[0])
    return None


def _is_cell(home: FormPath, scene: ExplainContext) -> bool:
    row = scene.item(home[:-1])
    return row is not None and row.kind is Kind.ROW and bool(row.kinds)


def _fitting(entry: Item | None, value: Node | None) -> Item | None:
    return entry if entry and _fits(entry, value) else None


def _fits(entry: Item | None, value: Node | None) -> bool:
    """Whether the value written could be one of ``entry``: a mapping is no figure, a figure no group."""
    if entry is None:
        return False
    if isinstance(value, Mapping):
        return bool(entry.children)
    if isinstance(value, Scalar) and value.text.isdecimal() and value.text != "0":
        return entry.kind in FIGURES or entry.kind is Kind.SENTENCE or not entry.children
    return True
