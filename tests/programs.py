"""The programs that others open our files with."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]

Folders = pytest.TempPathFactory


class Office:
    """LibreOffice, with a profile of its own: one that is running does not matter."""

    def __init__(self, folders: Folders) -> None:
        found = shutil.which("soffice")
        if found is None:
            pytest.skip("没有安装 LibreOffice")
        self.program, self.folders = found, folders
        self.profile = folders.mktemp("profile").as_uri()

    def convert(self, files: Mapping[str, bytes], to: str, **environment: str) -> dict[str, Path]:
        """Files by name, all at once, into another format (``pdf``, or with its filter ``html:HTML``).

        It is given plain file names: where a locale is asked for that is not installed, it finds no others.
        """
        folder = self.folders.mktemp("office")
        sources = {name: folder / f"{number}{Path(name).suffix}" for number, name in enumerate(files)}
        for name, source in sources.items():
            source.write_bytes(files[name])
        command = [self.program, f"-env:UserInstallation={self.profile}", "--headless", "--convert-to", to]
        subprocess.run(
            [*command, "--outdir", folder / "out", *sources.values()],
            check=True,
            capture_output=True,
            timeout=180,
            env={**os.environ, **environment},
        )
        suffix = to.partition(":")[0]
        made = {name: folder / "out" / f"{source.stem}.{suffix}" for name, source in sources.items()}
        assert all(path.exists() for path in made.values()), f"LibreOffice wrote no {to} of {[*files]}"
        return made

    def version(self) -> str:
        """Such as 7.4."""
        said = subprocess.run([self.program, "--version"], check=True, capture_output=True, timeout=60).stdout.decode()
        return ".".join(said.split()[1].split(".")[:2])
