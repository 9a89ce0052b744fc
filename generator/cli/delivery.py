"""Handing over data: to a file, whole or not at all, or to stdout."""

from __future__ import annotations

import sys
from typing import NamedTuple

from generator.cli.streams import is_terminal, put_bytes, say


class Delivery(NamedTuple):
    """Where data go: the file ``output``, or stdout for None and ``-``. What must not be replaced: see ``Guard``."""

    output: str | None
    inputs: tuple[str, ...] = ()
    force: bool = False

    def take(self, data: bytes) -> None:
        """Write ``data``.

        Raises UserError when they cannot be written, or would replace one of the inputs or (without ``force``) a file
        that is not ours.
        """
        if self.output is None or self.output == "-":
            put_bytes(data)
            return
        from generator.files.errors import shown
        from generator.pipeline.overwriting import Guard

        Guard(self.inputs, self.force).write({self.output: data})
        say(f"已写入 {shown(self.output)}")


def refuse_terminal(output: str | None) -> None:
    """Raise UserError where a workbook would be shown on the screen."""
    if output in (None, "-") and is_terminal(sys.stdout):
        from generator.files.errors import UserError

        raise UserError("Excel 表格不能显示在屏幕上", "请用 -o 写到文件，例如 -o 表格.xlsx")
