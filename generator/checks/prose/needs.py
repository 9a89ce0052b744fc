"""Whether a text may hold what a pattern finds: words of which one must stand in it, looked for before the pattern.

Of a text the characters and the pairs of neighbours are gathered once. A word whose rarest pair is not among them does
not stand in it; so a whole table of patterns is sifted by one intersection of two sets, and most are never tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import add
from typing import Generic, NamedTuple, TypeVar

from generator.checks.prose.remembering import of_text

Kind = TypeVar("Kind")
Pieces = frozenset[str]
"""The characters of a text and its pairs of neighbouring characters, maybe with more beside them."""

_FREQUENT = (
    "政府信息公开年度作报告工的县区市局情况件，。、；：（）“”0123456789及和在、一是不为有以到对与中主动依申请法收办理答复结果"
    "时间网站新各项行机关制发布内容全上平台组织人管监督要求按照进强加部门本名条规定其他单位用未无方式日月数大地建设事业社会群众"
    "服务经进开展会议题问改实施文意见提高完善及通过《》例统计能我镇乡街道委员办公室领导"
)
"""Characters that nearly every report has: a word is looked for by a pair that few have."""
_OFTEN = {character: len(_FREQUENT) - at for at, character in reversed(tuple(enumerate(_FREQUENT)))}


@of_text
def pieces(text: str) -> Pieces:
    """The characters and the pairs of a text."""
    return frozenset(text).union(map(add, text, text[1:]))


def _rarest(word: str) -> str:
    """The pair of a word that the fewest texts have; a single character is its own."""
    pairs = [word] if len(word) == 1 else map(add, word, word[1:])
    return min(pairs, key=lambda pair: sum(_OFTEN.get(character, 0) for character in pair))


class NeededBy(NamedTuple):
    """A word, and the number of the kind that needs it (or another one)."""

    word: str
    kind: int


class Sieve(Generic[Kind]):
    """Kinds of things to look for, each with its needs; of most texts it lets hardly any through."""

    __slots__ = ("_kinds", "_rarest", "_words")

    def __init__(self, kinds: Iterable[tuple[Iterable[str], Kind]]) -> None:
        self._kinds: list[Kind] = []
        self._words: dict[str, list[NeededBy]] = {}
        for index, (words, kind) in enumerate(kinds):
            self._kinds.append(kind)
            for word in words:
                self._words.setdefault(_rarest(word), []).append(NeededBy(word, index))
        self._rarest = frozenset(self._words)

    def words_in(self, text: str, there: Pieces) -> list[NeededBy]:
        """The words that stand in a text; ``there`` are its pieces."""
        return [needed for piece in self._rarest & there for needed in self._words[piece] if needed.word in text]

    def kinds_by(self, words: list[NeededBy], text: str) -> tuple[Kind, ...]:
        """The kinds that may stand in a text (or a part of one) in which no other words of the sieve stand."""
        found = {needed.kind for needed in words if needed.word in text}
        return tuple([self._kinds[index] for index in sorted(found)]) if found else ()
