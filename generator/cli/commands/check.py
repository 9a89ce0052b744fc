"""``nianbao check``: all findings of reports, in one of several formats."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.completion import words
from generator.cli.formats import FORMATS
from generator.cli.group import chinese_command
from generator.cli.values import Debug, Inputs, Strict, day, file_name, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.cli.outcome import Outcome
    from generator.pipeline.checking import Checked


@chinese_command(
    "check",
    summary="检查年报，逐行指出错在哪里、怎样改",
    text="检查年报的写法、必填的项目、合计与勾稽关系、文字与表格是否一致。只检查，不改动文件。"
    "已公布的报告（docx、html、md、txt、pdf）也可以检查。",
    examples="例：\n  nianbao check 某某县人民政府-2025.yaml\n  nianbao check 年报文件夹 --strict",
)
def command(
    files: Inputs,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="格式",
            parser=one_of(*FORMATS),
            autocompletion=words(*FORMATS),
            help="结果的格式：text 给人看；json、sarif 给程序；github 在代码托管平台上逐行标注",
        ),
    ] = "text",
    strict: Strict = False,
    last_year: Annotated[
        str | None,
        typer.Option("--last-year", metavar="文件", parser=file_name, help="上年的年报，代替文件里写的“上年报告”"),
    ] = None,
    deadline: Annotated[
        date | None, typer.Option(metavar="日期", parser=day, help="公布报告的期限，例如 2026-01-31")
    ] = None,
    debug: Debug = False,
) -> int:
    """Check every file, show what is found, and return the exit code."""
    from importlib import import_module

    from generator.cli.outcome import Outcome
    from generator.cli.running import each_file
    from generator.pipeline.checking import check_file
    from generator.pipeline.inputs import find_inputs

    paths = find_inputs(files)
    find_inputs([last_year] if last_year else [])
    outcome = Outcome(strict)
    checked = each_file(paths, lambda path: check_file(path, last_year=last_year, deadline=deadline), outcome, "检查")
    show = import_module(f"generator.cli.formats.{form}").show
    return int(show(_counted(checked, outcome), outcome, debug=debug))


def _counted(results: Iterable[Checked], outcome: Outcome) -> Iterable[Checked]:
    for checked in results:
        outcome.count(checked.findings)
        yield checked
