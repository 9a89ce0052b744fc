"""Usage errors of our own: said in Chinese where they arise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import typer

from generator.cli.command_types import CommandContext


class BadValue(typer.BadParameter):
    """A value on the command line that cannot be used; the message is the whole Chinese sentence."""


class NoSuchCommandError(typer.BadParameter):
    """A command that does not exist; ``suggestion`` is the nearest one, ``advice`` what to do instead, or ''."""

    def __init__(self, name: str, suggestion: str, ctx: CommandContext, advice: str = "") -> None:
        super().__init__(name, cast(typer.Context, ctx))
        self.name = name
        self.suggestion = suggestion
        self.advice = advice


class ExtraArgumentsError(typer.BadParameter):
    """More arguments than the command takes."""

    def __init__(self, arguments: Sequence[str], ctx: CommandContext) -> None:
        super().__init__(" ".join(arguments), cast(typer.Context, ctx))
        self.arguments = tuple(arguments)
