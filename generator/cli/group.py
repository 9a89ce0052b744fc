"""Commands whose own words are Chinese, and the group that imports a command only when it is named."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command as built

from generator.cli.command_names import ALIASES, COMMANDS
from generator.cli.completion import yaml_files
from generator.cli.errors import ExtraArgumentsError, NoSuchCommandError
from generator.cli.help_pages import help_page, usage_line
from generator.cli.vendored import Command, CompletionItem, Context, UsageError

QUIET = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}
"""Typer without rich: neither its help pages nor its tracebacks are ours."""


class _InChinese(Command):
    """Help, usage line and the complaint about extra arguments, in our words."""

    def get_help(self, ctx: Context) -> str:
        """The help page."""
        return help_page(self, ctx)

    def get_usage(self, ctx: Context) -> str:
        """The usage line."""
        return usage_line(self, ctx)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The ``--help`` option, explained."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这页说明"
        return option

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse; what is left over is refused here, because the library would do it in English."""
        strict, ctx.allow_extra_args = not ctx.allow_extra_args, True
        try:
            rest = super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx  # the parser does not always say whose usage it was
            raise
        if rest and strict and not ctx.resilient_parsing:
            raise ExtraArgumentsError(rest, ctx)
        return rest


class ChineseCommand(_InChinese, TyperCommand):
    """One command."""


class LazyGroup(_InChinese, TyperGroup):
    """``nianbao`` itself: finds commands by name, by Chinese alias, and takes a file as something to build."""

    def list_commands(self, ctx: Context) -> list[str]:
        """The commands in the order in which a clerk needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """The command of that name or Chinese alias, imported now."""
        name = ALIASES.get(cmd_name, cmd_name)
        if name not in COMMANDS:
            return None
        module = f"{name}_" if iskeyword(name) else name
        command: Command = import_module(f"generator.cli.commands.{module}").command
        return command

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and files once something is typed: ``nianbao FILE.yaml`` needs no command."""
        files = [CompletionItem(name) for name in yaml_files(incomplete)] if incomplete else []
        return [*super().shell_complete(ctx, incomplete), *files]

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """The command to run with its arguments; ``nianbao FILE.yaml`` is ``nianbao build FILE.yaml``."""
        name = args[0]
        command = self.get_command(ctx, name)
        if command is not None:
            return name, command, args[1:]
        if _is_input(name):
            return "build", self.get_command(ctx, "build"), args
        raise NoSuchCommandError(name, _nearest(name), ctx)


def chinese_command(name: str, *, summary: str, text: str, examples: str = "") -> Callable[..., Command]:
    """Make a function the command ``name``: one line for the list of commands, its page's text, and examples."""

    def make(function: Callable[..., Any]) -> Command:
        app = typer.Typer(**QUIET)  # type: ignore[arg-type]
        app.command(name, cls=ChineseCommand, short_help=summary, help=text, epilog=examples)(function)
        return built(app)

    return make


def _is_input(name: str) -> bool:
    """Whether a first word that is no command is meant as a file."""
    import os.path

    return name == "-" or name.lower().endswith((".yaml", ".yml")) or os.path.exists(name)


def _nearest(name: str) -> str:
    from rapidfuzz.process import extractOne

    found = extractOne(name, [*COMMANDS, *ALIASES], score_cutoff=50)
    return found[0] if found else ""
