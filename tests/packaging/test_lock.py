"""``requirements-dev.lock`` pins, with hashes, what pyproject.toml asks for; it names no address."""

import re
from pathlib import Path

import pytest
from minimums import asked
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

LOCK = Path(__file__).resolve().parents[2] / "requirements-dev.lock"
_PIN = re.compile(r"^([\w.\[\]-]+)==([^ ;\\]+)( ; [^\\]+)? \\$", re.MULTILINE)


def pins() -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = {}
    for match in _PIN.finditer(LOCK.read_text(encoding="utf-8")):
        found.setdefault(canonicalize_name(match[1].partition("[")[0]), []).append(Version(match[2]))
    return found


@pytest.mark.parametrize("one", asked(groups=True), ids=str)
def test_every_package_is_pinned_within_its_bounds(one: Requirement) -> None:
    versions = pins().get(canonicalize_name(one.name))
    assert versions, f"{one.name} is not in the lock: make lock"
    assert all(one.specifier.contains(version, prereleases=True) for version in versions), "make lock"


def test_every_pin_has_hashes_and_nothing_else_is_said() -> None:
    text = LOCK.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    heads = [line for line in lines if not line.startswith(" ")]
    assert heads
    assert all(_PIN.match(line + "\n") or _PIN.match(line) for line in heads), heads
    assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line) for line in lines if line.startswith(" "))
    assert not re.search(r"https?:|//|index|find-links", text), "an address stands in the lock"


def test_it_is_for_every_python_and_system() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert "sys_platform == 'win32'" in text, "made for one system only: make lock uses --universal"
