"""HTML → tags, text and comments, as the HTML standard cuts it (13.2.5) and libxml2 does since 2.14."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.entities import html5
from types import MappingProxyType
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([A-Za-z][^ \t\n\f\r/>]*)")
_ATTRIBUTE = re.compile(
    r"""[ \t\n\f\r/]*(=?[^ \t\n\f\r/>=]+|=)(?:[ \t\n\f\r]*=[ \t\n\f\r]*("[^"]*"|'[^']*'|["'][\s\S]*|[^ \t\n\f\r>]*))?"""
)
_END = re.compile(r"[ \t\n\f\r/]*(>|\Z)")
_COMMENT_END = re.compile(r"--!?>|\Z")
_RAW = frozenset({"script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext"})
"""What holds text alone, without references."""
_TITLES = frozenset({"title", "textarea"})
"""What holds text alone, with references."""
_SCRIPT = re.compile(r"<!--|-->|<(/?)script(?=[ \t\n\f\r/>])", re.IGNORECASE)
_NUMBER = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));?(?![0-9a-fA-F])")
_REFERENCE = re.compile(r"&(?:#[^;\s&<]*;?|[A-Za-z0-9]+;?)")


class HtmlToken(NamedTuple):
    """``kind``: start, end, text, comment, or cut for a start tag in which the page ends. ``text`` is a tag's name.

    ``closed``: a start tag that ends in ``/>``.
    """

    kind: str
    text: str
    attributes: Mapping[str, str] = MappingProxyType({})
    closed: bool = False


def tokens(page: str) -> Iterator[HtmlToken]:
    """Everything in the page in its order; never raises, whatever the page."""
    page = page.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    at, text_from = 0, 0
    while (at := page.find("<", at)) >= 0:
        token, after = _markup(page, at)
        if after == at:
            at += 1
            continue
        if at > text_from:
            yield HtmlToken("text", decoded(page[text_from:at]))
        if token is not None:
            yield token
        at = text_from = after
        if token is not None and token.kind == "start" and token.text in _RAW | _TITLES:
            at = text_from = _raw_end(page, token.text, after)
            if at > after:
                raw = page[after:at]
                yield HtmlToken("text", decoded(raw) if token.text in _TITLES else raw)
    if text_from < len(page):
        yield HtmlToken("text", decoded(page[text_from:]))


def _markup(page: str, at: int) -> tuple[HtmlToken | None, int]:
    """What begins at a ``<``, and where it ends; at the same place when it is text."""
    if tag := _TAG.match(page, at):
        return _tag(page, tag)
    if page.startswith("<!--", at):
        return _comment(page, at + 4)
    if page.startswith("</>", at):
        return None, at + 3
    if page.startswith(("<!", "<?", "</"), at) and at + 2 < len(page):
        end = page.find(">", at)
        end = len(page) if end < 0 else end
        doctype = page[at + 2 : at + 9].lower() == "doctype"
        return None if doctype else HtmlToken("comment", page[at + 2 : end]), end + 1
    return None, at


def _tag(page: str, tag: re.Match[str]) -> tuple[HtmlToken | None, int]:
    name = tag[2].lower() if tag[2].isascii() else "".join(c.lower() if c.isascii() else c for c in tag[2])
    attributes: dict[str, str] = {}
    at = tag.end()
    while not (end := _END.match(page, at)):
        found = _ATTRIBUTE.match(page, at)
        assert found is not None  # whatever does not end the tag begins a name
        if found[1]:
            value = found[2] or ""
            value = value[1:-1] if value[:1] in ('"', "'") else value
            attributes.setdefault(found[1].lower(), _decoded_value(value))
        at = found.end()
    closed = end[0].endswith("/>")
    if end[1] != ">":
        return (None if tag[1] else HtmlToken("cut", name)), len(page)
    return HtmlToken("end" if tag[1] else "start", name, attributes, closed and not tag[1]), end.end()


def _comment(page: str, at: int) -> tuple[HtmlToken, int]:
    if page.startswith(">", at):
        return HtmlToken("comment", ""), at + 1
    if page.startswith("->", at):
        return HtmlToken("comment", ""), at + 2
    end = _COMMENT_END.search(page, at)
    assert end is not None  # the end of the page at least
    return HtmlToken("comment", page[at : end.start()]), end.end()


def _raw_end(page: str, name: str, at: int) -> int:
    """Where the text of an element without markup inside ends."""
    if name == "plaintext":
        return len(page)
    if name != "script":
        end = re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE).search(page, at)
        return end.start() if end else len(page)
    inside = 0  # 1 within <!--, 2 within <script inside of that
    for found in _SCRIPT.finditer(page, at):
        mark = found[0].lower()
        if mark == "</script":
            if inside < 2:
                return found.start()
            inside = 1
        elif mark == "<script":
            inside = 2 if inside else 0
        else:
            inside = 1 if mark == "<!--" else 0
    return len(page)


def decoded(text: str) -> str:
    """Text with its references carried out, those to control characters too."""
    if "&#" in text:
        text = _NUMBER.sub(_control, text)
    return unescape(text) if "&" in text else text


def _control(reference: re.Match[str]) -> str:
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return chr(number) if 0 < number < ord(" ") else reference[0]


def _decoded_value(value: str) -> str:
    """A value: ``&copy=`` is the name of something else there, not a sign."""
    if "&" not in value:
        return value

    def one(found: re.Match[str]) -> str:
        reference, after = found[0], value[found.end() : found.end() + 1]
        if reference[1] == "#" or reference.endswith(";"):
            return unescape(reference)
        return unescape(reference) if reference[1:] in html5 and after != "=" else reference

    return _REFERENCE.sub(one, value)
