"""The backslash escapes of YAML's double quotes."""

from __future__ import annotations

ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
"""Letter after the backslash → the character it stands for."""

CODE_LENGTHS = {"x": 2, "u": 4, "U": 8}
"""Letter after the backslash → how many hexadecimal digits follow it."""

_HEX = frozenset("0123456789abcdefABCDEF")


def read_escape(text: str, at: int) -> tuple[str, int]:
    """The character that the escape at ``text[at]`` (a backslash) stands for, and its width as typed.

    A backslash at the end of the line stands for nothing; one that YAML does not know stands for itself.
    """
    if at + 1 >= len(text):
        return "", 1
    letter = text[at + 1]
    if letter in ESCAPES:
        return ESCAPES[letter], 2
    digits = text[at + 2 : at + 2 + CODE_LENGTHS.get(letter, 0)]
    if digits and len(digits) == CODE_LENGTHS[letter] and _HEX.issuperset(digits):
        code = int(digits, 16)
        return (chr(code) if code < 0x110000 else "\ufffd"), 2 + len(digits)
    return "\\", 1


def is_escape(text: str, at: int) -> bool:
    """Whether YAML knows the escape that starts at ``text[at]`` (a backslash)."""
    return at + 1 >= len(text) or read_escape(text, at)[1] > 1
