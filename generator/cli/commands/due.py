"""``nianbao due``: the deadlines of open applications, and answers that came late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.group import chinese_command
from generator.cli.values import Debug, Format, Ledger, LedgerAnswers, day
from generator.form.names import LEDGER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.ledger.due_list import DueList, OpenCase


@chinese_command(
    "due",
    summary="答复期限：没有办结的还剩几天，哪些答复超了期",
    text=f"读{LEDGER}，按工作日算出每件申请的答复期限（《条例》第三十条至第三十三条）：没有办结的按剩下的天数排列，"
    "当年超期的答复单列。放假安排没有公布的年份写“待定”，不猜；本机关自己的安排可以写在 对照.yaml 的“日历”里。",
    examples="例：\n  nianbao due 台账.xlsx\n  nianbao due 台账.xlsx --on 2026-03-01 --format ics > 期限.ics",
)
def command(
    file: Ledger,
    on: Annotated[
        date | None,
        typer.Option("--on", metavar="日期", parser=day, help="算到哪一天；不写就是今天", show_default=False),
    ] = None,
    answers: LedgerAnswers = None,
    form: Annotated[
        str, Format(("text", "json", "ics"), "结果的格式：text 给人看；json 给程序；ics 是日历，可以导入手机和邮箱")
    ] = "text",
    debug: Debug = False,
) -> int:
    """List, and return the exit code."""
    import os

    from generator.cli.cells import printable
    from generator.cli.ledger_text import fault_lines
    from generator.cli.outcome import FINE, FOUND
    from generator.cli.reporting import show_refusal
    from generator.cli.streams import put, put_bytes, say
    from generator.files.exact_json import exact_json
    from generator.files.quoting import command as pasted
    from generator.ledger.due_list import calendar
    from generator.ledger.errors import UnreadableLedgerError
    from generator.pipeline.ledgers import due_in_file

    try:
        found = due_in_file(file, answers, on or date.today())
    except UnreadableLedgerError as problem:
        show_refusal(problem)
        return FOUND
    if form == "json":
        put_bytes(exact_json(found.as_data(os.path.basename(file))))
    elif form == "ics":
        put_bytes(calendar(found))
        for line in _not_in_calendar(found):
            say(printable(line))
    else:
        put(_text(found))
    for line in fault_lines(found.faults):
        say(printable(line))
    if found.questions:
        say(f"台账里有 {len(found.questions)} 处要先回答：{pasted('ledger', file)}")
    return FOUND if found.questions else FINE


def _text(found: DueList) -> str:
    from generator.cli.cells import printable

    lines = [f"算到 {found.on.isoformat()}，没有办结的 {len(found.open)} 件："]
    for one in found.open:
        days = " 或者 ".join(day.isoformat() for day in one.deadline.days) or f"待定（{one.deadline.unknown}）"
        lines.append(f"  {one.case}  期限 {days}{_left(one, found.on)}")
    lines.append(f"{found.on.year}年超期的答复 {len(found.late)} 件：")
    for late in found.late:
        days = " 或者 ".join(day.isoformat() for day in late.deadline.days)
        stays = "；".join(f"{a.isoformat()} 至 {b.isoformat()} 征求意见，不计" for a, b in late.deadline.left_out)
        more = f"（{stays}）" if stays else ""
        much = "超期，超几个工作日待定" if late.late is None else f"超 {late.late} 个工作日"
        much = "没有延期就是超期，请核对" if late.late == 0 else much
        lines.append(f"  {late.case}  期限 {days}，{late.answered.isoformat()} 答复，{much}{more}")
    return "\n".join(map(printable, lines))


def _not_in_calendar(found: DueList) -> Iterator[str]:
    """The open cases that have no day in the calendar: who reads only that would miss them."""
    missing = [one for one in found.open if not one.deadline.days]
    if missing:
        yield f"期限待定、没有写进日历的 {len(missing)} 件："
    for one in missing:
        yield f"  {one.case}（{one.deadline.unknown}）"


def _left(one: OpenCase, on: date) -> str:
    if one.left is None:
        over = bool(one.deadline.days) and one.deadline.days[-1] < on
        return "，已经超期，超几个工作日待定" if over else ""
    return f"，还剩 {one.left} 个工作日" if one.left >= 0 else f"，已超 {-one.left} 个工作日"
