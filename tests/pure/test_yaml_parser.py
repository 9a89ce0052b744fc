"""PyYAML's own parser with our changes, held against libyaml: the same events, the same marks, the same mistakes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from pure.damage import damaged

from generator.pure.yaml_parser import PureLoader

EXAMPLES = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))]
BITS = (
    "\t",
    " ",
    "  ",
    "：",
    "，",
    '"',
    "'",
    "{",
    "}",
    "[",
    "]",
    ":",
    ": ",
    "- ",
    "#",
    " #",
    "|",
    ">",
    "&a",
    "*a",
    "!x",
    "%",
    "@",
    "`",
    "\n",
    "\n\n",
    "?",
    "? ",
    "“",
    "　",
    "\ufeff",
    "\x85",
    "\u2028",
    "\r",
    "\r\n",
    ",",
    ", ",
    "0",
    "---\n",
    "...\n",
    "<<: ",
    "~",
    "\U0001f600",
    "\\",
    "=",
    "\xa0",
    "{{",
    "}}",
    "|+",
    "|2-",
    ">9",
    "|0",
    "|\t",
    "\t#",
)
pytestmark = pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="libyaml is not here")


def events(loader: Any, text: str) -> list[tuple[Any, ...]]:
    """What a loader reports until the end or the first mistake, with its place."""
    found: list[tuple[Any, ...]] = []
    try:
        reader = loader(text)
        while not found or found[-1][0] is not yaml.StreamEndEvent:
            event = reader.get_event()
            start, end = event.start_mark, event.end_mark
            what = {
                name: getattr(event, name, None) or None for name in ("value", "style", "anchor", "tag", "flow_style")
            }
            marks = (start.line, start.column, end.line, end.column) if isinstance(event, yaml.NodeEvent) else ()
            found.append((type(event), *what.values(), *marks))
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        found.append(("mistake", mark and (mark.line, mark.column)))
    except (yaml.YAMLError, ValueError) as problem:
        found.append((type(problem).__mro__[-4],))
    return found


CASES = (
    "a:\t1\nb: 2\n",
    "a: 1\t\n",
    "a: |\t\n  x\n",
    "a: | # x\n  y\n",
    "a: |\n\tx\n",
    "a: x\n\ty\n",
    "a:\n\tb: 1\n",
    "{a: ?}",
    "{a:,b: 1}",
    "{a: x:}",
    "{a: x:]}",
    "[a?b, c:d]",
    "a: ?x\n",
    "? a\n: b\n",
    "a: b:\n",
    "a: \ufeff b\nc: 1\n",
    "a: 1\n\ufeffb: 2\n",
    "a: {b: }\n",
    "a: {b: , c: 1}\n",
    "a: {b:\n  }\n",
    "a: |2\n    x\n",
    "a: |+\n  x\n\n",
    "a: >-\n  x\n\n  y\n",
    "a: |0\n",
    "a: |12\n x",
    "a: |\n  x\n\t\n  y\n",
    "a: x\n\n  \n  y\n",
    "a: 'x\n\ty'\n",
    "- a\n-\tb\n",
    "a: x #y\n",
    "a: x\t#y\n",
    "a: -\n",
    "a: - b\n",
)


@pytest.mark.parametrize("text", CASES)
def test_where_the_two_could_differ_they_agree(text: str) -> None:
    assert events(PureLoader, text) == events(yaml.CSafeLoader, text)


def test_damaged_reports_are_read_the_same() -> None:
    texts = [text[:1500] for text in EXAMPLES] + [text[-1500:] for text in EXAMPLES]
    for text in damaged(texts, BITS, 600, seed=17):
        assert events(PureLoader, text) == events(yaml.CSafeLoader, text), text
