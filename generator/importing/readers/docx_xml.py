"""Small helpers for WordprocessingML. Names are compared without their namespace: Strict documents have another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def local(element: _Element) -> str:
    """The element's name without its namespace; '' for comments and the like."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


def children(element: _Element | None) -> Iterator[_Element]:
    """The child elements; none of None."""
    return iter(()) if element is None else iter(element)


def first(element: _Element | None, *path: str) -> _Element | None:
    """The first child of that name, its first child of the next name, and so on."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def attribute(element: _Element | None, name: str = "val") -> str | None:
    """An attribute by its name without namespace."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if _without_namespace(str(key)) == name:
            return str(value)
    return None


def number(element: _Element | None, name: str = "val") -> int | None:
    """An attribute that is a number; None if it is missing or is none."""
    text = (attribute(element, name) or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def is_on(element: _Element | None) -> bool:
    """A switch: on if the element is there and does not say otherwise."""
    return element is not None and attribute(element) not in {"0", "false", "off"}


def text_of(element: _Element) -> str:
    """All the text inside."""
    return "".join(str(text) for text in element.itertext())
