"""``nianbao new``: a commented YAML file to fill in."""

from __future__ import annotations

from typing import Annotated

import typer

from generator.cli.completion import report_files
from generator.cli.group import chinese_command
from generator.cli.values import Debug, Force, Output, file_name, year
from generator.form import keys


@chinese_command(
    "new",
    summary="新建一份待填写的年报",
    text="新建一份待填写的 YAML 文件：每一项都有填写说明，各部分标着规定的标题。"
    f"用 --from 给出上年的报告（YAML 或者已公布的），就接着上年写：{keys.CARRIED_IN}已经填好，"
    "上年的文字作为注释留在各处。"
    "默认写成当前文件夹里的“机关-年度.yaml”；已有的文件不会被覆盖。",
    examples="例：\n  nianbao new 2025 --agency 某某县人民政府办公室\n"
    "  nianbao new 2025 --from 某某县人民政府办公室-2024.yaml",
)
def command(
    of_year: Annotated[
        int, typer.Argument(metavar="年度", parser=year, help="报告的年度，例如 2025", show_default=False)
    ],
    agency: Annotated[str | None, typer.Option("--agency", metavar="名称", help="机关的全称")] = None,
    last: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="文件",
            help="上年的报告：YAML，或者已公布的 docx、html、md、txt、pdf",
            parser=file_name,
            autocompletion=report_files,
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    force: Force = False,
    debug: Debug = False,
) -> int:
    """Write the scaffold and say what comes next."""
    from generator.cli.streams import put_bytes, say
    from generator.files.errors import shown
    from generator.files.quoting import command as pasted
    from generator.pipeline.overwriting import Guard
    from generator.pipeline.starting import too_early, write_new

    file, text, read = _draft(of_year, agency, last, output) if last else _empty(of_year, agency, output)
    if too_early(of_year):
        say(f"请注意：{of_year} 年还没有过完，这一年度的报告要到 {of_year + 1} 年 1 月才编制。")
    if file == "-":
        put_bytes(text.encode("utf-8", "surrogatepass"))
        return 0
    write_new(file, text, Guard(read, force))
    say(f"已新建 {shown(file)}。用文本编辑器打开，按说明填写，然后检查：")
    say(f"  {pasted('check', file)}")
    return 0


def _empty(of_year: int, agency: str | None, output: str | None) -> tuple[str, str, tuple[str, ...]]:
    """The file's name, its text, and what was read for it."""
    from generator.pipeline.starting import default_name, new_report

    file = output or default_name(of_year, agency)
    return file, new_report(of_year, agency), ()


def _draft(of_year: int, agency: str | None, last: str, output: str | None) -> tuple[str, str, tuple[str, ...]]:
    """The same from last year's report; says what there is to know about that."""
    from generator.cli.reporting import say_doubtful
    from generator.pipeline.opening import open_usable
    from generator.pipeline.starting import default_name, next_report

    opened = open_usable(last)
    say_doubtful(last, len(opened.doubts))
    file = output or default_name(of_year, agency or (opened.report and opened.report.agency))
    return file, next_report(of_year, agency, file, opened), opened.inputs
