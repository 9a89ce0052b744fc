"""Workbooks for those who installed what they need."""

from __future__ import annotations

from collections.abc import Callable

from generator.extras import install_command
from generator.files.errors import UserError


def made(make: Callable[[], bytes]) -> bytes:
    """What ``make`` returns. Raises UserError where the extra is missing or no temporary file can be written."""
    try:
        return make()
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] != "xlsxwriter":
            raise
        raise UserError(
            "写 Excel 表格（.xlsx）要用的部件没有安装", f"请运行下面的命令，再试一次：{install_command('xlsx')}"
        ) from missing
    except OSError as fault:
        raise UserError(
            f"Excel 表格没有做成：临时文件夹写不进去（{fault}）", "请清理磁盘，或者检查临时文件夹后再试"
        ) from fault
