"""The numeric constants of modules: where their numbers stand in the source, and what is said of them there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
ROOMS = ("checks", "importing")


class Number(NamedTuple):
    """A literal in the source: offsets count bytes of its line, as ``ast`` does."""

    line: int
    start: int
    end: int


class Constant(NamedTuple):
    """``name`` is the module below ``generator``, a colon and the name: ``checks.nb511_too_long:LIMIT``."""

    name: str
    file: Path
    numbers: tuple[Number, ...]
    said: str

    @property
    def module(self) -> str:
        return f"generator.{self.name.partition(':')[0]}"


def constants(only: Path | None = None) -> dict[str, Constant]:
    """All of both rooms, or of one file, by name."""
    every = (file for room in ROOMS for file in sorted((ROOT / "generator" / room).rglob("*.py")))
    return {constant.name: constant for file in ((only,) if only else every) for constant in _in_file(file)}


def file_of(name: str) -> Path:
    """The file of a constant's module."""
    return (ROOT / "generator").joinpath(*name.partition(":")[0].split(".")).with_suffix(".py")


def _in_file(file: Path) -> Iterator[Constant]:
    source = file.read_text(encoding="utf-8")
    module = ".".join(file.relative_to(ROOT / "generator").with_suffix("").parts)
    body = ast.parse(source).body
    for index, statement in enumerate(body):
        for name, value in _assigned(statement):
            numbers = tuple(_numbers(value))
            if numbers and _is_numeric(value):
                yield Constant(f"{module}:{name}", file, numbers, _said(source.splitlines(), body, index))


def _assigned(statement: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    match statement:
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=value)
            | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
        ):
            yield name, value
        case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
            yield from ((n.id, v) for n, v in zip(names, values, strict=True) if isinstance(n, ast.Name))


def _is_numeric(value: ast.expr) -> bool:
    """A number, a computation with numbers, or a collection whose every value is one."""
    match value:
        case ast.Constant(value=number):
            return isinstance(number, (int, float)) and not isinstance(number, bool)
        case ast.BinOp(left=left, right=right):
            return _is_numeric(left) and _is_numeric(right)
        case ast.Tuple(elts=values) | ast.List(elts=values) | ast.Set(elts=values) | ast.Dict(values=values):
            return bool(values) and all(map(_is_numeric, values))
        case ast.UnaryOp(operand=inner):
            return _is_numeric(inner)
    return isinstance(value, ast.Name) or (isinstance(value, ast.Call) and ast.unparse(value.func) == "Decimal")


def _numbers(value: ast.expr) -> Iterator[Number]:
    values = value.values if isinstance(value, ast.Dict) else [value]
    for node in (inner for one in values for inner in ast.walk(one)):
        if isinstance(node, ast.Constant) and _digits(node.value) and node.end_col_offset is not None:
            yield Number(node.lineno, node.col_offset, node.end_col_offset)


def _digits(value: object) -> bool:
    """A number, or the text of a Decimal."""
    if isinstance(value, str):
        return value.replace(".", "", 1).isdecimal()
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _said(lines: list[str], body: list[ast.stmt], index: int) -> str:
    """The comments right above and behind, and the string right below."""
    statement = body[index]
    above = []
    for line in reversed(lines[: statement.lineno - 1]):
        if not line.startswith("#"):
            break
        above.append(line)
    behind = [lines[n - 1] for n in range(statement.lineno, (statement.end_lineno or 0) + 1) if "  # " in lines[n - 1]]
    return " ".join([*above, *(line.partition("  # ")[2] for line in behind), _below(body, index)]).strip()


def _below(body: list[ast.stmt], index: int) -> str:
    match body[index + 1 : index + 2]:
        case [ast.Expr(value=ast.Constant(value=str(text))) as string] if (
            string.lineno == (body[index].end_lineno or 0) + 1
        ):
            return text
    return ""
