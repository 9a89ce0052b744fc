"""The licences of all that the page carries, in full: they go into the page, after its head."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

from gather import LIBRARIES, PDF, ROOT

_LICENCE = re.compile(r"(?i).*(licen[cs]e|copying|notice)[^/]*")
_SCRIPTS = ("preact", "fflate", "@codemirror/state", "@lezer/common", "style-mod", "w3c-keyname")
_PYODIDE = (
    "Pyodide (https://github.com/pyodide/pyodide): Mozilla Public License 2.0, https://www.mozilla.org/MPL/2.0/\n"
    "Python and its library (https://www.python.org): PSF License Agreement, https://docs.python.org/3/license.html\n"
)


def licences(wheels: Path, edition: str) -> str:
    """One text, library by library."""
    found = [f"nianbao\n{(ROOT / 'LICENSE').read_text('utf-8')}", _PYODIDE]
    for name in _SCRIPTS:
        folder = ROOT / "web" / "node_modules" / name
        found += [f"{name}\n{path.read_text('utf-8')}" for path in sorted(folder.glob("LICENSE*"))]
    names = LIBRARIES + (PDF if edition == "main" else ())
    for wheel in sorted(wheels.glob("*/*.whl")):
        library = wheel.name.split("-")[0]
        if library.lower().replace("_", "-") in names:
            found += [f"{library}: {name}\n{text}" for name, text in _texts(wheel)]
    return ("\n" + "=" * 78 + "\n").join(found)


def _texts(wheel: Path) -> list[tuple[str, str]]:
    with ZipFile(wheel) as archive:
        names = sorted(
            name for name in archive.namelist() if _LICENCE.fullmatch(name) and not name.endswith((".py", "/"))
        )
        return [(name.rpartition("/")[2], archive.read(name).decode("utf-8", "replace")) for name in names]
