"""What the page carries of Python: our package, and pure libraries at the versions of the lock file."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[2]
LIBRARIES = (
    "attrs",
    "chinesecalendar",
    "et-xmlfile",
    "jinja2",
    "jsonschema",
    "jsonschema-specifications",
    "markupsafe",
    "openpyxl",
    "pyyaml",
    "rapidfuzz",
    "referencing",
    "typing-extensions",
    "xlsxwriter",
)
PDF = ("pypdfium2",)
"""Compiled for the browser by its own makers; there is none for the older edition."""
_ANY_COMPILED = (
    "--platform",
    "manylinux_2_28_x86_64",
    "--platform",
    "manylinux2014_x86_64",
    "--abi",
    "cp314",
    "--abi",
    "none",
)
"""Of these only the Python files are taken, which are the same for all systems."""
_FOR_BROWSER = ("--platform", "pyemscripten_2026_0_wasm32", "--abi", "cp314", "--abi", "none")
_ROOMS_LEFT_OUT = ("cli", "editor", "preview")
"""Rooms of words and protocols that no page needs."""
_EXAMPLE = "孟津区人民政府办公室-2023.yaml"
"""The first report that is looked at, before a person brings one: with whole sentences in all its texts."""
_FILES_LEFT_OUT = re.compile(
    r".*/(tests?|__pycache__|__pyinstaller)/.*|(pypdfium2_cli|jsonschema/benchmarks)/.*|.*\.data/.*"
    r"|.*(\.pyi|\.typed|\.c)|.*\.dist-info/.*"
)


def files(folder: Path, *, pdf: bool) -> dict[str, bytes]:
    """Every file by its place in the page's own file system; ``folder`` keeps the wheels."""
    found: dict[str, bytes] = {}
    for wheel in _wheels(folder, LIBRARIES, _ANY_COMPILED):
        found |= {name: data for name, data in _contents(wheel).items() if not name.endswith((".so", ".dylib"))}
    if pdf:
        for wheel in _wheels(folder, PDF, _FOR_BROWSER):
            found |= _contents(wheel)
    return found | _ours()


def _ours() -> dict[str, bytes]:
    package = ROOT / "generator"
    shown = ROOT / "examples" / _EXAMPLE
    found = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and path.relative_to(package).parts[0] not in _ROOMS_LEFT_OUT
    }
    for source in (ROOT / "templates", ROOT / "schema"):
        found |= {
            f"generator/_data/{path.relative_to(ROOT).as_posix()}": path.read_bytes()
            for path in source.rglob("*")
            if path.is_file() and path.suffix != ".py" and "page" not in path.parts and "__pycache__" not in path.parts
        }
    return {**found, f"generator/_data/examples/{_EXAMPLE}": shown.read_bytes()}


def _wheels(folder: Path, names: tuple[str, ...], choice: tuple[str, ...]) -> list[Path]:
    """The wheels, fetched where they are not there yet; each has one of the hashes of the lock file."""
    pins = _pins(names)
    into = folder / re.sub(r"\W+", "-", "-".join(names))[:40]
    done = into / "pins.txt"
    if not done.exists() or done.read_text("utf-8") != pins:
        into.mkdir(parents=True, exist_ok=True)
        for old in into.iterdir():
            old.unlink()
        wanted = into / "wanted.txt"
        wanted.write_text(pins, "utf-8")
        subprocess.run(
            [
                sys.executable,
                "-m",
                "pip",
                "download",
                "-qq",
                "--disable-pip-version-check",
                "--no-deps",
                "--require-hashes",
                "--only-binary=:all:",
                "--python-version",
                "3.14",
                "--implementation",
                "cp",
                *choice,
                "-d",
                str(into),
                "-r",
                str(wanted),
            ],
            check=True,
        )
        wanted.rename(done)
    return sorted(into.glob("*.whl"))


def _pins(names: tuple[str, ...]) -> str:
    lock = (ROOT / "requirements-dev.lock").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in lock.splitlines() if line.partition("==")[0].strip() in names]
    assert len(lines) == len(names), (
        f"not in requirements-dev.lock: {set(names) - {line.split('==')[0] for line in lines}}"
    )
    return "".join(f"{re.sub(' ;[^ ]* ?', ' ', line)}\n" for line in lines)


def _contents(wheel: Path) -> dict[str, bytes]:
    with ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/") and not _FILES_LEFT_OUT.fullmatch(name)]
        return {name: archive.read(name) for name in names}
