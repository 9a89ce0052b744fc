"""Shell completion: installing it, showing its script, and completing the names of YAML files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import typer

from generator.cli.errors import BadValue
from generator.cli.streams import put, say

PROGRAM = "nianbao"
VARIABLE = "_NIANBAO_COMPLETE"


def prepare_completion() -> None:
    """Make the library's shells known, when the shell is asking for completions."""
    if VARIABLE in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()


_YAML = (".yaml", ".yml")
_LEDGERS = (".xlsx", ".xlsm", ".csv", ".tsv")
_PUBLISHED = (".docx", ".html", ".htm", ".md", ".txt", ".pdf")


def yaml_files(incomplete: str) -> list[str]:
    """The YAML files and folders that go on from what is typed; a single folder gives what is in it."""
    return _files(incomplete, _YAML)


def published_files(incomplete: str) -> list[str]:
    """The same for published reports."""
    return _files(incomplete, _PUBLISHED)


def ledger_files(incomplete: str) -> list[str]:
    """The same for ledgers of applications."""
    return _files(incomplete, _LEDGERS)


def report_files(incomplete: str) -> list[str]:
    """The same for reports of any kind."""
    return _files(incomplete, (*_YAML, *_PUBLISHED))


def _files(incomplete: str, suffixes: tuple[str, ...]) -> list[str]:
    found = list(_entries(incomplete, suffixes))
    if len(found) == 1 and found[0].endswith("/"):
        return list(_entries(found[0], suffixes)) or found
    return found


def words(*choices: str) -> Callable[[str], list[str]]:
    """A completer for an option that takes one of a few words."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in choices if word.startswith(incomplete)]

    return complete


def install(wanted: bool) -> None:
    """Install completion for the shell that is running (callback of an option)."""
    if wanted:
        from typer.completion import install as install_for  # type: ignore[attr-defined]

        shell, path = install_for(shell=_shell(), prog_name=PROGRAM, complete_var=VARIABLE)
        say(f"已为 {shell} 装好命令补全：{path}")
        say("重新打开终端后，按 Tab 键就能补全命令、选项和文件名。")
        raise typer.Exit(0)


def show(wanted: bool) -> None:
    """Print the completion script for the shell that is running (callback of an option)."""
    if wanted:
        from typer.completion import get_completion_script  # type: ignore[attr-defined]

        put(get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=_shell()))
        raise typer.Exit(0)


def _shell() -> str:
    from shellingham import ShellDetectionFailure, detect_shell
    from typer.completion import Shells  # type: ignore[attr-defined]

    try:
        name, _command = detect_shell()
    except ShellDetectionFailure:
        name = ""
    if name not in [shell.value for shell in Shells]:
        known = "、".join(shell.value for shell in Shells)
        raise BadValue(f"认不出正在使用的命令行（{name or '未知'}）；能补全的有：{known}")
    return str(name)


def _entries(incomplete: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    folder, start = os.path.split(incomplete)
    try:
        entries = sorted(os.scandir(folder or "."), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(start) and not entry.name.startswith((".", "~")):
            if entry.is_dir():
                yield os.path.join(folder, entry.name) + "/"
            elif entry.name.lower().endswith(suffixes):
                yield os.path.join(folder, entry.name)
