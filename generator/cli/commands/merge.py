"""``nianbao merge``: the figures of many agencies summed into one government's YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.completion import report_files
from generator.cli.group import chinese_command
from generator.cli.values import Debug, Force, Jobs, Output, file_name, year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.collecting.running.merging import Aside, Filed, Inputs, Merged


@chinese_command(
    "merge",
    summary="把各单位的年报汇总成一级政府的年报",
    text="把各单位年报里的数逐格相加，写成一份新的 YAML 文件，每个数后面注明来自哪些单位；文字空着，等您编写。"
    "YAML 文件和已公布的报告（docx、html、md、txt、pdf）都可以。"
    "有错误的、年度不同的、一个单位交来两份不同的，逐份说明，改好以前不汇总；确实不要的用 --without 写明。"
    "默认写成当前文件夹里的“机关-年度.yaml”；已有的文件不会被覆盖。",
    examples="例：\n  nianbao merge 报送 --agency 某某县人民政府\n"
    "  nianbao merge 报送 --agency 某某县人民政府 --last-year 去年.yaml --texts 汇编.docx",
)
def command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="文件|文件夹",
            help="各单位的年报；写文件夹就是其中（连同下级文件夹）所有的年报",
            parser=file_name,
            autocompletion=report_files,
            show_default=False,
        ),
    ],
    agency: Annotated[
        str, typer.Option("--agency", metavar="名称", help="汇总成哪个机关的年报：机关的全称", show_default=False)
    ],
    output: Output = None,
    of_year: Annotated[
        int | None,
        typer.Option("--year", metavar="年度", parser=year, help="报告的年度；不写就看各单位的", show_default=False),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without", metavar="单位|文件", help="不汇总这个单位或者这份文件，可以写几次", show_default=False
        ),
    ] = None,
    texts: Annotated[
        str | None,
        typer.Option(
            metavar="文件",
            parser=file_name,
            help="另把各单位的文字按方面编在一起（docx，同时写一份 md；也可以只要 md、html）",
            show_default=False,
        ),
    ] = None,
    last_year: Annotated[
        str | None,
        typer.Option(
            "--last-year",
            metavar="文件",
            parser=file_name,
            autocompletion=report_files,
            help="本机关上年的报告（YAML 或者已公布的）：写进“上年报告”，上年的文字作为注释留在各处",
            show_default=False,
        ),
    ] = None,
    processes: Jobs = 0,
    force: Force = False,
    debug: Debug = False,
) -> int:
    """Read, sum and write; say what is to be known. The exit code."""
    import os

    from generator.cli.progress import with_progress
    from generator.cli.reporting import show_traceback
    from generator.collecting.running.merging import MergeOptions, find_reports, merge, read_reports

    options = MergeOptions(agency, of_year, output, texts, last_year, force)
    inputs = find_reports(files, without or [], options)
    _say_skipped(inputs)
    reports: list[Filed] = []
    crashed = False
    for read in with_progress(read_reports(inputs, processes or os.cpu_count() or 1), len(inputs.found), "读取"):
        if read.trace:
            crashed = True
            show_traceback(read.trace, debug=debug)
        reports.append(read.filed)
    done = merge(reports, inputs, options)
    return _written(done) if done.yaml else _refused(done.chosen.refused, crashed=crashed)


def _say_skipped(inputs: Inputs) -> None:
    from generator.cli.cells import printable
    from generator.cli.streams import say

    for aside in inputs.skipped:
        say(f"没有读 {printable(aside.file)}：{aside.reason}。")


def _refused(refused: Sequence[Aside], *, crashed: bool) -> int:
    from generator.cli.outcome import FAULT, FOUND
    from generator.cli.reporting import show_refusal
    from generator.cli.streams import say
    from generator.files.errors import UserError

    for aside in refused:
        show_refusal(UserError(f"{aside.file}：{aside.reason}", aside.advice))
    say(
        f"\n有 {len(refused)} 处不能汇总，没有写出文件。改正后再汇总；确实不汇总的，加上 --without 单位名称或者文件名。"
    )
    return FAULT if crashed else FOUND


def _written(done: Merged) -> int:
    from generator.cli.cells import printable
    from generator.cli.outcome import FINE
    from generator.cli.reporting import say_doubtful
    from generator.cli.streams import put_bytes, say
    from generator.files.quoting import command as pasted

    chosen = done.chosen
    for file, places in done.doubtful.items():
        say_doubtful(file, places)
    for remark in chosen.remarks:
        say(f"请注意：{printable(remark)}")
    if chosen.left_out:
        say(f"没有汇总：{printable('、'.join(str(filed.agency) for filed in chosen.left_out))}")
    for path in done.written:
        say(f"已写入 {printable(path)}")
    if done.output == "-":
        put_bytes(done.yaml.encode("utf-8", "surrogatepass"))
        return FINE
    say(f"已新建 {printable(done.output)}：汇总了 {len(chosen.reports)} 个单位的数。请编写文字，然后检查：")
    say(f"  {printable(pasted('check', done.output))}")
    return FINE
