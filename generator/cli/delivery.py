"""Handing over data: to a file, whole or not at all, or to stdout."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from generator.cli.streams import is_terminal, put_bytes, say


def deliver(data: bytes, output: str | None, *, inputs: Iterable[str] = ()) -> None:
    """Write ``data`` to the file ``output``, or to stdout for None and ``-``.

    Raises UserError when it cannot be written, or when it would overwrite one of the ``inputs``.
    """
    if output is None or output == "-":
        put_bytes(data)
        return
    from generator.pipeline.errors import UserError, shown
    from generator.pipeline.writing import write_atomic

    if any(os.path.exists(output) and os.path.exists(file) and os.path.samefile(output, file) for file in inputs):
        raise UserError(f"输出会覆盖输入的文件：{shown(output)}", "请换一个文件名（-o）")
    write_atomic(output, data)
    say(f"已写入 {shown(output)}")


def refuse_terminal(output: str | None) -> None:
    """Raise UserError where a workbook would be shown on the screen."""
    if output in (None, "-") and is_terminal(sys.stdout):
        from generator.pipeline.errors import UserError

        raise UserError("Excel 表格不能显示在屏幕上", "请用 -o 写到文件，例如 -o 表格.xlsx")
