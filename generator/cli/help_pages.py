"""Help pages in Chinese, laid out by terminal cells: usage, what it does, arguments, options, commands, examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from shutil import get_terminal_size

from generator.cli.cells import padded, wrapped
from generator.cli.command_types import Command, CommandContext, CommandParameter
from generator.han.width import columns

_WIDEST = 80
_FIRST_COLUMN = 28
_INDENT = "  "

Row = tuple[str, str]
"""A name and its explanation."""


def usage_line(command: Command, ctx: CommandContext) -> str:
    """How the command is called, in one line."""
    pieces = ["[选项]"]
    pieces += [_argument_name(p) for p in command.get_params(ctx) if p.param_type_name == "argument"]
    if list_commands(command, ctx):
        pieces = ["命令", "[选项]", "…"]
    return f"用法：{ctx.command_path} {' '.join(pieces)}"


def help_page(command: Command, ctx: CommandContext) -> str:
    """The whole help page."""
    params = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    lines = [usage_line(command, ctx), ""]
    lines += wrapped(command.help or "", page_width())
    lines += _section("参数", [(_argument_name(p), _help_of(p)) for p in params if p.param_type_name == "argument"])
    lines += _section("选项", [(_option_name(p), _help_of(p)) for p in params if p.param_type_name == "option"])
    lines += _section("命令", list_commands(command, ctx))
    if command.epilog:
        lines += ["", *wrapped(command.epilog, page_width())]
    return "\n".join(lines)


def list_commands(command: Command, ctx: CommandContext) -> list[Row]:
    """The commands of a group with what they do; none for a command."""
    names = getattr(command, "list_commands", None)
    found = [(name, command.get_command(ctx, name)) for name in names(ctx)] if names else []  # type: ignore[attr-defined]
    return [(name, sub.short_help or "") for name, sub in found if sub is not None and not sub.hidden]


def page_width() -> int:
    """How wide a page may be: the terminal, at most 80 cells."""
    return max(40, min(get_terminal_size((_WIDEST, 24)).columns, _WIDEST))


def _section(heading: str, rows: list[Row]) -> Iterator[str]:
    if rows:
        yield from ("", f"{heading}：")
        yield from definition_list(rows)


def definition_list(rows: Iterable[Row]) -> Iterator[str]:
    """Names in a first column, explanations beside them; a long name stands on a line of its own."""
    rows = list(rows)
    column = min(max(columns(name) for name, _ in rows), _FIRST_COLUMN) + 2
    for name, text in rows:
        lines = wrapped(text, page_width() - column - len(_INDENT))
        if columns(name) + 2 > column:
            yield _INDENT + name
        else:
            yield (_INDENT + padded(name, column) + lines.pop(0)).rstrip()
        yield from (_INDENT + " " * column + line for line in lines)


def _argument_name(param: CommandParameter) -> str:
    name = (param.metavar or param.name or "") + ("…" if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _option_name(param: CommandParameter) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    return f"{names} {param.metavar}" if param.metavar else names


def _help_of(param: CommandParameter) -> str:
    text = getattr(param, "help", None) or ""
    if param.param_type_name == "option" and param.required:
        return f"{text}（必须写）"
    shown = isinstance(param.default, str) and getattr(param, "show_default", True)
    return f"{text}（默认 {param.default}）" if shown else text
