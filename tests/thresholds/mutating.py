"""Moving each threshold by a fifth, at least 1, and looking whether its pins notice: ``make mutate``.

Each move is made in the source, before it is compiled, in a process of its own: so whatever was computed from the
number moves too, and nothing is left in a cache.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from importlib.machinery import SourceFileLoader
from typing import NamedTuple

from thresholds.constants import ROOMS, ROOT, Constant, Number, constants, file_of
from thresholds.kinds import BOUNDS, DEFINITIONS, UNSEEN
from thresholds.pins import Pin, holds

PROCESSES = 2
_NOTICED = 3
"""What a process exits with whose pins no longer hold."""


class Move(NamedTuple):
    """One number of a constant, counted from 0, and whether it goes up."""

    constant: str
    index: int
    is_up: bool

    def __str__(self) -> str:
        return f"{self.constant}[{self.index}] {'up' if self.is_up else 'down'}"


def pins(rooms: tuple[str, ...] = ROOMS) -> dict[str, list[Pin]]:
    """The pins of the rooms, by the constant they pin: those of every ``test_*thresholds*.py`` in the rooms' tests."""
    found: dict[str, list[Pin]] = {}
    files = (file for room in rooms for file in sorted((ROOT / "tests" / room).rglob("test_*thresholds*.py")))
    for file in files:
        for pin in import_module(".".join(file.relative_to(ROOT / "tests").with_suffix("").parts)).PINS:
            found.setdefault(pin.constant, []).append(pin)
    return found


def moved(text: str, is_up: bool) -> str:
    """A number's literal, or a Decimal's text, a fifth larger or smaller: whole numbers by 1 at least, 0.0 by 0.2."""
    value = ast.literal_eval(text)
    if isinstance(value, str):
        return repr(moved(value, is_up))
    if isinstance(value, int):
        step = max(1, round(abs(value) / 5))
        return str(value + step if is_up else value - step)
    step = abs(value) / 5 or 0.2
    return repr(round(value + step if is_up else value - step, 6))


def mutated(constant: Constant, number: Number, is_up: bool) -> bytes:
    """The module's source with the number moved."""
    lines = constant.file.read_bytes().split(b"\n")
    line = lines[number.line - 1]
    new = moved(line[number.start : number.end].decode(), is_up).encode()
    lines[number.line - 1] = line[: number.start] + new + line[number.end :]
    return b"\n".join(lines)


def moves(constant: Constant) -> Iterator[Move]:
    """Down and up, for each of its numbers."""
    for index in range(len(constant.numbers)):
        yield Move(constant.name, index, False)
        yield Move(constant.name, index, True)


def is_noticed(move: Move) -> bool:
    """Whether a pin of the constant breaks when it moves, tried in a process of its own."""
    words = (move.constant, str(move.index), str(int(move.is_up)))
    command = [sys.executable, "-m", "thresholds.mutating", *words]
    done = subprocess.run(command, check=False, cwd=ROOT / "tests", capture_output=True, text=True)
    if done.returncode not in (0, _NOTICED):
        raise RuntimeError(f"{move}: {done.stderr}")
    return done.returncode == _NOTICED


def try_move(move: Move) -> bool:
    """In this process, in which nothing of the program is imported yet: whether the pins break."""
    constant = constants(file_of(move.constant))[move.constant]
    source = mutated(constant, constant.numbers[move.index], move.is_up)
    before = SourceFileLoader.get_code

    def code(loader: SourceFileLoader, name: str) -> object:
        return compile(source, constant.file, "exec") if name == constant.module else before(loader, name)

    SourceFileLoader.get_code = code  # type: ignore[assignment, method-assign]
    return not all(holds(pin) for pin in pins((move.constant.partition(".")[0],))[move.constant])


def main() -> int:
    """Try all moves that can be noticed; name those that nobody notices."""
    pinned = pins()
    todo = [m for name, c in constants().items() if name in pinned for m in moves(c) if str(m) not in UNSEEN]
    with ThreadPoolExecutor(PROCESSES) as pool:
        noticed = list(pool.map(is_noticed, todo))
    unnoticed = [move for move, seen in zip(todo, noticed, strict=True) if not seen]
    for move in unnoticed:
        print(f"nobody notices: {move}")
    print(
        f"{len(todo) - len(unnoticed)} of {len(todo)} moves of {len(pinned)} thresholds are noticed; "
        f"{len(BOUNDS)} are bounds, {len(DEFINITIONS)} definitions"
    )
    return 1 if unnoticed else 0


if __name__ == "__main__":
    if len(sys.argv) == 4:
        sys.exit(_NOTICED if try_move(Move(sys.argv[1], int(sys.argv[2]), sys.argv[3] == "1")) else 0)
    sys.exit(main())
