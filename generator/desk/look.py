"""A look at a text: every value as typed, totals and balances, what is to be filled in, findings, the printed page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.checks.culprit import residuals
from generator.desk.counting import counts
from generator.desk.finding_view import finding_view
from generator.editing.edits.typed import RefusedError, Typed, typed
from generator.editing.expressions import expressions
from generator.editing.figures import has_total, last_year, shown
from generator.editing.page import Page
from generator.findings import Finding, urgency
from generator.form import keys
from generator.form.edition import member, rows_of
from generator.form.figure_sentences import figures_of
from generator.form.model import Item, Kind, Path
from generator.pipeline.previewing import look_at
from generator.report.expressions.places import span_of
from generator.report.model import Report
from generator.source.nodes import Mapping, Node, Scalar, Sequence
from generator.source.textlines import text_lines
from generator.wording import on_page


def look(path: str, text: str) -> dict[str, Any]:
    """What a text says now. ``path`` is where its file lies, or would lie: 上年报告 is looked for beside it."""
    seen = look_at(path, text.encode("utf-8", "surrogatepass"))
    page = Page(path, text, checked=seen.checked)
    findings = seen.checked.findings
    answer: dict[str, Any] = {
        "text": text,
        "findings": [finding_view(number, finding) for number, finding in _as_shown(findings)],
        "counts": counts(findings),
        "parts": _parts(page, findings),
        "html": seen.html.decode() if seen.html is not None else None,
        "marks": [[list(mark) for mark in located.marks] for located in seen.located],
        "year": page.nearest.year if page.nearest else None,
        "agency": (page.nearest.agency if page.nearest else None) or "",
        "refused": "",
        "broken": seen.broken,
        "settings": seen.checked.settings,
        "outside": bool(seen.checked.report and seen.checked.report.page_numbers_outside),
    }
    try:
        state = typed(text)
    except RefusedError as refused:
        return {**answer, "refused": f"{refused.message}。{on_page(refused.hint)}"}
    references = [[*found.span, found.source, found.value or "？"] for found in expressions(page)]
    return {**answer, **_contents(state), **_computed(page, seen.checked.report), "references": references}


def _as_shown(findings: tuple[Finding, ...]) -> list[tuple[int, Finding]]:
    """Numbered in the order of the file, shown in that of people: what kept something from being read comes first."""
    return sorted(enumerate(findings), key=lambda numbered: urgency(numbered[1]))


def _parts(page: Page, findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """For the front ('') and each part, what is to be filled in, and how bad its worst finding is."""
    names = ["", *(part.key for part in page.edition.parts)]
    found: dict[str, list[Finding]] = {name: [] for name in names}
    for finding in findings:
        top = str(finding.path[0]) if finding.path else ""
        found[top if top in found else ""].append(finding)
    return [{"key": name, **counts(tuple(found[name]))} for name in names]


def _contents(state: Typed) -> dict[str, Any]:
    values = dict(_values(state))
    return {
        "values": {".".join(path): value for path, value in values.items()},
        "implied": [".".join(path) for path in values if state.entry(path) is None],
        "entries": {part.key: _entries(state, part) for part in state.edition.narratives},
        "lines": {".".join(path): lines for path, lines in _lines(state)},
    }


def _lines(state: Typed) -> Iterator[tuple[Path, list[list[int]]]]:
    """Of each text where its lines begin in the source, so that a finding's place is found in the text."""
    for part in state.edition.narratives:
        entry = state.entry((part.key,))
        below = entry.value if entry else None
        places = [(part.key, child.key.text) for child in below] if isinstance(below, Mapping) else [(part.key,)]
        for path in places:
            found = state.entry(path)
            node = found.value if found else None
            if isinstance(node, Mapping):
                node = body.value if (body := state.entry((*path, keys.BODY))) else None
            if isinstance(node, Scalar):
                lines = text_lines(node, state.tree.source)
                yield path, [[span_of(line, 0, 0).line, span_of(line, 0, 0).column] for line in lines]


def _values(state: Typed) -> Iterator[tuple[Path, str]]:
    """Every figure and field as typed; a cell that is left out and counts as 0 is 0."""
    for table in state.edition.tables:
        for below, row in rows_of(table):
            path = (table.key, *below)
            figures = state.draft.figures.rows[path]
            names: list[Path] = [(*path, cell.key) for cell in row.children] or [path]
            for name, figure in zip(names, figures, strict=False):
                entry = state.entry(name)
                yield name, _as_typed(state, entry.value) if entry else ("" if figure is None else shown(figure))
        yield (table.key, keys.NOTE), _at(state, (table.key, keys.NOTE))
    for item in state.edition.items:
        if not item.number:
            yield from _field(state, item)


def _field(state: Typed, item: Item) -> Iterator[tuple[Path, str]]:
    path = (item.key,)
    entry = state.entry(path)
    if not item.children:
        yield path, _at(state, path)
    elif entry is not None and isinstance(entry.value, Scalar) and item.short:
        yield from (((item.key, child.key), "") for child in item.children if child.key != keys.DAY)
        yield (item.key, keys.DAY), entry.value.text
    else:
        yield from (((item.key, child.key), _at(state, (item.key, child.key))) for child in item.children)


def _at(state: Typed, path: Path) -> str:
    entry = state.entry(path)
    return _as_typed(state, entry.value) if entry else ""


def _as_typed(state: Typed, node: Node) -> str:
    if isinstance(node, Sequence):
        return "、".join(item.text for item in node.items if isinstance(item, Scalar))
    if isinstance(node, Mapping):
        return ""
    if node.style in ("literal", "folded") or "\n" in node.text or node.span.line != node.span.end_line:
        return "\n".join(line.text for line in text_lines(node, state.tree.source))
    return node.text


def _entries(state: Typed, part: Item) -> list[dict[str, Any]]:
    """The entries of a text part in file order; of one without subheadings a single one with the key ''."""
    entry = state.entry((part.key,))
    if entry is None or not isinstance(entry.value, Mapping):
        return [{"key": "", "topic": "", "text": _at(state, (part.key,)), "fields": {}, "fee": None}]
    return [_entry(state, part, below.key.text, below.value) for below in entry.value]


def _entry(state: Typed, part: Item, key: str, node: Node) -> dict[str, Any]:
    item = member(part, key) or part.further
    path = (part.key, key)
    inside = isinstance(node, Mapping)
    fee = None
    if item and item.kind is Kind.SENTENCE:
        fee = {child.key: _at(state, (*path, child.key)) for child in figures_of(item)}
    return {
        "key": key,
        "topic": item.key if item else "",
        "text": _at(state, (*path, keys.BODY)) if inside else _as_typed(state, node),
        "fields": {key: _at(state, (*path, key)) for key in (keys.TITLE, keys.HEADING_FORM)},
        "fee": fee,
        "is_figures": bool(fee and inside and not node.get(keys.BODY)) if isinstance(node, Mapping) else False,
    }


def _computed(page: Page, report: Report | None) -> dict[str, Any]:
    if report is None:
        return {"totals": {}, "balances": {}, "last": {}, "last_year": None, "last_texts": {}}
    return {
        "totals": {".".join(path): value for path, value in _totals(report)},
        "balances": {column: value for table in report.edition.tables for column, value in _balances(report, table)},
        "last": {".".join(path): value for path, value in _last(page, report)},
        "last_year": report.last_year.year if report.last_year else None,
        "last_texts": {".".join(path): text for path, text in _last_texts(report.last_year)},
    }


def _totals(report: Report) -> Iterator[tuple[Path, str]]:
    """The total of each row and group, and of a group each column's; ？ for what is not known."""
    for path, values in report.figures.rows.items():
        item = report.edition.find(path)
        if item is None or not has_total(item):
            continue
        yield path, shown(values[-1])
        if item.kind is Kind.GROUP:
            row = next(row for _, row in rows_of(item))
            columns = zip(row.children, values, strict=False)
            yield from (
                ((*path, cell.key), shown(value)) for cell, value in columns if cell.key not in item.by_key
            )  # 其他处理.其他 is a row of its own


def _balances(report: Report, table: Item) -> Iterator[tuple[str, dict[str, Any]]]:
    """Column by column: by how much the left side is more than the right one; None where a figure is not known."""
    for balance in table.table.balances if table.table else ():
        row = table.by_key[balance.left[0][0]]
        off = residuals(report, table, balance)
        for index, column in enumerate(row.children):
            known = all(
                report.figures.row((table.key, *path))[index] is not None for path in (*balance.left, *balance.right)
            )
            difference = off.get(column.key, 0) if off is not None else _difference(report, table, balance, index)
            yield column.key, {"known": known, "off": str(difference) if known else ""}


def _difference(report: Report, table: Item, balance: Any, index: int) -> Any:
    sides = ((1, balance.left), (-1, balance.right))
    values = [(sign, report.figures.row((table.key, *path))[index]) for sign, paths in sides for path in paths]
    return sum(sign * value for sign, value in values if value is not None)


def _last(page: Page, report: Report) -> Iterator[tuple[Path, str]]:
    """Last year's figures at the same places."""
    if page.last_year is None:
        return
    for table in report.edition.tables:
        for below, row in rows_of(table):
            path = (table.key, *below)
            names: list[Path] = [(*path, cell.key) for cell in row.children] or [path]
            for name in names:
                if (before := last_year(page, name)) and before[1] is not None:
                    yield name, shown(before[1])


def _last_texts(report: Report | None) -> Iterator[tuple[Path, str]]:
    """Last year's texts as they were printed, by part and topic (a further subheading by its key)."""
    for part, narrative in (report.narratives if report else {}).items():
        for entry in narrative.entries:
            yield (part, entry.topic or entry.key), "\n".join(one.text for one in entry.paragraphs)
        if narrative.paragraphs:
            yield (part,), "\n".join(one.text for one in narrative.paragraphs)
