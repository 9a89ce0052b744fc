"""UTF-8 that was read as GBK: 鏀垮簻 for 政府. Told by the bytes: what was typed as Chinese is no UTF-8 by chance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_SHORTEST = 3
"""Characters from which a run is judged: they hold two characters' bytes in UTF-8."""


_RARE = (bytes((lead, trail)) for lead in range(0xE4, 0xEA) for trail in range(0x80, 0xA1))
TELLTALE = frozenset("".join(code.decode("gbk", "ignore") for code in _RARE))
"""Characters that begin with a lead byte of UTF-8's Chinese (E4 to E9) and are none of GB 2312: rare as such, and of
garbled text there is none without one."""


@cache
def _run() -> re.Pattern[str]:
    return re.compile("[^\x00-\x7f]+")


def garbled(text: str) -> Iterator[tuple[int, int]]:
    """Where each run of garbled characters stands."""
    if TELLTALE.isdisjoint(text):
        return
    for run in _run().finditer(text):
        yield from _in_run(run)


def _in_run(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The longest stretch from each telltale character on that is UTF-8 throughout."""
    done = 0
    for first, character in enumerate(run[0]):
        if first < done or character not in TELLTALE:
            continue
        length = _readable(run[0][first : first + 200])
        if length >= _SHORTEST:
            done = first + length
            yield run.start() + first, run.start() + done


def _readable(text: str) -> int:
    """How many characters of ``text`` are, in GBK, the bytes of Chinese in UTF-8 (a last one may be cut)."""
    data = text.encode("gbk", "replace")
    try:
        end = len(data)
        data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        end = wrong.start
    return len(data[:end].decode("gbk", "ignore")) if end >= 6 else 0
