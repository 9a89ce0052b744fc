"""HTML tables inside text or Markdown, as OCR and pandoc write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.importing.blocks import Block
from generator.importing.readers.pages import PageLine

_TAG = re.compile(r"<(/?)table\b", re.IGNORECASE)


def html_run(lines: list[PageLine], start: int) -> int:
    """How many lines from ``start`` on belong to the table that begins there; to the end if it is never closed."""
    depth = 0
    for at in range(start, len(lines)):
        depth += sum(-1 if tag[1] else 1 for tag in _TAG.finditer(lines[at].text))
        if depth <= 0:
            return at + 1 - start
    return len(lines) - start


def html_block(run: list[PageLine]) -> Iterator[Block]:
    """The table (and what stands around it on its lines), each block placed by its line."""
    from generator.importing.readers.html import blocks_of

    markup = "\n".join(line.text for line in run)
    for block in blocks_of(f"<body>{markup}</body>"):
        yield block._replace(place=f"第{run[0].number}行起")
