"""Many agencies' figures as one government's: each figure the sum, with those it is made of beside it.

The result is what the scaffold of a new report takes over; the texts are left to be written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.collecting.records import Filed
from generator.form import keys
from generator.form.edition import Edition, member
from generator.form.figure_sentences import figures_of, sentence_items
from generator.form.model import FIGURES, Item, Kind, Path
from generator.form.prefill import CARRIED_OVER, PrefillBody, PrefillEntry, PrefillText, TakenOver
from generator.report.model import Figure
from generator.source.row_writing import row_written

_NAMED = 4
"""Most agencies that are named beside a figure; what the others have is summed up."""


def merged(reports: Sequence[Filed], edition: Edition, before: TakenOver) -> TakenOver:
    """The sums over ``reports``, put into what is taken over from last year's report (``before``)."""
    rows: dict[Path, str] = {}
    sources: dict[Path, str] = {}
    for table in edition.tables:
        for path, item in _lines(table, (table.key,)):
            rows[path], sources[path] = _figure(reports, path, item)
    narratives = dict(before.narratives)
    for place in _sentence_places(edition):
        filled_in, part = _summed(reports, place, rows, sources), place[0].key
        narratives[part] = _with_sentence(place, narratives.get(part, ()), filled_in=filled_in)
    return before._replace(
        front={**before.front, keys.SCOPE: keys.CONSOLIDATED},
        rows=rows,
        sources=sources,
        narratives=narratives,
        intro=(*_intro(reports), *(line for line in before.intro if line != CARRIED_OVER)),
        ending=tuple(_ending(reports)),
    )


def _lines(item: Item, path: Path) -> Iterator[tuple[Path, Item]]:
    """What the scaffold has a line for: rows that tell kinds apart, single figures, the cells of other rows."""
    if item.kind in FIGURES or (item.kind is Kind.ROW and item.kinds):
        yield path, item
        return
    for child in item.children:
        yield from _lines(child, (*path, child.key))


def _figure(reports: Sequence[Filed], path: Path, item: Item) -> tuple[str, str]:
    """A line's sum in YAML, and where it is from."""
    if item.kind in FIGURES:
        values = [report.figures[path] for report in reports]
        return _written(_sum(values)), _source(reports, values)
    assert item.total is not None, "a row that tells kinds apart has a total"
    cells = [(cell.key, _sum([report.figures[(*path, cell.key)] for report in reports])) for cell in item.children]
    totals = [report.figures[(*path, item.total.key)] for report in reports]
    if None in totals:
        return "", _source(reports, totals)
    return row_written(cells), _source(reports, totals)


def _sum(values: Sequence[Figure]) -> Figure:
    """Counts as a count, money exactly; None as soon as one figure is not known."""
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _written(value: Figure) -> str:
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def _source(reports: Sequence[Filed], values: Sequence[Figure]) -> str:
    """= 甲局 3 + 乙局 5, the largest first; '' where all have 0."""
    parts = [(value, str(report.agency)) for report, value in zip(reports, values, strict=True) if value]
    parts.sort(key=lambda part: -part[0])
    named, others = (parts, []) if len(parts) <= _NAMED + 1 else (parts[:_NAMED], parts[_NAMED:])
    words = [f"{agency} {_written(value)}" for value, agency in named]
    if others:
        words.append(f"其余 {len(others)} 个单位 {_written(_sum([value for value, _ in others]))}")
    return f"= {' + '.join(words)}" if words else ""


def _sentence_places(edition: Edition) -> Iterator[tuple[Item, Item]]:
    """The topics that may be given as figures, each with the part it stands in."""
    for part in edition.narratives:
        yield from ((part, item) for item in sentence_items(part))


def _summed(
    reports: Sequence[Filed], place: tuple[Item, Item], rows: dict[Path, str], sources: dict[Path, str]
) -> bool:
    """Put the sums of a topic's figures in, unless an agency has told of it in words alone; whether they are."""
    part, item = place
    path = (part.key, item.key)
    told = [report for report in reports if item.key not in report.sentence_figures]
    given = [(report, report.sentence_figures[item.key]) for report in reports if item.key in report.sentence_figures]
    sums = {figure.key: _sum([figures[figure.key] for _, figures in given]) for figure in figures_of(item)}
    names = "、".join(str(report.agency) for report in told[:_NAMED])
    if told:
        written = "、".join(f"{key} {_written(value)}" for key, value in sums.items())
        others = f"；其余 {len(given)} 个单位合计：{written}" if given else ""
        more = f"等 {len(told)} 个单位" if len(told) > _NAMED else ""
        sources[path] = f"{names}{more}没有写成数，请看文字后填写{others}"
        return False
    rows.update({(*path, key): _written(value) for key, value in sums.items()})
    some = [(report, figures) for report, figures in given if any(figures.values())]
    if some:
        reporting = [report for report, _ in some]
        kinds = ((key, _source(reporting, [figures[key] for _, figures in some])) for key in sums)
        sources[path] = "；".join(f"{key} {source}" for key, source in kinds if source)
    return True


def _with_sentence(
    place: tuple[Item, Item], before: tuple[PrefillEntry, ...] | PrefillText, *, filled_in: bool
) -> tuple[PrefillEntry, ...] | PrefillText:
    """The entries of the topic's part, where its sums are there as figures, whatever it was last year."""
    part, item = place
    if not filled_in:
        return before
    if isinstance(before, PrefillText):
        return (PrefillEntry(keys.SUMMARY, words=before),)
    return tuple(
        entry._replace(body=PrefillBody.FIGURES) if member(part, entry.key) is item else entry for entry in before
    )


def _intro(reports: Sequence[Filed]) -> Iterator[str]:
    yield ""
    yield f"表里的数由 {len(reports)} 个单位的报告相加，名单在文件末尾；“=”后面是数的来源。"
    yield "单位的报告有改动的，请重新汇总；文字要根据全部单位的情况编写。"


def _ending(reports: Sequence[Filed]) -> Iterator[str]:
    yield f"汇总的 {len(reports)} 份报告："
    for report in reports:
        yield f"  {report.agency}  {report.file}"
