"""``nianbao compare``: two reports figure by figure and section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.group import chinese_command
from generator.cli.values import Debug, Force, Format, Output, Report, file_name

if TYPE_CHECKING:
    from generator.cli.delivery import Delivery
    from generator.pipeline.comparing import ComparedReports, Side

FORMATS = ("text", "json", "html")


@chinese_command(
    "compare",
    summary="比对两份年报的数字和文字",
    text="逐格比对数字，逐段比对文字，列出第一份和第二份不同的地方；小标题的序号和排法不同不算。"
    "YAML 文件和已公布的报告（docx、html、md、txt、pdf）都可以："
    "核对公布出来的与填报的是否一样，看今年比上年改了什么。"
    "有不同时退出码是 1。",
    examples="例：\n  nianbao compare 公布的网页.html 某某县人民政府-2025.yaml\n"
    "  nianbao compare 公布的.docx 改正后.yaml --correction 更正说明.docx",
)
def command(
    before: Annotated[str, Report("第一份")],
    after: Annotated[str, Report("第二份")],
    form: Annotated[
        str,
        Format(
            FORMATS,
            "结果的格式：text 给人看；html 是左右对照的网页；json 给程序",
        ),
    ] = "text",
    output: Output = None,
    correction: Annotated[
        str | None,
        typer.Option(
            metavar="文件",
            parser=file_name,
            help="另写一份更正说明的草稿（docx、md、html），列出每一处第一份是什么、第二份更正为什么",
            show_default=False,
        ),
    ] = None,
    force: Force = False,
    debug: Debug = False,
) -> int:
    """Compare, show what differs, and return the exit code."""
    from generator.cli.comparison_text import closing
    from generator.cli.correction_text import show_review
    from generator.cli.delivery import Delivery
    from generator.cli.outcome import FINE, FOUND
    from generator.cli.streams import say
    from generator.pipeline.comparing import compare_files, notice, review
    from generator.pipeline.overwriting import Guard

    compared = compare_files(before, after)
    sides = (compared.before, compared.after)
    read = tuple(file for side in sides for file in side.opened.inputs)
    written = None if correction is None else notice(compared, correction)
    Guard(read, force).check(filter(None, (output, correction)))
    for side in sides:
        _say_reservations(side)
    if written is not None and not show_review(review(compared)):
        return FOUND
    if form != "text" or not compared.comparison.same:
        _show(compared, form, Delivery(output, read, force))
    if written is not None:
        Delivery(correction, read, force).take(written)
    say(closing(compared))
    return FINE if compared.comparison.same else FOUND


def _say_reservations(side: Side) -> None:
    from generator.cli.comparison_text import unread
    from generator.cli.reporting import say_doubtful
    from generator.cli.streams import say

    say_doubtful(side.file, len(side.opened.doubts))
    if line := unread(side):
        say(line)


def _show(compared: ComparedReports, form: str, delivery: Delivery) -> None:
    import sys

    from generator.cli.colours import paint_for, plain
    from generator.cli.comparison_text import comparison_text
    from generator.cli.streams import put
    from generator.pipeline.comparing import as_html, as_json

    if form != "text":
        delivery.take(as_json(compared) if form == "json" else as_html(compared))
    elif delivery.output in (None, "-"):
        put(comparison_text(compared, paint_for(sys.stdout)))
    else:
        delivery.take(f"{comparison_text(compared, plain)}\n".encode("utf-8", "backslashreplace"))
