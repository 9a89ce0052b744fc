"""A row of figures typed as a list."""

from __future__ import annotations

import re


def split_figures(text: str) -> tuple[str, ...] | None:
    """The figures of a row typed as a list (``18 2 0 0 0 0 20``, ``18、2、0``); None when it is not such a list."""
    parts = re.split(r"[ \t　\xa0]*[,，、;；|｜/\t][ \t　\xa0]*|[ \t　\xa0]+", text.strip(" \t　\xa0[]［］【】()（）"))
    if len(parts) < 2 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    if len(parts) < 4 and re.fullmatch(r"[0-9]{1,3}(?:[ ,，'][0-9]{3})+", text.strip()):
        return None  # 1,234 is one figure
    return tuple(parts)
