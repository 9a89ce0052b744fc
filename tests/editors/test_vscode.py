"""The extension for VS Code: built as `make vsix` does it, tested by node's own runner, its package opened and read."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from generator import __version__

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "editors" / "vscode"
INSTALLED = HERE / "node_modules" / ".package-lock.json"


@pytest.fixture(scope="module")
def npm() -> str:
    """The npm of this machine; the extension's packages are installed."""
    found = shutil.which("npm")
    if found is None or not INSTALLED.exists():
        pytest.skip("the extension's packages are not installed: .ci/tools (needs Node.js 20 and the npm registry)")
    return found


def run(npm: str, script: str, *args: str, **environment: str) -> str:
    command = [npm, "run", "--silent", script, *(["--", *args] if args else [])]
    done = subprocess.run(
        command, cwd=HERE, capture_output=True, encoding="utf-8", check=False, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def vsix(npm: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is in the package, by name. Types and style are checked on the way, as strictly as can be."""
    target = tmp_path_factory.mktemp("vsix") / "nianbao.vsix"
    run(npm, "vsix", str(target))
    with ZipFile(target) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def manifest(vsix: dict[str, bytes]) -> dict[str, Any]:
    return json.loads(vsix["extension/package.json"])


def test_package_holds_what_it_needs_and_nothing_else(vsix: dict[str, bytes]) -> None:
    assert {name.removeprefix("extension/") for name in vsix if name.startswith("extension/")} == {
        "LICENSE.txt",
        "THIRD_PARTY_LICENCES.txt",
        "changelog.md",
        "extension.js",
        "nianbao.schema.json",
        "package.json",
        "readme.md",
        "snippets.json",
    }
    assert sum(map(len, vsix.values())) < 1_000_000


def test_version_is_the_programs(vsix: dict[str, bytes], manifest: dict[str, Any]) -> None:
    assert manifest["version"] == __version__
    assert f'Version="{__version__}"' in vsix["extension.vsixmanifest"].decode()


def test_schema_is_the_committed_one(vsix: dict[str, bytes], manifest: dict[str, Any]) -> None:
    assert vsix["extension/nianbao.schema.json"] == (ROOT / "schema" / "nianbao.schema.json").read_bytes()
    [validation] = manifest["contributes"]["yamlValidation"]
    assert validation["url"] == "./nianbao.schema.json"


def test_everything_the_manifest_names_is_there(vsix: dict[str, bytes], manifest: dict[str, Any]) -> None:
    named = [manifest["main"], *(each["path"] for each in manifest["contributes"]["snippets"])]
    for path in named:
        assert f"extension/{path.removeprefix('./')}" in vsix
    commands = {each["command"] for each in manifest["contributes"]["commands"]}
    assert commands == {each["command"] for each in manifest["contributes"]["menus"]["commandPalette"]}
    code = vsix["extension/extension.js"].decode()
    assert "nianbao.preview" in code


def test_what_a_clerk_reads_is_chinese(vsix: dict[str, bytes], manifest: dict[str, Any]) -> None:
    contributed = manifest["contributes"]
    texts = [manifest["displayName"], manifest["description"], contributed["configuration"]["title"]]
    texts += [each[field] for each in contributed["commands"] for field in ("category", "title")]
    texts += [each["description"] for each in json.loads(vsix["extension/snippets.json"]).values()]
    for text in texts:
        assert any("一" <= char <= "鿿" for char in text), text


def test_nothing_is_fetched_by_what_is_shipped(vsix: dict[str, bytes]) -> None:
    code = vsix["extension/extension.js"].decode()
    assert "https://" not in code
    assert 'require("http' not in code


def test_lock_file_names_no_registry() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]


@pytest.mark.skipif(os.name == "nt", reason="the program is put on the path by a shell script")
def test_a_session_with_the_real_program(npm: str, vsix: dict[str, bytes], tmp_path: Path) -> None:
    """The unit tests, and a session: the extension as shipped, the real server; only VS Code is a stand-in."""
    pytest.importorskip("pygls", reason="pygls is not installed")
    program = tmp_path / "nianbao"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"\n', "utf-8")
    program.chmod(0o755)
    example = next((ROOT / "examples").glob("孟津*.yaml"))
    report = shutil.copy(example, tmp_path)
    said = run(npm, "test", NIANBAO_PROGRAM=str(program), NIANBAO_REPORT=str(report))
    assert "# fail 0" in said
    assert "# skipped 0" in said
