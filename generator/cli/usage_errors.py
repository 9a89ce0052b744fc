"""Usage errors put into Chinese, by their class and attributes, never by the library's wording."""

from __future__ import annotations

from collections.abc import Callable

import typer

from generator.cli.cells import printable
from generator.cli.errors import BadValue, ExtraArgumentsError, NoSuchCommandError
from generator.cli.vendored import (
    BadOptionUsage,
    MissingParameter,
    NoSuchOption,
    Parameter,
    UsageError,
)


def usage_error_text(error: UsageError) -> str:
    """What is wrong with the command line, how the command is used, and where to read more."""
    lines = [f"错误：{printable(_describe(error))}"]
    if error.ctx is not None:
        lines += [error.ctx.get_usage(), f"详细说明：{error.ctx.command_path} --help"]
    return "\n".join(lines)


def _describe(error: UsageError) -> str:
    for kind, describe in _WORDS:
        if isinstance(error, kind):
            return describe(error)
    return "命令写得不对"


def _no_such_command(error: NoSuchCommandError) -> str:
    suggestion = f"，是不是要写 {error.suggestion}？" if error.suggestion else ""
    return f"没有“{error.name}”这个命令{suggestion}"


def _extra_arguments(error: ExtraArgumentsError) -> str:
    return f"多出来的内容：{' '.join(error.arguments)}（名称里有空格时要加引号）"


def _no_such_option(error: NoSuchOption) -> str:
    possibilities = "、".join(sorted(error.possibilities or ()))
    suggestion = f"，是不是要写 {possibilities}？" if possibilities else ""
    return f"没有 {error.option_name} 这个选项{suggestion}"


def _bad_option_usage(error: BadOptionUsage) -> str:
    option = _option_named(error)
    if option is None or getattr(option, "is_flag", False):
        return f"选项 {error.option_name} 后面不能带值"
    return f"选项 {error.option_name} 后面要写上{option.metavar or '值'}"


def _option_named(error: BadOptionUsage) -> Parameter | None:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    return next((p for p in params if error.option_name in (*p.opts, *p.secondary_opts)), None)


def _missing(error: MissingParameter) -> str:
    param = error.param
    if param is None:
        return "缺少必须写的内容"
    if param.param_type_name == "option":
        return f"缺少选项 {' / '.join(param.opts)}{f' {param.metavar}' if param.metavar else ''}"
    return f"没有写明{(param.metavar or param.name or '').replace('|', '或')}"


def _bad_value(error: typer.BadParameter) -> str:
    return error.message


def _bad_parameter(error: typer.BadParameter) -> str:
    names = " / ".join(error.param.opts) if error.param else ""
    return f"{names} 的值不对".strip()


_WORDS: list[tuple[type[UsageError], Callable[..., str]]] = [
    (NoSuchCommandError, _no_such_command),
    (ExtraArgumentsError, _extra_arguments),
    (BadValue, _bad_value),
    (MissingParameter, _missing),
    (NoSuchOption, _no_such_option),
    (BadOptionUsage, _bad_option_usage),
    (typer.BadParameter, _bad_parameter),
]
"""The first class that fits speaks: subclasses before their bases."""
