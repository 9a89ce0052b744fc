"""Laying out the examples: reports to try everything on, written where the user works."""

from __future__ import annotations

import os

from generator.files.atomic import write_all
from generator.files.errors import UserError, shown
from generator.form.layout import MODELINE, modeline
from generator.pipeline.starting import SCHEMA_NAME, lay_schema_beside
from generator.resources import EXAMPLES


def lay_out_examples(folder: str, *, force: bool = False) -> list[str]:
    """Write the examples into ``folder``, all or none; their paths. What is there already in the same words stays.

    Raises UserError when a file of that name holds something else (somebody has tried things in it), unless ``force``.
    """
    contents = {os.path.join(folder, name): _content(name) for name in sorted(os.listdir(EXAMPLES))}
    new = {path: content for path, content in contents.items() if _there(path) != content}
    changed = [path for path in new if _there(path)]
    if changed and not force:
        raise UserError(
            f"已经有内容不同的同名文件，没有写：{'、'.join(map(shown, changed))}",
            "请写另一个文件夹，例如 nianbao examples 示例2；要换回原来的例子，加 --force",
        )
    write_all(new)
    if new:
        lay_schema_beside(next(iter(new)))
    return list(contents)


def _content(name: str) -> bytes:
    """An example; its first line names the schema that is laid beside it."""
    with open(os.path.join(EXAMPLES, name), "rb") as file:
        content = file.read()
    first, end, rest = content.partition(b"\n")
    return modeline(SCHEMA_NAME).encode() + end + rest if first.startswith(MODELINE.encode()) else content


def _there(path: str) -> bytes:
    """What is there under that name; nothing where writing will say what is wrong with it."""
    try:
        with open(path, "rb") as file:
            return file.read(1_000_000)  # bytes; the largest example has some 12 kB
    except (OSError, ValueError):
        return b""
