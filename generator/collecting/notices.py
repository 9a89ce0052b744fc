"""退回意见: what is wrong with one agency's report, as a message that can be pasted as it is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date

from generator.collecting.records import FilingEntry, ListedProblem
from generator.collecting.wording import plainly
from generator.findings import Severity
from generator.form import edition_for
from generator.form.placing import WHOLE_REPORT

_NOT_THEIRS = ("NB900",)
"""Faults of the program are nothing to send an agency."""
_MOST = 30
"""Items of a section: more cannot be worked off by message, and most of them have one cause."""
_SECTIONS = (
    (Severity.ERROR, "需要改正", "需要改正"),
    (Severity.WARNING, "请核实", "请核实（确实无误的，回复说明即可）"),
)


def notice(entry: FilingEntry, year: int, deadline: date | None = None) -> str | None:
    """The message to an agency; None when its report has nothing that must be corrected or confirmed."""
    filed = entry.filed
    found = {severity: _of(filed.problems if filed else (), severity) for severity, _, _ in _SECTIONS}
    if filed is None or not any(found.values()):
        return None
    lines = [f"{entry.agency.name}：", "", _opening(entry, year, found)]
    for severity, _, heading in _SECTIONS:
        lines += _section(heading, found[severity]) if found[severity] else []
    return "\n".join([*lines, "", _closing(deadline, must=bool(found[Severity.ERROR]))]) + "\n"


def _of(problems: Sequence[ListedProblem], severity: Severity) -> list[ListedProblem]:
    return [problem for problem in problems if problem.severity is severity and problem.code not in _NOT_THEIRS]


def _opening(entry: FilingEntry, year: int, found: dict[Severity, list[ListedProblem]]) -> str:
    assert entry.filed is not None, "only what was filed is sent back"
    counts = "、".join(f"{len(found[severity])} 处{what}" for severity, what, _ in _SECTIONS if found[severity])
    title = edition_for(year).title("", year)
    several = "、" in entry.filed.file and not entry.filed.readable
    file = "" if several else f"（文件：{os.path.basename(entry.filed.file)}）"
    return f"您好！贵单位报送的{title}{file}已经收到。核对后有 {counts}，列在下面。"


def _section(heading: str, problems: Sequence[ListedProblem]) -> Iterator[str]:
    yield from ("", f"【{heading}】")
    for number, problem in enumerate(problems[:_MOST], 1):
        yield f"{number}. {_item(problem)}"
    if len(problems) > _MOST:
        yield f"另有 {len(problems) - _MOST} 处没有列出，改好以上各处以后再核对一遍。"


def _item(problem: ListedProblem) -> str:
    """Place: problem. What to do. In one line, so that a message keeps it together."""
    message = _sentence(problem.message)
    named = problem.message.startswith(problem.place.partition("“")[0] or problem.place)
    place = "" if named or problem.place == WHOLE_REPORT else f"{problem.place}："
    return " ".join(f"{place}{message}{_sentence(problem.advice)}".split())


def _sentence(text: str) -> str:
    text = plainly(text)
    return text if not text or text.endswith(("。", "！", "？", "；")) else f"{text}。"


def _closing(deadline: date | None, *, must: bool) -> str:
    when = f"在{deadline.year}年{deadline.month}月{deadline.day}日前" if deadline else ""
    return f"请{when}{'改好后重新报送' if must else '核实，需要修改的，改好后重新报送'}，谢谢！"
