"""What kind of word a Chinese word is, and how often it is used: looked up in place in a packed word list.

``data/words.pack``: 4-byte offsets, one for each first character from U+4E00 to U+9FFF and one for the end; then for
each first character its words, sorted: a line feed, the rest of the word in UTF-8, a letter for the part of speech, a
capital letter for the bits of its frequency. Nothing is parsed: the file is read when the first word is looked up.
"""

from __future__ import annotations

import os
import struct
from functools import cache, lru_cache
from typing import NamedTuple

FIRST, LAST = 0x4E00, 0x9FFF
"""Code points of the first and the last character that a word kept begins with (Unicode: CJK Unified Ideographs)."""
LONGEST = 4
"""Characters of the longest words kept."""
TOTAL_BITS = 26
"""Bits of the number of words that the frequencies were counted in (about 60 million)."""

ADVERB, NOUN, VERB, ADJECTIVE, PLACE, BODY, PERSON, TIME, OTHER = "dnvalogtx"
LETTERS = {
    "d": ADVERB, "c": ADVERB, "p": ADVERB, "u": ADVERB, "y": ADVERB, "ad": ADVERB, "i": ADVERB,
    "n": NOUN, "nz": NOUN, "vn": NOUN, "an": NOUN, "v": VERB, "a": ADJECTIVE, "b": ADJECTIVE, "z": ADJECTIVE,
    "ns": PLACE, "nt": BODY, "nr": PERSON, "nrt": PERSON, "nrfg": PERSON, "t": TIME,
}  # fmt: skip
"""The word list's tags, and the letters kept: adverbs, conjunctions, prepositions, particles, set phrases are one."""

_offsets = struct.Struct("<2I").unpack_from
_TABLE = (LAST - FIRST + 2) * 4
"""Bytes of the table of offsets at the beginning of the data: four for each character, and the end (make_words.py)."""
_PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "words.pack")


class KnownWord(NamedTuple):
    """A word of the list: its part of speech (a letter of this module), and how rare it is in bits."""

    text: str
    kind: str
    rarity: int


@cache
def _data() -> bytes:
    with open(_PATH, "rb") as file:
        return file.read()


@lru_cache(maxsize=1 << 14)
def words_from(pair: str) -> tuple[KnownWord, ...]:
    """The words of the list that begin with two characters, longest first."""
    first = ord(pair[0])
    if not FIRST <= first <= LAST:
        return ()
    data = _data()
    start, end = _offsets(data, (first - FIRST) * 4)
    needle = b"\n" + pair[1].encode()
    at = data.find(needle, _TABLE + start, _TABLE + end)
    found: list[KnownWord] = []
    while at >= 0:
        stop = data.index(b"\n", at + 1)
        rest = data[at + 1 : stop].decode()
        found.append(KnownWord(pair[0] + rest[:-2], rest[-2], TOTAL_BITS - (ord(rest[-1]) - ord("A"))))
        at = stop if data.startswith(needle, stop) else -1
    return tuple(sorted(found, key=lambda known: -len(known.text)))


def look_up(word: str) -> KnownWord | None:
    """What the list knows of a word of two to four characters; None when it does not stand in it."""
    return next((known for known in words_from(word[:2]) if known.text == word), None)
