"""What a run writes: the workbook, in a numbered copy while it is open elsewhere, and 退回意见 beside it."""

from __future__ import annotations

import contextlib
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.collecting.running.reading import digest
from generator.files.atomic import write_all, write_atomic
from generator.files.backups import free_backup
from generator.files.errors import UserError, shown
from generator.pipeline.naming import safe_name
from generator.pipeline.opening import load

_LOCKS = (".~lock.{}#", "~${}", ".~{}")
"""What LibreOffice, Excel and WPS put beside a workbook that is open."""
_ROOM = 200
"""Bytes of a notice's name, which leaves room for a number and for the temporary file's name."""
_SUFFIX = ".md"
_MOST = 1000


class WrittenWorkbook(NamedTuple):
    """Where the workbook went; ``remark`` says why it is not where it was to go, else ''."""

    path: str
    remark: str = ""


class Returned(NamedTuple):
    """What became of the folder of notices: names of files written, removed because nothing is wrong any more, and
    left because they are not as a run wrote them. ``written`` gives the digest of each notice; ``kept`` are copies of
    notices that somebody had changed and of which there is more to say now."""

    written: Mapping[str, str]
    removed: tuple[str, ...]
    left: tuple[str, ...]
    kept: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    """Copies of notices of which this run does not know who wrote them: what it knew is gone, or it is another's."""


def place_workbook(path: str, content: bytes) -> WrittenWorkbook:
    """Write the workbook; while another program has it open, a numbered copy beside it. Raises UserError."""
    if not _is_open(path):
        try:
            write_atomic(path, content)
            return WrittenWorkbook(path)
        except UserError as refusal:
            if not (isinstance(refusal.__cause__, PermissionError) and os.path.exists(path)):
                raise
    copy = next(name for name in _numbered(path) if not os.path.lexists(name))
    write_atomic(copy, content)
    return WrittenWorkbook(
        copy,
        f"{shown(path)} 正在别的程序里打开，没有动它；这次写到了 {shown(copy)}。关闭以后再收一遍，就写回原来的文件。",
    )


def _is_open(path: str) -> bool:
    folder, name = os.path.split(path)
    if not os.path.exists(path):
        return False
    return any(os.path.lexists(os.path.join(folder, lock.format(name))) for lock in _LOCKS)


def _numbered(path: str) -> Iterator[str]:
    stem, suffix = os.path.splitext(path)
    return (f"{stem}({number}){suffix}" for number in range(2, _MOST))


def notice_names(agencies: Iterable[str]) -> list[str]:
    """A file name for each agency, safe on every file system and no two the same."""
    taken: set[str] = set()
    names = []
    for agency in agencies:
        stem = safe_name(unicodedata.normalize("NFC", agency), _ROOM)
        name, number = f"{stem}{_SUFFIX}", 2
        while name.casefold() in taken:
            name, number = f"{stem}({number}){_SUFFIX}", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def write_notices(folder: str, notices: Mapping[str, str], before: Mapping[str, str]) -> Returned:
    """Write each notice, and remove those of the last run (``before``: their digests) that nobody needs any more.

    A file that is not as the last run wrote it is somebody's and stays; where a notice says something else now, it
    stays as a copy. Raises UserError when one cannot be written.
    """
    written_over = {name: _write(os.path.join(folder, name), text, before.get(name)) for name, text in notices.items()}
    kept = tuple(os.path.basename(backup) for name, backup in written_over.items() if backup and name in before)
    strange = tuple(os.path.basename(backup) for name, backup in written_over.items() if backup and name not in before)
    others = sorted(set(_files(folder)) - set(notices))
    stale = [name for name in others if before.get(name) == _digest_of(os.path.join(folder, name))]
    removed = [name for name in stale if _removed(os.path.join(folder, name))]
    with contextlib.suppress(OSError):  # empty, or not
        os.rmdir(folder)
    written = {name: digest(text.encode()) for name, text in notices.items()}
    left = tuple(name for name in others if name not in removed)
    return Returned(written, tuple(removed), left, kept, strange)


def _write(path: str, text: str, before: str | None) -> str:
    """Write a notice unless it says what the last run wrote; where somebody's own was kept, '' if there was none."""
    content = text.encode()
    there = _digest_of(path)
    if there == digest(content) or (there and before == digest(content)):
        return ""
    if there in ("", before):
        write_atomic(path, content)
        return ""
    backup = free_backup(path)
    write_all({backup: load(path), path: content})  # the copy first
    return backup


def _files(folder: str) -> list[str]:
    try:
        return [name for name in os.listdir(folder) if name.endswith(_SUFFIX)]
    except OSError:
        return []


def _digest_of(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return digest(file.read())
    except OSError:
        return ""


def _removed(path: str) -> bool:
    try:
        os.unlink(path)
    except OSError:
        return False
    return True
