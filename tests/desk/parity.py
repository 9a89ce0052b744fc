"""The page's Python against the installed program: every finding, every byte. ``python tests/desk/parity.py`` does all.

All: every example, every golden file, 200 damaged ones, under both Pyodides (``make html`` first). The suite does a
sample.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from pure.blocked import results  # noqa: E402
from pure.damage import damaged  # noqa: E402

EDITIONS = {"main": "pyodide", "older": "pyodide-older"}
BITS = (
    "\t",
    "  ",
    "：",
    "，",
    "{",
    "}",
    ":",
    "- ",
    " #",
    "|",
    "&a",
    "\n",
    "　",
    "\ufeff",
    "1,234",
    "012",
    "~",
    "{{",
    "件",
    "无",
    "2024年",
)
_SCRIPT = ROOT / "tests" / "pure" / "blocked.py"


def differences(edition: str, folder: Path) -> list[str]:
    """What one edition gives otherwise than the program here, for the files of a folder."""
    node = ROOT / "web" / "node_modules" / EDITIONS[edition]
    packages = ROOT / "build" / "html" / edition / "packages"
    run = ["node", str(ROOT / "web" / "one_file" / "in_node.mjs"), *map(str, (node, packages, folder, _SCRIPT))]
    outcome = subprocess.run(run, capture_output=True, timeout=1800, check=False)
    if outcome.returncode:
        return [outcome.stderr.decode()]
    there: dict[str, dict[str, Any]] = json.loads(outcome.stdout)
    here = json.loads(json.dumps(results(folder)))
    return [
        f"{name} {what}: {found[what]!s:.300} | {there[name].get(what)!s:.300}"
        for name, found in here.items()
        for what in found
        if there[name].get(what) != found[what]
    ]


def sample(folder: Path, files: Iterable[Path], damages: int) -> None:
    """Copy files into a folder, and damaged copies of the YAML among them."""
    texts = []
    for path in files:
        (folder / path.name).write_bytes(path.read_bytes())
        if path.suffix == ".yaml":
            texts.append(path.read_text("utf-8"))
    for number, text in enumerate(damaged(texts, BITS, damages, seed=17)):
        (folder / f"损坏{number}.yaml").write_text(text, "utf-8", newline="")


def _all() -> None:
    files = [*(ROOT / "examples").iterdir(), *(ROOT / "tests" / "golden").rglob("*")]
    taken = {path.name: path for path in files if path.suffix in (".yaml", ".html", ".md", ".docx", ".txt")}
    with tempfile.TemporaryDirectory() as name:
        sample(Path(name), taken.values(), 200)
        for edition in EDITIONS:
            found = differences(edition, Path(name))
            print(edition, len(list(Path(name).iterdir())), "files:", "\n".join(found) or "no difference")


if __name__ == "__main__":
    _all()
