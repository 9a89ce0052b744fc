"""NB612: what has changed since a report was signed off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.comparing.comparing import compare
from generator.comparing.differences import ComparedSection, FigurePair
from generator.document.figures import figure_text
from generator.findings import WHOLE_FILE, Finding, Path, info
from generator.form import keys
from generator.report.model import Report
from generator.signing.record import Record
from generator.wording import Worded, joined

CODE = "NB612"
_MOST = 50
"""Changed figures that are named one by one; with more of them it is another report."""
_RECORD = Worded("再用 nianbao signoff --record 记下", "再按“签发…”里的“定稿”记下")
_HINT = joined("改动经过批准的，请重新核对、签发，", _RECORD, "；不是有意改的，请改回去。")


def changes_since(record: Record, signed: Report, report: Report) -> Iterator[Finding]:
    """What the report prints otherwise than when it was signed off; or that just the file is another."""
    comparison = compare(signed, report)
    typed = [pair for pair in comparison.figures if keys.TOTAL not in pair.path]
    for pair in (typed or list(comparison.figures))[:_MOST]:
        yield _figure(record, report, pair)
    if len(typed) > _MOST:
        yield _said(record, f"另外还有 {len(typed) - _MOST} 个数改过")
    for section in comparison.sections:
        if section.changed:
            yield _text(record, report, section)
    if comparison.same:
        yield _said(record, "文件改过，印出来的内容没有变")


def changed_files(record: Record, hashes: Mapping[str, str]) -> Iterator[Finding]:
    """The built files that are not those that were signed off; ``hashes`` are those that are there now."""
    for name, checksum in hashes.items():
        if record.hashes.get(name, checksum) != checksum:
            yield _said(record, f"成品“{name}”和定稿时的不是同一个文件")


def unreadable(name: str) -> Finding:
    """A record that cannot be read says nothing, and somebody must know."""
    hint = joined("请用备份恢复；或者重新核对、签发，", _RECORD, "。")
    return info(CODE, f"定稿记录“{name}”坏了，读不出来，不知道定稿以后改过什么", WHOLE_FILE, hint=hint)


def _figure(record: Record, report: Report, pair: FigurePair) -> Finding:
    change = f"由 {figure_text(pair.before)} 改为 {figure_text(pair.after)}"
    return _said(record, f"{pair.place}{change}", pair.path, report)


def _text(record: Record, report: Report, section: ComparedSection) -> Finding:
    first = section.changed[0]
    line = first.after or first.before
    words = line.text if line else ""
    excerpt = words if len(words) <= 20 else f"{words[:20]}…"
    path = next(((part.key,) for part in report.edition.parts if part.heading == section.name), ())
    times = len(section.changed)
    return _said(record, f"“{section.name}”的文字改过 {times} 处，第一处在“{excerpt}”", path, report)


def _said(record: Record, what: str, path: Path = (), report: Report | None = None) -> Finding:
    span = report.places.value(path) if report and path in report.places.values else WHOLE_FILE
    if report and path and span is WHOLE_FILE:
        span = report.places.key(path)
    return info(CODE, f"定稿（{record.day}）以后，{what}", span, hint=_HINT, path=path)
