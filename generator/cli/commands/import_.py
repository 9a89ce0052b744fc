"""``nianbao import``: a published report as YAML, with a list of what is doubtful."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.completion import published_files
from generator.cli.errors import BadValue
from generator.cli.group import chinese_command
from generator.cli.values import Debug, Force, Format, file_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.cli.import_text import Imports
    from generator.pipeline.importing import ImportedFile

FORMATS = ("text", "json")
_STDOUT = "-"


@chinese_command(
    "import",
    summary="把已公布的报告读成 YAML 文件",
    text="把已公布的报告（docx、html、md、txt、有文字的 pdf）读成 YAML 文件，数字用表格里的合计与勾稽关系核对。"
    "没有把握读准的地方逐条列出，并在 YAML 里注明“存疑”；读不出来的数空着，不会当作 0。"
    "默认写成当前文件夹里的“机关-年度.yaml”；已有的文件不会被覆盖。有存疑的地方时退出码是 1。",
    examples="例：\n  nianbao import 某某县人民政府2024年报告.html",
)
def command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="文件",
            help="已公布的报告；- 是标准输入",
            parser=file_name,
            autocompletion=published_files,
            show_default=False,
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="文件",
            parser=file_name,
            help="写到这个文件；- 是标准输出；一次导入几份时是文件夹",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        str,
        Format(
            FORMATS,
            "结果的格式：text 给人看；json 给程序，每个数都注明把握有多大",
        ),
    ] = "text",
    force: Force = False,
    debug: Debug = False,
) -> int:
    """Import every file, say what is doubtful, and return the exit code."""
    from generator.cli.import_text import Imports
    from generator.cli.running import each_file
    from generator.pipeline.importing import import_file

    several = len(files) > 1
    if output == _STDOUT and (several or form == "json"):
        raise BadValue("写到标准输出（-）只能一份报告、text 格式；请用 -o 写出文件名")
    target, folder = (None, output or "") if several else (output, "")
    imports = Imports()
    written: set[str] = set()
    done = each_file(
        files,
        lambda path: import_file(path, target, folder, force=force, written=written),
        imports.outcome,
        "导入",
    )
    if form == "json":
        _put_json(done, imports, debug=debug)
    else:
        _put_text(done, imports, debug=debug)
    return imports.exit_code


def _put_json(done: Iterable[ImportedFile], imports: Imports, *, debug: bool) -> None:
    from generator.cli.formats.json import put_json
    from generator.pipeline.importing import as_data

    files = [as_data(one) for one in done if imports.count(one, debug=debug)]
    put_json({"files": files, "doubts": imports.doubts})


def _put_text(done: Iterable[ImportedFile], imports: Imports, *, debug: bool) -> None:
    from generator.cli.streams import put_bytes

    for one in done:
        if imports.count(one, debug=debug):
            if one.output == _STDOUT:
                put_bytes(one.text.encode("utf-8", "surrogatepass"))
            imports.say(one)
