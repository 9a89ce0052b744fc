"""``nianbao examples``: finished reports to look at and to try everything on."""

from __future__ import annotations

from typing import Annotated

import typer

from generator.cli.group import chinese_command
from generator.cli.values import Debug, Force, file_name


@chinese_command(
    "examples",
    summary="取出现成的例子，照着看、拿来试",
    text="把五个机关2023年度的例子（YAML）和一个上年的网页写到文件夹里，默认是当前文件夹下的 examples。"
    "数字与公布的相同，文字是自拟的示例；可以随便改，改坏了换一个文件夹再取。",
    examples="例：\n  nianbao examples\n  nianbao examples 试一试",
)
def command(
    folder: Annotated[
        str, typer.Argument(metavar="文件夹", parser=file_name, help="写到这个文件夹", show_default="examples")
    ] = "examples",
    force: Force = False,
    debug: Debug = False,
) -> int:
    """Lay the examples out and say what can be done with them."""
    import os

    from generator.cli.streams import put, say
    from generator.files.errors import shown
    from generator.files.quoting import command as pasted
    from generator.pipeline.laying_out import lay_out_examples

    done = lay_out_examples(folder, force=force)
    for path in done:
        put(shown(path))
    report = next(path for path in reversed(done) if path.endswith(".yaml"))
    say(f"{len(done)} 个例子都在 {shown(folder)} 里。可以试：")
    say(f"  {pasted('check', folder)}")
    say(f"  {pasted('build', os.path.normpath(report))}")
    return 0
