"""The peers' own virtual environments, and which versions are in them. A peer that cannot be had is left out, named."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NamedTuple

from benchmarks.places import HERE, WORK

SHOWN = ("check-jsonschema", "docxtpl", "lxml", "python-docx", "rendercv")


class Peers(NamedTuple):
    """A virtual environment that is ready."""

    python: str
    versions: dict[str, str]

    def tool(self, name: str) -> str:
        """The path of a command in it."""
        return os.path.join(os.path.dirname(self.python), name)


def ready(name: str, requirements: str) -> Peers | None:
    """The environment ``name`` with a requirements file installed; None (and a word on stderr) if it cannot be had."""
    folder = os.path.join(WORK, name)
    python = os.path.join(folder, "bin", "python")
    file = os.path.join(HERE, requirements)
    try:
        if not os.path.exists(python):
            subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run(
            [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "-r", file],
            check=True,
            env={n: v for n, v in os.environ.items() if not n.startswith("PYTHON")},
        )
    except (OSError, subprocess.CalledProcessError) as problem:
        print(f"not measured, because it cannot be installed: {requirements} ({problem})", file=sys.stderr)
        return None
    return Peers(python, versions(python))


def versions(python: str) -> dict[str, str]:
    """Package → version in an environment."""
    code = "import importlib.metadata as m\nfor d in m.distributions(): print(d.name, d.version)"
    listed = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout
    return dict(line.split(" ", 1) for line in sorted(listed.splitlines()))
