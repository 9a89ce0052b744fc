"""Sentences that are told otherwise where there are buttons: the words of the command line, and those of the page.

Most sentences are the same everywhere and are plain texts. One that names a command or an option carries the page's
words with it from where it is made; whoever shows it on the page asks for them. Nothing is looked for in a text.
"""

from __future__ import annotations


class Worded(str):
    """A sentence as it is told on the command line, in editors and in files; on the page it is told ``on_page``."""

    on_page: str

    def __new__(cls, sentence: str, on_page: str) -> Worded:
        """``sentence`` names a command; ``on_page`` says the same by the page's buttons."""
        made = super().__new__(cls, sentence)
        made.on_page = on_page
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # both words go to another process
        return str(self), self.on_page


def on_page(sentence: str) -> str:
    """A sentence as the page tells it."""
    return sentence.on_page if isinstance(sentence, Worded) else sentence


def joined(*pieces: str, by: str = "") -> str:
    """Pieces of one text, some of which may have words of the page."""
    text = by.join(pieces)
    return Worded(text, by.join(map(on_page, pieces))) if any(isinstance(one, Worded) for one in pieces) else text
