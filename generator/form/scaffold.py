"""The commented YAML of an empty report, for ``nianbao new``: every entry of the form, explained, to be filled in.

What has to be filled in is left empty, never 0: ``nianbao check`` then lists exactly what is not filled in yet.
Notes on figures stand at the end of the line. Those on text stand above it, because a ``#`` after text would cut the
text off; text is set up as ``key: |``, under which anything may be typed or pasted without regard to YAML. With last
year's report it is next year's draft: what stays is there, last year's words and figures stand in comments. With the
figures of many agencies it is their government's: the sums are there, and where they are from stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.form import keys
from generator.form.edition import Edition, edition_for
from generator.form.layout import LaidOutLine, aligned, comment, modeline, quoted
from generator.form.model import Item, Kind, Path
from generator.form.prefill import NOTHING, TakenOver
from generator.form.scaffold_text import narrative, remarks, text_entry
from generator.form.writing import how_to_write
from generator.source.row_writing import in_braces

_STEPS = """\
#
# 三步完成：
#   1. 填写：在每个“键:”后面填上内容，冒号后面空一格。数字没有的写 0，空着就是还没有填写。
#   2. 检查：nianbao check 本文件
#   3. 生成：nianbao build 本文件
#
# “#”后面是说明，不会印出，可以删去。总计由程序计算，不用填写。
# 文字写在“|”的下一行，行首保留空格，一行就是一段，可以直接粘贴。
"""
_YEAR = re.compile(r"\d{4}")
_OTHER_YEARS = {Kind.DATE: 1, Kind.FILE: -1}
"""A report is published in the year after its own; last year's report is of the year before."""

_OPTIONAL = "# 下面几项可写可不写，要写就去掉行首的“# ”："


def scaffold(year: int, agency: str | None, schema_path: str, last: TakenOver = NOTHING) -> str:
    """The file for ``year`` and ``agency`` (None: left to be filled in), with the schema at ``schema_path``."""
    edition = edition_for(year)
    intro = "".join(f"{comment(line, 0)}\n" for line in last.intro)
    blocks = [
        f"{modeline(schema_path)}\n{_STEPS}{intro}",
        "\n".join(_front(edition, agency, year, last)) + "\n",
        *("\n".join(_part(part, last)) + "\n" for part in edition.parts),
        *(["\n".join(comment(line, 0) for line in last.ending) + "\n"] if last.ending else []),
    ]
    return "\n".join(blocks)


def _front(edition: Edition, agency: str | None, year: int, last: TakenOver) -> Iterator[str]:
    values = {keys.AGENCY: quoted(agency or ""), keys.YEAR: str(year), **last.front}
    texts = {keys.TITLE: bool(last.title), keys.PREFACE: last.preface is not None}
    front = [item for item in edition.items if not item.number]
    given = [item for item in front if item.required or item.key in values]
    optional = [item for item in front if item not in given and not texts.get(item.key)]
    yield from aligned([LaidOutLine(0, item.key, values.get(item.key, ""), _first(item.help)) for item in given])
    if last.title:
        yield from (f"{keys.TITLE}: |", *(f"  {line}" for line in last.title))
    if last.preface is not None:
        yield from text_entry(keys.PREFACE, 0, last.preface)
    yield from ("", _OPTIONAL)
    for line in aligned(
        [LaidOutLine(0, item.key, _sample(item, year, agency), _first(item.help)) for item in optional]
    ):
        yield f"# {line}"


def _sample(item: Item, year: int, agency: str | None) -> str:
    """What an optional entry may look like, on one line; days and files are those of the year's report and agency."""
    if item.short is Kind.DATE:
        return next(_sample(child, year, agency) for child in item.children if child.kind is Kind.DATE)
    if item.children:
        return in_braces((child.key, _sample(child, year, agency)) for child in item.children)
    if item.key == keys.LAST_YEAR and agency:
        file = f"{agency}-{year - 1}.yaml"
        return file if quoted(agency) == agency else quoted(file)
    example = (*item.choices, *item.examples, "文字")[0]
    if item.kind in _OTHER_YEARS:
        return _YEAR.sub(str(year + _OTHER_YEARS[item.kind]), example)
    return f"[{example}]" if item.kind is Kind.NAMES else example


def _part(part: Item, last: TakenOver) -> Iterator[str]:
    yield f"# {part.heading}"
    yield f"# {part.help}"
    if part.kind is Kind.NARRATIVE:
        yield from narrative(part, last)
    else:
        yield from _table_notes(part)
        yield from aligned(list(_figures(part, (part.key,), last)))
        if note := last.notes.get(part.key):
            yield from remarks(note, 1, f"上年表下的{keys.NOTE}（要写就写“{keys.NOTE}: 文字”）")


def _table_notes(part: Item) -> Iterator[str]:
    """How the rows of a table are written, said once above it."""
    everything = list(_below(part))
    row = next((item for item in everything if item.kind is Kind.ROW and item.kinds), None)
    group = next((item for item in everything if item.kind is Kind.GROUP and not item.required), None)
    if row:
        yield f"# 每行{how_to_write(row)}。是 0 的{row.kinds}不用写。"
    if group:
        yield f"# 整组没有的，可以只写 {group.key}: 0，并删去它下面的各行。"


def _figures(item: Item, path: Path, last: TakenOver) -> Iterator[LaidOutLine]:
    """The lines of a table part: one for each row that tells kinds apart, one for each cell of any other row."""
    depth = len(path) - 1
    before = f"上年 {last.figures[path]}。" if path in last.figures else ""
    note = last.sources.get(path, "" if depth == 0 else _first(item.help))
    yield LaidOutLine(depth, item.key, last.rows.get(path, ""), before + note)
    if item.kind is Kind.ROW and item.kinds:
        return
    for child in item.children:
        yield from _figures(child, (*path, child.key), last)


def _below(item: Item) -> Iterator[Item]:
    for child in item.children:
        yield child
        yield from _below(child)


def _first(text: str) -> str:
    """The first sentence of a help text."""
    return text.partition("。")[0]
