"""``nianbao fix``: the mechanical fixes carried out, or shown as a diff."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.group import chinese_command
from generator.cli.values import Debug, Inputs

if TYPE_CHECKING:
    from generator.pipeline.fixing import Fixed


@chinese_command(
    "fix",
    summary="自动改好写法上的毛病，原文件留作 .bak",
    text="自动改好写法上的毛病：数字和标点的写法、栏目的名称、缩进。数字的大小和文字的内容不会改动；"
    "注释保留；原文件留作 .bak。",
    examples="例：\n  nianbao fix 某某县人民政府-2025.yaml\n  nianbao fix --diff 某某县人民政府-2025.yaml",
)
def command(
    files: Inputs,
    diff: Annotated[bool, typer.Option("--diff", help="只显示会怎样改，不写文件")] = False,
    debug: Debug = False,
) -> int:
    """Fix every file, say what was done and what is left to do."""
    from generator.cli.outcome import Outcome
    from generator.cli.running import close, each_file, show_checked
    from generator.pipeline.fixing import fix_file
    from generator.pipeline.inputs import STDIN, find_inputs

    outcome = Outcome()
    for fixed in each_file(
        find_inputs(files), lambda path: fix_file(path, write=not diff and path != STDIN), outcome, "修正"
    ):
        outcome.count(fixed.findings)
        if diff:
            _put_diff(fixed)
        elif fixed.file == STDIN:
            _put_text(fixed.after)
        _say_done(fixed)
        show_checked(fixed.checked, sys.stderr, debug=debug)
    return close(outcome)


def _say_done(fixed: Fixed) -> None:
    from collections import Counter

    from generator.cli.cells import printable
    from generator.cli.streams import say

    say(f"{printable(fixed.file)}：{_how_much(fixed)}")
    for title, times in Counter(fixed.titles).items():
        say(f"  {printable(title)}{f'（{times} 处）' if times > 1 else ''}")
    if fixed.backup:
        say(f"  原文件留作 {printable(fixed.backup)}")


def _how_much(fixed: Fixed) -> str:
    if not fixed.titles:
        return "没有能自动改好的地方"
    return f"{'改好' if fixed.backup else '能改好'} {len(fixed.titles)} 处"


def _put_text(text: str) -> None:
    from generator.cli.streams import put_bytes

    put_bytes(text.encode("utf-8", "surrogatepass"))


def _put_diff(fixed: Fixed) -> None:
    from difflib import unified_diff

    before, after = fixed.before.splitlines(keepends=True), fixed.after.splitlines(keepends=True)
    for line in unified_diff(before, after, fixed.file, fixed.file):
        _put_text(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
