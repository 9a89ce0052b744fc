"""What the user has to be told plainly: wrong usage, a file that cannot be read or written."""

from __future__ import annotations

import errno
from pathlib import Path

from generator.wording import Worded, joined


class UserError(Exception):
    """Not a fault of the program: ``message`` says in Chinese what is wrong, ``hint`` what to do. Exit code 2."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


_READING = {
    errno.ENOENT: ("找不到文件", "请检查文件名和所在的文件夹"),
    errno.ENOTDIR: ("找不到文件", "请检查文件名和所在的文件夹"),
    errno.EISDIR: ("这是文件夹，不是文件", "请写出文件夹里的文件名"),
    errno.EACCES: ("没有权限读取", "请检查文件的权限，或者是否被其他程序占用"),
    errno.EPERM: ("没有权限读取", "请检查文件的权限，或者是否被其他程序占用"),
    errno.ENAMETOOLONG: ("文件名太长", "请换一个短一些的文件名"),
    errno.ELOOP: ("链接循环，打不开", "请直接给出文件本身"),
    errno.ENODEV: (
        "这是管道或者设备，不是普通文件",
        Worded("从管道读请写 -，例如 cat 年报.yaml | nianbao check -", "请选普通的文件"),
    ),
    errno.EBUSY: ("文件正在被别的程序改写，没有读成", "请等它写完后再试"),
}
_O = Worded("（-o）", "")
_ELSEWHERE = joined("换一个文件夹", _O)
_WRITING = {
    errno.ENOSPC: ("磁盘已满，没有写成", "请清理磁盘后再试；原来的文件没有动"),
    errno.EDQUOT: ("磁盘配额已满，没有写成", "请清理后再试；原来的文件没有动"),
    errno.EACCES: ("没有权限写入", joined("文件可能正在 WPS 或 Word 里打开，请关闭后再试；或者", _ELSEWHERE)),
    errno.EPERM: ("没有权限写入", joined("文件可能正在 WPS 或 Word 里打开，请关闭后再试；或者", _ELSEWHERE)),
    errno.EROFS: ("文件或者所在的磁盘是只读的，没有写成", joined("请取消文件的“只读”，或者", _ELSEWHERE)),
    errno.EFBIG: (
        "超过了允许的文件大小，没有写成",
        joined("请检查对文件大小的限制", Worded("（ulimit -f）", ""), "；原来的文件没有动"),
    ),
    errno.ENODEV: ("这是管道或者设备，不是普通文件，没有写成", Worded("要写到标准输出，请用 -o -", "请换一个文件名")),
    errno.EBADF: ("输出是关着的，没有写成", Worded("请不要关闭标准输出，或者用 -o 写到文件", "请换一个文件名")),
    errno.ENOENT: ("文件夹不存在，没有写成", joined("请先建好文件夹，或者", _ELSEWHERE)),
    errno.ENOTDIR: ("路径中有一段不是文件夹，没有写成", joined("请检查输出的文件夹", _O)),
    errno.EEXIST: (
        "文件已经存在，没有覆盖",
        Worded(
            "请换一个文件名（-o），或者先把原来的文件改名；确实不要了，加 --force",
            "请换一个文件名，或者先把原来的文件改名",
        ),
    ),
    errno.EISDIR: ("同名的是一个文件夹，没有写成", joined("请把同名文件夹改名，或者", _ELSEWHERE)),
    errno.ENAMETOOLONG: ("文件名太长，没有写成", "请换一个文件夹或者缩短机关名称"),
}


def cannot_read(path: str, fault: OSError | ValueError) -> UserError:
    """The error for a file that could not be read."""
    if isinstance(fault, UnicodeEncodeError) and fault.encoding != "utf-8":
        return UserError(f"系统现在的设置打不开中文文件名：{shown(path)}", "请设置环境变量 PYTHONUTF8=1，再运行一次")
    what, hint = _READING.get(getattr(fault, "errno", None) or 0, ("读不了", "请检查文件是否完好、是否被其他程序占用"))
    return UserError(f"{what}：{shown(path)}", hint)


def cannot_write(path: str, fault: OSError | ValueError) -> UserError:
    """The error for a file that could not be written."""
    if isinstance(fault, UnicodeEncodeError):
        return UserError(
            f"系统现在的设置写不出中文文件名，没有写成：{shown(path)}", "请设置环境变量 PYTHONUTF8=1，再运行一次"
        )
    what, hint = _WRITING.get(getattr(fault, "errno", None) or 0, ("没有写成", "请检查磁盘和文件夹后再试"))
    return UserError(f"{what}：{shown(path)}", hint)


def shown(path: str) -> str:
    """A path fit for printing: undecodable bytes and line breaks made visible."""
    return str(Path(path)).encode("utf-8", "backslashreplace").decode("utf-8").replace("\n", "\\n")
