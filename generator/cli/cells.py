"""Text laid out in terminal cells, and made fit to be printed there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.han.width import columns

_NOT_AT_LINE_START = frozenset("，。；：！？、）〕】》」』”’…,.;:!?)]}")
_NOT_AT_LINE_END = frozenset("（〔【《「『“‘([{")


def padded(text: str, cells: int) -> str:
    """``text`` filled up with spaces to ``cells``."""
    return text + " " * (cells - columns(text))


def wrapped(text: str, cells: int) -> list[str]:
    """``text`` broken into lines of at most ``cells``; its own line breaks stay."""
    return [line for paragraph in text.split("\n") for line in _wrapped_paragraph(paragraph, cells)]


def printable(text: str) -> str:
    """``text`` with control characters made visible, so that no file content can steer the terminal."""
    if text.isprintable():
        return text
    if any("\udc80" <= c <= "\udcff" for c in text):  # a file name that came as bytes: it is UTF-8 nearly always
        text = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() or c in "\u3000\u00a0" else _visible(c) for c in text)


def readable(text: str) -> str:
    """The same for text of several lines: its line breaks stay."""
    return "\n".join(map(printable, text.split("\n")))


def _visible(character: str) -> str:
    return "    " if character == "\t" else f"<U+{ord(character):04X}>"


def _wrapped_paragraph(paragraph: str, cells: int) -> Iterator[str]:
    line = ""
    for piece in _pieces(paragraph):
        if line.strip() and columns(line) + columns(piece.rstrip()) > cells:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    yield line.rstrip()


def _pieces(paragraph: str) -> Iterator[str]:
    """The stretches between which a line may break: ASCII words, and single wide characters with their punctuation."""
    piece = ""
    for character in paragraph:
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NOT_AT_LINE_START or before in _NOT_AT_LINE_END:
        return False
    return before == " " or not before.isascii() or not after.isascii()
