"""``nianbao new``: a commented YAML file to fill in."""

from __future__ import annotations

from typing import Annotated

import typer

from generator.cli.group import chinese_command
from generator.cli.values import Debug, Output, year


@chinese_command(
    "new",
    summary="新建一份待填写的年报",
    text="新建一份待填写的 YAML 文件：每一项都有填写说明，各部分标着规定的标题。"
    "默认写成当前文件夹里的“机关-年度.yaml”；已有的文件不会被覆盖。",
    examples="例：\n  nianbao new 2025 --agency 某某县人民政府办公室",
)
def command(
    of_year: Annotated[
        int, typer.Argument(metavar="年度", parser=year, help="报告的年度，例如 2025", show_default=False)
    ],
    agency: Annotated[str | None, typer.Option("--agency", metavar="名称", help="机关的全称")] = None,
    output: Output = None,
    debug: Debug = False,
) -> int:
    """Write the scaffold and say what comes next."""
    from generator.cli.streams import put_bytes, say
    from generator.pipeline.errors import shown
    from generator.pipeline.starting import default_name, new_report, too_early, write_new

    file = output or default_name(of_year, agency)
    text = new_report(of_year, agency, file)
    if too_early(of_year):
        say(f"请注意：{of_year} 年还没有过完，这一年度的报告要到 {of_year + 1} 年 1 月才编制。")
    if file == "-":
        put_bytes(text.encode("utf-8", "surrogatepass"))
        return 0
    write_new(file, text)
    say(f"已新建 {shown(file)}。用文本编辑器打开，按说明填写，然后检查：")
    say(f"  nianbao check {shown(file)}")
    return 0
