"""What cannot be undercut: a zip with everything ready, and YAML composed by the C loader."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from itertools import cycle
from zipfile import ZIP_DEFLATED, ZipFile

import yaml

from benchmarks.places import BATCH, MANY, OUTPUT, report
from benchmarks.prepared import BODY, DOCX, PROPERTIES


def zip_floor() -> Callable[[], bytes]:
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


def plain_files() -> Callable[[], object]:
    """Read one YAML file after the other, zip ready XML, write a file."""
    return _files(_write)


def safe_files() -> Callable[[], object]:
    """The same; the file is flushed to the disk under a temporary name and then put in place."""
    return _files(_write_safely)


def _files(write: Callable[[str, bytes], None]) -> Callable[[], object]:
    numbers, zipped = cycle(range(BATCH)), zip_floor()

    def work() -> None:
        number = next(numbers)
        with open(report(number), "rb") as file:
            file.read()
        write(os.path.join(OUTPUT, f"floor-{number}.docx"), zipped())

    return work


def _write(path: str, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)


def _write_safely(path: str, data: bytes) -> None:
    with open(f"{path}.tmp", "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(f"{path}.tmp", path)


def compose() -> Callable[[], object]:
    """``yaml.compose`` with the C loader on one of the many files, read beforehand."""
    texts = []
    for number in range(MANY):
        with open(report(number), encoding="utf-8") as file:
            texts.append(file.read())
    turn = cycle(texts)
    return lambda: yaml.compose(next(turn), Loader=yaml.CSafeLoader)
