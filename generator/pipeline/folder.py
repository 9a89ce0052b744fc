"""The reports in a tree of folders, YAML and published ones; what is passed over is named with the reason."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import NamedTuple

from generator.pipeline.errors import cannot_read
from generator.pipeline.inputs import YAML_SUFFIXES
from generator.pipeline.published import may_be_published

RETURNED = "退回意见"
"""The folder of what is sent back to agencies; nothing in it is a report."""


class Skipped(NamedTuple):
    """A file or folder that was passed over."""

    path: str
    reason: str


class Folder(NamedTuple):
    """What a tree of folders holds, in the order of the names."""

    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]


def find_reports(folder: str, leave_out: Collection[str] = ()) -> Folder:
    """The files below ``folder`` that may be reports. Hidden ones and ``leave_out`` (our own outputs) are not named.

    Files in formats that have to be converted first (.doc, .wps, a scan) are among them: whoever reads one is told so.
    Raises UserError when the folder itself cannot be read.
    """
    files: list[str] = []
    skipped: list[Skipped] = []
    outputs = {os.path.realpath(path) for path in leave_out}

    def unreadable(fault: OSError) -> None:
        if fault.filename == folder:
            raise cannot_read(folder, fault) from fault
        skipped.append(Skipped(str(fault.filename), "文件夹没有权限读取"))

    for here, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != RETURNED)
        for name in sorted(names):
            path = os.path.join(here, name)
            if name.startswith(".") or os.path.realpath(path) in outputs:
                continue
            if reason := _no_report(name):
                skipped.append(Skipped(path, reason))
            else:
                files.append(path)
    return Folder(tuple(files), tuple(skipped))


def _no_report(name: str) -> str:
    """Why a file of that name is no report; '' when it may be one."""
    if name.startswith("~"):
        return "是 WPS、Word 打开文件时留下的临时文件"
    if name.lower().endswith(YAML_SUFFIXES) or may_be_published(name):
        return ""
    return "不是年报的文件格式"
