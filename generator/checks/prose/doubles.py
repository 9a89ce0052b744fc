"""Doubled words, and variant characters that no Chinese text of today is written with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.checks.prose.remembering import remembered
from generator.han.doubled_characters import doubled_characters
from generator.han.patterns import HAN_EVERYWHERE
from generator.han.variants import TRADITIONAL, USUAL


class DoubledWord(NamedTuple):
    """``text[start:end]`` is a word written twice; ``word`` is the word."""

    start: int
    end: int
    word: str


class Variant(NamedTuple):
    """``text[start:end]`` is a variant character; ``right`` is the usual one."""

    start: int
    end: int
    right: str


_TWICE = rf"({HAN_EVERYWHERE}{{2,8}})\1"
_AGAIN = r"的的|了了|和和|在在|是是|与与|及及|于于|由由|将将|为为|被被|并并|从从|把把|向向|以以"
_GOES_ON = (
    "的的确|了了解|了了结|了了事|和和谐|和和睦|和和平|和和美|和和气|在在线|在在建|在在编|在在校"
    "|在在册|在在职|在在岗|与与会"
    "|及及时|及及早|由由|将将来|将将军|为为民|为为何|并并入|并并行|向向上|以以下|以以上|以以往"
    "|以以及|以以外|以以案|以以人|以以"
    "|是是否|是是非|于于|对对"
)
"""A function word before a word that begins with it."""
_VERBS_AND_NAMES = (
    "公开|规范|监督|服务|管理|申请|审查|培训|考核|评估|答复|检查|评议|审核|宣传|解读|发布|备案"
    "|登记|执法|报告|保障|调查|咨询"
    "|建设|处理|投诉|信访|复议|补贴|许可|处罚|普查|教育|工作|统计|指导|办事|征集|巡查|清理|开放|体验"
)
_TAILS = (
    "性|员|者|师|人|机关|条例|指南|目录|办法|制度|平台|规定|标准|栏|表|书|点|站|室|区|日|法|权"
    "|台|机构|体系|清单|指标|方案|细则"
    "|机制|工作|事项|对象|窗口|大厅|中心|渠道|手册|月|周|季|年|年度|年报|材料|单位|部门|内容|结果|情况|信息"
)
"""公开 + 公开指南, 规范 + 规范性文件: a verb before a noun that begins with it."""
_COUNTING = "一|二|三|两|几|每|逐"


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@remembered
def doubled(text: str) -> Iterator[DoubledWord]:
    """Words, or characters, that stand twice in a row, where the second is not the beginning of another word."""
    for match in _re(_TWICE).finditer(text):
        if not _is_meant(text, match):
            yield DoubledWord(*match.span(), match[1])
    for match in _re(_AGAIN).finditer(text):
        in_pairs = text[match.start() - 2 : match.start() - 1] == text[match.start() - 1 : match.start()] != ""
        if not in_pairs and not _re(_GOES_ON).match(text, match.start()):
            yield DoubledWord(*match.span(), match[0][0])
    for second in doubled_characters(text):
        yield DoubledWord(second - 1, second + 1, text[second])


def _is_meant(text: str, match: re.Match[str]) -> bool:
    word, behind = match[1], text[match.end() :]
    if len(set(word)) == 1 or (_re(f"(?:{_COUNTING})").match(word) and not word.endswith("级")):
        return True
    if word == "年度" and _re(r"\d\s*$").search(text[: match.start()]):
        return True
    return bool(_re(_VERBS_AND_NAMES).fullmatch(word) and _re(_TAILS).match(behind))


@cache
def _variants() -> dict[str, str]:
    """Variants that are no character of today's texts (後 and 覆 stand in names and words)."""
    return {old: new for old, new in (USUAL | TRADITIONAL).items() if old != new and old not in "後覆"}


@cache
def _odd() -> re.Pattern[str]:
    """Any of them, with the radicals and compatibility characters that only look like a Han character."""
    return re.compile(f"[{''.join(_variants())}{_LOOKALIKES}]")


_LOOKALIKES = "\u2e80-\u2fd5\uf900-\ufaff"
"""Unicode's CJK radicals and compatibility ideographs."""


def may_be_odd(text: str) -> bool:
    """Whether any variant character stands in a text: in most there is none."""
    return _odd().search(text) is not None


@remembered
def variants(text: str) -> Iterator[Variant]:
    """Every variant character with the usual one."""
    for match in _odd().finditer(text):
        written = match[0]
        right = _variants().get(written) or unicodedata.normalize("NFKC", written)
        if right != written:
            yield Variant(*match.span(), _variants().get(right, right))
