"""The one guard of all outputs: none is written over what was read, nor over a file that is not ours.

What edits a file (``fix``) and what keeps a record of its own (the notices and the cache of ``collect``) has no need of
it. Links are followed, so another name for the same file is the same file.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.files.atomic import Inspect, write_all
from generator.files.errors import UserError, shown
from generator.files.quoting import command
from generator.pipeline.inputs import STDIN
from generator.render.formats import FORMATS

_MOST = 40_000_000
"""Bytes of an output that are looked at; ours stay far below."""


class Guard(NamedTuple):
    """What an output must not replace. ``inputs``: what this run has read. ``force``: foreign files may go.

    ``source`` is the YAML that the outputs are made of, for the hint; ``named``: they have names that only ``build``
    gives.
    """

    inputs: tuple[str, ...] = ()
    force: bool = False
    source: str = ""
    named: bool = False

    def check(self, outputs: Iterable[str]) -> None:
        """Raise UserError when one of the outputs must not be written, or two of them are one file."""
        paths = [path for path in outputs if path != STDIN]
        refuse_same(paths)
        for path in paths:
            self._refuse_input(path)
            if not self.force:
                self._refuse_foreign(path)

    def write(self, contents: Mapping[str, bytes], inspect: Inspect | None = None) -> None:
        """Check, then write all or none of them. Raises UserError, or whatever ``inspect`` raises."""
        self.check(contents)
        write_all(contents, inspect)

    def _refuse_input(self, path: str) -> None:
        if any(is_same_file(path, file) for file in self.inputs if file != STDIN):
            raise UserError(f"输出会覆盖输入的文件：{shown(path)}", "请换一个文件名（-o）")

    def _refuse_foreign(self, path: str) -> None:
        if self.named and path.lower().endswith(_unmarked()):
            return
        data = _content(path)
        if not data:
            return
        from generator.pipeline.ours import is_ours, is_word

        if is_ours(data):
            return
        if is_word(data):
            raise self._edited(path)
        raise UserError(
            f"这个文件不是本程序写的，没有覆盖：{shown(path)}",
            "请换一个文件名（-o），或者先把它改名；确实不要了，加 --force",
        )

    def _edited(self, path: str) -> UserError:
        words = (self.source, os.path.normpath(path)) if self.source else ("年报.yaml", "改过的.docx")
        take = command("revise", *words)
        return UserError(
            f"这个 Word 文件不是本程序写的，或者写好以后有人改过、另存过，没有覆盖：{shown(path)}",
            f"要留的改动先收回 YAML：{take}；收回以后把它改名再生成；确实不要了，加 --force",
        )


def _unmarked() -> tuple[str, ...]:
    """The suffixes of what carries no mark: under a name that only ``build`` gives, it is ours."""
    return tuple(f".{name}" for name, record in FORMATS.items() if not record.marked)


def is_same_file(one: str, other: str) -> bool:
    """Whether two paths lead to one file, through links too; or would, where there is none yet."""
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return _real(one) == _real(other)


def file_key(path: str) -> str:
    """The same for paths that may be one file on some system: capitals and composed characters do not count."""
    return unicodedata.normalize("NFC", _real(path)).casefold()


def _real(path: str) -> str:
    """Where a path leads; as it is where the system can have no such name: opening it says why."""
    try:
        return os.path.realpath(path)
    except ValueError:
        return path


def refuse_same(paths: Sequence[str]) -> None:
    """Raise UserError when two of several outputs of one run are one file."""
    seen: set[str] = set()
    for path in paths:
        key = file_key(path)
        if key in seen:
            raise UserError(f"两样内容要写到同一个文件：{shown(path)}", "请给它们写不同的文件名")
        seen.add(key)


def _content(path: str) -> bytes:
    """What is in the way of an output; empty where nothing is, or nothing that can be replaced anyway."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):  # there is none, or there can be none: writing says why
        return b""
    if not stat.S_ISREG(found.st_mode) or not found.st_size:
        return b""
    try:
        with open(path, "rb") as file:
            return file.read(_MOST)
    except (OSError, ValueError) as fault:
        raise UserError(
            f"打不开这个文件，看不出是不是本程序写的，没有覆盖：{shown(path)}",
            "请检查文件的权限，或者换一个文件名（-o）；确实不要了，加 --force",
        ) from fault
