"""A rule explained: on the terminal, in Markdown (docs/rules.md), and as help in SARIF. One content, three dresses."""

from __future__ import annotations

from generator.findings import SEVERITY_WORDS
from generator.pipeline.catalogue import CatalogueEntry, examples_of


def heading(entry: CatalogueEntry) -> str:
    """One line: code, severity and title."""
    return f"{entry.code} {SEVERITY_WORDS[entry.severity]} {entry.title}"


def text_page(entry: CatalogueEntry, cells: int | None = None) -> str:
    """The page in plain text; ``why`` is wrapped to ``cells`` if given."""
    from generator.cli.cells import wrapped

    lines = [heading(entry), "", *(wrapped(entry.why, cells) if cells else [entry.why])]
    for example in examples_of(entry):
        lines += ["", f"{example.title}：", *(f"  {line}" for line in example.text.splitlines())]
    return "\n".join(lines)


def markdown_page(entry: CatalogueEntry) -> str:
    """The same in Markdown, without its heading."""
    lines = [entry.why]
    for example in examples_of(entry):
        lines += ["", f"{example.title}：", "", f"```{example.language}", *example.text.splitlines(), "```"]
    return "\n".join(lines)
