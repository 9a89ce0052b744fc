"""``nianbao revise``: a Word file that somebody has edited, taken back into the YAML."""

from __future__ import annotations

from typing import Annotated

import typer

from generator.cli.completion import report_files, yaml_files
from generator.cli.group import chinese_command
from generator.cli.values import Debug, file_name


@chinese_command(
    "revise",
    summary="改稿：把 Word 里改过的文字收回 YAML",
    text="读领导或同事改过的 Word 文件（修订按接受的读），把改过、增加、删去、移动的段落和小标题写回 YAML，"
    "只动该动的地方：注释留着；{{ }} 只要印出来的数没有变就留着。表格里的数和 {{ }} 算出来的数被改了，只列出来，"
    "加 --figures 才采用。放不回去的逐条列出，一条也不丢。原文件留作 .bak。还要人来处理时退出码是 1。",
    examples="例：\n  nianbao revise 某某县人民政府-2025.yaml 领导修改.docx --diff\n"
    "  nianbao revise 某某县人民政府-2025.yaml 领导修改.docx",
)
def command(
    file: Annotated[
        str,
        typer.Argument(metavar="年报", help="年报的 YAML 文件", parser=file_name, autocompletion=yaml_files),
    ],
    word: Annotated[
        str,
        typer.Argument(
            metavar="改稿", help="由它生成、改过的 Word 文件（docx）", parser=file_name, autocompletion=report_files
        ),
    ],
    diff: Annotated[bool, typer.Option("--diff", help="只显示会怎样改，不写文件")] = False,
    figures: Annotated[bool, typer.Option("--figures", help="表格里改过的数、{{ }} 处改过的数也采用")] = False,
    debug: Debug = False,
) -> int:
    """Take the changes back, say what was done and what is left to do."""
    from generator.cli.outcome import FINE, FOUND
    from generator.cli.revise_text import put_diff, say_revised
    from generator.editing.revising.revise import revise_file
    from generator.files.errors import UserError
    from generator.pipeline.inputs import STDIN

    if STDIN in (file, word):
        raise UserError("改稿要改文件，不能用标准输入", "请写出 YAML 文件和 Word 文件的名字")
    revised = revise_file(file, word, take_figures=figures, write=not diff)
    if diff:
        put_diff(revised)
    say_revised(revised)
    return FINE if revised.done else FOUND
