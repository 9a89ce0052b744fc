"""What cannot be undercut: a zip with everything ready, and YAML composed by the C loader."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import cycle
from zipfile import ZIP_DEFLATED, ZipFile

import yaml

from benchmarks.places import MANY, report
from benchmarks.prepared import BODY, DOCX, PROPERTIES


def zip_floor() -> Callable[[], object]:
    """The report's two parts, their XML ready, put into a zip whose other parts are ready."""
    parts = {}
    static = io.BytesIO()
    with ZipFile(DOCX) as made, ZipFile(static, "w") as rest:
        for name in made.namelist():
            if name in (BODY, PROPERTIES):
                parts[name] = made.read(name)
            else:
                rest.writestr(name, made.read(name), ZIP_DEFLATED, 6)

    def work() -> bytes:
        buffer = io.BytesIO(static.getvalue())
        with ZipFile(buffer, "a") as archive:
            for name, data in parts.items():
                archive.writestr(name, data, ZIP_DEFLATED, 6)
        return buffer.getvalue()

    return work


def compose() -> Callable[[], object]:
    """``yaml.compose`` with the C loader on one of the many files, read beforehand."""
    texts = []
    for number in range(MANY):
        with open(report(number), encoding="utf-8") as file:
            texts.append(file.read())
    turn = cycle(texts)
    return lambda: yaml.compose(next(turn), Loader=yaml.CSafeLoader)
