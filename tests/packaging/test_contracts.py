"""Every room of the package has an import contract in pyproject.toml, as docs/architecture.md says."""

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LEAVES = {"ending", "extras", "han", "marks", "resources", "workbook"}
"""Anyone may import these."""


def contracts() -> list[dict[str, Any]]:
    """Those that say what one room must not import."""
    found = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    return [contract for contract in found if contract["type"] == "forbidden"]


def rooms() -> set[str]:
    """Packages with code in them, and the modules beside them."""
    package = ROOT / "generator"
    folders = {path.parent.name for path in package.glob("*/*.py") if not path.parent.name.startswith("_")}
    return folders | {path.stem for path in package.glob("*.py") if not path.stem.startswith("__")}


def names(modules: list[str]) -> set[str]:
    return {module.partition(".")[2] for module in modules}


def test_every_room_has_a_contract_over_every_other_room() -> None:
    assert set[str]().union(*(names(c["source_modules"]) for c in contracts())) == rooms()
    for contract in contracts():
        assert names(contract["forbidden_modules"]) <= rooms()


def test_the_contracts_allow_what_the_architecture_page_says() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| `(\w+)(?:\.py|/)` \|.*\| (.+?) \|$", text, re.MULTILINE)
    for room, arrows in table:
        [contract] = [c for c in contracts() if names(c["source_modules"]) == {room}]
        allowed = rooms() - names(contract["forbidden_modules"]) - LEAVES - {room}
        if arrows == "all above":
            assert allowed == {name for name, _ in table[: [name for name, _ in table].index(room)]}
        else:
            assert allowed == ({name.strip() for name in arrows.split(",")} - {"–"}), room
