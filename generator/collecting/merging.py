"""Many agencies' figures as one government's: each figure the sum, with those it is made of beside it.

The result is what the scaffold of a new report takes over; the texts are left to be written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.collecting.records import Filed
from generator.form import keys
from generator.form.edition import Edition, member
from generator.form.model import FIGURES, Item, Kind, Path
from generator.form.prefill import CARRIED_OVER, PrefillBody, PrefillEntry, PrefillText, TakenOver
from generator.report.model import Fee, Figure

_NAMED = 4
"""Most agencies that are named beside a figure; what the others have is summed up."""


def merged(reports: Sequence[Filed], edition: Edition, before: TakenOver) -> TakenOver:
    """The sums over ``reports``, put into what is taken over from last year's report (``before``)."""
    rows: dict[Path, str] = {}
    sources: dict[Path, str] = {}
    for table in edition.tables:
        for path, item in _lines(table, (table.key,)):
            rows[path], sources[path] = _figure(reports, path, item)
    fee = _fee_item(edition)
    fees = _fees(reports, fee, rows, sources)
    return before._replace(
        front={**before.front, keys.SCOPE: keys.CONSOLIDATED},
        rows=rows,
        sources=sources,
        narratives={**before.narratives, fee[0].key: _with_fee(fee, before, filled_in=fees)},
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
    shown = ", ".join(f"{key}: {value}" for key, value in cells if value)
    return f"{{{shown}}}" if shown else "0", _source(reports, totals)


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


def _fee_item(edition: Edition) -> tuple[Item, Item]:
    """信息处理费 and the part it stands in."""
    return next((part, item) for part in edition.narratives for item in part.children if item.kind is Kind.FEE)


def _fees(reports: Sequence[Filed], place: tuple[Item, Item], rows: dict[Path, str], sources: dict[Path, str]) -> bool:
    """Put the sums of 信息处理费 in, unless an agency has told of it in words alone; whether they are."""
    part, item = place
    path = (part.key, item.key)
    told = [report for report in reports if report.fee is None]
    fees = [report.fee for report in reports if report.fee is not None]
    names = "、".join(str(report.agency) for report in told[:_NAMED])
    if told:
        sums = "、".join(f"{key} {_written(value)}" for key, value in _fee_sums(fees).items())
        others = f"；其余 {len(fees)} 个单位合计：{sums}" if fees else ""
        more = f"等 {len(told)} 个单位" if len(told) > _NAMED else ""
        sources[path] = f"{names}{more}没有写成数，请看文字后填写{others}"
        return False
    for key, value in _fee_sums(fees).items():
        rows[(*path, key)] = _written(value)
    charged = [(report, report.fee) for report in reports if report.fee is not None and any(report.fee)]
    if charged:
        kinds = zip(_FEE_KEYS, zip(*(fee for _, fee in charged), strict=True), strict=True)
        sources[path] = "；".join(
            f"{key} {source}" for key, values in kinds if (source := _source([report for report, _ in charged], values))
        )
    return True


_FEE_KEYS = (keys.NOTICES, keys.ASKED, keys.COLLECTED)


def _fee_sums(fees: Sequence[Fee]) -> dict[str, Figure]:
    return {key: _sum([fee[at] for fee in fees]) for at, key in enumerate(_FEE_KEYS)}


def _with_fee(
    place: tuple[Item, Item], before: TakenOver, *, filled_in: bool
) -> tuple[PrefillEntry, ...] | PrefillText:
    """The entries of the fee's part, where its sums are there with the fee as figures, whatever it was last year."""
    part, item = place
    last = before.narratives.get(part.key, ())
    if not filled_in:
        return last
    if isinstance(last, PrefillText):
        return (PrefillEntry(keys.SUMMARY, words=last),)
    return tuple(
        entry._replace(body=PrefillBody.FIGURES) if member(part, entry.key) is item else entry for entry in last
    )


def _intro(reports: Sequence[Filed]) -> Iterator[str]:
    yield ""
    yield f"表里的数由 {len(reports)} 个单位的报告相加，名单在文件末尾；“=”后面是数的来源。"
    yield "单位的报告有改动的，请重新汇总；文字要根据全部单位的情况编写。"


def _ending(reports: Sequence[Filed]) -> Iterator[str]:
    yield f"汇总的 {len(reports)} 份报告："
    for report in reports:
        yield f"  {report.agency}  {report.file}"
