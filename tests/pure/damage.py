"""Texts damaged as hands, editors and mail programs damage them, the same at every run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random


def damaged(texts: Sequence[str], bits: Sequence[str], count: int, seed: int) -> Iterator[str]:
    """``count`` damaged copies: pieces put in, taken out, moved, doubled."""
    chance = Random(seed)
    for _ in range(count):
        text = chance.choice(texts)
        for _ in range(chance.choice((1, 1, 2, 3))):
            text = _once(text, bits, chance)
        yield text


def _once(text: str, bits: Sequence[str], chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    way = chance.random()
    if way < 0.55:
        return text[:at] + chance.choice(bits) + text[at:]
    if way < 0.75:
        return text[:at] + text[at + chance.choice((1, 1, 2, 5, 20)) :]
    lines = text.split("\n")
    line = chance.randrange(len(lines))
    if way < 0.9:
        lines[line] = chance.choice((" ", "\t", "  ", "")) + lines[line].lstrip(" ")
    else:
        lines.insert(line, lines[chance.randrange(len(lines))])
    return "\n".join(lines)
