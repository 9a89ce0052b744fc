"""Write generator/checks/disclosure/sentences/words.py from data/lexicon.yaml (``make lexicon``), so that no start
reads YAML."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "generator" / "checks" / "disclosure" / "sentences" / "data" / "lexicon.yaml"
PAGE = ROOT / "generator" / "checks" / "disclosure" / "sentences" / "words.py"
_HEAD = '''"""The words of running text that no form states. Written by ``make lexicon``: edit data/lexicon.yaml."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


'''
_WIDTH = 112
"""Characters of a line of words, indentation and quotes left out."""


def groups() -> list[dict[str, Any]]:
    """The groups of words as the file has them."""
    found: list[dict[str, Any]] = yaml.safe_load(SOURCE.read_text("utf-8"))
    return found


def page() -> str:
    """The whole module."""
    named: dict[str, list[dict[str, Any]]] = {}
    for group in groups():
        named.setdefault(group["名"], []).append(group)
    return _HEAD + "\n".join(line for name, members in named.items() for line in _constant(name, members)) + "\n"


def _constant(name: str, members: list[dict[str, Any]]) -> Iterator[str]:
    first = members[0]
    if "格" in first:
        yield f"{name} = {{"
        for member in members:
            yield f'    "{member["格"]}": ('
            yield from _lines(member["词"], "        ")
            yield "    ),"
        yield "}"
    else:
        is_set = first.get("类") == "set"
        yield f"{name} = _set(" if is_set else f"{name} = ("
        yield from _lines(first["词"], "    ")
        yield ")"
    if text := first.get("说明"):
        yield "\n".join(textwrap.wrap(f'"""{text}"""', 118))


def _lines(words: list[str], indent: str) -> Iterator[str]:
    """The words as string literals side by side, a blank between two words."""
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) * 2 + len(word) * 2 > _WIDTH:
            lines.append("")
        lines[-1] += f"{word} "
    lines[-1] = lines[-1].rstrip()
    for line in lines:
        yield f'{indent}"{line}"'


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
