"""What the page is told of its file on the disk: whether it can be read as it stands, and what lies beside it."""

from __future__ import annotations

from typing import Any

from generator.desk.counting import counts, problems_in
from generator.pipeline.previewing import Snapshot
from generator.preview.changes import signature
from generator.wording import on_page


def state_of(look: Snapshot, *, kept: bool) -> dict[str, Any]:
    """The state of a look. ``kept``: there was one before that could be read, which the page still shows."""
    return {
        "banner": _banner(look, kept=kept),
        "counts": counts(look.checked.findings),
        "beside": repr(signature(look.inputs[1:])),
    }


def _banner(look: Snapshot, *, kept: bool) -> str:
    """Why the report that is shown is not the file as it stands; '' when it is."""
    if not look.broken:
        return ""
    shown_now = "下面是最近一次能读时的样子。" if kept else ""
    if look.problem:
        return f"{look.problem.message}。{on_page(look.problem.hint)}；文件恢复后这里自动更新。{shown_now}"
    return f"文件的写法有错，读不准；有{problems_in(look.checked.findings)}要改正，保存后这里自动更新。{shown_now}"
