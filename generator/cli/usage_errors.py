"""Usage errors put into Chinese, by what they know of the fault, never by the library's wording."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from generator.cli.cells import printable
from generator.cli.command_types import CommandContext, CommandParameter, UsageError
from generator.cli.errors import BadValue, ExtraArgumentsError, NoSuchCommandError


def usage_error_text(error: UsageError) -> str:
    """What is wrong with the command line, how the command is used, and where to read more."""
    lines = [f"错误：{printable(_describe(error))}"]
    if error.ctx is not None:
        lines += [error.ctx.get_usage(), f"详细说明：{error.ctx.command_path} --help"]
    return "\n".join(lines)


def _describe(error: UsageError) -> str:
    match error:
        case NoSuchCommandError():
            return _no_such_command(error)
        case ExtraArgumentsError():
            return f"多出来的内容：{' '.join(error.arguments)}（名称里有空格时要加引号）"
        case BadValue():
            return error.message
        case typer.BadParameter():
            return _missing(error.param) if hasattr(error, "param_type") else _bad_parameter(error)
    return _wrong_option(error)


def _wrong_option(error: UsageError) -> str:
    option = getattr(error, "option_name", None)
    if option is None:
        return "命令写得不对"
    if hasattr(error, "possibilities"):
        return _no_such_option(option, error.possibilities or ())
    return _bad_option_usage(option, _option_named(option, error.ctx))


def _no_such_command(error: NoSuchCommandError) -> str:
    suggestion = f"，是不是要写 {error.suggestion}？" if error.suggestion else ""
    return f"没有“{error.name}”这个命令{f'。{error.advice}' if error.advice else suggestion}"


def _no_such_option(name: str, possibilities: Iterable[str]) -> str:
    near = "、".join(sorted(possibilities))
    suggestion = f"，是不是要写 {near}？" if near else ""
    return f"没有 {name} 这个选项{suggestion}"


def _bad_option_usage(name: str, option: CommandParameter | None) -> str:
    if option is None or getattr(option, "is_flag", False):
        return f"选项 {name} 后面不能带值"
    return f"选项 {name} 后面要写上{option.metavar or '值'}"


def _option_named(name: str, ctx: CommandContext | None) -> CommandParameter | None:
    params = ctx.command.get_params(ctx) if ctx else []
    return next((p for p in params if name in (*p.opts, *p.secondary_opts)), None)


def _missing(param: CommandParameter | None) -> str:
    if param is None:
        return "缺少必须写的内容"
    if param.param_type_name == "option":
        return f"缺少选项 {' / '.join(param.opts)}{f' {param.metavar}' if param.metavar else ''}"
    return f"没有写明{(param.metavar or param.name or '').replace('|', '或')}"


def _bad_parameter(error: typer.BadParameter) -> str:
    names = " / ".join(error.param.opts) if error.param else ""
    return f"{names} 的值不对".strip()
