"""Plain data as JSON, amounts of money exact."""

from __future__ import annotations

import json
import re
from decimal import Decimal


def exact_json(data: object) -> bytes:
    """The data as indented UTF-8 JSON, a line break at its end; what UTF-8 cannot say (half a character) escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2, default=_mark)
    return (_MARKED.sub(r"\1", text) + "\n").encode("utf-8", "backslashreplace")


def _mark(value: object) -> str:
    """JSON has exact numbers but Python's writer has none: a Decimal goes through it as a marked string."""
    if isinstance(value, Decimal):
        return f"\0{value:f}\0"
    raise TypeError(value)


_MARKED = re.compile(r'"\\u0000([-\d.]+)\\u0000"')
