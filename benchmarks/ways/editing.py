"""What the language server computes after a change: the text checked anew, its findings as diagnostics."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from itertools import cycle

from lsprotocol import types
from pygls.workspace import PositionCodec

from benchmarks.places import WORK
from benchmarks.sample import lines_long
from generator.editing.page import Page
from generator.editor.diagnostics import diagnostics
from generator.editor.places import ClientPositions

Work = Callable[[], object]


def _diagnostics(length: int) -> Work:
    """Checks in turn a report with a slip in it and without."""
    text = lines_long(length)
    texts = cycle([text.replace("\n  行政强制: 0\n", "\n  行政强制: 0x\n"), text])
    return lambda: _found(os.path.join(WORK, "latency.yaml"), next(texts))


def _found(path: str, text: str) -> list[types.Diagnostic]:
    page = Page(path, text)
    assert page.is_report, "the server would not look at it"
    return diagnostics(page, path, ClientPositions(page, PositionCodec()))


diagnostics_150 = partial(_diagnostics, 150)
diagnostics_400 = partial(_diagnostics, 400)
diagnostics_2000 = partial(_diagnostics, 2000)
