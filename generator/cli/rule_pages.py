"""A rule explained: on the terminal, in Markdown (docs/rules.md), and as help in SARIF. One content, three dresses."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pipeline.catalogue import CatalogueEntry
from generator.pipeline.findings import SEVERITY_WORDS

FAILS, BEFORE, PASSES = "这样不对", "上年报告中", "这样就对"


def heading(entry: CatalogueEntry) -> str:
    """One line: code, severity and title."""
    return f"{entry.code} {SEVERITY_WORDS[entry.severity]} {entry.title}"


def text_page(entry: CatalogueEntry, cells: int | None = None) -> str:
    """The page in plain text; ``why`` is wrapped to ``cells`` if given."""
    from generator.cli.cells import wrapped

    lines = [heading(entry), "", *(wrapped(entry.why, cells) if cells else [entry.why])]
    for title, example in _examples(entry):
        lines += ["", f"{title}：", *(f"  {line}" for line in example.splitlines())]
    return "\n".join(lines)


def markdown_page(entry: CatalogueEntry) -> str:
    """The same in Markdown, without its heading."""
    lines = [entry.why]
    for title, example in _examples(entry):
        lines += ["", f"{title}：", "", "```yaml", *example.splitlines(), "```"]
    return "\n".join(lines)


def _examples(entry: CatalogueEntry) -> Iterator[tuple[str, str]]:
    wrong = ((FAILS, entry.fails), (BEFORE, entry.last_year))
    right = ((PASSES, entry.passes), (BEFORE, entry.last_year_right))
    for title, example in (*wrong, *right):
        if example:
            yield title, example
