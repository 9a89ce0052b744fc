"""NB408: passages nearly the same as another agency's in the same run, found without comparing all with all.

A passage, and each long paragraph of it, is cut into shingles of a few characters; the smallest of their hashes are its
sketch (MinHash, bottom-k); only texts whose sketches have hashes in common are compared exactly. A text that is like
an earlier one joins its group and is not looked up again: what hundreds have copied costs each of them one comparison.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from generator.checks.collecting_codes import SAME_TEXT
from generator.collecting.records import Filed, FiledPassage, ListedProblem
from generator.collecting.similarity_text import own_words
from generator.findings import Severity
from generator.form import edition_for
from generator.form.placing import in_words
from generator.report.likeness import nearness

SHORTEST = 60
"""Characters of its own from which a passage is compared: what is shorter, everybody writes alike."""

_SHINGLE = 5
"""Characters."""
_SKETCH = 16
"""Hashes kept of a passage. Of two passages that are 90 % alike some seven are the same, where one such pair in a
thousand has fewer than two."""
_SKETCHED = 20_000
"""Characters of a passage that are sketched: more is no passage of a report, and copies begin alike."""
_SHARED = 2
"""Hashes in common from which two passages are compared."""
_COMMON = 64
"""A shingle that so many unlike passages have is a phrase of the trade."""
_CANDIDATES = 8
"""Most passages that one passage is compared with, those with most in common first."""
_NAMED = 3
"""Most other agencies that are named."""
_QUOTED = 20
"""Characters."""


class _Text(NamedTuple):
    """A passage, or one paragraph of it, with its words as far as they are its own. ``number``: which passage."""

    filed: Filed
    number: int
    paragraphs: tuple[str, ...]
    words: str

    @property
    def passage(self) -> FiledPassage:
        """The passage."""
        return self.filed.passages[self.number]

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the passage."""
        return len(self.paragraphs) == len(self.passage.paragraphs)


Group = list[_Text]


def alike(reports: Sequence[Filed]) -> dict[str, tuple[ListedProblem, ...]]:
    """What is to be said of each file (by its name) whose text is nearly another agency's; the others are left out."""
    found: dict[str, dict[int, ListedProblem]] = {}
    for group in _groups(reports):
        agencies = list(dict.fromkeys(str(text.filed.agency) for text in group))
        same = "完全相同" if all(text.words == group[0].words for text in group) else "几乎相同"
        for text in group if len(agencies) > 1 else ():
            problems = found.setdefault(text.filed.file, {})
            if text.is_whole or text.number not in problems:
                problems[text.number] = _problem(text, agencies, same)
    return {file: tuple(problems[number] for number in sorted(problems)) for file, problems in found.items()}


def _groups(reports: Sequence[Filed]) -> list[Group]:
    """Texts that are nearly the same, each group with its first one first."""
    groups: list[Group] = []
    same: dict[str, int] = {}
    index: dict[int, list[int]] = {}
    for text in _texts(reports):
        sketch = _sketch(text.words)
        at = _found(text, sketch, groups, same, index)
        if at is None:
            at = len(groups)
            groups.append([])
            for value in sketch:
                index.setdefault(value, []).append(at)
        groups[at].append(text)
        same.setdefault(text.words, at)
    return [group for group in groups if len(group) > 1]


def _texts(reports: Sequence[Filed]) -> Iterator[_Text]:
    """The passages and paragraphs that are long enough, in an order that does not depend on the run's."""
    for filed in sorted(reports, key=lambda one: one.file):
        if filed.agency is None:
            continue
        names = (filed.agency, *filed.former_names)
        for number, passage in enumerate(filed.passages):
            for paragraphs in _stretches(passage.paragraphs):
                words = own_words(paragraphs, names)
                if len(words) >= SHORTEST:
                    yield _Text(filed, number, paragraphs, words)


def _stretches(paragraphs: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All of them; where there are several, each alone too: others may divide their text otherwise."""
    yield paragraphs
    if len(paragraphs) > 1:
        yield from ((paragraph,) for paragraph in paragraphs if len(paragraph) >= SHORTEST)


def _found(
    text: _Text, sketch: list[int], groups: list[Group], same: Mapping[str, int], index: Mapping[int, list[int]]
) -> int | None:
    """The group that a passage belongs to; None for a new one."""
    if (at := same.get(text.words)) is not None:
        return at
    postings = [index.get(value, ()) for value in sketch]
    shared = Counter(at for posting in postings if len(posting) < _COMMON for at in posting)
    for at, times in shared.most_common(_CANDIDATES):
        if times >= _SHARED and nearness(text.words, groups[at][0].words) is not None:
            return at
    return None


def _sketch(words: str) -> list[int]:
    """The smallest hashes of the passage's shingles."""
    data = words[:_SKETCHED].encode("utf-32-le", "surrogatepass")
    hashes = {crc32(data[at : at + 4 * _SHINGLE]) for at in range(0, len(data) - 4 * _SHINGLE + 1, 4)}
    return sorted(hashes)[:_SKETCH]


def _problem(text: _Text, agencies: list[str], same: str) -> ListedProblem:
    passage = text.passage
    path = [passage.part, *([name] if (name := passage.heading or passage.topic) else [])]
    named = "、".join([agency for agency in agencies[: _NAMED + 1] if agency != text.filed.agency][:_NAMED])
    others = len(agencies) - 1
    beginning = "".join(text.paragraphs)[:_QUOTED]
    return ListedProblem(
        Severity.WARNING,
        in_words(path, edition_for(text.filed.year)),
        f"与{named}{f'等{others}个单位' if others > _NAMED else ''}的文字{same}（单位名称、数字和年份不计），"
        f"开头是“{beginning}……”",
        "请写本单位的实际情况，不要照抄；是统一要求写的内容，可以不改。",
        SAME_TEXT,
    )
