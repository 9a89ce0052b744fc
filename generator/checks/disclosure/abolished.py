"""Rules that no longer hold and bodies that no longer exist under their name, told from history and denial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.checks.prose.needs import Sieve
from generator.checks.prose.remembering import remembered
from generator.checks.prose.sentences import sentences, without_titles


class Stale(NamedTuple):
    """``text[start:end]`` is out of date; ``message`` says since when, ``hint`` what holds now."""

    start: int
    end: int
    message: str
    hint: str


_OLD_FEES = r"(?:检索|复制|邮寄)(?:费|、(?:检索|复制|邮寄))+(?:、(?:检索|复制|邮寄)费?)*"
_DENIED = "未|没有|没|不|无|免|取消|停止|废止|零|代替|改为|改收"
_15_DAYS = r"(?<![\d月])(?:15|１５|十五)\s*个?(?:工作)?日"
_NOT_ANSWERING = (
    "压缩|缩短|提前|平均|第三方|第三人|征求|补正|复议|诉讼|起诉|留言|信箱|信访|工单|热线|建议|提案|投诉|许可|审批|审核"
    "|备案|形成|变更|公示|公告|网民|来信|减少|检查|整改|缴纳|缴费|报送|举报|咨询|告知书|送达"
)
_OLD_NEEDS = r"(?:根据|因|按照|出于|基于)?(?:其|申请人)?(?:自身|本人)(?:的)?生产、生活、科研等特殊需[要求]"


class _Body(NamedTuple):
    """``old`` is a pattern of the abolished name; ``now`` what took its place."""

    old: str
    now: str
    year: int


_PLACE = r"(?<=[县区市省州盟旗府家院])"
BODIES = (
    _Body(r"国土资源(?:管理)?(?:局|厅|部(?!门))", "自然资源部门", 2018),
    _Body(r"(?<!生态)环境保护(?:局|厅|部(?!门))|(?<!生态)环保(?:局|厅|部(?!门))", "生态环境部门", 2018),
    _Body(r"工商(?:行政管理)?(?:局|总局)", "市场监督管理部门", 2018),
    _Body(r"质量技术监督局|质监局|质检总局", "市场监督管理部门", 2018),
    _Body(r"食品药品监督管理局|食药监局|食药局", "市场监督管理部门", 2018),
    _Body(
        rf"卫生(?:和|与)计划生育(?:委员会|局)|卫计[委局]|计生[委局]|{_PLACE}卫生[局厅]|人口和计划生育(?:委员会|局)",
        "卫生健康部门",
        2018,
    ),
    _Body(r"安全生产监督管理(?:局|总局)|安监局", "应急管理部门", 2018),
    _Body(rf"{_PLACE}农业(?:局|厅|委员会|部(?!门))|{_PLACE}农牧(?:业)?局|{_PLACE}农委", "农业农村部门", 2018),
    _Body(rf"{_PLACE}旅游局|旅游发展委员会|旅发委|文化广电新闻出版局|文广新局|{_PLACE}文化局", "文化和旅游部门", 2018),
    _Body(r"新闻出版广电(?:总)?局", "广播电视、新闻出版部门", 2018),
    _Body(r"国税局|地税局|国家税务局(?!.{0,3}税务)|地方税务局", "税务部门", 2018),
    _Body(r"政府法制(?:办公室|办)|(?<![政司])法制办(?:公室)?", "司法行政部门", 2018),
    _Body(rf"{_PLACE}(?:城乡)?规划局", "自然资源部门", 2018),
    _Body(r"物价局", "市场监督管理部门、发展改革部门", 2018),
    _Body(r"监察[局厅](?!长)", "监察委员会", 2018),
    _Body(r"国家林业局", "国家林业和草原局", 2018),
    _Body(r"保监[会局]|银监[会局]|银保监[会局]", "金融监督管理部门", 2023),
    _Body(r"扶贫(?:开发)?(?:领导小组)?办公室|扶贫办", "农业农村部门", 2021),
    _Body(r"乡村振兴局", "农业农村部门", 2024),
)
BODY_WORDS = (
    "国土资源", "环境保护", "环保", "工商", "质监", "质量技术监督局", "质检总局", "食品药品监督管理局", "食药",
    "卫生", "卫计", "计生", "计划生育", "安全生产监督管理", "安监局", "农业", "农牧", "农委", "旅游", "旅发委",
    "文化广电新闻出版局", "文广新局", "文化局", "新闻出版广电", "国税局", "地税局", "国家税务局", "地方税务局",
    "法制办", "规划局", "物价局", "监察", "国家林业局", "保监", "银监", "扶贫", "乡村振兴局",
)  # fmt: skip
"""Every body's pattern needs one of these; a test holds them against one another."""
_RULE_WORDS = ("检索", "复制", "邮寄", "特殊需", "15", "１５", "十五")
STALE_SIEVE = Sieve([((*_RULE_WORDS, *BODY_WORDS), True)])
"""Whatever is out of date has one of these words."""
_HISTORY = "原|曾|前身|更名|改名|改称|改革|合并|划转|移交|并入|撤销|组建|整合|划入|历史|归并|换牌|挂牌"


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _any_body() -> re.Pattern[str]:
    return re.compile("|".join(body.old for body in BODIES))


@remembered
def stale(text: str, *, about_applications: bool, year: int, own: tuple[str, ...] = ()) -> Iterator[Stale]:
    """Whatever is out of date in a paragraph; bodies that go by the agency's own name are let be."""
    for sentence in sentences(without_titles(text)):
        for found in _in_sentence(sentence.text, about_applications=about_applications, year=year, own=own):
            yield found._replace(start=found.start + sentence.start, end=found.end + sentence.start)


def _in_sentence(text: str, *, about_applications: bool, year: int, own: tuple[str, ...]) -> Iterator[Stale]:
    if any(word in text for word in ("检索", "复制", "邮寄")):
        yield from _fees(text)
    if "日" in text:
        yield from _answering(text, about_applications=about_applications)
    if "特殊需" in text and not _re("取消|删除|不再|无需|修订前").search(text):
        for match in _re(_OLD_NEEDS).finditer(text):
            message = f"“{match[0]}”是2007年条例的条件，2019年修订时已经删去"
            yield Stale(*match.span(), message, "申请公开不再要求说明用途，请删去。")
    if _any_body().search(text) and not _re(_HISTORY).search(text):
        yield from _bodies(text, year, own)


def _fees(text: str) -> Iterator[Stale]:
    for clause in _re("[^，。；！？]+").finditer(text):
        match = _re(_OLD_FEES).search(clause[0])
        if match and "费" in text[clause.start() + match.start() :] and not _re(_DENIED).search(_around(text, clause)):
            words = match[0] if match[0].count("、") and not match[0].endswith("费") else match[0].split("、")[0]
            start = clause.start() + match.start()
            yield Stale(
                start,
                start + len(words),
                f"“{words}”是2007年条例的收费，2019年修订的条例已经取消",
                "现行的只有信息处理费（《条例》第四十二条，国办函〔2020〕109号），请核对。",
            )
            return


def _around(text: str, clause: re.Match[str]) -> str:
    """A clause with the one behind it, where a denial may follow."""
    end = text.find("，", clause.end() + 1)
    return text[clause.start() : end if end > 0 else len(text)]


def _answering(text: str, *, about_applications: bool) -> Iterator[Stale]:
    if not (about_applications or "申请" in text) or not _re(_15_DAYS).search(text) or _re(_NOT_ANSWERING).search(text):
        return
    if not _re("答复|办结|办理|回复|处理|延长|申请之日").search(text):
        return
    for match in _re(_15_DAYS).finditer(text):
        if "工作" in match[0] or "答复" in text:
            message = f"“{match[0]}”是2007年条例的答复期限，2019年修订后是20个工作日"
            yield Stale(*match.span(), message, "答复期限是20个工作日，延长也不超过20个工作日（《条例》第三十三条）。")
            return


def _bodies(text: str, year: int, own: tuple[str, ...]) -> Iterator[Stale]:
    for body in BODIES:
        if body.year > year:
            continue
        for match in _re(body.old).finditer(text):
            if not any(match[0] in name for name in own):
                yield Stale(
                    *match.span(),
                    f"“{match[0]}”是机构改革以前的名称",
                    f"职责现由{body.now}承担：请改为现在的名称，说的是从前的事，写明“原{match[0]}”。",
                )
