"""HTML tags → a tree, repaired by libxml2's rules: what a tag closes, what is implied, which end tags close what.

A page that is read without lxml gives the same tree, so the same tables: browsers repair otherwise (they move text out
of tables), and the importer is measured with these rules. ``tests/pure`` holds both against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from generator.pure.html_tokens import HtmlToken, tokens

MOST_DEEP = 256
"""Elements inside each other that libxml2 reads without being told that a page is huge."""


def _words(text: str) -> list[str]:
    return text.split()


_EMPTY = frozenset(_words("area base basefont br col frame hr img input isindex link meta param"))
_IN_HEAD = frozenset({"script", "style", "meta", "link", "title", "base"})
_FRAMES = frozenset({"noframes", "frame", "frameset"})
_KEPT_IN_HEAD = frozenset(
    _words(
        "applet area article aside audio base basefont button canvas caption col colgroup del details dialog embed"
        " figcaption figure footer frame header input ins isindex label legend link main map mark meta nav noframes"
        " noscript object optgroup option param script section select source style summary tbody td textarea tfoot th"
        " thead title tr video wbr"
    )
)
"""HTML 4's words that do not end the head, and those that it did not know."""
_INLINE = frozenset(
    _words(
        "abbr acronym b bdo big br cite code dfn em font i iframe img kbd q s samp small span strike strong sub sup tt"
        " u var"
    )
)
"""Words of HTML 4 that end the head although they close nothing else."""
_HEADINGS = "h1 h2 h3 h4 h5 h6"
_CLOSES = {
    new: frozenset(open_ones.split())
    for new, open_ones in {
        "a": "a",
        "address": "p ul",
        "blockquote": "p",
        "body": "p",
        "caption": "p",
        "center": "b font i p",
        "col": "caption p",
        "colgroup": "caption colgroup p",
        "dd": "address dir dt menu p pre",
        "dir": "p",
        "div": "p",
        "dl": "address dir dt menu p pre",
        "dt": "address dd dir menu p pre",
        "fieldset": f"a {_HEADINGS} legend p pre",
        "form": f"address dir dl form {_HEADINGS} menu ol p pre ul",
        "frameset": "p",
        **dict.fromkeys(_HEADINGS.split(), "p"),
        "head": "p",
        "hr": "p",
        "li": f"address dl {_HEADINGS} li p pre",
        "menu": "p ul",
        "ol": "p",
        "optgroup": "option",
        "option": "option",
        "p": f"b big {_HEADINGS} i p s small strike tt u",
        "pre": "p ul",
        "table": f"a {_HEADINGS} p pre",
        "tbody": "caption colgroup p tbody td tfoot th thead tr",
        "td": "a b font i p span td th u",
        "tfoot": "caption colgroup p tbody td th thead tr",
        "th": "a b font i p span td th u",
        "thead": "caption colgroup",
        "title": "p",
        "tr": "caption colgroup p td th tr",
        "ul": "address dir menu p pre",
        "xmp": "p",
    }.items()
}
"""What each tag ends when it begins directly inside it."""
_PRIORITY = {"div": 150, "td": 160, "th": 160, "tr": 170, "thead": 180, "tbody": 180, "tfoot": 180, "table": 190}
"""An end tag closes only what weighs no more than itself: ``</b>`` ends no cell. Others weigh 100."""
_PRIORITY |= {"head": 200, "body": 200, "html": 220}
_COMMON = 100
_BLANKS = " \t\n\r"


class TreeTarget(Protocol):
    """What takes the tree: the parser's events, in order, always paired."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> Any:
        """An element begins."""

    def end(self, tag: str) -> Any:
        """The innermost element ends."""

    def data(self, text: str) -> Any:
        """Text."""

    def comment(self, text: str) -> Any:
        """A comment, or what counts as one."""


class HtmlTree:
    """Feeds a page to a target. ``too_deep``: something lies deeper than is read."""

    def __init__(self, target: TreeTarget) -> None:
        self.too_deep = False
        self._target = target
        self._open: list[str] = []
        self._had_head = self._had_body = self._ended = False
        self._misplaced = 0

    def feed(self, page: str) -> None:
        """The whole page."""
        for token in _joined(tokens(page)):
            if token.kind == "start":
                self._start(token)
            elif token.kind == "end":
                self._end(token.text)
            elif token.kind == "cut":
                self._close_for(token.text)
                self._imply(token.text)
            elif token.kind == "comment":
                if self._open:
                    self._target.comment(token.text)
            else:
                self._text(token.text)
            if self.too_deep or self._ended:
                break
        while self._open:
            self._pop()

    def _push(self, tag: str, attributes: Mapping[str, str]) -> None:
        if len(self._open) >= MOST_DEEP:
            self.too_deep = True
            return
        self._open.append(tag)
        self._target.start(tag, attributes)
        self._had_head = self._had_head or tag == "head"
        self._had_body = self._had_body or tag == "body"

    def _pop(self) -> None:
        self._target.end(self._open.pop())

    def _start(self, token: HtmlToken) -> None:
        tag = token.text
        self._close_for(tag)
        self._imply(tag)
        if self._is_misplaced(tag):
            self._misplaced += 1
            return
        self._push(tag, token.attributes)
        if not self.too_deep and (token.closed or tag in _EMPTY):
            self._pop()

    def _is_misplaced(self, tag: str) -> bool:
        """A second frame of the page, whose end tag will mean nothing either."""
        if tag == "head":
            return len(self._open) != 1
        return (tag == "html" and bool(self._open)) or (tag == "body" and "body" in self._open)

    def _close_for(self, tag: str) -> None:
        closes = _CLOSES.get(tag, frozenset())
        while self._open and (self._open[-1] in closes or self._ends_head(tag)):
            self._pop()

    def _ends_head(self, tag: str) -> bool:
        known = tag in _CLOSES or tag in _INLINE
        return self._open[-1] == "head" and known and tag not in _KEPT_IN_HEAD and tag not in ("head", "title")

    def _imply(self, tag: str) -> None:
        """What must be open before a tag: the page, its head or its body."""
        if tag == "html":
            return
        if not self._open:
            self._push("html", {})
        if tag in ("head", "body"):
            return
        if len(self._open) == 1 and tag in _IN_HEAD:
            if not self._had_head:
                self._push("head", {})
        elif tag not in _FRAMES and not self._had_body and "head" not in self._open:
            self._push("body", {})

    def _end(self, tag: str) -> None:
        if self._misplaced and tag in ("html", "head", "body"):
            self._misplaced -= 1
            return
        if tag not in self._open:
            return
        weight = _PRIORITY.get(tag, _COMMON)
        for one in reversed(self._open):
            if one == tag:
                break
            if _PRIORITY.get(one, _COMMON) > weight:
                return
        while self._open[-1] != tag:
            self._pop()
        self._pop()
        self._ended = tag == "html"

    def _text(self, text: str) -> None:
        if not self._open:
            text = text.lstrip(_BLANKS)
        if text.strip(_BLANKS):
            if self._open[-1:] == ["head"]:
                self._close_for("p")
            if self._open in ([], ["html"]):
                self._imply("p")
        elif not self._open or self._open[-1] == "head":
            return
        self._target.data(text)


def _joined(found: Iterator[HtmlToken]) -> Iterator[HtmlToken]:
    """Neighbouring pieces of text as one."""
    waiting = ""
    for token in found:
        if token.kind == "text":
            waiting += token.text
            continue
        if waiting:
            yield HtmlToken("text", waiting)
            waiting = ""
        yield token
    if waiting:
        yield HtmlToken("text", waiting)
