"""How wide text is, in characters of its own type: what line breaks and places are decided by."""

from __future__ import annotations

from generator.han.width import columns

_DAY_GAP = 4
_NAME_GAP = 2


def width(text: str) -> float:
    """Width in full characters; Latin letters and digits are half as wide."""
    return columns(text, ambiguous=2) / 2


def signature_span(lines: tuple[str, ...]) -> float:
    """The width of the stretch before the right margin in whose middle the lines of 落款 stand, in characters.

    As GB/T 9704 7.3.5.1 has it: 成文日期右空四字，以成文日期为准居中编排发文机关署名. A name too long for that ends two
    characters before the margin (右空二字, 7.3.5.2), the date below its middle.
    """
    return max(2 * _DAY_GAP + width(lines[-1]), 2 * _NAME_GAP + max(map(width, lines)))
