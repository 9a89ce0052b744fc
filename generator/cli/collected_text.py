"""What is said of a collection: how many have filed, who has not, what needs a person, where everything went."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING

from generator.cli.cells import printable
from generator.cli.colours import paint_for
from generator.cli.outcome import FAULT, FINE, FOUND
from generator.cli.reporting import show_traceback
from generator.cli.streams import put, say
from generator.collecting.running.collecting import NOTICES, Status

if TYPE_CHECKING:
    from generator.collecting.running.collecting import Collected

_SHOWN = 20
"""Files that are named one by one; the ledger has them all."""


def show(done: Collected, *, quiet: bool, debug: bool) -> None:
    """The outcome on stdout (unless ``quiet``), everything else on stderr."""
    if not quiet:
        for line in summary(done):
            put(printable(line))
    for remark in done.remarks:
        say(f"{paint_for(sys.stderr)('注意', 'warning')}：{printable(remark)}")
    _say_asides(done)
    if done.workbook:
        say(f"已写成 {printable(done.workbook)}")
    _say_notices(done)
    for trace in done.traces if debug else done.traces[:1]:
        show_traceback(trace, debug=debug)


def summary(done: Collected) -> list[str]:
    """How many agencies stand where, and the names of those that have not filed."""
    ledger = done.ledger
    counts = Counter(entry.status for entry in ledger.entries)
    order = (Status.GOOD, Status.DOUBTFUL, Status.FAULTY, Status.MISSING)
    stand = "，".join(f"{status.value} {counts[status]}" for status in order)
    missing = [entry.agency.name for entry in ledger.entries if entry.status is Status.MISSING]
    names = "、".join(missing) or "无"
    return [f"{ledger.year} 年度，共 {len(ledger.entries)} 家：{stand}", f"{Status.MISSING.value}：{names}"]


def exit_code(done: Collected, *, strict: bool) -> int:
    """1 when an agency's report has errors; with ``strict`` also when anything is doubtful, missing or nobody's."""
    if done.traces:
        return FAULT
    found = {entry.status for entry in done.ledger.entries}
    if Status.FAULTY in found or (strict and (found - {Status.GOOD} or done.to_confirm)):
        return FOUND
    return FINE


def _say_asides(done: Collected) -> None:
    asides = [aside for aside in done.ledger.asides if not aside.harmless]
    if asides:
        say(f"有 {len(asides)} 个文件没有算作哪一家的年报：")
    for aside in asides[:_SHOWN]:
        say(f"  {printable(aside.file)}：{printable(aside.reason)}。{printable(aside.advice)}")
    if len(asides) > _SHOWN:
        say(f"  还有 {len(asides) - _SHOWN} 个，见台账。")
    harmless = len(done.ledger.asides) - len(asides)
    if harmless:
        say(f"另有 {harmless} 个文件不用管（同一份报告的另一种格式、临时文件之类），台账里有。")


def _say_notices(done: Collected) -> None:
    folder = os.path.join(os.path.dirname(done.workbook), NOTICES)
    notices = done.notices
    if notices.written:
        say(f"{printable(folder)} 里有 {len(notices.written)} 份退回意见")
    if notices.removed:
        say(f"不再需要、已经删去的退回意见：{printable('、'.join(notices.removed))}")
    if notices.kept:
        say(f"您改过的退回意见有了新内容，原来的留了一份：{printable('、'.join(notices.kept))}")
    if notices.strange:
        say(f"同名的退回意见内容不同，不知道是谁写的，原来的留了一份：{printable('、'.join(notices.strange))}")
    if notices.left:
        names = "、".join(notices.left[:_SHOWN])
        say(f"{printable(folder)} 里还有不是这次写的文件，没有动：{printable(names)}")
