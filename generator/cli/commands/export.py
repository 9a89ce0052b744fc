"""``nianbao export``: figures with their totals, for other programs."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from generator.cli.completion import report_files, words
from generator.cli.errors import BadValue
from generator.cli.group import chinese_command
from generator.cli.values import Debug, Force, Output, file_name, one_of

FORMATS = ("json", "csv", "xlsx", "tsv")
TABLES = ("二", "三", "四")
_BINARY = ("xlsx",)


@chinese_command(
    "export",
    summary="导出数字和合计，供其他程序使用",
    text="导出一份年报的数字，连同算好的合计。json 与 YAML 的栏目相同；csv 一行一个数；"
    "xlsx 是报告里的三张表，一格不差，可以整块复制到填报系统，合计是公式，能看出由哪些数相加；"
    "tsv 只有数，一行对表上的一行，从第一格起整块粘贴到填报系统。",
    examples="例：\n  nianbao export 某某县人民政府-2025.yaml --to xlsx -o 数字.xlsx",
)
def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="文件",
            help="年报的 YAML 文件，或者已公布的报告；- 是标准输入",
            parser=file_name,
            autocompletion=report_files,
        ),
    ],
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="json|csv|xlsx|tsv",
            parser=one_of(*FORMATS),
            autocompletion=words(*FORMATS),
            help="导出的格式",
            show_default=False,
        ),
    ],
    table: Annotated[
        str,
        typer.Option(
            "--table",
            metavar="二|三|四",
            parser=one_of("", *TABLES),
            autocompletion=words(*TABLES),
            help="tsv 只要其中一张表",
            show_default=False,
        ),
    ] = "",
    output: Output = None,
    force: Force = False,
    debug: Debug = False,
) -> int:
    """Export what could be read; findings go to stderr."""
    from generator.cli.delivery import Delivery, refuse_terminal
    from generator.cli.outcome import Outcome
    from generator.cli.running import close, show_checked
    from generator.pipeline.exporting import export_file

    if to in _BINARY:
        refuse_terminal(output)
    if table and to != "tsv":
        raise BadValue("--table 只管 --to tsv")
    exported = export_file(file, to, table=table)
    outcome = Outcome()
    outcome.count(exported.checked.findings)
    if exported.content is not None:
        Delivery(output, (file, *exported.checked.inputs), force).take(exported.content)
    if exported.checked.findings:
        show_checked(exported.checked, sys.stderr, debug=debug)
        return close(outcome)
    return outcome.exit_code
