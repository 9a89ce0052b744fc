"""A Report as plain data: the YAML's keys and shape, rows and cells complete, with totals, text as printed.

What could not be read is None. Optional keys stand only where they were given.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.form import keys
from generator.form.edition import Edition, rows_of
from generator.form.model import FIGURES, WORDS, Item, Kind, Path
from generator.report.model import Figure, Narrative, NarrativeEntry, Paragraph, Report, SentenceFigures


def as_data(report: Report) -> dict[str, Any]:
    """The whole report, front matter first, then the six parts in the order of the form."""
    data: dict[str, Any] = {keys.AGENCY: report.agency, keys.YEAR: report.year}
    data |= dict(_front(report))
    for part in report.edition.parts:
        data[part.key] = _table(report, part) if part.kind is Kind.TABLE else _narrative(report, part)
    return data


def cells(report: Report) -> Iterator[tuple[Item, str, str, Figure | str]]:
    """Every figure, total and cell of words as the form has them: its part, the names of row and column, the value."""
    for part in report.edition.tables:
        for path, item in _printed_rows(part):
            full = (part.key, *path)
            values = (report.figures.words[full],) if item.kind in WORDS else report.figures.row(full)
            for column, value in zip(_columns(item), values, strict=True):
                yield part, ".".join(path), column, value


def printed_figures(report: Report) -> Iterator[tuple[Path, Figure]]:
    """Every figure and total as printed, each with its full path as in :func:`as_data`."""
    values = (value for row, _ in _all_rows(report.edition) for value in report.figures.row(row))
    yield from zip(printed_paths(report.edition), values, strict=True)


def typed_totals(report: Report) -> Iterator[tuple[Path, Figure]]:
    """Every total that was typed, or stands in a published file, by its path in :func:`printed_figures`."""
    for row, cells in report.figures.controls.items():
        item = report.edition.find(row)
        total = (item.total.key,) if item is not None and item.kind is Kind.GROUP and item.total else ()
        yield from (((*row, *total, column), value) for column, value in cells.items())


def printed_paths(edition: Edition) -> Iterator[Path]:
    """The paths of :func:`printed_figures`, the same for every report of an edition."""
    for row, item in _all_rows(edition):
        total = (item.total.key,) if item.kind is Kind.GROUP and item.total else ()
        for column in _columns(item):
            yield (*row, *total, *([column] if column else []))


def _all_rows(edition: Edition) -> Iterator[tuple[Path, Item]]:
    for part in edition.tables:
        yield from (((part.key, *path), item) for path, item in _printed_rows(part) if item.kind not in WORDS)


def _printed_rows(item: Item, path: Path = ()) -> Iterator[tuple[Path, Item]]:
    """Rows in the order of the form; a group with a printed total comes after what it sums up."""
    for child in item.children:
        here = (*path, child.key)
        if child.kind is Kind.GROUP:
            yield from _printed_rows(child, here)
            if child.total:
                yield here, child
        else:
            yield here, child


def _columns(item: Item) -> tuple[str, ...]:
    if item.kind in FIGURES | WORDS:
        return ("",)
    row = next(iter(rows_of(item)))[1]
    if row.kind in FIGURES:
        return ("",)
    return (*row.by_key, row.total.key) if row.total else tuple(row.by_key)


def _front(report: Report) -> Iterator[tuple[str, Any]]:
    given = report.places.values
    if (keys.FORMER_NAMES,) in given:
        yield keys.FORMER_NAMES, list(report.former_names)
    if (keys.SCOPE,) in given:
        yield keys.SCOPE, keys.CONSOLIDATED if report.consolidated else keys.OWN_SCOPE
    if (keys.LAST_YEAR,) in given:
        yield keys.LAST_YEAR, report.last_year_file
    if (keys.LEDGER,) in given:
        yield keys.LEDGER, report.ledger_file
    if report.title and report.title != (_default_title(report),):
        yield keys.TITLE, "\n".join(report.title)
    if (keys.PREFACE,) in given:
        yield keys.PREFACE, _text(report.preface)
    if report.signature:
        yield keys.SIGNATURE, _signature(report)
    if (keys.LAYOUT,) in given:
        yield keys.LAYOUT, layout(report)


def layout(report: Report) -> dict[str, str]:
    """How the report is to be set: what was given of it."""
    choices = {
        keys.SUBHEADINGS: keys.RUN_IN if report.run_in else keys.OWN_LINE,
        keys.PAGE_NUMBERS: keys.OUTSIDE if report.page_numbers_outside else keys.CENTRED,
    }
    given = report.places.values
    return {key: choice for key, choice in choices.items() if (keys.LAYOUT, key) in given}


def _default_title(report: Report) -> str:
    return report.edition.title(report.agency or "", report.year or 0)


def _signature(report: Report) -> Any:
    signature, given = report.signature, report.places.values
    day = signature.day.isoformat() if signature and signature.day else None
    fields = {keys.AGENCY: signature.agency if signature else None, keys.DAY: day}
    written = {key: value for key, value in fields.items() if (keys.SIGNATURE, key) in given}
    return written or day


def _text(paragraphs: tuple[Paragraph, ...]) -> str:
    return "\n".join(p.text for p in paragraphs)


def _table(report: Report, part: Item) -> dict[str, Any]:
    data = {child.key: _item(report, child, (part.key, child.key)) for child in part.children}
    if part.key in report.notes:
        data[keys.NOTE] = _text(report.notes[part.key])
    return data


def _item(report: Report, item: Item, path: Path) -> Any:
    if item.kind is Kind.GROUP:
        data = {child.key: _item(report, child, (*path, child.key)) for child in item.children}
        if item.total:
            data[item.total.key] = _cells(report, item, path) if item.typed_total else report.figures.row(path)[0]
        return data
    if item.kind in WORDS:
        return report.figures.words[path]
    return report.figures.row(path)[0] if item.kind in FIGURES else _cells(report, item, path)


def _cells(report: Report, item: Item, path: Path) -> dict[str, Figure]:
    return dict(zip(_columns(item), report.figures.row(path), strict=True))


def _narrative(report: Report, part: Item) -> Any:
    narrative = report.narratives.get(part.key)
    if narrative is None:
        return None
    return {e.key: _entry(report, part, e) for e in narrative.entries} if narrative.entries else _plain(narrative)


def _plain(narrative: Narrative) -> str | None:
    return _text(narrative.paragraphs) or None


def _entry(report: Report, part: Item, entry: NarrativeEntry) -> Any:
    path = (part.key, entry.key)
    given = report.places.values
    titles = {}
    if (*path, keys.TITLE) in given:
        titles[keys.TITLE] = entry.heading
    if (*path, keys.HEADING_FORM) in given:
        titles[keys.HEADING_FORM] = keys.RUN_IN if entry.run_in else keys.OWN_LINE
    if entry.sentence_figures:
        return titles | entry.sentence_figures if _is_mapping(report, path, entry.sentence_figures) else 0
    text = _text(entry.paragraphs)
    return titles | {keys.BODY: text} if titles or (*path, keys.BODY) in given else text


def _is_mapping(report: Report, path: Path, said: SentenceFigures) -> bool:
    below = (*said, keys.TITLE, keys.HEADING_FORM)
    return any((*path, key) in report.places.values for key in below)
