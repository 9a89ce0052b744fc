"""The rooms, their order and their words: docs/architecture.md, pyproject.toml and the code say the same."""

import ast
import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator"
RECURRING = {"Table", "Cell", "Paragraph", "Row"}
"""What model, blocks and readers all have, and call by the same word."""


def contract(kind: str) -> dict[str, Any]:
    found = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    [one] = [contract for contract in found if contract["type"] == kind]
    return dict(one)


def rooms() -> set[str]:
    """Packages with code in them, and the modules beside them."""
    folders = {path.parent.name for path in PACKAGE.glob("*/*.py") if not path.parent.name.startswith("_")}
    return folders | {path.stem for path in PACKAGE.glob("*.py") if not path.stem.startswith("__")}


def test_every_room_has_its_place_in_the_order() -> None:
    layers = contract("layers")
    placed = [name.strip() for layer in layers["layers"] for name in layer.split("|")]
    assert sorted(placed) == sorted(rooms())
    assert layers["exhaustive"]
    assert "ignore_imports" not in layers


def test_no_circle_is_let_pass() -> None:
    assert contract("acyclic_siblings") == {
        "name": "no circles, neither among rooms nor inside them, imports for types included",
        "type": "acyclic_siblings",
        "ancestors": ["generator"],
    }


def test_the_architecture_page_shows_that_order_and_tells_of_every_room() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    shown = re.search(r"```text\n(.*?)```", text, re.DOTALL)
    assert shown
    assert shown[1].splitlines() == contract("layers")["layers"]
    assert set(re.findall(r"^\| `(\w+)(?:\.py|/)` \|", text, re.MULTILINE)) == rooms()


def test_every_room_states_its_charter() -> None:
    for room in rooms():
        path = PACKAGE / f"{room}.py"
        module = path if path.exists() else PACKAGE / room / "__init__.py"
        assert ast.get_docstring(ast.parse(module.read_text("utf-8"))), room


def test_no_public_class_name_has_two_meanings() -> None:
    places = defaultdict(list)
    for path in PACKAGE.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(path.relative_to(PACKAGE).as_posix())
    assert {name: found for name, found in places.items() if len(found) > 1 and name not in RECURRING} == {}
