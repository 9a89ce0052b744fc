"""NB504: a subject that must be reported is missing: a topic of part 一, 问题 or 改进, 信息处理费."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.prose.sections import other_matters, overview, problems, text_of, topics
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, warning
from generator.form.model import Item
from generator.report.model import Narrative, Report


def check(report: Report) -> Iterator[Finding]:
    """Ask for each subject that the form gives a part; a part that is not written at all has its own error."""
    for part in (overview(report.edition), problems(report.edition), other_matters(report.edition)):
        narrative = report.narratives.get(part.key)
        if narrative is None or not (narrative.entries or narrative.paragraphs):
            continue
        written = {entry.topic for entry in narrative.entries}
        unwritten = [topic for topic in topics(part) if topic.key not in written]
        text = _about(narrative, headings_only=part is overview(report.edition)) if unwritten else ""
        if text and part is problems(report.edition):
            text = _wishes().sub("", text)
        for topic in unwritten:
            if not any(word in text for word in topic.words):
                yield _finding(report, part, topic)
        yield from _without_content(report, part, narrative)


def _without_content(report: Report, part: Item, narrative: Narrative) -> Iterator[Finding]:
    """Topics that are there, but with a word only that says nothing."""
    for entry in narrative.entries:
        text = "".join([paragraph.text for paragraph in entry.paragraphs]).strip()
        if entry.topic and text and _empty().fullmatch(text):
            topic = next((item for item in topics(part) if item.key == entry.topic), None)
            if topic is not None:
                yield _nothing_said(report, (part.key, entry.key), text, topic)


@cache
def _empty() -> re.Pattern[str]:
    """What says nothing in a topic's place."""
    return re.compile(
        r"[（(]?(?:[本此](?:年度?|部分|项|栏))?(?:暂)?(?:无|没有|略|同上|同上年|同去年|同前|见上"
        r"|见前|空|不涉及|不适用|无此项|无此类)"
        r"(?:相关)?(?:内容|情况|信息|事项)?[）)]?[。.！]?|(?:详)?见附件[。.]?|[….。—\-/、·]+"
    )


def _nothing_said(report: Report, path: tuple[str, str], text: str, topic: Item) -> Finding:
    return warning(
        "NB504",
        f"“{path[1]}”只写了“{text[:10]}”，没有内容",
        report.places.key(path),
        hint=f"请写实际情况：{topic.help}",
        path=path,
    )


def _about(narrative: Narrative, *, headings_only: bool) -> str:
    """The text in which a subject's words are looked for: of part 一 with subheadings, what looks like one, and the
    text under headings that are none of the form's."""
    if not (headings_only and narrative.entries):
        return text_of(narrative)
    openings = (p.text[:24] for e in narrative.entries for p in e.paragraphs if p.text.startswith(("（", "(")))
    own = (p.text for e in narrative.entries if not e.topic for p in e.paragraphs)
    return "\n".join([*(entry.heading or entry.key for entry in narrative.entries), *openings, *own])


@cache
def _wishes() -> re.Pattern[str]:
    """What a problem still wants (有待进一步改进) is no word on improvement."""
    return re.compile(r"(?:[亟尚仍还]待|[亟尚仍还]?需要?|(?<=有待))[^，。；]{1,10}")


def _finding(report: Report, part: Item, topic: Item) -> Finding:
    return warning(
        "NB504",
        f"“{part.key}”没有写“{topic.key}”",
        report.places.key((part.key,)),
        hint=f"请加上小标题“{topic.key}”和文字：{topic.help}",
        path=(part.key,),
    )


RULE = Rule(
    code="NB504",
    severity=Severity.WARNING,
    title="应当报告的内容没有写",
    why=(
        "总体情况要写五个方面，第五部分要写问题和改进，收取信息处理费的情况必须专门报告、没有收取也要写明；"
        "内容不能缺项（《条例》第五十条；国办公开办函〔2021〕30号）。"
    ),
    fails=Example("其他需要报告的事项: 无其他需要报告的事项。\n"),
    passes=Example("其他需要报告的事项: 本年度没有收取信息处理费，无其他需要报告的事项。\n"),
    check=check,
)
