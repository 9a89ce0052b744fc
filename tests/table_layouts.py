"""The three tables set as published pages, copied text and extraction tools set them, from figures known in advance."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

from generator.form.edition import edition_for
from generator.form.model import Item, Kind

EDITION = edition_for(None)
PROACTIVE, APPLICATIONS, REVIEWS = EDITION.tables
Row = list[int]
Tables = dict[tuple[str, ...], Row]
"""Figures by path, totals last; a group's sums under its path."""


def random_tables(rng: random.Random, largest: int = 40, busy: float = 0.25) -> Tables:
    """Figures that add up, most of them 0 as in real reports."""
    tables: Tables = {}
    for child in PROACTIVE.children:
        width = len(child.children) or 1
        tables[(PROACTIVE.key, child.key)] = [_figure(rng, 20_000, 0.6) for _ in range(width)]
    sums, rows = [0] * 6, _result_rows()
    for path in rows:
        row = [_figure(rng, largest, busy if column == 0 else busy / 3) for column in range(6)]
        tables[path] = _totalled(row)
        sums = [a + b for a, b in zip(sums, row, strict=True)]
    _flows(rng, tables, sums)
    for child in REVIEWS.children:
        tables[(REVIEWS.key, child.key)] = _totalled([_figure(rng, 30, 0.4) for _ in range(4)])
    return tables


def _flows(rng: random.Random, tables: Tables, sums: Row) -> None:
    received, carried_in, results, carried_out = APPLICATIONS.children
    out = [_figure(rng, 9, 0.2) for _ in range(6)]
    whole = [a + b for a, b in zip(sums, out, strict=True)]
    before = [rng.randint(0, min(5, n)) if rng.random() < 0.3 else 0 for n in whole]
    tables[(APPLICATIONS.key, results.key)] = _totalled(sums)
    tables[(APPLICATIONS.key, carried_out.key)] = _totalled(out)
    tables[(APPLICATIONS.key, carried_in.key)] = _totalled(before)
    tables[(APPLICATIONS.key, received.key)] = _totalled([a - b for a, b in zip(whole, before, strict=True)])


def _figure(rng: random.Random, largest: int, share: float) -> int:
    return rng.randint(1, largest) if rng.random() < share else 0


def _totalled(row: Row) -> Row:
    return [*row, sum(row)]


def _result_rows() -> list[tuple[str, ...]]:
    return [path for path, _, _ in application_rows() if path[1:2] == (APPLICATIONS.children[2].key,) and len(path) > 2]


def application_rows() -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    """Table 3's rows in order: path, labels of the groups that begin there, own label."""
    return list(_rows(APPLICATIONS, (APPLICATIONS.key,), ()))


def _rows(
    item: Item, path: tuple[str, ...], opened: tuple[str, ...]
) -> Iterable[tuple[tuple[str, ...], tuple[str, ...], str]]:
    for child in item.children:
        here = (*path, child.key)
        if child.kind is Kind.GROUP:
            yield from _rows(child, here, (*opened, child.label))
            if child.total:
                yield here, (), child.total.label
        else:
            yield here, opened, child.label
        opened = ()


Show = Callable[[int], str]
Setting = Callable[[list[str], list[str]], list[str]]
"""Labels and figures of a row → its lines."""


def plain(number: int) -> str:
    return str(number)


def lines_of(tables: Tables, row: Setting, show: Show = plain) -> dict[str, list[str]]:
    """Each table part's lines; ``row`` sets labels and figures of one row."""
    return {
        PROACTIVE.key: _proactive(tables, row, show),
        APPLICATIONS.key: _applications(tables, row, show),
        REVIEWS.key: _reviews(tables, row, show),
    }


def _proactive(tables: Tables, row: Setting, show: Show) -> list[str]:
    lines: list[str] = []
    assert PROACTIVE.table
    for band in PROACTIVE.table.bands:
        for header in band.header:
            lines += row([cell.text for cell in header], [])
        for key in band.keys:
            lines += row([PROACTIVE.by_key[key].label], [show(n) for n in tables[(PROACTIVE.key, key)]])
    return lines


def _applications(tables: Tables, row: Setting, show: Show) -> list[str]:
    assert APPLICATIONS.table
    lines: list[str] = []
    for header in APPLICATIONS.table.bands[0].header:
        lines += row([cell.text for cell in header], [])
    for path, opened, label in application_rows():
        lines += row([*opened, label], [show(n) for n in tables[path]])
    return lines


def _reviews(tables: Tables, row: Setting, show: Show) -> list[str]:
    assert REVIEWS.table
    lines: list[str] = []
    for header in REVIEWS.table.bands[0].header:
        lines += row([cell.text for cell in header], [])
    figures = [show(n) for child in REVIEWS.children for n in tables[(REVIEWS.key, child.key)]]
    return [*lines, *row([], figures)]


def page(tables: dict[str, list[str]], agency: str = "示例县甲局", year: int = 2023) -> str:
    """A whole report around the tables."""
    parts = []
    for part in EDITION.parts:
        parts.append(part.heading)
        parts += tables.get(part.key, ["本部分按要求写明有关情况。"])
    return "\n".join([f"{agency}{year}年政府信息公开工作年度报告", *parts]) + "\n"


def tabbed(labels: list[str], figures: list[str]) -> list[str]:
    return ["\t".join([*labels, *figures])]


def spaced(labels: list[str], figures: list[str]) -> list[str]:
    return [" ".join([*labels, *figures])]


def piped(labels: list[str], figures: list[str]) -> list[str]:
    return ["| " + " | ".join([*labels, *figures]) + " |"]


def vertical(labels: list[str], figures: list[str]) -> list[str]:
    return [*labels, *figures]


def glued(labels: list[str], figures: list[str]) -> list[str]:
    return ["".join([*labels, *figures])]


def broken(rng: random.Random) -> Setting:
    """Labels broken over lines, the figures after the first or the last of them."""

    def row(labels: list[str], figures: list[str]) -> list[str]:
        *opened, label = labels or [""]
        cut = rng.randint(4, len(label) - 2) if len(label) > 8 and rng.random() < 0.7 else len(label)
        head, tail = label[:cut], label[cut:]
        numbers = " ".join(figures)
        if not tail:
            return [*opened, f"{label} {numbers}".strip()]
        return [*opened, f"{head} {numbers}", tail] if rng.random() < 0.5 else [*opened, head, f"{tail} {numbers}"]

    return row


def below(labels: list[str], figures: list[str]) -> list[str]:
    """Figures above their label, as where labels are set lower than figures."""
    return [" ".join(figures), *labels] if figures else labels


def one_cell(labels: list[str], figures: list[str]) -> list[str]:
    return piped(labels, [" ".join(figures)] if figures else [])


def without_totals(labels: list[str], figures: list[str]) -> list[str]:
    return spaced(labels, figures[:-1] if len(figures) == 7 else figures)


def empty_zeros(labels: list[str], figures: list[str]) -> list[str]:
    if len(figures) == 7:
        figures = [*(figure if figure != "0" else "" for figure in figures[:-1]), figures[-1]]
    return tabbed(labels, figures)


def split(rng: random.Random) -> Setting:
    def row(labels: list[str], figures: list[str]) -> list[str]:
        cut = rng.randint(1, len(figures) - 1) if len(figures) >= 7 and rng.random() < 0.4 else len(figures)
        return [line for line in (" ".join([*labels, *figures[:cut]]), " ".join(figures[cut:])) if line]

    return row


def pieces(rng: random.Random) -> Setting:
    """Many small tables, rows without their labels among them."""

    def row(labels: list[str], figures: list[str]) -> list[str]:
        if len(figures) == 7 and rng.random() < 0.3:
            labels = []
        return [*(["", "续表", ""] if rng.random() < 0.3 else []), *piped(labels, figures)]

    return row


def misread(rng: random.Random) -> Setting:
    """Characters taken for others, as by text recognition."""

    def row(labels: list[str], figures: list[str]) -> list[str]:
        wrong = ["".join(c if rng.random() > 0.05 else rng.choice("的了口日") for c in label) for label in labels]
        return piped(wrong, figures)

    return row


def lacking(rng: random.Random) -> Setting:
    """A zero left out of some rows."""

    def row(labels: list[str], figures: list[str]) -> list[str]:
        if len(figures) == 7 and "0" in figures[:-1] and rng.random() < 0.5:
            at = figures.index("0")
            figures = [*figures[:at], *figures[at + 1 :]]
        return spaced(labels, figures)

    return row


def surplus(rng: random.Random) -> Setting:
    """A cell too many in some rows."""

    def row(labels: list[str], figures: list[str]) -> list[str]:
        if len(figures) in {7, 15} and rng.random() < 0.3:
            at = rng.randrange(len(figures))
            figures = [*figures[:at], "0", *figures[at:]]
        return tabbed(labels, figures)

    return row


def dropping(rng: random.Random) -> Setting:
    """Some rows of table 3 not printed at all."""

    def row(labels: list[str], figures: list[str]) -> list[str]:
        return [] if len(figures) == 7 and rng.random() < 0.1 else spaced(labels, figures)

    return row
