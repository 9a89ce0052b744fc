"""PDF with a text layer → blocks."""

from __future__ import annotations

from generator.importing.blocks import Published
from generator.importing.readers.refusals import refuse


def read(data: bytes) -> Published:
    """The blocks of a PDF."""
    raise refuse(f"PDF（{len(data)} 字节）还不能读取。")
