"""All agencies' reports of a folder collected in the page: workbook and 退回意见 in one archive, with what it came to.

Files come with the call, under their places in the folder; they lie in a folder of their own while it lasts.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.editing.edits.typed import RefusedError
from generator.files.errors import UserError, shown
from generator.wording import on_page

if TYPE_CHECKING:
    from generator.collecting.running.collecting import Collected

_FOLDER, _LAST_YEAR, _ROSTER, _MADE = "收到的", "上年的", "名单", "做成的"
_WORKBOOK = "报送台账.xlsx"
_ARCHIVE = "application/zip"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MILLISECOND = 1_000_000
"""Nanoseconds."""

Given = dict[str, Any]
Told = Callable[[int, int], object]
"""Hears how many files of how many have been read."""


def collect(given: Given, told: Told = lambda _done, _all: None) -> dict[str, Any]:
    """Every file of ``files`` read and held against ``roster``.

    ``files``: each as ``name`` (its path in the folder, with ``/``), ``data`` (base64) and ``modified`` (milliseconds);
    ``last``: likewise last year's; ``roster``: ``name`` and ``data``; ``deadline``: a day as 2026-01-31, '' for none;
    ``newest``: of several reports of an agency the last one counts. Raises UserError, RefusedError.
    """
    with _workplace() as place:
        try:
            return _answer(_run(place, given, told), os.path.join(place, _MADE))
        except UserError as problem:
            raise UserError(_without(place, problem.message), _without(place, on_page(problem.hint))) from problem


@contextlib.contextmanager
def _workplace() -> Iterator[str]:
    place = os.path.realpath(tempfile.mkdtemp())
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _run(place: str, given: Given, told: Told) -> Collected:
    from generator.collecting.running.collecting import CollectOptions, CollectRun

    os.makedirs(os.path.join(place, _MADE))
    last = given.get("last") or ()
    options = CollectOptions(
        _filled(os.path.join(place, _FOLDER), given["files"]),
        _put(os.path.join(place, _ROSTER), given["roster"]),
        os.path.join(place, _MADE, _WORKBOOK),
        _filled(os.path.join(place, _LAST_YEAR), last) if last else None,
        newest=bool(given.get("newest")),
        deadline=_day(str(given.get("deadline") or "")),
    )
    run = CollectRun(options)
    for number, _ in enumerate(run.read(), 1):
        told(number, run.total)
    return run.finish()


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as fault:
        raise RefusedError(f"期限不是日期：{typed}", "请写成 2026-01-31 这样") from fault


def _filled(folder: str, files: Sequence[Given]) -> str:
    os.makedirs(folder)
    for file in files:
        _put(folder, file)
    return folder


def _put(folder: str, file: Given) -> str:
    """Write a file at its place in the folder. Raises RefusedError for one that leads out of it or cannot be."""
    name = str(file["name"])
    modified = int(file.get("modified") or 0) * _MILLISECOND
    try:
        path = os.path.abspath(os.path.join(folder, *name.split("/")))
        if os.path.commonpath((folder, path)) != folder or path == folder:
            raise ValueError(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as target:
            target.write(b64decode(file["data"]))
        os.utime(path, ns=(modified, modified))
    except (OSError, ValueError) as fault:
        raise RefusedError(f"文件名不能用：{shown(name)}", "请改一个文件名，再放一次") from fault
    return path


def _answer(done: Collected, folder: str) -> dict[str, Any]:
    ledger = done.ledger
    agencies = [
        {
            "name": entry.agency.name,
            "status": entry.status.value,
            "level": entry.status.name.lower(),
            "file": entry.filed.file if entry.filed else "",
            "problems": len(entry.filed.problems) if entry.filed else 0,
            "remarks": [on_page(remark) for remark in entry.remarks],
        }
        for entry in ledger.entries
    ]
    remarks = [_without(os.path.dirname(folder), on_page(remark)) for remark in done.remarks]
    return {
        "year": ledger.year,
        "agencies": agencies,
        "asides": [aside._asdict() for aside in ledger.asides],
        "remarks": [*remarks, *(["程序读有的文件时出错（NB900），台账里注明了"] if done.traces else [])],
        "notices": len(done.notices.written),
        "name": f"报送台账-{ledger.year}.zip",
        "kind": _ARCHIVE,
        "data": b64encode(_packed(folder)).decode(),
    }


def _packed(folder: str) -> bytes:
    """The workbook and 退回意见; the same bytes for the same contents."""
    from generator.collecting.running.collecting import NOTICES

    out = BytesIO()
    notices = os.path.join(folder, NOTICES)
    names = sorted(os.listdir(notices)) if os.path.isdir(notices) else []
    with ZipFile(out, "w") as archive:
        for name in (_WORKBOOK, *(f"{NOTICES}/{name}" for name in names)):
            with open(os.path.join(folder, *name.split("/")), "rb") as file:
                archive.writestr(ZipInfo(name, _EPOCH), file.read(), ZIP_DEFLATED)
    return out.getvalue()


def _without(place: str, words: str) -> str:
    """A sentence without the place where the files lie for a moment."""
    for folder in (_FOLDER, _LAST_YEAR, _ROSTER, _MADE):
        path = os.path.join(place, folder)
        words = words.replace(path + os.sep, "").replace(path, "这个文件夹")
    return words
