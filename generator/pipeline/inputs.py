"""Which files a command is about: what was named, and the reports in the folders that were named."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator

from generator.files.errors import UserError, cannot_read, shown
from generator.pipeline.published import PUBLISHED_SUFFIXES
from generator.resources import SCHEMA

STDIN = "-"
YAML_SUFFIXES = (".yaml", ".yml")


_SETTINGS = ("nianbao.yaml", "nianbao.yml", "对照.yaml", "对照.yml", os.path.basename(SCHEMA))
_SETTING_ENDS = (".对照.yaml", ".对照.yml")
_RECORD = ".定稿."
"""In the name of what is kept of a report when it is signed off."""


def is_setting(name: str) -> bool:
    """Whether a file's name says that it is no report but belongs to some: settings, tables of columns, records."""
    plain = unicodedata.normalize("NFC", name).lower()
    return plain in _SETTINGS or plain.endswith(_SETTING_ENDS) or _RECORD in plain


def find_inputs(paths: list[str], *, published: bool = False) -> list[str]:
    """The files named, and the YAML files of the folders named, each once, folders in the order of their names.

    ``published``: of a folder without any YAML the published reports. They are left out beside YAML, because there they
    are mostly what was built from it. Raises UserError for what does not exist and for a folder without such files.
    """
    found: dict[str, None] = {}
    for path in paths:
        for file in _in_folder(path, published) if path != STDIN and os.path.isdir(path) else [_existing(path)]:
            found.setdefault(file)
    return list(found)


def _existing(path: str) -> str:
    if path == STDIN:
        return path
    try:
        os.stat(path)
    except (OSError, ValueError) as fault:
        raise cannot_read(path, fault) from fault
    return path


def _in_folder(folder: str, published: bool) -> list[str]:
    files = list(_files(folder, YAML_SUFFIXES)) or (list(_files(folder, PUBLISHED_SUFFIXES)) if published else [])
    if not files:
        raise UserError(f"文件夹里没有 YAML 文件：{shown(folder)}", "年报文件以 .yaml 结尾；用 nianbao new 新建一个")
    return files


def _refuse_locked(fault: OSError) -> None:
    """A folder that may not be looked into is not passed over in silence; one that has just gone is."""
    if not isinstance(fault, FileNotFoundError):
        raise cannot_read(str(fault.filename), fault) from fault


def _files(folder: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    for here, folders, names in os.walk(folder, onerror=_refuse_locked):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(suffixes) and not name.startswith((".", "~")) and not is_setting(name):
                yield os.path.join(here, name)
