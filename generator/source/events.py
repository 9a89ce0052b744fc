"""Parse events → nodes: one pass over what PyYAML's parser (the C one where it exists) reports, depth counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.findings import WHOLE_FILE, Finding, Related, Span, error
from generator.pure import yaml_loader
from generator.source import unwanted
from generator.source.nodes import CUT_OFF, Entry, Mapping, Node, Scalar, Sequence, Style
from generator.source.text import CONTROL

MAX_DEPTH = 64
"""Nesting deeper than this is refused (NB007); the form needs five levels."""

MAX_FINDINGS = 50
"""Findings that one reading makes; a file with more is garbage."""

_LOADER: Callable[[str], Any] = yaml_loader()
_STYLES: dict[str | None, Style] = {
    None: "plain",
    "": "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}
_INDICATOR = re.compile(r"[|>][-+0-9]*")
_ODD = re.compile(r"[：｛｝［］【】｜＂＇“”‘’#*`=＝　\xa0{}\[\]\u2000-\u200f\u2060\ufeff]|:|^[、，;；（]|[、，]$")
_LISTED = "，、；"
"""In a plain value: what may mean that YAML was meant and text was read. In a key: besides, any space or mark."""


@dataclass(slots=True)
class Events:
    """What the events gave: the top node, findings, where the parser stopped (1-based), what looks like a slip."""

    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    stopped: tuple[int, int] | None = None
    refused: bool = False
    suspicious: bool = False


def walk(text: str, lines: tuple[str, ...]) -> Events:
    """Read one document's events into nodes; never raises, never recurses, stops at the first syntax error."""
    walker = _Walker(lines)
    try:
        walker.run(_LOADER(text))
    except yaml.MarkedYAMLError as problem:
        walker.result.stopped = _place(problem, lines)
    except (yaml.YAMLError, UnicodeError, ValueError, OverflowError):
        walker.result.stopped = (walker.last.line + 1, walker.last.column + 1) if walker.last else (1, 1)
    return walker.result


def _place(problem: yaml.MarkedYAMLError, lines: tuple[str, ...]) -> tuple[int, int]:
    mark = problem.problem_mark or problem.context_mark
    if mark is None:
        return (len(lines), 1)
    line = min(mark.line + 1, len(lines))
    return (line, mark.column + 1 if line == mark.line + 1 else len(lines[-1]) + 1)


class _Walker:
    """Builds the tree event by event: the container being filled, its pending key, and those above it."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.result = Events()
        self.last: yaml.Mark | None = None
        self.here: Mapping | Sequence | None = None
        self.key: Scalar | None = None
        self.above: list[tuple[Mapping | Sequence | None, Scalar | None]] = []
        self.dropped: set[int] = set()

    def run(self, loader: Any) -> None:
        """Take events until the stream ends or reading is refused."""
        get_event = loader.get_event
        while True:
            event = get_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if not self._open(event, kind is yaml.MappingStartEvent):
                    return
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close(event)
            elif not self._other(event, kind):
                return

    def _report(self, finding: Finding) -> None:
        if len(self.result.findings) < MAX_FINDINGS:
            self.result.findings.append(finding)

    def _scalar(self, event: Any) -> None:
        start, end, style, text = event.start_mark, event.end_mark, _STYLES[event.style], event.value
        self.last = start
        is_block = style == "literal" or style == "folded"  # noqa: PLR1714 - two comparisons are quicker here
        node = Scalar(text, style, self._block_span(start.line + 1, start.column, end) if is_block else (start, end))
        if event.tag is not None or event.anchor is not None:
            node.span = self._unwanted(event, node.span)
        if style == "plain":
            if not text:
                node.span = self._empty_span(node.span)
            elif not text.isidentifier() and not text.isdigit() and self._is_odd(text, start.line != end.line):
                self.result.suspicious = True
        elif not is_block:
            self._check_quoted(text, node.span)
        if self.key is None and type(self.here) is Mapping:
            self.key = node
        else:
            self._attach(node)

    def _empty_span(self, span: Span) -> Span:
        """Just behind the colon: in brackets the parser's mark stands at the next sign."""
        line = min(span.line, len(self.lines))
        before = self.lines[line - 1][: span.column - 1].rstrip()
        while not before and line > 1:
            line -= 1
            before = self.lines[line - 1].split(" #")[0].rstrip()
        return Span(line, len(before) + 1, line, len(before) + 1)

    def _is_odd(self, text: str, many_lines: bool) -> bool:
        if type(self.here) is Sequence and any(mark in text for mark in _LISTED):
            return True
        return many_lines or _ODD.search(text) is not None or (self.key is None and " " in text)

    def _block_span(self, line: int, column: int, end: Any) -> Span:
        """From the indicator to the end of the last line that is not blank (the mark stands on the line after)."""
        lines = self.lines
        last = min(end.line + 1 if end.column else end.line, len(lines))
        while last > line and not lines[last - 1].strip():
            last -= 1
        if last > line:
            return Span(line, column + 1, last, len(lines[last - 1].rstrip()) + 1)
        indicator = _INDICATOR.match(lines[line - 1], column)
        return Span(line, column + 1, line, indicator.end() + 1 if indicator else column + 2)

    def _check_quoted(self, text: str, span: Span) -> None:
        if span.end_line != span.line:
            self.result.suspicious = True
        if CONTROL.search(text) and not any(
            CONTROL.search(self.lines[n - 1]) for n in range(span.line, span.end_line + 1)
        ):
            self._report(unwanted.escaped_control(span))

    def _unwanted(self, event: Any, span: Span) -> Span:
        """Report an anchor or tag; the span of what follows it."""
        finding, span = unwanted.property_finding(self.lines, span, event.anchor)
        self._report(finding)
        return span

    def _attach(self, node: Node) -> None:
        here = self.here
        if type(here) is Mapping:
            key = self.key
            if key is not None:
                self.key = None
                self._entry(here, key, node)
            elif type(node) is Scalar:
                self.key = node
            else:
                self._complex_key(node)
        elif here is None:
            self.result.root = node
        else:
            here.items.append(node)  # type: ignore[union-attr]
            if type(node) is not Scalar:
                self.result.suspicious = True

    def _entry(self, mapping: Mapping, key: Scalar, value: Node) -> None:
        name = key.text
        index = mapping._index
        assert index is not None  # every mapping made here has one
        if not (name in index or name == "<<" or self.dropped):  # as good as always
            entry = index[name] = Entry(key, value)
            mapping.entries.append(entry)
        elif mapping.flow and type(value) is Scalar and value.text == "" and CUT_OFF.fullmatch(name):
            mapping.entries.append(Entry(key, value))  # 2,000,000 typed in a row: its pieces are alike
        elif name in index:
            mapping.unsure |= {name}
            self._report(_duplicate(key, index[name].key))
        elif name == "<<" and key.style == "plain":
            mapping.unsure |= {name}
            self._report(unwanted.merge_key(key.span))
        elif id(key) not in self.dropped:
            entry = index[name] = Entry(key, value)
            mapping.entries.append(entry)
        else:
            mapping.unsure |= {name}

    def _complex_key(self, node: Node) -> None:
        """A list or mapping where a key belongs; ``{{ 本年新收 }}`` typed bare is one."""
        self.result.suspicious = True
        self._report(unwanted.complex_key(node.span))
        self.key = Scalar("", "plain", node.span)
        self.dropped.add(id(self.key))

    def _open(self, event: Any, is_mapping: bool) -> bool:
        self.last = start = event.start_mark
        span = Span(start.line + 1, start.column + 1, start.line + 1, start.column + 1)
        if event.tag is not None or event.anchor is not None:
            span = self._unwanted(event, span)
        self.above.append((self.here, self.key))
        if len(self.above) > MAX_DEPTH:
            self._report(unwanted.too_deep(span, MAX_DEPTH))
            self.result.refused = True
            return False
        self.here = Mapping([], span, event.flow_style, {}) if is_mapping else Sequence([], span, event.flow_style)
        self.key = None
        return True

    def _close(self, event: Any) -> None:
        node = self.here
        assert node is not None  # the parser pairs its events
        start = node.span
        if node.flow:
            end = event.end_mark
            node.span = Span(start.line, start.column, end.line + 1, end.column + 1)
        else:
            last = _last_span(node) or start
            node.span = Span(start.line, start.column, last.end_line, last.end_column)
        self.here, self.key = self.above.pop()
        self._attach(node)

    def _other(self, event: Any, kind: type) -> bool:
        """Document marks and aliases; False when reading ends here."""
        if kind is yaml.AliasEvent:
            start, end = event.start_mark, event.end_mark
            span = Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
            self._report(unwanted.alias(span))
            self.result.suspicious = True
            self._attach(Scalar("", "plain", span))
        elif kind is yaml.DocumentStartEvent:
            return self._document(event)
        return kind is not yaml.StreamEndEvent

    def _document(self, event: Any) -> bool:
        line = event.start_mark.line + 1
        if event.version or event.tags:
            self._report(unwanted.directive(line, self.lines))
        if self.result.root is None:
            return True
        self._report(unwanted.second_document(line, self.lines))
        return False


def _last_span(node: Mapping | Sequence) -> Span | None:
    if isinstance(node, Mapping):
        return node.entries[-1].value.span if node.entries else None
    return node.items[-1].span if node.items else None


def _duplicate(key: Scalar, first: Scalar) -> Finding:
    message = f"“{key.text}”写了两次，第一次在第 {first.span.line} 行。"
    related = (Related(first.span, "第一次写在这里"),)
    hint = "请只留一处：把多余的一处连同它下面的内容删去，或者改成正确的名称。"
    return error("NB004", message, key.span, hint=hint, related=related)


__all__ = ["MAX_DEPTH", "WHOLE_FILE", "Events", "walk"]
