"""``nianbao check``: all findings of reports, in one of several formats."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.formats import FORMATS, WORKBOOK
from generator.cli.group import chinese_command
from generator.cli.values import Debug, Force, Format, Inputs, Output, Profile, Strict, day, file_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.cli.outcome import Outcome
    from generator.pipeline.checking import Checked


@chinese_command(
    "check",
    summary="检查年报，逐行指出错在哪里、怎样改",
    text="检查年报的写法、必填的项目、合计与勾稽关系、文字与表格是否一致。只检查，不改动文件。"
    "已公布的报告（docx、html、md、txt、pdf）也可以检查。"
    "写文件夹就检查里面的全部 YAML 文件，没有 YAML 的就检查已公布的报告。",
    examples="例：\n  nianbao check 某某县人民政府-2025.yaml\n  nianbao check 年报文件夹 --strict",
)
def command(
    files: Inputs,
    form: Annotated[
        str,
        Format(
            FORMATS,
            "结果的格式：text 给人看；json、sarif 给程序；github 在代码托管平台上逐行标注；"
            "xlsx 是 Excel 表格的问题清单，用 -o 写到文件",
        ),
    ] = "text",
    output: Output = None,
    strict: Strict = False,
    last_year: Annotated[
        str | None,
        typer.Option("--last-year", metavar="文件", parser=file_name, help="上年的年报，代替文件里写的“上年报告”"),
    ] = None,
    deadline: Annotated[
        date | None, typer.Option(metavar="日期", parser=day, help="公布报告的期限，例如 2026-01-31")
    ] = None,
    profile: Profile = None,
    force: Force = False,
    debug: Debug = False,
) -> int:
    """Check every file, show what is found, and return the exit code."""
    from importlib import import_module

    from generator.cli.delivery import Delivery, refuse_terminal
    from generator.cli.outcome import Outcome
    from generator.cli.running import each_file
    from generator.files.errors import UserError
    from generator.pipeline.checking import check_file
    from generator.pipeline.inputs import find_inputs

    if form == WORKBOOK:
        refuse_terminal(output)
    elif output is not None:
        raise UserError(
            "只有 --format xlsx 的结果能用 -o 写到文件", "其他格式的结果可以用 > 写到文件；要表格请加 --format xlsx"
        )
    paths = find_inputs(files, published=True)
    find_inputs([file for file in (last_year, profile) if file])
    outcome = Outcome(strict, len(paths))

    def check(path: str) -> Checked:
        return check_file(path, last_year=last_year, deadline=deadline, profile=profile)

    checked = each_file(paths, check, outcome, "检查")
    if form == "text":
        checked = _naming_rules(checked)
    show = import_module(f"generator.cli.formats.{form}").show
    delivery = {"delivery": Delivery(output, tuple(paths), force)} if form == WORKBOOK else {}
    return int(show(_counted(checked, outcome), outcome, debug=debug, **delivery))


def _naming_rules(results: Iterator[Checked]) -> Iterator[Checked]:
    """Say once of each file of settings that it was used."""
    from generator.cli.reporting import say_rules

    named: set[str] = set()
    for checked in results:
        say_rules(checked, named)
        yield checked


def _counted(results: Iterable[Checked], outcome: Outcome) -> Iterable[Checked]:
    for checked in results:
        outcome.count(checked.findings)
        yield checked
