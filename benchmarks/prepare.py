"""Write what is measured: reports as YAML and published, and the DOCX of one (``python -m benchmarks.prepare``)."""

from __future__ import annotations

import os

from benchmarks.places import MANY, ONE, REPORTS, WITH_LAST_YEAR, WORK, report
from benchmarks.prepared import DOCX
from benchmarks.sample import YEAR, sample

_LAST_YEAR = "last.yaml"


def main() -> None:
    """Write everything; what is there already is written again, the same."""
    from benchmarks import published
    from generator.document.compose import compose
    from generator.pipeline.opening import load, open_report
    from generator.render.docx import render

    os.makedirs(REPORTS, exist_ok=True)
    _write(ONE, sample(0))
    _write(WITH_LAST_YEAR, sample(0, last_year=_LAST_YEAR))
    _write(os.path.join(WORK, _LAST_YEAR), sample(MANY, year=YEAR - 1).replace(f"第{MANY}区", "第0区"))
    for number in range(MANY):
        _write(report(number), sample(number))
    made = open_report(ONE, load(ONE)).report
    assert made is not None, "the sample can be read"
    with open(DOCX, "wb") as file:
        file.write(render(compose(made)))
    published.write()


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main()
