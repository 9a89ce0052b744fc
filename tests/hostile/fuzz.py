"""``make fuzz``: each target for some seconds, with atheris where it is installed, else by mutation alone.

What was found lies in build/fuzz/NAME/ (kept for the next run), what broke something in build/fuzz/broken/. Put the
smallest such file into tests/hostile/cases/NAME/ together with the repair.
"""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import time
import traceback
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "fuzz"


def all_of(names: list[str], seconds: int) -> int:
    """How many targets broke."""
    broken = 0
    for name in names:
        print(f"== {name}: {seconds} s", flush=True)
        outcome = subprocess.run([sys.executable, "-m", "hostile.fuzz", "--one", name, str(seconds)], check=False)
        broken += outcome.returncode != 0
    print(f"{broken} of {len(names)} targets broke; see {FOLDER / 'broken'}" if broken else "Nothing broke.")
    return broken


def corpus(name: str, seeds: list[bytes]) -> Path:
    """The folder of a target's inputs, begun with the seeds and the kept cases."""
    folder = FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    (FOLDER / "broken").mkdir(exist_ok=True)
    cases = ROOT / "tests" / "hostile" / "cases" / name
    for data in [*seeds, *(file.read_bytes() for file in cases.glob("*"))]:
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    return folder


def with_atheris(name: str, seconds: int) -> None:
    """Guided by which of our lines are reached. Does not return."""
    import atheris

    with atheris.instrument_imports(include=["generator"]):
        from hostile.targets import TARGETS
    target = TARGETS[name]
    folder = corpus(name, target.seeds())
    limits = [
        f"-max_total_time={seconds}",
        "-timeout=60",
        "-rss_limit_mb=3000",
        "-max_len=100000",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={FOLDER}/broken/{name}-", str(folder)], target.run)
    atheris.Fuzz()


def by_mutation(name: str, seconds: int) -> int:
    """Blind, for systems without atheris."""
    from hostile.targets import TARGETS, mutated

    target = TARGETS[name]
    files = list(corpus(name, target.seeds()).glob("*"))
    known, chance = [file.read_bytes() for file in files], random.Random()
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        data = mutated(chance.choice(known), known, chance)
        count += 1
        try:
            target.run(data)
        except Exception:
            traceback.print_exc()
            place = FOLDER / "broken" / f"{name}-{hashlib.sha256(data).hexdigest()[:16]}"
            place.write_bytes(data)
            return 1
    print(f"{count} inputs")
    return 0


def main(arguments: list[str]) -> int:
    """``NAME|all SECONDS``, or ``--one NAME SECONDS`` in a process of its own."""
    if arguments[0] == "--one":
        name, seconds = arguments[1], int(arguments[2])
        if find_spec("atheris"):
            with_atheris(name, seconds)
        return by_mutation(name, seconds)
    from hostile.targets import TARGETS

    return min(all_of(list(TARGETS) if arguments[0] == "all" else [arguments[0]], int(arguments[1])), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
