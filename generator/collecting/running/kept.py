"""A :class:`Read` as plain data for the cache, and back with every type looked at: the cache may be anybody's file."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from generator.collecting.figures import YearFigures
from generator.collecting.records import Filed, FiledPassage, ListedProblem
from generator.collecting.running.reading import Read
from generator.findings import Severity
from generator.report.model import Figure, SentenceFigures


def to_data(read: Read) -> list[Any]:
    """Everything but the file's name and time, which are the folder's."""
    last = read.last_year
    used = (read.last_file, read.last_content, read.names, read.imported)
    return [_filed(read.filed), last and [_filed(last), last.file], *used]


def from_data(data: Any) -> Read:
    """Raises ValueError (or TypeError) for what was not made by :func:`to_data`."""
    filed, last, last_file, last_content, names, imported = _list(data)
    return Read(
        _filed_from(filed),
        None if last is None else _filed_from(_list(last)[0])._replace(file=_text(_list(last)[1])),
        last_file=_text_or_none(last_file),
        last_content=_text(last_content),
        names=_texts(names),
        imported=_text(imported),
    )


def _filed(filed: Filed) -> list[Any]:
    figures = filed.figures.values_in_order if isinstance(filed.figures, YearFigures) else None
    return [
        filed.agency,
        filed.year,
        filed.former_names,
        filed.consolidated,
        figures and _kept(figures),
        [[p.severity.value, p.place, p.message, p.advice, p.code] for p in filed.problems],
        [list(passage) for passage in filed.passages],
        filed.digest,
        [[topic, list(said), _kept(said.values())] for topic, said in filed.sentence_figures.items()],
        filed.dated,
    ]


def _kept(figures: Iterable[Figure]) -> list[int | str | None]:
    return [str(value) if isinstance(value, Decimal) else value for value in figures]


def _filed_from(data: Any) -> Filed:
    agency, year, former_names, consolidated, figures, problems, passages, digest, said, dated = _list(data)
    if not all(isinstance(flag, bool) for flag in (consolidated, dated)) or not (
        year is None or (type(year) is int and 0 < year < 10_000)
    ):
        raise ValueError("no report")
    return Filed(
        file="",
        modified=0,
        agency=_text_or_none(agency),
        year=year,
        former_names=_texts(former_names),
        consolidated=consolidated,
        figures={} if figures is None else YearFigures(year, [_figure(value) for value in _list(figures)]),
        problems=tuple(_problem(problem) for problem in _list(problems)),
        passages=tuple(_passage(passage) for passage in _list(passages)),
        digest=_text(digest),
        sentence_figures=dict(_topic(topic) for topic in _list(said)),
        dated=dated,
    )


def _figure(value: Any) -> Figure:
    if isinstance(value, str):
        number = Decimal(value) if len(value) < 40 else Decimal("NaN")
        if not number.is_finite():
            raise ValueError("no figure")
        return number
    if value is None or type(value) is int:
        return value
    raise ValueError("no figure")


def _topic(data: Any) -> tuple[str, SentenceFigures]:
    topic, names, values = _list(data)
    return _text(topic), dict(zip(_texts(names), map(_figure, _list(values)), strict=True))


def _problem(data: Any) -> ListedProblem:
    severity, *texts = _list(data)
    return ListedProblem(Severity(severity), *_texts(texts))


def _passage(data: Any) -> FiledPassage:
    part, topic, heading, paragraphs = _list(data)
    return FiledPassage(_text(part), _text(topic), _text(heading), _texts(paragraphs))


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise ValueError("no list")
    return data


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise ValueError("no text")
    return data


def _text_or_none(data: Any) -> str | None:
    return None if data is None else _text(data)


def _texts(data: Any) -> tuple[str, ...]:
    return tuple(map(_text, _list(data)))
