"""What a browser prints above and below its pages, and no report says."""

from __future__ import annotations

import re

_DAY = r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}"
_TIME = r"(?:[上下]午)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?"
_PRINTED = re.compile(
    rf"{_DAY}[,，]?\s*{_TIME}(?:\s+\S.*)?|(?:https?|file)://\S+(?:\s+\d{{1,3}}\s*/\s*\d{{1,3}})?", re.DOTALL
)


def is_printed_by_browser(text: str) -> bool:
    """Whether a line is one that a browser adds: the moment and the page's title; its address and the number."""
    return _PRINTED.fullmatch(text.strip()) is not None
