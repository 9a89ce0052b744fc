"""Commands whose own words are Chinese, and the group that imports a command only when it is named."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword
from typing import Any, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command as built

from generator.cli.command_names import ALIASES, COMMANDS, LED
from generator.cli.command_types import Command, CommandContext, is_usage_error
from generator.cli.completion import yaml_files
from generator.cli.errors import ExtraArgumentsError, NoSuchCommandError
from generator.cli.help_pages import help_page, usage_line

QUIET = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}
"""Typer without rich: neither its help pages nor its tracebacks are ours."""


class _InChinese:
    """Help, usage line and the complaint about extra arguments, in our words; goes before a class of Typer's."""

    def get_help(self, ctx: CommandContext) -> str:
        """The help page."""
        return help_page(cast(Command, self), ctx)

    def get_usage(self, ctx: CommandContext) -> str:
        """The usage line."""
        return usage_line(cast(Command, self), ctx)

    def get_help_option(self, ctx: CommandContext) -> TyperOption | None:
        """The ``--help`` option, explained."""
        option: TyperOption | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "显示这页说明"
        return option

    def parse_args(self, ctx: CommandContext, args: list[str]) -> list[str]:
        """Parse; what is left over is refused here, because the library would do it in English."""
        strict, ctx.allow_extra_args = not ctx.allow_extra_args, True
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except Exception as error:
            if is_usage_error(error):
                error.ctx = error.ctx or ctx  # the parser does not always say whose usage it was
            raise
        if rest and strict and not ctx.resilient_parsing:
            raise ExtraArgumentsError(rest, ctx)
        return rest


class ChineseCommand(_InChinese, TyperCommand):
    """One command."""


class LazyGroup(_InChinese, TyperGroup):
    """``nianbao`` itself: finds commands by name, by Chinese alias, and takes a file as something to build."""

    def list_commands(self, ctx: CommandContext) -> list[str]:
        """The commands in the order in which a clerk needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: CommandContext, cmd_name: str) -> TyperCommand | None:
        """The command of that name or Chinese alias, imported now."""
        name = ALIASES.get(cmd_name, cmd_name)
        if name not in COMMANDS:
            return None
        module = f"{name}_" if iskeyword(name) else name
        command: TyperCommand = import_module(f"generator.cli.commands.{module}").command
        return command

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Commands, and files once something is typed: ``nianbao FILE.yaml`` needs no command."""
        commands = super().shell_complete(ctx, incomplete)
        if not incomplete:
            return commands
        file = TyperArgument(param_decls=["file"], autocompletion=lambda _ctx, _args, typed: yaml_files(typed))
        return [*commands, *file.shell_complete(ctx, incomplete)]

    def resolve_command(
        self, ctx: CommandContext, args: list[str]
    ) -> tuple[str | None, TyperCommand | None, list[str]]:
        """The command to run with its arguments; ``nianbao FILE.yaml`` is ``nianbao build FILE.yaml``."""
        name = args[0]
        command = self.get_command(ctx, name)
        if command is not None:
            return name, command, args[1:]
        if _is_input(name):
            return "build", self.get_command(ctx, "build"), args
        if name == "help":
            return self._help(args[1:], ctx)
        raise NoSuchCommandError(name, _nearest(name), ctx, LED.get(name, ""))

    def _help(self, args: list[str], ctx: CommandContext) -> tuple[str | None, TyperCommand | None, list[str]]:
        """``nianbao help`` is ``nianbao --help``, ``nianbao help build`` is ``nianbao build --help``."""
        command = self.get_command(ctx, args[0]) if args else None
        if command is not None:
            return args[0], command, ["--help"]
        from generator.cli.streams import put

        put(self.get_help(ctx))
        raise typer.Exit(0)


def chinese_command(name: str, *, summary: str, text: str, examples: str = "") -> Callable[..., TyperCommand]:
    """Make a function the command ``name``: one line for the list of commands, its page's text, and examples."""

    def make(function: Callable[..., Any]) -> TyperCommand:
        app = typer.Typer(**QUIET)  # type: ignore[arg-type]
        app.command(name, cls=ChineseCommand, short_help=summary, help=text, epilog=examples)(function)
        return cast(TyperCommand, built(app))

    return make


def _is_input(name: str) -> bool:
    """Whether a first word that is no command is meant as a file."""
    import os.path

    return name == "-" or name.lower().endswith((".yaml", ".yml")) or os.path.exists(name)


def _nearest(name: str) -> str:
    from rapidfuzz.process import extractOne

    found = extractOne(name, [*COMMANDS, *ALIASES], score_cutoff=50)
    return found[0] if found else ""
