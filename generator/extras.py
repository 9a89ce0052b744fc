"""How a part that is not installed is installed, as this program was: by pipx, by uv, or by pip. A leaf."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

_NEEDED = {
    "pdf": ("pypdfium2", "typst"),
    "lsp": ("pygls",),
    "preview": ("watchfiles",),
    "xlsx": ("openpyxl", "xlsxwriter"),
    "ledger": ("openpyxl", "chinese_calendar"),
}
"""The extras of pyproject.toml, each with what it brings."""


def install_command(extra: str) -> str:
    """The command that installs an extra, to be pasted.

    pipx and uv make the environment anew, so there the extras that are already in it are named too.
    """
    if os.path.exists(os.path.join(sys.prefix, "pipx_metadata.json")):
        return f'pipx install --force "nianbao[{_with_others(extra)}]"'
    if os.path.exists(os.path.join(sys.prefix, "uv-receipt.toml")):
        return f'uv tool install --force "nianbao[{_with_others(extra)}]"'
    if find_spec("pip") is None:
        return f'uv pip install --python {_python()} "nianbao[{extra}]"'
    return f'{_python()} -m pip install "nianbao[{extra}]"'


def _with_others(extra: str) -> str:
    there = [name for name, modules in _NEEDED.items() if name == extra or all(map(find_spec, modules))]
    return ",".join(there)


def _python() -> str:
    """The interpreter of this environment: a bare ``pip`` may be that of another."""
    if " " not in sys.executable:
        return sys.executable
    call = "& " if os.name == "nt" and "PSModulePath" in os.environ and "PROMPT" not in os.environ else ""
    return f'{call}"{sys.executable}"'
