"""What is said of imports: where each went, what is doubtful, what comes next."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from generator.cli.cells import printable
from generator.cli.colours import paint_for
from generator.cli.outcome import FINE, FOUND, Outcome
from generator.cli.reporting import show_traceback
from generator.cli.streams import say
from generator.files.quoting import command

if TYPE_CHECKING:
    from generator.pipeline.importing import ImportedFile

_STDOUT = "-"


class Imports:
    """The imports of one run: what went wrong, and how much is doubtful."""

    def __init__(self) -> None:
        self.outcome = Outcome()
        self.doubts = 0

    def count(self, done: ImportedFile, *, debug: bool) -> bool:
        """Count one import; False after a fault of the program, which is shown."""
        self.doubts += len(done.doubts)
        if done.trace:
            self.outcome.crashed = True
            say(f"{printable(done.file)}：错误 NB900 程序内部出错，没有读成")
            show_traceback(done.trace, debug=debug)
        return not done.trace

    def say(self, done: ImportedFile) -> None:
        """Where it went, and its doubts one by one."""
        if done.output != _STDOUT:
            say(f"已读成 {printable(done.output)}：{_whose(done)}")
        if words := done.imported.unsettled.words:
            say(f"{paint_for(sys.stderr)('警告', 'warning')} NB611 原文里有 {words}：按接受修订、不看批注读，请核对")
        if done.doubts:
            say(f"{paint_for(sys.stderr)(f'有 {len(done.doubts)} 处存疑', 'warning')}，请对照原文核对：")
        for number, line in enumerate(_doubts(done), 1):
            say(f"  {number}. {line}")
        if done.proven:
            say(f"{done.proven_in_words}。")
        if done.output != _STDOUT:
            say(f"核对以后检查：{printable(command('check', done.output))}")

    @property
    def exit_code(self) -> int:
        """The worst of what happened; 1 when anything is doubtful."""
        return self.outcome.exit_code or (FOUND if self.doubts else FINE)


def _whose(done: ImportedFile) -> str:
    agency, year = done.imported.agency or "没有找到机关", done.imported.year
    return f"{printable(agency)}，{f'{year} 年度' if year else '没有找到年度'}"


def _doubts(done: ImportedFile) -> list[str]:
    from generator.pipeline.importing import place_of

    lines = []
    for doubt in done.doubts:
        place = place_of(doubt, done.imported.year)
        named = doubt.message.startswith(place.partition("“")[0])
        message = printable(doubt.message if named else f"{place}：{doubt.message}")
        where = f"（原文{printable(doubt.place)}）" if doubt.place and doubt.place not in message else ""
        lines.append(f"{message}{where}")
    return lines
