"""The files of a folder tree: those that may be reports, and the others, each with the reason why it is not read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from typing import NamedTuple

from generator.collecting.records import Aside
from generator.files.errors import UserError, cannot_read, shown
from generator.pipeline.inputs import YAML_SUFFIXES, is_setting
from generator.pipeline.naming import DRAFT_MARK
from generator.pipeline.published import PUBLISHED_SUFFIXES

NOTICES = "退回意见"
"""The folder beside the ledger for what is sent back to agencies."""
CACHE_SUFFIX = ".nianbao-cache"
"""What was read, kept for the next run."""

_ALSO_READ = (".markdown", ".shtml", ".xhtml", ".mht", ".mhtml", ".doc", ".wps", ".rtf", ".odt", ".ofd")
"""What the importer reads, or knows better than a suffix what it is (a .doc from a site often is a page)."""
READ = (*YAML_SUFFIXES, *PUBLISHED_SUFFIXES, *_ALSO_READ)

_ARCHIVES = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".svg")
_SHEETS = (".xlsx", ".xls", ".et", ".csv", ".xlsm", ".ods")
_NO_REPORT = "如果它是年报，请另存为 docx；不是就不用管"
_REASONS = (
    (_ARCHIVES, "压缩文件，没有打开", "请先解压到这个文件夹，再收一遍"),
    (_PICTURES, "图片，里面没有可以读的文字", "如果是年报的扫描件，请向该单位要 Word 版本"),
    (_SHEETS, "表格，不是年报", "不用管；年报请交 Word 版本"),
)
_LOCKS = ("~$", ".~")
_SYSTEM = ("thumbs.db", "desktop.ini", ".ds_store", "ehthumbs.db", "icon\r")
_SYSTEM_FOLDERS = ("__macosx", "$recycle.bin", "system volume information")
_OURS = (CACHE_SUFFIX, ".tmp")
_BACKUP = re.compile(r"\.ya?ml(\.\d+)?\.bak")
"""What ``fix`` keeps beside a report (`generator.files.backups`)."""
_MOST = 100_000
"""Files looked at: more are no collection of reports but a whole disk."""


class _Why(NamedTuple):
    """Why something is not read, and what to do."""

    reason: str
    advice: str
    harmless: bool = False

    def aside(self, name: str) -> Aside:
        return Aside(name, self.reason, self.advice, harmless=self.harmless)


class FoundFile(NamedTuple):
    """A file that may be a report. ``name`` is its path relative to the folder, fit for printing."""

    path: str
    name: str
    modified: int


class Walked(NamedTuple):
    """All files of a tree in the order of their names: to be read, and not."""

    found: tuple[FoundFile, ...]
    skipped: tuple[Aside, ...]


def walk(folder: str, own: frozenset[str] = frozenset()) -> Walked:
    """The files below ``folder``; ``own`` are real paths of files and folders that this run itself reads or writes.

    Links to folders are not followed, so no walk is endless. Raises UserError when the folder cannot be read.
    """
    found: list[FoundFile] = []
    skipped: list[Aside] = []
    try:
        os.scandir(folder).close()
    except (OSError, ValueError) as fault:
        raise cannot_read(folder, fault) from fault
    for entry in _entries(folder, own, skipped):
        if len(found) + len(skipped) > _MOST:
            raise UserError(
                f"文件夹里的文件太多（超过 {_MOST} 个）：{shown(folder)}", "请把各单位的年报放进单独的文件夹"
            )
        name = _name(entry.path, folder)
        why = _why_not(entry, own)
        if why:
            skipped.append(why.aside(name))
        else:
            found.append(FoundFile(entry.path, name, entry.stat().st_mtime_ns))
    by_name = sorted(found, key=lambda file: file.name)
    return Walked(tuple(by_name), tuple(sorted(skipped)))


def _entries(folder: str, own: frozenset[str], skipped: list[Aside]) -> Iterator[os.DirEntry[str]]:
    """Every file in the tree; folders that are not entered go to ``skipped``."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                children = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            skipped.append(Aside(_name(here, folder), "文件夹打不开", "请检查这个文件夹的权限"))
            continue
        for child in children:
            if not _is_folder(child):
                yield child
            elif why := _why_not_entered(child, own):
                skipped.append(why.aside(_name(child.path, folder)))
            else:
                waiting.append(child.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _why_not_entered(entry: os.DirEntry[str], own: frozenset[str]) -> _Why | None:
    if entry.is_symlink():
        return _Why("指向别处的链接文件夹，没有进去", "里面如果有年报，请把文件复制过来")
    if entry.name == NOTICES or os.path.realpath(entry.path) in own:
        return _Why("本程序自己用的文件夹", "不用管", harmless=True)
    if entry.name.lower() in _SYSTEM_FOLDERS or entry.name.startswith("."):
        return _Why("系统的或者隐藏的文件夹，没有进去", "里面如果有年报，请移出来；没有就不用管")
    return None


def _why_not(entry: os.DirEntry[str], own: frozenset[str]) -> _Why | None:
    """Why a file is not read, and what to do; None for one that may be a report."""
    name = entry.name.lower()
    if name.startswith(_LOCKS):
        return _Why("文件打开着的时候留下的临时文件", "不用管，关闭原文件后会消失；原文件请先保存", harmless=True)
    if name in _SYSTEM or name.startswith("._"):
        return _Why("系统自己的文件", "不用管", harmless=True)
    ours = name.endswith(_OURS) or _BACKUP.search(name) or is_setting(entry.name)
    if ours or os.path.realpath(entry.path) in own:
        return _Why("本程序自己用的文件", "不用管", harmless=True)
    return _no_report(name) or _why_not_opened(entry)


def _no_report(name: str) -> _Why | None:
    stem, suffix = os.path.splitext(name)
    if name.startswith("."):
        return _Why("隐藏文件", "如果是年报，请改一个不以点开头的文件名")
    if suffix not in READ:
        known = (_Why(reason, advice) for kinds, reason, advice in _REASONS if suffix in kinds)
        return next(known, _Why("不是年报用的文件类型", _NO_REPORT))
    return _Why("草稿，不是定稿", "请让该单位改正错误后报送定稿") if stem.endswith(DRAFT_MARK) else None


def _why_not_opened(entry: os.DirEntry[str]) -> _Why | None:
    try:
        regular = stat.S_ISREG(entry.stat().st_mode)
    except OSError:
        return _Why("打不开：链接指向的文件不在了，或者没有权限", "请把文件本身复制过来")
    return None if regular else _Why("不是普通文件（管道或者设备）", "不用管", harmless=True)


def _name(path: str, folder: str) -> str:
    """The path from the folder, fit for printing; a name that is not UTF-8 was packed on an old system, in GBK."""
    name = os.path.relpath(path, folder)
    if any("\udc80" <= character <= "\udcff" for character in name):
        name = os.fsencode(name).decode("gb18030", "backslashreplace")
    return shown(name)
