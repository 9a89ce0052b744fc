"""Values on the command line: read, and refused in Chinese where they cannot be used."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from generator.cli.completion import ledger_files, report_files, words, yaml_files
from generator.cli.errors import BadValue
from generator.form.names import LEDGER

_DASHES = ("—", "–", "－", "―")


def file_name(text: str) -> str:
    """A file's name; a dash that a word processor has turned into another one is not a name."""
    if text.startswith(_DASHES):
        option = "--" + text.lstrip("".join(_DASHES) + "-")
        raise BadValue(f"“{text}”开头的横线不是半角的减号，应写成 {option}")
    if not text:
        raise BadValue("文件名是空的")
    return text


def one_of(*choices: str) -> Any:
    """A reader that accepts just these words."""

    def read(text: str) -> str:
        if text.lower() not in choices:
            raise BadValue(f"不认识“{text}”，可以写：{'、'.join(choices)}")
        return text.lower()

    return read


def formats(text: str) -> str:
    """Output formats, separated by commas, each once, in the order given."""
    from generator.render.formats import format_names

    known = format_names()
    found: dict[str, None] = {}
    for word in text.replace("，", ",").replace("、", ",").lower().split(","):
        name = word.strip().lstrip(".")
        if name not in known:
            raise BadValue(f"不认识格式“{name}”，可以写：{'、'.join(known)}，几种之间用逗号隔开")
        found.setdefault(name)
    return ",".join(found)


def jobs(typed: str | int) -> int:
    """How many processes; 0 means one for each processor. (The default comes through here too, as a number.)"""
    text = str(typed)
    if not (text.isascii() and text.isdigit() and int(text) <= 1024):
        raise BadValue(f"“{text}”不是进程数，应写 0 到 1024 的整数，例如 --jobs 4")
    return int(text)


def port_number(typed: str | int) -> int:
    """A port to listen on; 0 means any that is free. (The default comes through here too, as a number.)"""
    text = str(typed)
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise BadValue(f"“{text}”不是端口，应写 0 到 65535 的整数，例如 --port 8000")
    return int(text)


def day(text: str) -> date:
    """A date typed as 2024-01-20, 2024年1月20日, 2024.1.20 or 2024/1/20."""
    parts = text.strip().rstrip("日号").translate(str.maketrans("年月./", "----")).split("-")
    try:
        year, month, of_month = map(int, parts)
        return date(year, month, of_month)
    except ValueError:
        raise BadValue(f"“{text}”不是日期，应写成 2024-01-31 这样") from None


def year(text: str) -> int:
    """A year of four digits, with or without 年 or 年度."""
    digits = text.strip().removesuffix("度").removesuffix("年")
    if not (len(digits) == 4 and digits.isdecimal()):
        raise BadValue(f"“{text}”不是年度，应写四位数字，例如 2025")
    return int(digits)


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="文件|文件夹",
        help="年报的 YAML 文件；写文件夹就是其中（连同下级文件夹）所有 .yaml、.yml 文件；- 是标准输入",
        parser=file_name,
        autocompletion=yaml_files,
        show_default=False,
    ),
]
"""One or several YAML files or folders."""


Ledger = Annotated[
    str,
    typer.Argument(
        metavar="台账",
        help=f"{LEDGER}：xlsx、csv 或者 tsv",
        parser=file_name,
        autocompletion=ledger_files,
        show_default=False,
    ),
]
"""The ledger of applications."""

LedgerAnswers = Annotated[
    str | None,
    typer.Option(
        "--answers",
        metavar="文件",
        parser=file_name,
        autocompletion=yaml_files,
        help="对照文件；不写就是台账旁边的 对照.yaml",
        show_default=False,
    ),
]
"""The file of answers, instead of the one beside the ledger."""


def Report(which: str) -> Any:  # noqa: N802 - stands for a type
    """One report of any kind; ``which`` of several."""
    return typer.Argument(
        metavar=which,
        help=f"{which}年报：YAML 文件，或者已公布的 docx、html、md、txt、pdf",
        parser=file_name,
        autocompletion=report_files,
        show_default=False,
    )


def Format(choices: tuple[str, ...], meaning: str) -> Any:  # noqa: N802 - stands for a type
    """``--format``: in which of several forms the result comes; ``meaning`` says what each is for."""
    return typer.Option(
        "--format", metavar="格式", parser=one_of(*choices), autocompletion=words(*choices), help=meaning
    )


Output = Annotated[
    str | None,
    typer.Option(
        "-o", "--output", metavar="文件", parser=file_name, help="写到这个文件；- 是标准输出", show_default=False
    ),
]
"""A file to write instead of stdout."""

Jobs = Annotated[
    int, typer.Option("-j", "--jobs", metavar="数目", parser=jobs, help="同时用几个进程；0 是有几个处理器用几个")
]
"""How many processes share the work."""

Force = Annotated[
    bool, typer.Option("--force", help="输出的位置上有不是本程序写的文件，也覆盖（读入的文件仍然不会被覆盖）")
]
"""Whether what is in the way of an output may go."""

Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="文件",
        parser=file_name,
        help="本单位设置，代替年报旁边或者上面文件夹里的 nianbao.yaml",
        show_default=False,
    ),
]
"""The office's own settings, instead of those found."""

Debug = Annotated[bool, typer.Option("--debug", help="程序出错时显示内部的出错位置，报告故障时附上")]
"""Whether to show tracebacks."""

Strict = Annotated[bool, typer.Option("--strict", help="有警告时退出码也是 1")]
"""Whether warnings count as errors."""
