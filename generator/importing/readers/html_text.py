"""The text of one paragraph or cell of HTML, put together as a browser shows it."""

from __future__ import annotations

import re

from generator.han.width import is_wide

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SOFT = re.compile(r" *\n[ \n]*")
_HARD = "\u2028"


class TextBuffer:
    """Pieces of text as they come; line breaks of the source wait until both sides of them are known."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def add(self, text: str, pre: bool) -> None:
        """Text between two tags; ``pre``: its blanks and breaks are meant."""
        if pre:
            self._pieces.append(text.replace("\r\n", "\n").replace("\n", _HARD))
            return
        text = _BLANKS.sub(lambda match: "\n" if "\n" in match[0] else " ", text)
        if text[:1] == " " and self._pieces and self._pieces[-1][-1:] in {" ", "\n", _HARD}:
            text = text[1:]
        if text:
            self._pieces.append(text)

    def line_break(self) -> None:
        """A ``<br>``."""
        self._pieces.append(_HARD)

    def taken(self) -> str:
        """What has come so far, lines parted by ``\\n``; the buffer is empty afterwards."""
        text = "".join(self._pieces)
        self._pieces.clear()
        if "\n" in text:
            text = _SOFT.sub(_joint, text)
        return text.replace(_HARD, "\n")

    def __bool__(self) -> bool:
        return bool(self._pieces)


def _joint(match: re.Match[str]) -> str:
    """A break of the source between two Chinese characters is none; elsewhere it is a blank."""
    text, start, end = match.string, match.start(), match.end()
    between_wide = start > 0 and end < len(text) and is_wide(text[start - 1]) and is_wide(text[end])
    return "" if between_wide else " "
