"""Writing the open data into its folder: over an older package of ours, never over anything else."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping

from generator.collecting.datapackage import DESCRIPTOR
from generator.files.errors import UserError, cannot_write, shown
from generator.pipeline.overwriting import Guard


def write_package(folder: str, files: Mapping[str, bytes], guard: Guard) -> None:
    """Write all or none of the files. Raises UserError where something else is in the way."""
    try:
        os.makedirs(folder, exist_ok=True)
        there = set(os.listdir(folder))
    except OSError as fault:
        raise cannot_write(folder, fault) from fault
    if not guard.force and there & set(files) and not _is_package(os.path.join(folder, DESCRIPTOR)):
        raise UserError(
            f"这个文件夹里有不是本程序写的同名文件，没有写：{shown(folder)}", "请换一个文件夹；确实不要了，加 --force"
        )
    guard._replace(force=True).write({os.path.join(folder, name): data for name, data in files.items()})


def checksums_of(names: Iterable[str], paths: Mapping[str, str]) -> dict[str, str]:
    """The SHA-256 of files by their names, of those that can be read."""
    found: dict[str, str] = {}
    for name in names:
        try:
            with open(paths[name], "rb") as file:
                found[name] = hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, KeyError):
            continue
    return found


def _is_package(path: str) -> bool:
    """Whether a descriptor is one of ours."""
    try:
        with open(path, encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and str(found.get("name", "")).startswith("government-information-disclosure-")
