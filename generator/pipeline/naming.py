"""What an output file is called, and which inputs would write the same one."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable
from functools import cache

from generator.document.blocks import DRAFT
from generator.files.errors import UserError, shown
from generator.form import edition_for, keys
from generator.pipeline.inputs import STDIN
from generator.pipeline.opening import load, read_tree
from generator.pipeline.published import is_published
from generator.report.building import edition_of
from generator.report.reading import read_values

DRAFT_MARK = f"（{DRAFT}）"
_MAX_NAME = 240
"""Bytes of a name before its suffix; file systems allow 255 in all."""

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_PORTS = [f"{port}{number}" for port in ("COM", "LPT") for number in "123456789"]
_RESERVED = frozenset(("CON", "PRN", "AUX", "NUL", *_PORTS))
"""Names of devices on Windows, with any suffix."""
_LINE = r"^{key}[ \t]*:[ \t]+([^\s\"'#&*!|>{{}}\[\]%@`][^\r\n#:\"']*?)[ \t]*$"
_PLAIN = {key: re.compile(_LINE.format(key=key).encode(), re.MULTILINE) for key in (keys.AGENCY, keys.YEAR)}

Identity = tuple[str | None, int | None]
"""Agency and year."""


def stem(agency: str | None, year: int | None, *, draft: bool) -> str:
    """The output's file name without suffix, safe on every file system."""
    title = edition_for(year).title(agency or "未填机关", year or "未填年度")
    mark = DRAFT_MARK if draft else ""
    return safe_name(title, _MAX_NAME - len(mark.encode())) + mark


def safe_name(text: str, room: int = _MAX_NAME) -> str:
    """``text`` as a file's name without suffix, in at most ``room`` bytes, that every file system takes."""
    name = _UNSAFE.sub("_", text).strip(" .") or "_"
    name = f"_{name}" if name.partition(".")[0].rstrip().upper() in _RESERVED else name
    return name.encode("utf-8", "replace")[:room].decode("utf-8", "ignore")


def folder_of(path: str, directory: str | None) -> str:
    """Where a report's outputs go: the folder asked for, else beside the YAML."""
    if directory is not None:
        return directory
    return os.curdir if path == STDIN else os.path.dirname(path) or os.curdir


def refuse_clashes(paths: list[str], directory: str | None, suffixes: tuple[str, ...]) -> None:
    """Raise UserError if two of the inputs would write one file, or one would write over another."""
    if len(paths) < 2:
        return
    real = cache(os.path.realpath)
    named = cache(lambda: {_identity_on_disk(os.stat(path)) for path in paths if os.path.exists(path)})
    seen: dict[int, str] = {}  # by a hash: for a whole nation's reports the names alone would take tens of megabytes
    for path in paths:
        target = _target(path, directory, real)
        if target is None:
            continue
        for suffix in suffixes:
            _refuse_input(os.path.join(target[0], f"{target[1]}.{suffix}"), named)
        key = hash(tuple(map(_folded, target)))
        other = _target(seen[key], directory, real) if key in seen else None
        if other is not None and tuple(map(_folded, other)) == tuple(map(_folded, target)):
            raise UserError(
                f"两个文件会生成同名的报告“{target[1]}”：{shown(seen[key])} 和 {shown(path)}",
                f"两个文件的{keys.AGENCY}和{keys.YEAR}相同；请改正其中一个，或者分别生成到不同的文件夹（-o）",
            )
        seen[key] = path


def _folded(name: str) -> str:
    """The same for names that are one file on some system: capitals and composed characters do not count."""
    return name if name.isascii() and name.islower() else unicodedata.normalize("NFC", name).casefold()


def _refuse_input(path: str, named: Callable[[], set[tuple[int, int]]]) -> None:
    """Raise UserError where a name of an output leads to one of the files that this run reads."""
    try:
        if _identity_on_disk(os.stat(path)) in named():
            raise UserError(f"输出会覆盖输入的文件：{shown(path)}", "请换一个文件夹（-o）")
    except (OSError, ValueError):
        return


def _identity_on_disk(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino


def _target(path: str, directory: str | None, real: Callable[[str], str]) -> tuple[str, str] | None:
    """The folder (as ``real`` has it) and name of what an input would write; None where it is refused by itself."""
    try:
        data = load(path)
    except UserError:  # said when its own turn comes; it keeps none of the others from theirs
        return None
    if is_published(path, data):
        return None
    return real(folder_of(path, directory)), stem(*identity(data), draft=False)


def identity(data: bytes) -> Identity:
    """A file's agency and year: from two plain lines where they can be seen at once, else by reading it."""
    agency, year = _plain_line(keys.AGENCY, data), _plain_line(keys.YEAR, data)
    seen = agency, int(year) if year and re.fullmatch("[0-9]{4}", year) else None
    if None not in seen:
        return seen
    root = read_tree(data).root
    if root is None:  # the slip may be anywhere else
        return seen
    fields = read_values(root, edition_of(root)).fields
    return fields.get((keys.AGENCY,)), fields.get((keys.YEAR,))


def _plain_line(key: str, data: bytes) -> str | None:
    """The value on the only plain line of that key."""
    found = _PLAIN[key].findall(data)
    try:
        return found[0].decode() if len(found) == 1 else None
    except UnicodeDecodeError:
        return None
