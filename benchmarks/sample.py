"""Reports to measure on: every cell of the form filled in, balanced, with ordinary text; all differ by their seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from generator.form import edition_for, keys
from generator.form.model import Item, Kind

YEAR = 2023
_EDITION = edition_for(YEAR)
_COLUMNS = tuple(child.key for child in next(i for i in _EDITION.tables[1].children if i.kind is Kind.ROW).children)

_WHO = ("办公室", "政策法规科", "信息中心", "各业务科室", "河湖管理科", "水政监察大队", "防汛值班室", "下属各单位")
_WHEN = ("年初", "汛期之前", "第二季度", "每月下旬", "机构调整之后", "接到群众来电后", "年末", "栏目改版时")
_HOW = (
    "对照目录逐项核对",
    "会同有关单位研究",
    "分片包干",
    "利用晨会讲解",
    "委派专人负责",
    "公开征求意见",
    "边查边改",
    "细化分工",
)
_WHAT = (
    "补齐缺少的栏目",
    "清理过期的文件",
    "更新办事指南",
    "整理归档材料",
    "解读灌溉用水政策",
    "回应饮水安全关切",
    "检查链接是否有效",
    "培训新进人员",
)
_SO = (
    "群众查找更加方便",
    "答复更加规范",
    "栏目内容及时准确",
    "责任落实到人",
    "理解不一致的情形明显减少",
    "错字错链随时改正",
    "公开质量稳步提升",
    "程序更加完备",
)
_TOPICS = ("概述", "主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")


def sample(seed: int, times: int = 1, last_year: str = "", year: int = YEAR) -> str:
    """The YAML of one report. ``times`` multiplies its text; ``last_year`` is a file name for 上年报告."""
    chance = random.Random(seed)  # the same figures every time
    lines = [f"机关: 甲市第{seed}区水利局", f"年度: {year}"]
    if last_year:
        lines.append(f"上年报告: {last_year}")
    rows = _rows(chance)
    for part in _EDITION.parts:
        lines += ["", f"{part.key}:", *(_table(part, rows) if part.table else _texts(part, rows, chance, times))]
    return "\n".join(lines) + "\n"


def lines_long(length: int) -> str:
    """A report of exactly so many lines (at least 70), most of them text; comments fill up what is left over."""
    once, twice = (sample(1, times).count("\n") for times in (1, 2))
    text = sample(1, 1 + (length - once) // (twice - once))
    return text + "# 备注\n" * (length - text.count("\n"))


def _texts(part: Item, rows: Rows, chance: random.Random, times: int) -> Iterator[str]:
    if part is _EDITION.narratives[2]:
        yield f"  {keys.FEE}: 0"
        return
    for topic in _TOPICS if part is _EDITION.narratives[0] else ("存在的主要问题", "改进情况"):
        yield f"  {topic}: |"
        if topic == "依申请公开":
            yield f"    本年新收政府信息公开申请{sum(rows[(keys.RECEIVED,)])}件，上年结转0件。"
        for _ in range(times):
            yield "    " + "".join(_sentence(chance) for _ in range(3))


def _sentence(chance: random.Random) -> str:
    when, who, how, what, so = (chance.choice(words) for words in (_WHEN, _WHO, _HOW, _WHAT, _SO))
    return f"{when}，{who}{how}，{what}，{so}。"


Rows = dict[tuple[str, ...], list[int]]
"""Cells of the rows of the application table, by the row's path."""


def _rows(chance: random.Random) -> Rows:
    table = _EDITION.tables[1]
    rows = {path: [chance.randrange(12) for _ in _COLUMNS] for path in _row_paths(table)}
    for path in rows:
        if path[0] == keys.CARRIED_IN or path[-1] == keys.UNPAID:  # what no fee was asked for, nobody failed to pay
            rows[path] = [0] * len(_COLUMNS)
    results = [cells for path, cells in rows.items() if path[0] == keys.RESULTS]
    ended = [sum(column) for column in zip(*results, strict=True)]
    rows[(keys.RECEIVED,)] = [done + out for done, out in zip(ended, rows[(keys.CARRIED_OUT,)], strict=True)]
    return rows


def _row_paths(item: Item, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for child in item.children:
        if child.kind is Kind.ROW:
            yield (*path, child.key)
        else:
            yield from _row_paths(child, (*path, child.key))


def _table(item: Item, rows: Rows, path: tuple[str, ...] = ()) -> Iterator[str]:
    indent = "  " * (len(path) + 1)
    for child in item.children:
        here = (*path, child.key)
        if child.kind is Kind.GROUP:
            yield f"{indent}{child.key}:"
            yield from _table(child, rows, here)
        elif child.kind is Kind.ROW:
            cells = rows.get(here) if item.key == keys.APPLICATIONS or path else None
            yield f"{indent}{child.key}: {{{_cells(child, cells)}}}"
        else:
            yield f"{indent}{child.key}: 0"


def _cells(row: Item, cells: list[int] | None) -> str:
    """The cells as typed; zeros unless given."""
    values = cells or [0] * len(row.children)
    return ", ".join(f"{column.key}: {value}" for column, value in zip(row.children, values, strict=True))
