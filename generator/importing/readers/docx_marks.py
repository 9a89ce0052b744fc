"""Tracked changes and comments of a Word file one by one: who, what, in which paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from generator.importing.blocks import UnreadableError
from generator.importing.readers.docx_package import Package
from generator.importing.readers.docx_xml import attribute, children, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = {"ins": "插入", "del": "删除", "moveFrom": "移走", "moveTo": "移来"}
_GONE = frozenset({"del", "moveFrom"})
_TEXTS = frozenset({"t", "delText"})
COMMENT = "批注"
MOST = 500
"""Marks of one file that are listed; nobody reads on."""


class WordMark(NamedTuple):
    """A tracked change or a comment. ``around`` is the paragraph it stands in, with all changes accepted."""

    kind: str
    author: str
    text: str
    around: str


def word_marks(data: bytes) -> tuple[WordMark, ...]:
    """All of them in the order of the text, changes of looks left out; none for what cannot be read."""
    try:
        with Package(data) as package:
            return tuple(islice(_marks(package.document(), _comments(package)), MOST))
    except UnreadableError:
        return ()


def _marks(root: _Element, comments: dict[str, tuple[str, str]]) -> Iterator[WordMark]:
    for paragraph in root.iter():
        if local(paragraph) != "p":
            continue
        around = "".join(_kept(paragraph)).strip()
        for element in paragraph.iter():
            name = local(element)
            if name in _KINDS and (text := "".join(_all(element))):
                yield WordMark(_KINDS[name], attribute(element, "author") or "", text, around)
            elif name == "commentReference":
                author, text = comments.get(attribute(element, "id") or "", ("", ""))
                yield WordMark(COMMENT, author, text, around)


def _comments(package: Package) -> dict[str, tuple[str, str]]:
    root = package.related("comments")
    return {
        attribute(comment, "id") or "": (attribute(comment, "author") or "", "".join(_all(comment)))
        for comment in children(root)
        if local(comment) == "comment"
    }


def _kept(element: _Element) -> Iterator[str]:
    for child in children(element):
        if local(child) == "t":
            yield str(child.text or "")
        elif local(child) not in _GONE:
            yield from _kept(child)


def _all(element: _Element) -> Iterator[str]:
    for child in element.iter():
        if local(child) in _TEXTS:
            yield str(child.text or "")
