"""What we use of Typer's commands, contexts, parameters and usage errors, for which it has no public names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeGuard


class CommandParameter(Protocol):
    """An option or an argument."""

    name: Any
    metavar: Any
    nargs: Any
    required: Any
    default: Any
    opts: Any
    secondary_opts: Any

    @property
    def param_type_name(self) -> str:
        """``option`` or ``argument``."""
        ...


class Command(Protocol):
    """A command, or a group of them."""

    help: Any
    short_help: Any
    epilog: Any
    hidden: Any

    def get_params(self, ctx: Any, /) -> Sequence[CommandParameter]:
        """Its options and arguments, ``--help`` too."""
        ...


class CommandContext(Protocol):
    """One call of a command."""

    allow_extra_args: bool
    resilient_parsing: bool

    @property
    def command(self) -> Command:
        """What is called."""
        ...

    @property
    def command_path(self) -> str:
        """Its name with those of its groups."""
        ...

    def get_usage(self) -> str:
        """The usage line."""
        ...


class UsageError(Protocol):
    """The command line is wrong; where its call is known, ``ctx`` is."""

    ctx: CommandContext | None


def is_usage_error(fault: BaseException) -> TypeGuard[UsageError]:
    """Whether Typer, or one of our own classes, says that the command line is wrong."""
    return hasattr(fault, "ctx") and hasattr(fault, "format_message")
