"""The program: streams made ready, the command run, what goes wrong said in Chinese with its exit code."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated, NoReturn

import typer
from typer.main import get_command as built

from generator import __version__
from generator.cli.command_names import ALIASES
from generator.cli.command_types import is_usage_error
from generator.cli.completion import PROGRAM, VARIABLE, install, prepare_completion, show
from generator.cli.group import QUIET, LazyGroup
from generator.cli.outcome import FAULT, WRONG_USE
from generator.cli.stopping import STOPPED, ended
from generator.cli.streams import prepare, put, say

_HELP = """\
年报：填一个 YAML 文件，检查、计算合计，生成政府信息公开工作年度报告。

nianbao 文件.yaml 就是先检查、再生成。不带任何内容运行 nianbao，看三步怎么做。"""
_FOOT = f"""\
命令也可以写中文：{"、".join(ALIASES)}。
退出码：0 没有错误，1 有错误，2 用法不对或文件读写不了，3 程序故障。"""

_OBJECTS = 50_000
"""New objects after which Python looks for circular garbage (its own default is 700)."""

app = typer.Typer(
    **QUIET,  # type: ignore[arg-type]
    cls=LazyGroup,
    invoke_without_command=True,
    help=_HELP,
    epilog=_FOOT,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        put(f"{PROGRAM} {__version__}")
        raise typer.Exit(0)


@app.callback()
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="显示版本")] = False,
    install_completion: Annotated[
        bool, typer.Option("--install-completion", callback=install, is_eager=True, help="装上命令补全（按 Tab 键）")
    ] = False,
    show_completion: Annotated[
        bool, typer.Option("--show-completion", callback=show, is_eager=True, help="显示补全脚本，供自己安装")
    ] = False,
) -> None:
    """Show the three steps when no command is given."""
    if context.invoked_subcommand is None:
        from datetime import date

        from generator.cli.welcome import welcome_page

        put(welcome_page(date.today()))


def run() -> NoReturn:
    """Run the command line and exit with its code."""
    _spare_garbage_collection()
    prepare()
    prepare_completion()
    code = _run()
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as fault:
        code = code if isinstance(fault, BrokenPipeError) else _output_lost(fault)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python itself complains when it flushes once more
    ended()
    gc.freeze()  # everything goes with the process: there is nothing to look through at its end
    sys.exit(code)


def _spare_garbage_collection() -> None:
    """What is imported already is no garbage, and reading a report leaves none in circles: look for it rarely.

    Python would look through everything imported several times before a report is read, a tenth of a check's time.
    """
    gc.freeze()
    gc.set_threshold(_OBJECTS)


def _run() -> int:
    try:
        code = built(app).main(prog_name=PROGRAM, complete_var=VARIABLE, standalone_mode=False)
        if code == STOPPED:
            say("已停止。")
        return code if isinstance(code, int) else 0
    except typer.Abort:
        say("已停止。")
        return WRONG_USE
    except OSError as fault:  # files are the pipeline's, which raises UserError: this was one of our streams
        return _output_lost(fault)
    except Exception as fault:
        return _refused_or_crashed(fault)


def _refused_or_crashed(fault: Exception) -> int:
    from generator.cli.reporting import show_refusal, show_traceback
    from generator.files.errors import UserError

    if is_usage_error(fault):
        from generator.cli.usage_errors import usage_error_text

        say(usage_error_text(fault))
        return WRONG_USE
    if isinstance(fault, UserError):
        show_refusal(fault)
        return WRONG_USE
    import traceback

    say(f"错误 NB900：程序内部出错（{type(fault).__name__}）")
    show_traceback("".join(traceback.format_exception(fault)).rstrip(), debug="--debug" in sys.argv)
    return FAULT


def _output_lost(fault: OSError) -> int:
    """The disk behind ``>`` is full, or the like; or the folder that we stand in has been removed."""
    from generator.cli.reporting import show_refusal
    from generator.files.errors import UserError, cannot_write

    if isinstance(fault, FileNotFoundError):
        show_refusal(UserError("当前文件夹已经不存在", "请先进入一个存在的文件夹，再运行"))
    else:
        show_refusal(cannot_write("标准输出", fault))
    return WRONG_USE
