"""How many figures an import reads right, leaves empty or reads wrong, over files whose figures are known."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import permuted_tables as permuted
import table_layouts as layouts

from generator.form import keys
from generator.importing.importing import import_published
from generator.pipeline.opening import open_report

_TOTALS = {"办理结果总计": keys.RESULTS}
Truth = dict[tuple[str, str], list[float | None]]


class Score(NamedTuple):
    """A file's figures, printed totals among them."""

    name: str
    right: int
    empty: int
    wrong: int


def score(name: str, data: bytes, truth: Truth) -> Score:
    """Import a file and hold every figure against the truth (by part and row; None: cannot be read from it)."""
    report = open_report("例.yaml", import_published(name, data).text.encode()).report
    assert report is not None
    right = empty = wrong = 0
    for (part, key), expected in truth.items():
        path = next(path for path in report.figures.rows if path[0] == part and path[-1] == key)
        control = report.figures.controls.get(path, {}).get(keys.TOTAL)
        values = list(report.figures.rows[path])
        values[-1] = control if control is not None and len(values) > 1 else values[-1]
        for value, figure in zip(values, expected, strict=True):
            empty += value is None and figure is not None
            right += value is not None and figure is not None and float(value) == figure
            wrong += value is not None and (figure is None or float(value) != figure)
    return Score(name, right, empty, wrong)


def _truth(file: Path) -> Truth:
    facts = json.loads(file.read_text(encoding="utf-8"))
    proactive, applications, reviews = layouts.EDITION.tables
    rows: Truth = {}
    for key, value in facts[proactive.key].items():
        rows[(proactive.key, key)] = list(value.values()) if isinstance(value, dict) else [value]
    rows |= {(applications.key, _TOTALS.get(key, key)): value for key, value in facts[applications.key].items()}
    return rows | {(reviews.key, child.key): facts[child.key] for child in reviews.children}


def published_scores(shared: Path) -> Iterator[Score]:
    """The published reports beside the repository, and the conversions of one of them."""
    reports = shared / "reports"
    for file in sorted((reports / "转换").iterdir()):
        yield score(f"转换/{file.name}", file.read_bytes(), _truth(reports / "洪泽区人民政府_2023.json"))
    for folder in (reports, shared / "seeds"):
        for file in sorted(folder.iterdir()):
            if file.suffix in {".txt", ".html", ".pdf"}:
                yield score(f"{folder.name}/{file.name}", file.read_bytes(), _truth(file.with_suffix(".json")))


def own_scores() -> Iterator[Score]:
    """Layouts of our own: ten random reports each, columns in any order, in the formats that have tables."""
    formats = {"html": permuted.as_html, "docx": permuted.as_docx, "md": permuted.as_markdown, "txt": permuted.as_tabs}
    for suffix, write in formats.items():
        yield _summed(f"自制/各列次序任意.{suffix}", suffix, write)
    yield _summed("自制/各列次序任意（逐行的文字）.txt", "txt", permuted.as_words)
    yield _summed("自制/各列次序任意（一格一行的文字）.txt", "txt", permuted.as_lines)
    settings = {"单元格逐行": layouts.vertical, "数字在行名上一行": layouts.below, "竖线": layouts.piped}
    for name, setting in settings.items():
        total = [0, 0, 0]
        for seed in range(10):
            tables = layouts.random_tables(random.Random(seed))
            text = layouts.page(layouts.lines_of(tables, setting))
            total = _added(total, score("报告.txt", text.encode(), _of(tables)))
        yield Score(f"自制/{name}.txt", *total)
    yield _without_headings()


def _without_headings() -> Score:
    """Reports from which the headings of all parts are gone."""
    total = [0, 0, 0]
    headings = {part.heading for part in layouts.EDITION.parts}
    for seed in range(10):
        tables = layouts.random_tables(random.Random(seed))
        page = layouts.page(layouts.lines_of(tables, layouts.spaced))
        text = "\n".join(line for line in page.split("\n") if line not in headings)
        total = _added(total, score("报告.txt", text.encode(), _of(tables)))
    return Score("自制/没有节标题.txt", *total)


def _of(tables: layouts.Tables) -> Truth:
    return {(path[0], path[-1]): [float(figure) for figure in row] for path, row in tables.items()}


def _added(total: list[int], one: Score) -> list[int]:
    return [total[0] + one.right, total[1] + one.empty, total[2] + one.wrong]


def _summed(name: str, suffix: str, write: Callable[[permuted.Grids], bytes]) -> Score:
    total = [0, 0, 0]
    for seed in range(10):
        rng = random.Random(seed)
        tables = layouts.random_tables(rng)
        total = _added(total, score(f"报告.{suffix}", write(permuted.grids(tables, rng)), _of(tables)))
    return Score(name, *total)
