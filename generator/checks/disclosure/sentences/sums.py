"""Parts named in a sentence against the total they are parts of (16件，其中网上4件、信函13件)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from generator.checks.disclosure.sentences.lexicon import Act, Sense, Word
from generator.checks.disclosure.sentences.meaning import Meant
from generator.checks.disclosure.sentences.numbers import Number
from generator.checks.disclosure.sentences.phrases import OPENING
from generator.checks.disclosure.sentences.statements import Said, Sentence
from generator.checks.disclosure.sentences.words import TOTTING_UP

MOST_PARTS = 12
"""More parts than this are not judged: some of so many nearly always add up by chance."""

DEEPEST = 3
"""Brackets in more brackets than this are not judged: a person nests two; more would cost time without end."""

NEAR = 8
"""How many phrases back a total may stand from its parts."""

_SKIPPED = frozenset({Sense.CHANGED, Sense.COMPARED, Sense.OTHER_TIME, Sense.LAST_YEAR, Sense.PLAN, Sense.NEGATION})
_DIMENSIONS = (Sense.APPLICANT, Sense.RESULT, Sense.CHANNEL, Sense.OUTCOME)
_OVERLAPPING = frozenset({"涉及", "涉", "关于", "重点"})
_REST = frozenset({"其他", "其它", "其余"})
"""A list that ends in one of these claims to be whole."""
_PLAN = "计划"
"""Without a verb behind it a kind of text (规划计划1条, 工作计划2条), no intention."""
_SORTED_BY = frozenset({"分", "划分", "分类", "来分", "区分"})
_NOUN = frozenset({Sense.SUBJECT, Sense.NEUTRAL, Sense.STATES, Sense.FOREIGN})
_THINGS = _NOUN | {Sense.QUALIFIER, Sense.UNKNOWN, Sense.APPLICANT}
_AMONG = frozenset({"中", "之中", "当中", "里"})
_NESTS = frozenset({Sense.PART_OF, Sense.TOGETHER, Sense.RESPECTIVELY})


class Breakdown(NamedTuple):
    """A total and the parts that do not make it up. ``dimension``: what tells the parts apart, if that is known."""

    total: Number
    parts: tuple[Number, ...]
    dimension: Sense | None

    @property
    def difference(self) -> Decimal:
        """The sum of the parts less the total."""
        return sum((part.value for part in self.parts), Decimal(0)) - self.total.value


class _Claim(NamedTuple):
    """A total, what follows it as parts, and whether the parts claim to be all.

    ``told``: what the first few numbers from the first part on add up to, whatever they count. ``carried``: what is
    said to have been carried over from last year, which the parts may count in.
    """

    totals: list[Number]
    parts: list[Meant]
    complete: bool
    told: frozenset[Decimal] = frozenset()
    carried: Decimal = Decimal(0)


def breakdowns(sentence: Sentence, earlier: Sentence | None = None) -> Iterator[Breakdown]:
    """The totals of a sentence that their parts do not make up, by what the parts claim.

    ``earlier``: the sentence before, whose total a sentence that begins with 其中 breaks down.
    """
    every = [m for said in sentence.said for m in said.meant]
    carried = _carried_in(sentence) or (_carried_in(earlier) if earlier else Decimal(0))
    for claim in _claims(sentence.said, _totals_before(sentence, earlier)):
        first = claim.parts[0].number.start if claim.parts else 0
        later = [m for m in every if m.number.start >= first]
        told = {*accumulate(m.number.value for m in later), *accumulate(m.number.value for m in later if is_level(m))}
        if found := _judged(claim._replace(told=frozenset(told), carried=carried)):
            yield found


def _carried_in(sentence: Sentence) -> Decimal:
    """What the sentence says came over from last year."""
    meant = (m for said in sentence.said for m in said.meant)
    wanted = {Sense.CARRIED, Sense.LAST_YEAR}
    return next((m.number.value for m in meant if wanted <= {w.sort for w in m.words}), Decimal(0))


def _totals_before(sentence: Sentence, earlier: Sentence | None) -> list[Meant]:
    """What the sentence before counts, where this one goes on with 其中."""
    first = next((said.phrase.words for said in sentence.said if said.phrase.words), [])
    if earlier is None or earlier.passage is not sentence.passage or not is_partial(first[:1]):
        return []
    return [m for said in earlier.said for m in said.meant if not said.phrase.depth]


def _claims(said: tuple[Said, ...], inherited: list[Meant]) -> Iterator[_Claim]:
    opened = False
    for index, here in enumerate(said):
        phrase = here.phrase
        before = [m for s in said[max(0, index - NEAR) : index] for m in s.meant if s.phrase.depth <= phrase.depth]
        if phrase.mark and phrase.mark in OPENING and said[index - 1].meant and phrase.depth <= DEEPEST:
            first = phrase.groups[0]
            if not any(w.sort is Sense.UNKNOWN and w.text.endswith("不") for w in first):
                totals = [m.number for m in before if is_level(m)]
                yield _Claim(totals, _inside(said, index), not is_partial(first))
        elif not opened and _after_colon(said, index) and (parts := _listed(said, index)):
            opened = True
            yield _Claim([m.number for m in before if is_level(m)], parts, _ends_in_rest(parts))
        elif not opened and (at := _opens(here)) is not None:
            opened = True
            earlier = [*before, *here.meant[:at]] or inherited
            parts = [*here.meant[at:], *_following(said, index)]
            complete = _is_complete(phrase.groups[at]) or _ends_in_rest(parts)
            yield _Claim([m.number for m in earlier if is_level(m)], parts, complete)
        elif not opened and _among(said, index):
            opened = True
            parts = [*here.meant, *_following(said, index)]
            yield _Claim([m.number for m in before if is_level(m)], parts, complete=False)
        elif not opened and not here.meant and _opens_next(said, index):
            opened = True
            parts = list(_following(said, index))
            complete = not is_partial(phrase.words) or _ends_in_rest(parts)
            yield _Claim([m.number for m in before or inherited if is_level(m)], parts, complete)


def _after_colon(said: tuple[Said, ...], index: int) -> bool:
    """Whether a colon stands right behind a total (公开信息846条：网站568条，…; 17件申请按内容分：… or a comma)."""
    if said[index].phrase.mark not in {"：", ":", "，"} or not said[index].meant or not index:
        return False
    words = said[index - 1].phrase.groups[-1]
    sorted_by = any(word.text in _SORTED_BY for word in words[-2:])
    if said[index].phrase.mark == "，" and not sorted_by:
        return False
    if said[index - 1].meant:
        return sorted_by or all(word.sort in _NOUN for word in words)
    return sorted_by and index > 1 and bool(said[index - 2].meant)


def _among(said: tuple[Said, ...], index: int) -> bool:
    """Whether the phrase before ends in a number and 中 (30件申请中，网上20件、…)."""
    if not index or not said[index].meant or not said[index - 1].meant or said[index].phrase.mark not in {"，", ","}:
        return False
    behind = said[index - 1].phrase.groups[-1]
    return bool(behind) and behind[-1].text in _AMONG and all(w.sort in _THINGS or w.text in _AMONG for w in behind)


def _listed(said: tuple[Said, ...], index: int) -> list[Meant]:
    """The parts behind a colon; none where one of them has parts of its own."""
    parts = [*said[index].meant, *_following(said, index)]
    nested = any(word.sort in _NESTS for meant in parts for word in meant.words)
    apart = all(len(s.meant) <= 1 for s in said[index:])
    in_one_row = parts == list(said[index].meant) and len({meant.number.unit for meant in parts}) == 1
    return parts if not nested and (apart or in_one_row) else []


def is_level(meant: Meant) -> bool:
    """Whether a number tells how many there are this year, and no change."""
    words = [w for w in meant.words if not (w.text == _PLAN and not any(v.sort is Sense.ACT for v in meant.words))]
    return not any(word.sort in _SKIPPED and word.text not in TOTTING_UP for word in words)


def is_partial(words: list[Word]) -> bool:
    """Whether the words say that what follows is not all (其中)."""
    return any(word.sort is Sense.PART_OF for word in words)


def _is_complete(words: list[Word]) -> bool:
    return not is_partial(words)


def _ends_in_rest(parts: list[Meant]) -> bool:
    """Whether the last part is 其他: then the list claims to be whole."""
    return bool(parts) and any(word.text.startswith(tuple(_REST)) for word in parts[-1].words)


def _opens_next(said: tuple[Said, ...], index: int) -> bool:
    """Whether a phrase without numbers opens a list in the phrases after it: 其中， 其中： 包括： 分别是："""
    words = said[index].phrase.words
    if index + 1 >= len(said) or not said[index + 1].meant or not words:
        return False
    return words[-1].sort in {Sense.PART_OF, Sense.RESPECTIVELY} or (
        words[-1].sort is Sense.STATES and len(words) > 1 and words[-2].sort is Sense.RESPECTIVELY
    )


def _opens(said: Said) -> int | None:
    """Before which number of the phrase 其中 or 分别为 stands."""
    for at, group in enumerate(said.phrase.groups[:-1]):
        if is_partial(group):
            return at
        if group and group[0].sort is Sense.RESPECTIVELY:
            return at
    return None


def _inside(said: tuple[Said, ...], index: int) -> list[Meant]:
    """The numbers of a bracket, without those of brackets in it."""
    depth = said[index].phrase.depth
    found: list[Meant] = []
    for here in said[index:]:
        if here.phrase.depth < depth:
            break
        if here.phrase.depth == depth:
            found.extend(here.meant)
    return found


def _following(said: tuple[Said, ...], index: int) -> Iterator[Meant]:
    """The numbers that go on with a list after 其中, until something else is spoken of."""
    depth = said[index].phrase.depth
    for here in said[index + 1 :]:
        if here.phrase.depth > depth:
            continue
        words = here.phrase.words
        if here.phrase.depth < depth or (here.phrase.mark in "；;" and here.phrase.mark) or _turns(words, here):
            return
        yield from here.meant


def _turns(words: list[Word], said: Said) -> bool:
    """Whether a phrase turns to something else: a verb of its own, or strange words without a number."""
    sorts = {word.sort for word in words}
    if not said.meant:
        return Sense.UNKNOWN in sorts or Sense.FOREIGN in sorts
    return Sense.ACT in sorts and not sorts & set(_DIMENSIONS) and not _discloses(words)


def _discloses(words: list[Word]) -> bool:
    return {word.value for word in words if word.sort is Sense.ACT} == {Act.PUBLISHED}


def _judged(claim: _Claim) -> Breakdown | None:
    parts = [m for m in claim.parts if _is_part(m, claim)]
    if not claim.totals or not 2 <= len(parts) <= MOST_PARTS:
        return None
    total = next((t for t in reversed(claim.totals) if t.unit == parts[0].number.unit), None)
    if total is None or not total.is_exact or not all(m.number.is_exact for m in parts):
        return None
    values = [m.number.value for m in parts]
    wholes = [t.value for t in claim.totals if t.unit == total.unit]
    if any(some_add_up(values, n) or not claim.told.isdisjoint({n, n + claim.carried}) for n in wholes):
        return None
    found = next((b for group in _groups(parts) if (b := _off(total, group, len(parts), claim.complete))), None)
    every = tuple(m.number for m in claim.parts if _is_counted(m, claim))
    if found and found.difference < 0 and len(found.parts) == len(parts) and all(number.is_exact for number in every):
        return found._replace(parts=every)  # too few without 重点项目6条: the list is told as it stands
    return found


def _is_part(meant: Meant, claim: _Claim) -> bool:
    """A part that does not overlap with others by its words (重点, 涉及)."""
    return _is_counted(meant, claim) and not any(w.text in _OVERLAPPING for w in meant.words)


def _is_counted(meant: Meant, claim: _Claim) -> bool:
    """A number of the total's unit that is a level, and not what was done with all (答复, 结转)."""
    if not is_level(meant) or not meant.number.unit or meant.number.unit not in {t.unit for t in claim.totals}:
        return False
    sorts = {word.sort for word in meant.words}
    return not sorts & {Sense.ACT, Sense.CARRIED} or bool(sorts & set(_DIMENSIONS)) or _discloses(list(meant.words))


def _groups(parts: list[Meant]) -> list[list[Meant]]:
    """The parts by what tells them apart: applicants, results, ways of applying, outcomes, anything else."""
    found: dict[Sense | None, list[Meant]] = {}
    for meant in parts:
        found.setdefault(_dimension(meant), []).append(meant)
    if len(found) == 2 and None in found:
        return [parts]
    return list(found.values())


def _dimension(meant: Meant) -> Sense | None:
    sorts = {word.sort for word in meant.words}
    return next((d for d in _DIMENSIONS if d in sorts), None)


def _off(total: Number, group: list[Meant], all_parts: int, complete: bool) -> Breakdown | None:
    if len(group) < 2:
        return None
    found = Breakdown(total, tuple(m.number for m in group), _dimension(group[0]))
    difference = found.difference
    if any(m.number.value > total.value for m in group) and not complete:
        return None
    if difference > 0 or (complete and difference and len(group) == all_parts):
        return found
    short = len(group) == all_parts and -difference <= total.value / 10
    return found if difference and short else None


def some_add_up(values: list[Decimal], total: Decimal) -> bool:
    """Whether one value is the total, or the first ones make it up: then what follows is no part of it."""
    return total in values or total in accumulate(values)
