"""``nianbao preview``: the report in the browser while it is written."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.completion import yaml_files
from generator.cli.errors import BadValue
from generator.cli.group import chinese_command
from generator.cli.values import Debug, file_name, port_number

if TYPE_CHECKING:
    from generator.pipeline.previewing import Snapshot
    from generator.preview.page_server import PageServer

_STDIN = "-"


@chinese_command(
    "preview",
    summary="在浏览器里边写边看，保存后自动更新",
    text="在浏览器里显示报告印出来的样子（分页、页码）和检查结果，保存文件后自动更新，停在原来的位置。点一条检查结果，"
    "报告上的那一处就标出来；“生成”把成品存到浏览器的下载里。文件一时读不了，保留最近一次能读时的样子。"
    "这是填报页面的另一种看法，随时可以转去填写。页面只在本机打开，按 Ctrl+C 结束。",
    examples="例：\n  nianbao preview 某某县人民政府-2025.yaml",
)
def command(
    file: Annotated[
        str,
        typer.Argument(metavar="文件", help="年报的 YAML 文件", parser=file_name, autocompletion=yaml_files),
    ],
    port: Annotated[
        int,
        typer.Option(metavar="端口", parser=port_number, help="用这个端口；0 是自动选一个空闲的"),
    ] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", "--no-open", help="不打开浏览器，只显示网址")] = False,
    until_eof: Annotated[bool, typer.Option("--until-eof", hidden=True)] = False,
    debug: Debug = False,
) -> int:
    """Serve the page until Ctrl+C; its address goes to stdout.

    ``--until-eof`` is for editors: the page also ends when standard input does, which the system closes for whoever
    started it, however that ended.
    """
    from generator.cli.browser import open_browser
    from generator.cli.streams import put, say
    from generator.pipeline.opening import load
    from generator.pipeline.previewing import look_at
    from generator.preview.page_server import page_for

    if file == _STDIN:
        raise BadValue("预览要一个文件，不能是标准输入（-）")
    load(file)
    page = page_for(file, port, "read", lambda path: _told(look_at(path), debug=debug))
    if until_eof:
        threading.Thread(target=_stop_at_eof, args=(page,), daemon=True).start()
    try:
        put(page.url)
        opened = not no_browser and open_browser(page.url)
        say("已在浏览器里打开。按 Ctrl+C 结束。" if opened else "请在浏览器里打开上面的网址。按 Ctrl+C 结束。")
        page.serve()
    except KeyboardInterrupt:
        say("预览已结束。")
    return 0


def _stop_at_eof(page: PageServer) -> None:
    sys.stdin.buffer.read()
    page.stop()


def _told(look: Snapshot, *, debug: bool) -> Snapshot:
    """The look; after a fault of ours its traceback is shown in the terminal, as other commands do."""
    from generator.cli.running import show_trace

    show_trace(look.checked, debug=debug)
    return look
