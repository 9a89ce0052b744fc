"""Which row of the form each stretch of figures belongs to: by its label, and where that fails by the order of rows."""

from __future__ import annotations

from typing import NamedTuple

from generator.importing.labels import RowLabel
from generator.importing.lines import Run
from generator.importing.words import similarity

EXACT = 1.0
INSIDE = 0.95
BROKEN = 0.85
ALIKE = 0.7
BY_ORDER = 0.5
_ENOUGH_ALIKE = 0.6
_SHORTEST_BREAK = 4
_MOST_RUNS = 400


class Match(NamedTuple):
    """A run that belongs to a row. ``label`` is how sure that is; ``printed`` the label as it was recognised."""

    row: RowLabel
    run: Run
    label: float
    printed: str = ""


def align(runs: list[Run], rows: tuple[RowLabel, ...]) -> list[Match]:
    """The best assignment that keeps the order of both; runs that fit no row are left out."""
    runs = runs[:_MOST_RUNS]
    scores = [_scores(run, rows) for run in runs]
    chosen = _best_path(scores, len(rows))
    matches = [Match(rows[row], runs[run], *scores[run][row]) for run, row in chosen]
    return _certain(matches, chosen, rows)


def _scores(run: Run, rows: tuple[RowLabel, ...]) -> list[tuple[float, str]]:
    """For every row how well the text before the run ends with its label, and the text that does."""
    text = run.before
    if not text:
        return [(0.0 if row.is_group else BY_ORDER, "") for row in rows]
    ends = [next((form for form in row.forms if text.endswith(form)), "") for row in rows]
    longest = max(map(len, ends))
    if longest:
        return [(EXACT, end) if len(end) == longest else (-1.0, "") for end in ends]
    return [_near(text, run.own, row) for row in rows]


def _near(text: str, own: str, row: RowLabel) -> tuple[float, str]:
    best = (BY_ORDER / 2, "")
    for form in row.forms:
        if len(form) >= _SHORTEST_BREAK and form in (own or text[-2 * len(form) :]):
            return INSIDE, form
        if any(text.endswith(form[:cut]) for cut in range(len(form) - 1, max(3, len(form) // 3), -1)):
            best = max(best, (BROKEN, form))
            continue
        window = own if own and abs(len(own) - len(form)) < len(form) else text[-len(form) :]
        alike = similarity(window, form) if len(form) > 2 else 0.0  # noqa: PLR2004
        if alike >= _ENOUGH_ALIKE:
            best = max(best, (ALIKE * alike, window))
    return (best[0] - BY_ORDER, best[1]) if row.is_group and not best[1] else best


def _best_path(scores: list[list[tuple[float, str]]], width: int) -> list[tuple[int, int]]:
    """Pairs of run and row, both rising, with the highest sum."""
    height = len(scores)
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(height - 1, -1, -1):
        line, below = best[i], best[i + 1]
        for j in range(width - 1, -1, -1):
            score = scores[i][j][0]
            skip = max(below[j], line[j + 1])
            line[j] = max(skip, below[j + 1] + score) if score > 0 else skip
    return list(_walk(best, scores, height, width))


def _walk(
    best: list[list[float]], scores: list[list[tuple[float, str]]], height: int, width: int
) -> list[tuple[int, int]]:
    pairs, i, j = [], 0, 0
    while i < height and j < width:
        score = scores[i][j][0]
        if score > 0 and best[i][j] == best[i + 1][j + 1] + score:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            i += 1
    return pairs


def _certain(matches: list[Match], chosen: list[tuple[int, int]], rows: tuple[RowLabel, ...]) -> list[Match]:
    """Without the runs whose row only their order suggests while there are more rows than runs to choose from."""
    certain: list[Match] = []
    at = 0
    while at < len(matches):
        if matches[at].label > BY_ORDER:
            certain.append(matches[at])
            at += 1
            continue
        end = at
        while end < len(matches) and matches[end].label <= BY_ORDER:
            end += 1
        first = chosen[at - 1][1] + 1 if at else 0
        last = chosen[end][1] if end < len(matches) else len(rows)
        places = [row for row in rows[first:last] if not row.is_group]
        if len(places) == end - at:
            certain += (m._replace(row=row) for m, row in zip(matches[at:end], places, strict=True))
        at = end
    return certain
