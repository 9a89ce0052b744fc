"""Heads of the form before this one in a report of this one: what stands below them, read where it means the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.form.y2021 import former
from generator.importing.figure_runs import Run
from generator.importing.labels import TableForm


def columns_meant(form: TableForm) -> dict[str, int | None]:
    """The former heads with the place of the present column of the same meaning; none in tables that have no such."""
    keys = next((row.cells for row in form.rows if row.width == form.width), ())
    if not set(filter(None, former.MEANT.values())) <= set(keys):
        return {}
    return {name: None if key is None else keys.index(key) for name, key in former.MEANT.items()}


def order_below(lines: Sequence[str], columns: dict[str, int], form: TableForm) -> tuple[int | None, ...] | None:
    """The order that former heads say in running text, alone or among present ones; None without former heads."""
    meant = columns_meant(form)
    places: dict[str, int | None] = {**columns, **meant}
    words = sorted(filter(None, places), key=len, reverse=True)
    found = re.findall("|".join(map(re.escape, words)), "\n".join(lines))
    if not any(word in meant for word in found) or len(found) != len(form.columns):
        return None
    order = tuple(places[word] for word in found)
    named = [at for at in order if at is not None]
    return order if len(set(named)) == len(named) else (None,) * len(order)


def decisions_alone(run: Run) -> Run:
    """A row without the figures below former heads that stand beside the decisions."""
    beside = any(heads and heads[-1].endswith(former.BESIDE) for heads in run.heads)
    below = zip(run.marks, run.heads, strict=False)
    decisions = [mark for mark, heads in below if heads and heads[-1].endswith(former.DECISIONS)]
    if not beside or len(decisions) != 1:
        return run
    others = "、".join(dict.fromkeys(heads[-1] for heads in run.heads if heads and heads[-1].endswith(former.BESIDE)))
    mark = decisions[0]._replace(aside=f"{former.NAME}的列“{others}”")
    return run._replace(marks=(mark,), heads=(), columns=())
