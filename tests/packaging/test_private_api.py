"""No private name of another package: whatever begins with an underscore is its maintainers' to change overnight."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "generator"
DOCUMENTED = {"_replace", "_asdict", "_make", "_fields", "_exit"}
"""Of named tuples, and ``os._exit``: public by their documentation."""
TYPES = {"lxml.etree._Element", "lxml.etree._ElementTree", "lxml.etree._Attrib"}
"""What lxml hands out has no other name; its documentation says so."""
PLAIN = {"_signal"}
"""Parts of Python that are there before anything is imported; ``signal`` adds names to its, and imports much for it."""


def private(name: str) -> bool:
    return any(part.startswith("_") and not part.startswith("__") for part in name.split("."))


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_names(tree: ast.AST) -> set[str]:
    """What a file of ours calls by a private name: its functions, classes, variables and attributes of ``self``."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            found.add(node.attr)
    return found


def test_nothing_private_is_imported() -> None:
    found = {
        (path.name, name)
        for path in PACKAGE.rglob("*.py")
        for name in imports(ast.parse(path.read_text("utf-8")))
        if private(name) and name not in TYPES | PLAIN
    }
    assert found == set()


def test_nothing_private_is_used() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")]
    ours = set[str]().union(*map(own_names, trees))
    used = {node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert {name for name in used if private(name)} - ours - DOCUMENTED == set()
