"""A line of Markdown → the text a reader sees."""

from __future__ import annotations

import html
import re

from generator.importing.readers.html_looks import look_of
from generator.importing.readers.seen import APART, FAINT, LOWERED, RAISED, STRUCK, may_be_mark, wrapped

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDING = 0x10F000
"""Escaped characters wait in this corner of Unicode, which no text uses, until the markup is gone."""

_HIDDEN = re.compile("[\U0010f000-\U0010f07f]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"<((?:https?://|mailto:|[\w.+-]{1,64}@)[^<>\s]{1,2000})>")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:-]{0,40}(?:\s[^<>]{0,4000})?/?>|<!--[^>]{0,4000}-->")
_SEEN_TAG = re.compile(
    r"<(s|del|strike|sup|sub|small|span|font)\b([^<>]{0,4000})>([^<>]{0,4000})</\1\s*>", re.IGNORECASE
)
_KINDS = {"s": STRUCK, "del": STRUCK, "strike": STRUCK, "sup": RAISED, "sub": LOWERED, "small": APART}
_STRUCK = re.compile(r"~~(?=\S)([^~]{1,4000}?)(?<=\S)~~")
_PICTURE = re.compile(r"!\[[^\[\]]*\](?:\([^()]{0,2000}\))?(?:\{[^{}]{0,500}\})?")
_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()]{0,2000}\)|\{[^{}]{0,500}\})")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_UNDERSCORE = re.compile(r"(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)")
_STRONG = re.compile(r"\*\*([^\s*](?:[^*]*[^\s*])?)\*\*")
_EMPHASIS = re.compile(r"\*([^\s*](?:[^*]*[^\s*])?)\*")
_PAIRED = ("~~", "`")


def inline(text: str, plain_quotes: bool = False) -> str:
    """Escapes undone, emphasis, links and tags taken off; a forced break becomes ``\\n``.

    ``plain_quotes``: pandoc wrote it, which turns “ ” … — into plain signs and escapes those that were plain.
    """
    if text.isalnum():
        return text
    if "\\" in text:
        text = _ESCAPED.sub(lambda match: chr(_HIDING + ord(match[1])), text)
    if "<" in text:
        text = _SEEN_TAG.sub(lambda match: _seen(match[1].lower(), match[2], match[3]), text)
        text = _TAG.sub("", _ADDRESS.sub(r"\1", _BREAK.sub("\n", text)))
    if "[" in text:
        text = _LINK.sub(r"\1", _PICTURE.sub("", text))
    if "~~" in text:
        text = _STRUCK.sub(lambda match: wrapped(match[1], STRUCK), text)
    text = _without_emphasis(text)
    if plain_quotes:
        text = _with_typography(text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return _HIDDEN.sub(lambda match: chr(ord(match[0]) - _HIDING), text)


def _seen(tag: str, attributes: str, inner: str) -> str:
    """What stands between the tags of one that changes how it is seen."""
    look = look_of(attributes)
    if look.hidden or look.tiny:
        return ""
    if kind := _KINDS.get(tag) or look.kind:
        return wrapped(inner, kind) if kind != APART or may_be_mark(inner) else inner
    return wrapped(inner, FAINT if look.white and not look.painted else "")


def _without_emphasis(text: str) -> str:
    """Marks around text are markup; one without its partner is a character like any other."""
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\1", text))
    for mark in _PAIRED:
        if mark in text and text.count(mark) % 2 == 0:
            text = text.replace(mark, "")
    if "_" in text and len(_UNDERSCORE.findall(text)) % 2 == 0:
        text = _UNDERSCORE.sub("", text)
    return text


def _with_typography(text: str) -> str:
    pieces = text.split('"')
    if len(pieces) % 2:
        text = "".join(piece + ("“", "”")[at % 2] for at, piece in enumerate(pieces[:-1])) + pieces[-1]
    return text.replace("...", "…").replace("---", "—").replace("--", "–")
