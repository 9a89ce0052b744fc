"""What the tests of the renderers share: documents, the tools that look at output, golden files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import render_samples as samples

from generator.document.blocks import Document
from generator.document.compose import compose

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


@pytest.fixture(scope="session")
def smallest() -> Document:
    return compose(samples.smallest())


@pytest.fixture(scope="session")
def fullest() -> Document:
    return compose(samples.fullest())


@pytest.fixture(scope="session")
def draft() -> Document:
    return compose(samples.fullest(), draft=True)


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    """Turn a DOCX into PDF with LibreOffice (a profile of its own, so that a running one does not matter)."""
    program = shutil.which("soffice")
    if not program or not shutil.which("pdftotext"):
        pytest.skip("没有安装 LibreOffice 和 pdftotext")
    profile = tmp_path_factory.mktemp("profile")

    def convert(docx: bytes) -> Path:
        folder = tmp_path_factory.mktemp("pages")
        (folder / "report.docx").write_bytes(docx)
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run(
            [*command, "--outdir", folder, folder / "report.docx"], check=True, capture_output=True, timeout=180
        )
        return folder / "report.pdf"

    return convert


@pytest.fixture
def golden():  # type: ignore[no-untyped-def]
    """Compare bytes with a file of tests/golden (UPDATE_GOLDEN=1 writes it)."""

    def compare(name: str, data: bytes) -> None:
        path = GOLDEN / name
        if UPDATE:
            path.write_bytes(data)
        assert path.exists(), f"tests/golden/{name} is missing; UPDATE_GOLDEN=1 writes it"
        assert data.decode() == path.read_bytes().decode()

    return compare
