"""Saying where a file that was read back differs from the report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from generator.cli.cells import printable
from generator.cli.colours import paint_for
from generator.cli.streams import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.comparing.grids import Mismatch

_MOST = 10
_BEFORE, _SHOWN = 10, 40
"""Characters of a long line: how many before the first that differs, and how many in all."""


def show_unlike(unlike: Sequence[Mismatch]) -> None:
    """Say on stderr which file it is, the first places that differ, and what to do."""
    say(f"{paint_for(sys.stderr)('错误', 'error')}：{printable(unlike[0].file)} 读回来与报告不同，没有采用")
    for each in unlike[:_MOST]:
        say(f"  {printable(each.place)}：{_said(each)}")
    if len(unlike) > _MOST:
        say(f"  还有 {len(unlike) - _MOST} 处")
    say("提示：原来的成品都没有动。请再生成一次；仍然不同的，请把 YAML 文件和这些内容发给维护人员")


def _said(unlike: Mismatch) -> str:
    pairs = enumerate(zip(unlike.expected, unlike.found, strict=False))
    start = next((at for at, (one, other) in pairs if one != other), min(len(unlike.expected), len(unlike.found)))
    expected, found = (_quoted(text, start) for text in (unlike.expected, unlike.found))
    if not (expected or found):
        return "不同"
    return f"应为{expected or '没有内容'}，读回来是{found}" if found else f"应为{expected}，读回来没有"


def _quoted(text: str, start: int) -> str:
    """The text, of a long one the part around ``start``."""
    if not text:
        return ""
    first = max(0, min(start - _BEFORE, len(text) - _SHOWN))
    shown = text[first : first + _SHOWN]
    return f"“{'…' if first else ''}{printable(shown)}{'…' if first + _SHOWN < len(text) else ''}”"
