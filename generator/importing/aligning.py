"""Which row of the form each stretch of figures belongs to: by its label, and where that fails by the order of rows."""

from __future__ import annotations

from itertools import pairwise

from generator.importing.figure_runs import Run
from generator.importing.labels import RowLabel, TableForm
from generator.importing.strayed import Match, without_strayed
from generator.importing.words import label_form, similarity

EXACT = 1.0
"""Certainty (0 to 1): the label is the form's own, character for character."""
INSIDE = 0.95
"""Certainty (0 to 1): the form's label stands whole in a longer one."""
BROKEN = 0.85
"""Certainty (0 to 1): the label is the beginning or the end of the form's."""
ALIKE = 0.7
"""Certainty (0 to 1) of a label that is like the form's; times the likeness."""
BY_ORDER = 0.5
"""Certainty (0 to 1) of a row that only its place in the table tells."""
_ENOUGH_ALIKE = 0.6
"""Likeness (0 to 1) from which a label may be the form's, misprinted; our choice."""
_SHORTEST_BREAK = 4
"""Characters of a label from which its part stands for it: 总计 and 其他 stand in several rows."""
_SHORTEST_START = 2
"""Characters from which the beginning of a label may stand for it; one is anybody's."""
_MOST_RUNS = 400
"""Rows of a table; the form's largest has under 40. More would only cost time."""


def align(runs: list[Run], form: TableForm, tail: str = "") -> list[Match]:
    """The best assignment that keeps the order of both; runs that fit no row are left out.

    ``tail`` is the text after the last run: where it holds the last row's label, labels stand below their figures.
    """
    runs = [_without_heads(run, form) for run in runs[:_MOST_RUNS]]
    rows = form.rows
    if any(tail.endswith(name) for name in rows[-1].forms) and not any(
        run.before.endswith(name) for run in runs for name in rows[-1].forms
    ):
        runs = _with_labels_below(runs, rows, tail)
    scores = [_scores(run, rows) for run in runs]
    chosen = _best_path(scores, len(rows))
    matches = [Match(rows[row], runs[run], *scores[run][row]) for run, row in chosen]
    certain = _between_anchors(runs, rows, _certain(matches, chosen, rows))
    return without_strayed(runs, rows, certain, [own_row(run, rows) for run in runs])


def _with_labels_below(runs: list[Run], rows: tuple[RowLabel, ...], tail: str) -> list[Run]:
    """The runs with the text behind them; where labels stand above or beside figures too, only what has its own."""
    beside = [run for run in runs if own_row(run, rows) is not None]
    if beside or not runs or any(runs[0].before.endswith(row.forms) for row in rows if not row.is_group):
        return beside
    texts = [*(run.before for run in runs[1:]), tail]
    return [run._replace(before=text) for run, text in zip(runs, texts, strict=True)]


def _between_anchors(runs: list[Run], rows: tuple[RowLabel, ...], matches: list[Match]) -> list[Match]:
    """What stands between two rows whose labels are in their own lines: as many rows as the form has there are those.

    Otherwise figures in a line of their own belong to nobody: the label may stand above them or below.
    """
    anchors = [(at, row) for at, run in enumerate(runs) if (row := own_row(run, rows)) is not None]
    if any(one[1] >= other[1] for one, other in pairwise(anchors)):
        return matches
    found = {id(match.run): match for match in matches}
    for (start, above), (end, below) in pairwise(anchors):
        between = runs[start + 1 : end]
        if all(run.own for run in between):
            continue
        places = [row for row in rows[above + 1 : below] if not row.is_group]
        for at, run in enumerate(between):
            if len(places) == len(between):
                match = found.get(id(run))
                known = match if match and match.row is places[at] else Match(places[at], run, BY_ORDER)
                found[id(run)] = known._replace(bounded=True)
            elif not run.own:
                found.pop(id(run), None)
    return [found[id(run)] for run in runs if id(run) in found]


def own_row(run: Run, rows: tuple[RowLabel, ...]) -> int | None:
    """The row whose label ends the text in the figures' own line."""
    ends = [max((len(form) for form in row.forms if run.own.endswith(form)), default=0) for row in rows]
    longest = max(ends)
    return ends.index(longest) if longest >= _SHORTEST_START and ends.count(longest) == 1 else None


def _without_heads(run: Run, form: TableForm) -> Run:
    """A run right below the heads of the columns has no label, though the last head may read like one."""
    heads = [label_form(label) for label in form.column_labels]
    pairs = (heads[-3] + heads[-2], heads[-2] + heads[-1]) if len(heads) > 3 else ()
    return run._replace(before="", own="") if run.before.endswith(pairs) else run


def _scores(run: Run, rows: tuple[RowLabel, ...]) -> list[tuple[float, str]]:
    """For every row how well the text before the run ends with its label, and the text that does."""
    text = run.before
    if not text:
        return [(0.0 if row.is_group else BY_ORDER, "") for row in rows]
    ends = [next(filter(text.endswith, row.forms)) if text.endswith(row.forms) else "" for row in rows]
    longest = max(ends, key=len)
    if longest:
        return [
            (EXACT, end) if len(end) == len(longest) else _begun(longest, run, row)
            for end, row in zip(ends, rows, strict=True)
        ]
    return [_near(text, run.own, row) for row in rows]


def _begun(text: str, run: Run, row: RowLabel) -> tuple[float, str]:
    """A label that ends where the text does may be only the end of a longer one's beginning, its line broken there."""
    form = row.forms[0]
    if text not in form[:-1]:  # both would be where the text ends
        return -1.0, ""
    if run.own.endswith(text) and form.startswith(text):
        return ALIKE, form
    longer = range(len(form) - 1, max(len(text), _SHORTEST_BREAK), -1)
    return (BROKEN, form) if any(run.before.endswith(form[:cut]) for cut in longer) else (-1.0, "")


def _near(text: str, own: str, row: RowLabel) -> tuple[float, str]:
    best = (BY_ORDER / 2, "")
    for form in row.forms:
        if len(form) >= _SHORTEST_BREAK and not row.is_group and form in (own or text[-2 * len(form) :]):
            return INSIDE, form
        if len(own) >= _SHORTEST_START and form.startswith(own):
            best = max(best, (BROKEN, form))
            continue
        if any(text.endswith(form[:cut]) for cut in range(len(form) - 1, max(3, len(form) // 3), -1)):
            best = max(best, (BROKEN, form))
            continue
        alike, window = _alike(own or text, form)
        if alike >= _ENOUGH_ALIKE:
            best = max(best, (ALIKE * alike, window))
    return (best[0] - BY_ORDER, best[1]) if row.is_group and not best[1] else best


def _alike(text: str, form: str) -> tuple[float, str]:
    """How alike a label and the end of a text are, and that end."""
    if len(form) <= _SHORTEST_START:
        return 0.0, ""
    windows = {text[-length:] for length in (len(form) - 1, len(form), len(form) + 1)}
    if len(text) < 2 * len(form):
        windows.add(text)
    return max((similarity(window, form), window) for window in windows)


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
