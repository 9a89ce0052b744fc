"""Slips in the syntax (NB003): what a clerk meets in the first ten minutes with YAML, each explained at its cause."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from generator.findings import Finding, Span, error
from generator.source.events import Events
from generator.source.nodes import Node
from generator.source.text import SourceText


@dataclass(slots=True)
class Explained:
    """The slips of a file, and its tree as read from the mended copy (None when not all of it could be mended)."""

    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)


def explain(source: SourceText, events: Events, keys: Collection[str]) -> Explained:
    """Find the slips of a file that does not read, or reads as something else than was meant."""
    if events.stopped:
        return Explained(None, [error("NB003", "从这里读不下去了。", Span.at(*events.stopped))])
    return Explained()
