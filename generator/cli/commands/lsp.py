"""``nianbao lsp``: the language server, started by editors."""

from __future__ import annotations

from generator.cli.group import chinese_command
from generator.cli.values import Debug


@chinese_command(
    "lsp",
    summary="编辑器边写边查用的服务，由编辑器启动",
    text=(
        "在标准输入和标准输出上为编辑器服务（LSP）：边写边查、悬停说明、补全、改正、合计和平衡的提示。"
        "由编辑器启动，不用自己运行；怎样设置，见文档《在编辑器里写年报》。"
    ),
    examples="例（编辑器里的设置）：\n  nianbao lsp",
)
def command(debug: Debug = False) -> int:
    """Serve one editor until it closes the connection."""
    from importlib.util import find_spec

    if find_spec("pygls") is None:
        from generator.extras import install_command
        from generator.files.errors import UserError

        raise UserError("编辑器服务没有安装", f"请运行：{install_command('lsp')}")
    from generator import __version__
    from generator.editor.server import serve

    serve(__version__)
    return 0
