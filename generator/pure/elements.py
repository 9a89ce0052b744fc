"""What the importer uses of ``lxml.etree``, over ``xml.etree`` (expat) and, for HTML, our own tree builder."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

from generator.pure.html_tree import HtmlTree

_DEEPEST = 256
"""Elements inside each other, as in libxml2."""

Comment = ElementTree.Comment


class XMLSyntaxError(SyntaxError):
    """Not well-formed, or more than is read."""


class ParserError(Exception):
    """There is no document."""


class Element(ElementTree.Element):
    """An element that knows what it stands in."""

    parent: Element | None = None

    def iterancestors(self) -> Iterator[Element]:
        """From the inside out."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def iter(self, *tags: Any) -> Generator[Any, None, None]:
        """It and all inside it, of these names if any are given."""
        names = tuple(tag for tag in tags if tag not in {None, "*"})
        yield from (one for one in super().iter() if not names or _has_name(one, names))

    def iterchildren(self, *tags: str) -> Iterator[Any]:
        """Those directly inside it, of these names if any are given."""
        return (one for one in self if not tags or _has_name(one, tags))

    def iterdescendants(self, *tags: str) -> Iterator[Any]:
        """All inside it, of these names if any are given."""
        return (one for one in self.iter(*tags) if one is not self)

    def itertext(self) -> Generator[str, None, None]:
        """All text inside, comments left out: lxml's way."""
        for event, one in iterwalk(self, events=("start", "end", "comment", "pi")):
            text = one.text if event == "start" else None if one is self else one.tail
            if text:
                yield text

    def getroottree(self) -> Any:
        """A document never has a type here: one that has is refused."""
        return SimpleNamespace(docinfo=SimpleNamespace(doctype=""))


def _has_name(element: Any, names: tuple[str, ...]) -> bool:
    """Whether an element has one of the names; ``{*}name`` is one of any namespace, or of none."""
    tag = element.tag
    if not isinstance(tag, str):
        return False
    return tag in names or f"{{*}}{tag.rpartition('}')[2]}" in names


class XMLParser:
    """Takes lxml's options; all that these forbid is never done here."""

    def __init__(self, **_options: Any) -> None:
        self.error_log: list[Any] = []


class HTMLParser(XMLParser):
    """The same for HTML; ``error_log`` tells of a page that was not read to its end."""


class _Builder:
    """Makes elements of a parser's events."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self._last: ElementTree.Element | None = None
        self._texts: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._flush()
        element = Element(tag, dict(attributes))
        self._attach(element)
        self._open.append(element)
        if len(self._open) > _DEEPEST:
            raise XMLSyntaxError("Excessive depth in document")
        self._last = None

    def end(self, _tag: str) -> None:
        self._flush()
        self._last = self._open.pop()

    def data(self, text: str) -> None:
        if self._open:
            self._texts.append(text)

    def comment(self, text: str) -> None:
        self._aside(ElementTree.Comment, text)

    def pi(self, target: str, text: str | None = None) -> None:
        self._aside(ElementTree.ProcessingInstruction, f"{target} {text or ''}")

    def doctype(self, *_words: Any) -> None:
        raise XMLSyntaxError("a document type")

    def close(self) -> Element | None:
        return self.root

    def _aside(self, kind: Any, text: str) -> None:
        if not self._open:
            return
        self._flush()
        element = Element(kind)
        element.text = text
        self._attach(element)
        self._last = element

    def _attach(self, element: Element) -> None:
        if self._open:
            element.parent = self._open[-1]
            self._open[-1].append(element)
        else:
            self.root = element

    def _flush(self) -> None:
        if not self._texts:
            return
        text = "".join(self._texts)
        self._texts.clear()
        if self._last is not None:
            self._last.tail = (self._last.tail or "") + text
        elif self._open:
            self._open[-1].text = (self._open[-1].text or "") + text


def fromstring(data: bytes, parser: XMLParser | None = None) -> Element | None:
    """The root; None for a page without anything. Raises XMLSyntaxError."""
    builder = _Builder()
    if isinstance(parser, HTMLParser):
        tree = HtmlTree(builder)
        tree.feed(data.decode("utf-8", "replace"))
        if tree.too_deep:
            parser.error_log.append(SimpleNamespace(message="Excessive depth in document"))
        return builder.root
    reader = ElementTree.XMLParser(target=builder)
    try:
        reader.feed(data)
        reader.close()
    except ElementTree.ParseError as problem:
        raise XMLSyntaxError(str(problem)) from problem
    return builder.root


class iterwalk:  # noqa: N801 - lxml's name
    """Start and end of each element, comments and processing instructions, in order; no recursion."""

    def __init__(self, root: Element, events: tuple[str, ...] = ("end",)) -> None:
        self._events = events
        self._steps = self._walk(root)
        self._skip = False

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return (step for step in self._steps if step[0] in self._events)

    def skip_subtree(self) -> None:
        """Leave out what is inside the element that has just begun; its end is told all the same."""
        self._skip = True

    def _walk(self, root: Any) -> Iterator[tuple[str, Any]]:
        yield "start", root
        stack = [(root, iter(() if self._skipped() else root))]
        while stack:
            element, inside = stack[-1]
            child = next(inside, None)
            if child is None:
                stack.pop()
                yield "end", element
            elif callable(child.tag):
                yield ("comment" if child.tag is Comment else "pi"), child
            else:
                yield "start", child
                stack.append((child, iter(() if self._skipped() else child)))

    def _skipped(self) -> bool:
        skip, self._skip = self._skip, False
        return skip
