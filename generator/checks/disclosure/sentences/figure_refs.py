"""What there is to know about a report before its text is read, and the figures that text may mean."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from generator.findings import Path as FindingPath
from generator.form import keys
from generator.form.edition import Edition
from generator.form.model import Path
from generator.han.short_names import short_names, split_place
from generator.report.agencies import kind_of_town
from generator.report.expressions.names import ColumnSum, Name, name_table
from generator.report.model import Figure, Report

_UNITS = "省市县区州盟旗镇乡"
_GOVERNMENT = (*_UNITS, "人民政府", "管理委员会", "管委会", "办事处", "政府", "行政公署")
_OFFICE = ("人民政府办公室", "人民政府办公厅", "政府办公室", "政府办")


class FigureRef(NamedTuple):
    """A table figure, or a sum of some, that a number in the text may mean.

    ``plus`` and ``less`` are names of the form (full paths). ``at_most``: the text may speak of a part of it only.
    ``totted``: the text may total several years (累计, and no year named).
    """

    plus: tuple[Path, ...]
    less: tuple[Path, ...] = ()
    at_most: bool = False
    totted: bool = False

    def value(self, report: Report) -> Figure:
        """What the tables say; None as soon as one figure is unknown."""
        total: int | Decimal = 0
        for sign, path in [*((1, p) for p in self.plus), *((-1, p) for p in self.less)]:
            figure = figure_of(report, path)
            if figure is None:
                return None
            total += sign * figure
        return total

    def expression(self, edition: Edition) -> str:
        """How to write it between {{ and }}."""
        table = name_table(edition)
        plus = " + ".join(table.shortest(_name(edition, path)) for path in self.plus)
        return plus + "".join(f" - {table.shortest(_name(edition, path))}" for path in self.less)

    def label(self, edition: Edition) -> str:
        """Where it stands, in the clerk's words: 表三“本年新收”."""
        number = next(part.number for part in edition.parts if part.key == self.plus[0][0])
        plus = "＋".join(_said(path) for path in self.plus)
        return f"表{number}“{plus}{''.join(f'－{_said(path)}' for path in self.less)}”"


def figure_of(report: Report, path: Path) -> Figure:
    """The figure of a full name: a row's total, a cell, a group's sum, both litigation rows together.

    None also for a cell that was read in a row where another was not: what was meant for which cell is open there.
    """
    meaning = _name(report.edition, path).meaning
    if not isinstance(meaning, ColumnSum):
        return None
    rows = [report.figures.rows[row] for row in meaning.rows]
    if any(None in row for row in rows):
        return None
    return sum(figure for row in rows if (figure := row[meaning.column]) is not None)


def place_of(edition: Edition, path: Path) -> FindingPath:
    """The path in the file where a full name's figure stands (the first one, if several)."""
    if edition.find(path):
        return path
    meaning = _name(edition, path).meaning
    return meaning.rows[0] if isinstance(meaning, ColumnSum) else path[:1]


def places_of(edition: Edition, path: Path) -> tuple[Path, ...]:
    """The rows, cells or the group whose figures make up a full name's."""
    meaning = None if edition.find(path) else _name(edition, path).meaning
    if not isinstance(meaning, ColumnSum):
        return (path,)
    rows = ((row, edition.find(row)) for row in meaning.rows)
    kinds = ((row, item.children if item and meaning.column >= 0 else ()) for row, item in rows)
    return tuple((*row, kind[meaning.column].key) if kind else row for row, kind in kinds)


def is_government(report: Report) -> bool:
    """Whether it reports for all that is done in its area, not for one office or department."""
    return report.consolidated or (report.agency or "").endswith(_GOVERNMENT)


def is_office(report: Report) -> bool:
    """Whether it is a government's own office, which says 我区 of what it does itself."""
    return (report.agency or "").endswith(_OFFICE)


def own_names(report: Report) -> frozenset[str]:
    """The agency's names, each also without the places before it and without 人民政府 (办公室) after it."""
    return _short_too((report.agency, *report.former_names))


@lru_cache(maxsize=64)
def _short_too(names: tuple[str | None, ...]) -> frozenset[str]:
    return frozenset(short for name in names if name for short in _shorter(name))


def _shorter(name: str) -> list[str]:
    starts = [0, *(m.start() + shift for m in _unit().finditer(name) for shift in (0, 1))]
    tails = [name[start:] for start in starts if len(name) - start > 3]
    place = re.sub("(?:人民)?政府(?:办公[室厅]|办)?$", "", name)
    heads = [place[start:] for start in starts if len(place) - start > 1] if place != name else []
    heads += [f"{head}政府" for head in heads]
    return [*tails, *heads, *_usual(name), *_of_town(name), *(tail.removesuffix("办事处") for tail in tails)]


def _of_town(name: str) -> list[str]:
    """What a town calls itself and its team that enforces in its name: 镇政府, 镇综合行政执法队."""
    kind = kind_of_town(name)
    if not kind:
        return []
    bodies = ("办", "办事处") if kind == "街道" else ("政府", "人民政府", "机关")
    return [*(f"{kind}{body}" for body in bodies), *(f"{at}{team}" for at in (kind, "") for team in _TEAMS)]


_TEAMS = ("综合行政执法队", "综合行政执法大队", "综合行政执法办公室", "综合行政执法办", "综合执法队")


def _usual(name: str) -> list[str]:
    """The usual short names, alone and with the place before them, or with its last character (县住建局)."""
    before, body = split_place(name)
    return [f"{place}{short}" for short in short_names(body) for place in {"", before, before[-1:]}]


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(f"[{_UNITS}]")


@cache
def _name(edition: Edition, path: Path) -> Name:
    """The name at a full path."""
    return next(name for name in name_table(edition).every if name.path == path)


def _said(path: Path) -> str:
    """The keys of a name that a person would say: without the table's, and without 办理结果 above a result."""
    return ".".join(path[2:] if path[1] == keys.RESULTS and len(path) > 2 else path[1:])
