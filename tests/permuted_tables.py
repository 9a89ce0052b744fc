"""The three tables with their columns in any order, as grids, and the grids in every format that has tables."""

from __future__ import annotations

import io
import random

from table_layouts import APPLICATIONS, EDITION, PROACTIVE, REVIEWS, Tables, application_rows

Spanned = tuple[str, int, int]
"""Text, columns, rows."""
Grid = list[list[Spanned]]
Grids = dict[str, Grid]


def grids(tables: Tables, rng: random.Random) -> Grids:
    """All three tables, the columns of each in an order of its own."""
    return {
        PROACTIVE.key: _proactive(tables, rng),
        APPLICATIONS.key: _applications(tables, rng),
        REVIEWS.key: _reviews(tables, rng),
    }


def _proactive(tables: Tables, rng: random.Random) -> Grid:
    order = rng.sample(range(3), 3)
    grid: Grid = []
    assert PROACTIVE.table
    for band in PROACTIVE.table.bands:
        for line in band.header:
            cells = [(cell.text, cell.columns, 1) for cell in line]
            grid.append([cells[0], *(cells[1:][at] for at in order)] if len(cells) == 4 else cells)
        for key in band.keys:
            figures = tables[(PROACTIVE.key, key)]
            shown = [(str(figures[at]), 1, 1) for at in order] if len(figures) == 3 else [(str(figures[0]), 3, 1)]
            grid.append([(PROACTIVE.by_key[key].label, 1, 1), *shown])
    return grid


def _applications(tables: Tables, rng: random.Random) -> Grid:
    names = [cell.label for cell in APPLICATIONS.children[0].children]
    legal = rng.sample(range(1, 6), 5)
    top = rng.choice([["自然人", "法人", "总计"], ["总计", "自然人", "法人"], ["法人", "自然人", "总计"]])
    order: list[int] = []
    second: list[Spanned] = []
    for name in top:
        order += {"自然人": [0], "法人": legal, "总计": [6]}[name]
        second.append(("法人或其他组织", 5, 1) if name == "法人" else (name, 1, 2))
    grid: Grid = [[("项目", 1, 3), ("申请人情况", 7, 1)], second, [(names[at], 1, 1) for at in legal]]
    for path, _, label in application_rows():
        grid.append([(label, 1, 1), *((str(tables[path][at]), 1, 1) for at in order)])
    return grid


def _reviews(tables: Tables, rng: random.Random) -> Grid:
    leaves = [*(cell.label for cell in REVIEWS.children[0].children), "总计"]
    order = rng.sample(range(5), 5)
    first: list[Spanned] = [("行政复议", 5, 1), ("行政诉讼", 10, 1)]
    litigation = [1, 2] if rng.random() < 0.5 else [2, 1]
    blocks = [0, *litigation]
    second = [*((leaves[at], 1, 2) for at in order), *((REVIEWS.children[b].label, 5, 1) for b in litigation)]
    if rng.random() < 0.5:
        first, blocks, second = first[::-1], [*litigation, 0], [*second[5:], *second[:5]]
    third = [(leaves[at], 1, 1) for _ in range(2) for at in order]
    figures = [str(tables[(REVIEWS.key, REVIEWS.children[b].key)][at]) for b in blocks for at in order]
    return [first, second, third, [(figure, 1, 1) for figure in figures]]


def texts(grid: Grid) -> list[list[str]]:
    """Rows of equal length: what spans stands in its first cell."""
    width = sum(columns for _, columns, _ in grid[0])
    rows = [[""] * width for _ in grid]
    taken = [[False] * width for _ in grid]
    for number, row in enumerate(grid):
        at = 0
        for text, columns, deep in row:
            while taken[number][at]:
                at += 1
            rows[number][at] = text
            for line in range(number, number + deep):
                for column in range(at, at + columns):
                    taken[line][column] = True
            at += columns
    return rows


def _around(inner: dict[str, str], paragraph: str, heading: str, title: str) -> str:
    parts = [title.format("示例县甲局2023年政府信息公开工作年度报告")]
    for part in EDITION.parts:
        parts += [heading.format(part.heading), inner.get(part.key, paragraph.format("写明有关情况。"))]
    return "\n\n".join(parts)


def as_html(found: Grids) -> bytes:
    """With the spans that sites write."""

    def cell(text: str, columns: int, rows: int) -> str:
        return f"<td colspan={columns} rowspan={rows}>{text}</td>"

    inner = {
        key: "<table>" + "".join("<tr>" + "".join(cell(*c) for c in row) + "</tr>" for row in grid) + "</table>"
        for key, grid in found.items()
    }
    return ("<meta charset=utf-8>" + _around(inner, "<p>{}</p>", "<h2>{}</h2>", "<h1>{}</h1>")).encode()


def as_markdown(found: Grids) -> bytes:
    """As converters write tables that have no spans."""

    def lines(grid: Grid) -> str:
        rows = texts(grid)
        body = ["| " + " | ".join(row) + " |" for row in rows]
        return "\n".join([body[0], "|" + "---|" * len(rows[0]), *body[1:]])

    return _around({key: lines(grid) for key, grid in found.items()}, "{}", "## {}", "# {}").encode()


def as_tabs(found: Grids) -> bytes:
    """As cells are copied."""
    inner = {key: "\n".join("\t".join(row) for row in texts(grid)) for key, grid in found.items()}
    return _around(inner, "{}", "{}", "{}").encode()


def as_words(found: Grids) -> bytes:
    """As running text, heads line by line."""
    inner = {key: "\n".join(" ".join(text for text, _, _ in row) for row in grid) for key, grid in found.items()}
    return _around(inner, "{}", "{}", "{}").encode()


def as_lines(found: Grids) -> bytes:
    """As running text, every cell on a line of its own."""
    inner = {key: "\n".join(text for row in grid for text, _, _ in row) for key, grid in found.items()}
    return _around(inner, "{}", "{}", "{}").encode()


def as_pdf(found: Grids) -> bytes:
    """A PDF with ruled tables, set by typst."""
    import typst

    def table(grid: Grid) -> str:
        cells = ",".join(
            f"table.cell(colspan:{wide},rowspan:{deep})[{text}]" for row in grid for text, wide, deep in row
        )
        return f"#table(columns:{sum(columns for _, columns, _ in grid[0])},{cells})"

    body = _around({key: table(grid) for key, grid in found.items()}, "{}", "{}", "{}")
    return bytes(typst.compile(f'#set text(lang: "zh", size: 9pt)\n{body}'.encode()))


def as_docx(found: Grids) -> bytes:
    """A Word file with merged cells."""
    from docx import Document

    document = Document()
    document.add_paragraph("示例县甲局2023年政府信息公开工作年度报告")
    for part in EDITION.parts:
        document.add_paragraph(part.heading)
        if part.key not in found:
            document.add_paragraph("写明有关情况。")
            continue
        grid = found[part.key]
        rows = texts(grid)
        table = document.add_table(len(rows), len(rows[0]))
        cells = [row.cells for row in table.rows]
        for number, row in enumerate(grid):
            at = 0
            for text, columns, deep in row:
                while text != rows[number][at]:
                    at += 1
                first = cells[number][at]
                if columns > 1 or deep > 1:
                    first = first.merge(cells[number + deep - 1][at + columns - 1])
                first.text = text
                at += columns
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
