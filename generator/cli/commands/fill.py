"""``nianbao fill``: the clerk's page, served on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from generator.cli.completion import yaml_files
from generator.cli.errors import BadValue
from generator.cli.group import chinese_command
from generator.cli.values import Debug, file_name, port_number

_STDIN = "-"


@chinese_command(
    "fill",
    summary="在浏览器里填写：表格、文字、检查、成品都在一页上",
    text="在浏览器里打开填报页面，不用懂 YAML：照着表格填数字，写文字，当时就检查，能看成品、生成文件。"
    "写了文件名就打开它；不写，就列出当前文件夹里的年报，也可以新建。内容只在本机，不会传出去。按 Ctrl+C 结束。",
    examples="例：\n  nianbao fill 某某县人民政府-2025.yaml",
)
def command(
    file: Annotated[
        str | None,
        typer.Argument(metavar="文件", help="年报的 YAML 文件", parser=file_name, autocompletion=yaml_files),
    ] = None,
    port: Annotated[
        int,
        typer.Option(metavar="端口", parser=port_number, help="用这个端口；0 是自动选一个空闲的"),
    ] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", "--no-open", help="不打开浏览器，只显示网址")] = False,
    debug: Debug = False,
) -> int:
    """Serve the page until Ctrl+C; its address goes to stdout."""
    from generator.cli.browser import open_browser
    from generator.cli.streams import put, say
    from generator.pipeline.opening import load
    from generator.preview.page_server import page_for

    if file == _STDIN:
        raise BadValue("填报要一个文件，不能是标准输入（-）")
    if file is not None:
        load(file)
    page = page_for(file or "", port)
    try:
        put(page.url)
        opened = not no_browser and open_browser(page.url)
        say("已在浏览器里打开。按 Ctrl+C 结束。" if opened else "请在浏览器里打开上面的网址。按 Ctrl+C 结束。")
        page.serve()
    except KeyboardInterrupt:
        say("填报已结束。")
    return 0
