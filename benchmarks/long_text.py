"""One paragraph without end: all rules together, in seconds for 100,000 characters; printed as JSON."""

from __future__ import annotations

import json
import os
import time
from itertools import islice

from benchmarks.places import WORK
from benchmarks.sample import sample
from generator.checks.registry import MOST_FINDINGS, rules
from generator.pipeline.opening import open_report

TEXTS = (
    ("收到政府信息公开申请16件，", 80_000),
    ("规章5件", 400_000),
    ("（其中网上4件", 80_000),
    ("均被维持，", 80_000),
)
"""What is repeated, and to how many characters; lines end before the 100,000 characters that a line may have."""
_LINE = 90_000


def main() -> None:
    """Print text → [characters, seconds at a quarter of them, seconds]: processor time of all rules."""
    print(json.dumps({text: [length, _seconds(text, length // 4), _seconds(text, length)] for text, length in TEXTS}))


def _seconds(text: str, length: int) -> float:
    whole = text * (length // len(text))
    lines = "".join(f"    {whole[at : at + _LINE]}\n" for at in range(0, len(whole), _LINE))
    head, mark, tail = sample(1, 1).partition("  依申请公开: |\n")
    report = open_report(os.path.join(WORK, "endless.yaml"), f"{head}{mark}{lines}{tail}".encode()).report
    assert report is not None, "the text can be read"
    started = time.process_time()
    for rule in rules():
        list(islice(rule.check(report), MOST_FINDINGS))
    return time.process_time() - started


if __name__ == "__main__":
    main()
