"""Slips in the syntax (NB003): what a clerk meets in the first ten minutes with YAML, each explained at its cause."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from generator.findings import WHOLE_FILE, Finding, Span, error
from generator.source.events import Events, walk
from generator.source.nodes import Node
from generator.source.recovery.mapping_back import place_finding, place_tree
from generator.source.recovery.scan import MAX_FOUND, Scan
from generator.source.recovery.source_map import Change, SourceMap
from generator.source.text import CONTROL, DIRECTION_MARK, SourceText, split_lines
from generator.source.word_breaks import BREAKS

_MAX_TEXT = 200_000
"""Longer texts (thirty times a report) are not scanned: only where the parser stopped is reported."""


@dataclass(slots=True)
class Recovered:
    """The slips of a file, and its tree as read from the mended copy (None when not all of it could be mended)."""

    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)


def explain(
    source: SourceText, events: Events, keys: Collection[str], figures: Collection[str] | None = None
) -> Recovered:
    """Find the slips of a file that does not read, or reads as something else than was meant."""
    if len(source.text) > _MAX_TEXT:
        return Recovered(None, [_unknown(events.stopped, source)] if events.stopped else [])
    page = SourceMap(source.lines)
    _drop_controls(page)
    scan = Scan(page, keys, figures)
    scan.run()
    findings = scan.findings
    if len(findings) >= MAX_FOUND:
        return Recovered(None, [*findings[:MAX_FOUND], _more()])
    return _read_mended(page, source, scan)


def _drop_controls(page: SourceMap) -> None:
    """Control characters have been reported (NB008); reading goes on without them.

    A foreign line break leaves a blank, so that nothing is glued together. Direction controls stay in their places: a
    figure that holds one is not read, since it may show as another.
    """
    for index, line in enumerate(page.lines):
        for match in reversed(list(CONTROL.finditer(line.text))):
            if not DIRECTION_MARK.match(match[0]):
                page.make(Change(index, match.start(), match.end(), " " if match[0] in BREAKS else ""))


def _read_mended(page: SourceMap, source: SourceText, scan: Scan) -> Recovered:
    """Read the mended copy; where the parser still stops, say so."""
    findings, complete = scan.findings, not scan.guessed
    events = walk(page.text, split_lines(page.text))
    if events.stopped and not (findings and scan.guessed):
        place = page.place(*events.stopped)
        if not any(finding.span.line == place[0] for finding in findings):
            findings.append(_unknown(place, source))
    lines = {finding.span.line for finding in findings}
    placed = [place_finding(finding, page) for finding in events.findings]
    findings += [finding for finding in placed if finding.code != "NB003" or finding.span.line not in lines]
    if "\r\n" in source.text:
        findings = [_with_crlf(finding) for finding in findings]
    if not complete or events.root is None or events.stopped:
        return Recovered(None, findings)
    place_tree(events.root, page, scan.unsure)
    return Recovered(events.root, findings)


def _with_crlf(finding: Finding) -> Finding:
    """Line breaks that a fix puts in are those of the file."""
    if finding.fix is None:
        return finding
    edits = tuple(edit._replace(text=edit.text.replace("\n", "\r\n")) for edit in finding.fix.edits)
    return finding._replace(fix=finding.fix._replace(edits=edits))


def _unknown(place: tuple[int, int], source: SourceText) -> Finding:
    """The message for a slip that no detector knows."""
    line = min(place[0], len(source.lines))
    text = source.lines[line - 1]
    start = min(place[1], len(text.rstrip()) or 1)
    span = Span(line, start, line, max(len(text.rstrip()) + 1, start + 1))
    message = "读到这里读不下去了：这一行（或者上一行）的写法不对。"
    hint = "请检查缩进是否与同级的名称对齐、冒号后有没有空格、括号和引号是否成对；大段文字请写在 | 下面。"
    return error("NB003", message, span, hint=hint)


def _more() -> Finding:
    message = f"写法上的错误很多，只列出前 {MAX_FOUND} 处，后面的没有再查。"
    return error("NB003", message, WHOLE_FILE, hint="请先改好列出的，再检查一次；如果选错了文件，请换成正确的文件。")
