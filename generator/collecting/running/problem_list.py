"""问题清单 of checked files as a workbook, as the collecting office's ledger has it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.collecting.running.problems import problems_of
from generator.files.errors import shown
from generator.files.workbooks import made
from generator.pipeline.checking import Checked

_FILE = "文件"


def problem_list(results: Iterable[Checked]) -> bytes:
    """One row for each problem of each file, with the code of its rule at the end.

    Raises UserError where the extra is missing or no temporary file can be written.
    """
    from generator.collecting.ledger import problem_workbook

    lines = ((shown(checked.file), problem) for checked in results for problem in problems_of(checked))
    return made(lambda: problem_workbook(lines, whose=_FILE, codes=True))
