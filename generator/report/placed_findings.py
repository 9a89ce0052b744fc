"""Findings in a published report: their places in words, since lines and columns would be those of no file."""

from __future__ import annotations

from generator.findings import WHOLE_FILE, Finding, Path, Related, Span
from generator.form import Edition, newest
from generator.form.placing import WHOLE_REPORT, in_words
from generator.report.building import edition_of
from generator.source.nodes import Entry, Mapping

_HERE = "这里"


def placed(findings: list[Finding], root: Mapping | None) -> list[Finding]:
    """The findings with their places in words, without spans, and without fixes, which only YAML can take."""
    edition = edition_of(root) if root else newest()
    found = []
    for finding in findings:
        path = finding.path or (path_at(root, finding.span) if root else ())
        related = tuple(_placed(other, root, edition) for other in finding.related)
        place = in_words(path, edition) or WHOLE_REPORT
        found.append(finding._replace(span=WHOLE_FILE, path=path, related=related, fix=None, others=(), place=place))
    return found


def _placed(other: Related, root: Mapping | None, edition: Edition) -> Related:
    path = other.path or (path_at(root, other.span) if root else ())
    message = other.message.replace(_HERE, in_words(path, edition) or _HERE, 1)
    return Related(WHOLE_FILE, message, path)


def path_at(root: Mapping, span: Span) -> Path:
    """The path of the innermost entry in which a span begins; () for the file as a whole."""
    path: list[str] = []
    node = root
    while span != WHOLE_FILE and (entry := _entry_at(node, span)):
        path.append(entry.key.text)
        if not isinstance(entry.value, Mapping):
            break
        node = entry.value
    return tuple(path)


def _entry_at(node: Mapping, span: Span) -> Entry | None:
    """The last entry that begins at or before the span."""
    found = None
    for entry in node:
        if entry.key.span[:2] > span[:2]:
            break
        found = entry
    return found
