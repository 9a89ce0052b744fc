"""``nianbao collect``: the collecting office's ledger of all agencies' reports, and what is sent back to them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.group import chinese_command
from generator.cli.values import Debug, Force, Format, Jobs, Profile, Strict, day, file_name, one_of, year
from generator.form import keys

if TYPE_CHECKING:
    from generator.collecting.running.collecting import Collected

FORMATS = ("text", "json")


@chinese_command(
    "collect",
    summary="收齐各单位的年报：查错、催交、写台账",
    text="读一个文件夹（连同下级文件夹）里各单位交来的年报，YAML、docx、html、md、txt、pdf 都可以，"
    "逐份检查，与单位名单核对，"
    "写成一个台账（Excel 表格）：报送情况、问题清单、分单位数据、汇总、同比。"
    "有问题的单位，在台账旁边的“退回意见”文件夹里各写一份意见，可以直接粘贴到消息里。"
    "放年报的文件夹里（或者上面）有本单位设置 nianbao.yaml 的，每一份都照它检查；它写了扣分的，台账里有评分。"
    "名称对不上的不会猜，列为待确认；一个单位交来几份不同的，逐一列出。"
    "读过的文件记在台账旁边的隐藏文件里，再次运行只读改动过的；删去它只是慢一些。"
    "有错误的单位时退出码是 1；加 --strict，有疑问、未交、待确认时也是 1。",
    examples="例：\n  nianbao collect 报送 --roster 单位名单.xlsx -o 台账.xlsx\n"
    "  nianbao collect 报送 --roster 单位名单.xlsx --last-year 上年报送 -o 台账.xlsx",
)
def command(
    folder: Annotated[
        str,
        typer.Argument(metavar="文件夹", help="放各单位年报的文件夹", parser=file_name, show_default=False),
    ],
    roster: Annotated[
        str,
        typer.Option(
            metavar="名单",
            parser=file_name,
            help="单位名单（xlsx 或 csv），表头有“单位名称”，还可以有“简称”“曾用名”“联系人”“电话”；"
            "一格里几个名称用顿号或者逗号隔开",
            show_default=False,
        ),
    ],
    package: Annotated[
        str | None,
        typer.Argument(
            metavar="数据包",
            help="--to datapackage 时数据包写到这个文件夹",
            parser=file_name,
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="台账", parser=file_name, help="台账写到这个 .xlsx", show_default=False),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="datapackage",
            parser=one_of("datapackage"),
            help="另写（不写 -o 台账.xlsx 就只写）开放数据包：长表、宽表、栏目表（csv）和 datapackage.json",
            show_default=False,
        ),
    ] = None,
    last_year: Annotated[
        str | None,
        typer.Option(
            "--last-year",
            metavar="文件夹",
            parser=file_name,
            help=f"放各单位上年年报的文件夹，用来核对{keys.CARRIED_IN}、作同比；不写就看各份年报自己的“{keys.LAST_YEAR}”",
            show_default=False,
        ),
    ] = None,
    newest: Annotated[bool, typer.Option("--newest", help="一个单位交来几份不同的，取最后修改的一份")] = False,
    of_year: Annotated[
        int | None,
        typer.Option(
            "--year", metavar="年度", parser=year, help="收哪个年度的年报；不写就看多数是哪一年", show_default=False
        ),
    ] = None,
    deadline: Annotated[
        date | None,
        typer.Option(metavar="日期", parser=day, help="期限，写进退回意见，也用来核对落款日期，例如 2026-01-31"),
    ] = None,
    profile: Profile = None,
    processes: Jobs = 0,
    form: Annotated[
        str,
        Format(
            FORMATS,
            "标准输出的格式：text 给人看；json 给程序",
        ),
    ] = "text",
    force: Force = False,
    strict: Strict = False,
    debug: Debug = False,
) -> int:
    """Collect, say what it came to, and return the exit code."""
    import os

    from generator.cli.collected_text import exit_code, show
    from generator.cli.progress import with_progress
    from generator.collecting.running.collecting import CollectOptions, CollectRun

    jobs_ = processes or os.cpu_count() or 1
    workbook, package = _outputs(output, package, to)
    options = CollectOptions(folder, roster, workbook, last_year, newest, of_year, deadline, jobs_, force)
    run = CollectRun(options._replace(package=package, workbook=output == workbook, profile=profile))
    for _ in with_progress(run.read(), run.total, "读取"):
        pass
    done = run.finish()
    if form == "json":
        _put_json(done)
    show(done, quiet=form == "json", debug=debug)
    return exit_code(done, strict=strict)


def _outputs(output: str | None, package: str | None, to: str | None) -> tuple[str, str | None]:
    """The workbook and the folder of the open data; ``-o`` names the latter where nothing else does."""
    import os

    from generator.cli.errors import BadValue

    if to is None:
        if package is not None:
            raise BadValue("多写了一个文件夹；要写开放数据包，请加 --to datapackage")
        if output is None:
            raise BadValue("没有写明台账，例如 -o 台账.xlsx")
        return output, None
    if package is None and output is not None and not output.lower().endswith(".xlsx"):
        package, output = output, None
    if package is None:
        raise BadValue("没有写明数据包的文件夹，例如 nianbao collect 报送 数据包 --roster 名单.csv --to datapackage")
    return output or os.path.join(os.path.dirname(package.rstrip("/\\")), "台账.xlsx"), package


def _put_json(done: Collected) -> None:
    from generator.cli.formats.json import put_json
    from generator.collecting.running.run_data import as_data

    put_json(as_data(done))
