"""How a part that is not installed is installed, as this program was: by pipx, by uv, or by pip. A leaf."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

_NAME = "nianbao"

_NEEDED = {
    "pdf": ("pypdfium2", "typst"),
    "lsp": ("pygls",),
    "preview": ("watchfiles",),
    "xlsx": ("openpyxl", "xlsxwriter"),
    "ledger": ("openpyxl", "chinese_calendar"),
}
"""The extras of pyproject.toml, each with what it brings."""


def install_command(extra: str) -> str:
    """The command that installs an extra, to be pasted: from where the program itself came.

    pipx and uv make the environment anew, so there the extras that are already in it are named too.
    """
    if os.path.exists(os.path.join(sys.prefix, "pipx_metadata.json")):
        return f"pipx install --force {_package(_with_others(extra))}"
    if os.path.exists(os.path.join(sys.prefix, "uv-receipt.toml")):
        return f"uv tool install --force {_package(_with_others(extra))}"
    if find_spec("pip") is None:
        return f"uv pip install --python {_python()} {_package(extra)}"
    return f"{_python()} -m pip install {_package(extra)}"


def _package(extras: str) -> str:
    """The program with extras as an installer takes it: by the wheel, folder or address it came from, or by name."""
    origin = _origin()
    url = str(origin.get("url", ""))
    if not url:
        return f'"{_NAME}[{extras}]"'
    if not url.startswith("file:"):
        vcs = origin.get("vcs_info")
        kind = f"{vcs['vcs']}+" if isinstance(vcs, dict) and "vcs" in vcs else ""
        return f'"{_NAME}[{extras}] @ {kind}{url}"'
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    path = url2pathname(urlsplit(url).path)
    if not os.path.exists(path):
        # it was moved: whoever stands in its folder finds it by its name; without ./ pipx would leave the extras out
        path = f"./{os.path.basename(path)}"
    folder = origin.get("dir_info")
    return f'{"--editable " if isinstance(folder, dict) and folder.get("editable") else ""}"{path}[{extras}]"'


def _origin() -> dict[str, object]:
    """What the installer noted of where the program came from (PEP 610); nothing where that was a registry."""
    import json
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        noted = json.loads(distribution(_NAME).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}


def _with_others(extra: str) -> str:
    there = [name for name, modules in _NEEDED.items() if name == extra or all(map(find_spec, modules))]
    return ",".join(there)


def _python() -> str:
    """The interpreter of this environment: a bare ``pip`` may be that of another."""
    if " " not in sys.executable:
        return sys.executable
    call = "& " if os.name == "nt" and "PSModulePath" in os.environ and "PROMPT" not in os.environ else ""
    return f'{call}"{sys.executable}"'
