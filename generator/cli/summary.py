"""The table after a run over several files: which of them had how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.cli.cells import padded, printable
from generator.findings import PENDING_WORD, SEVERITY_WORDS, Severity
from generator.han.width import columns, columns_of

_GAP = "  "
_NONE = "-"


def table(by_file: Mapping[str, Mapping[str, int]], cells: int) -> list[str]:
    """Its lines, at most ``cells`` wide: a heading, then a file a line; the start of a long path is left out.

    待填 has a column where there is some.
    """
    words = [SEVERITY_WORDS[severity] for severity in Severity]
    if any(PENDING_WORD in counts for counts in by_file.values()):
        words.insert(0, PENDING_WORD)
    numbers = {file: [str(counts.get(word) or _NONE) for word in words] for file, counts in by_file.items()}
    widths = [max(columns(text) for text in column) for column in zip(*numbers.values(), words, strict=True)]
    room = cells - sum(widths) - len(_GAP) * len(widths)
    names = {file: _shortened(printable(file), room) for file in numbers}
    first = max(columns("文件"), *map(columns, names.values()))
    rows = [("文件", words), *((names[file], row) for file, row in numbers.items())]
    return [padded(name, first) + "".join(_right_aligned(row, widths)) for name, row in rows]


def _right_aligned(row: list[str], widths: list[int]) -> Iterator[str]:
    for text, cells in zip(row, widths, strict=True):
        yield _GAP + " " * (cells - columns(text)) + text


def _shortened(name: str, room: int) -> str:
    """The end of a path: that is where the file's own name stands."""
    if columns(name) <= room:
        return name
    left = room - 1
    kept = len(name)
    while kept and left >= columns_of(name[kept - 1]):
        kept -= 1
        left -= columns_of(name[kept])
    return f"…{name[kept:]}"
