"""Typer's own copy of Click: the classes we need for which Typer has no public name (hence the version range)."""

from typer._click.core import Command, Context, Parameter
from typer._click.exceptions import (
    BadOptionUsage,
    ClickException,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer._click.shell_completion import CompletionItem

__all__ = [
    "BadOptionUsage",
    "ClickException",
    "Command",
    "CompletionItem",
    "Context",
    "MissingParameter",
    "NoSuchOption",
    "Parameter",
    "UsageError",
]
