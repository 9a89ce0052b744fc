"""NB502: the text speaks of itself under another agency's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.prose.namings import Naming
from generator.checks.prose.own_kind import foreign_kinds, may_be_foreign
from generator.checks.prose.passages import Passage, passages, whole_text
from generator.checks.prose.self_names import foreign_names, is_foreign, mentions
from generator.checks.prose.sentences import without_quotes, without_titles
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Path, Related, Severity, Span, warning
from generator.form import keys
from generator.form.names import SUBJECT
from generator.han.patterns import HAN
from generator.report.agencies import own_names
from generator.report.model import Report

_SHOWN = 9
"""So many further places are named; the count says the rest."""


def check(report: Report) -> Iterator[Finding]:
    """One finding for names in the text, one for words of another kind of body, one for each of 标题 and 落款."""
    yield from _text(report)
    yield from _kind(report)
    yield from _title(report)
    name = report.signature.agency if report.signature else None
    if name and is_foreign(name, report):
        yield _short(report, f"落款机关是“{name}”", (keys.SIGNATURE, keys.AGENCY))


def _text(report: Report) -> Iterator[Finding]:
    found = list(foreign_names(report))
    if not found:
        return
    first, naming = min(found, key=lambda place: place[0].span(place[1].start, place[1].end))
    names = sorted({n.name for _, n in found}, key=lambda name: name != naming.name)
    others = [
        r for r in _mentions(report, names) if r.span.line != _span(first, naming).line or r.span > _span(first, naming)
    ]
    count = len(_mentions(report, names))
    often = f"（全文共 {count} 处）" if count > 1 else ""
    yield warning(
        "NB502",
        f"正文自称{'、'.join(f'“{name}”' for name in names)}，本报告的机关是“{report.agency}”{often}",
        _span(first, naming),
        hint=(
            "如果是沿用了别的机关的文字，请改为本机关的名称；如果是本机关以前的名称或者简称，"
            f"把它写进“{keys.FORMER_NAMES}”。"
        ),
        path=first.path,
        related=tuple(others[:_SHOWN]),
    )


def _kind(report: Report) -> Iterator[Finding]:
    own = own_names(report)
    if not may_be_foreign(whole_text(report).grams, own):
        return
    found = [(p, m) for p in passages(report) for m in foreign_kinds(without_quotes(without_titles(p.text)), own)]
    found = [(p, m) for p, m in found if not p.computed(*m.span())]
    if not found:
        return
    passage, match = found[0]
    words = "、".join(f"“{word}”" for word in dict.fromkeys(m[0] for _, m in found))
    often = f"（全文共 {len(found)} 处）" if len(found) > 1 else ""
    yield warning(
        "NB502",
        f"正文自称{words}，本报告的机关是“{report.agency}”{often}",
        passage.span(*match.span()),
        hint="如果是沿用了别的机关的文字，请改为本机关的自称，并核对这一段的内容；引用别人的话，请加引号。",
        path=passage.path,
        related=tuple(Related(p.span(*m.span()), f"这里也写“{m[0]}”", p.path) for p, m in found[1 : _SHOWN + 1]),
    )


def _span(passage: Passage, naming: Naming) -> Span:
    return passage.span(naming.start, naming.end)


def _mentions(report: Report, names: list[str]) -> list[Related]:
    places = [
        Related(passage.span(start, start + len(name)), f"这里也写“{name}”", passage.path)
        for name in names
        for passage, start in mentions(report, name)
    ]
    return sorted(places, key=lambda place: place.span)


def _title(report: Report) -> Iterator[Finding]:
    if not report.title:
        return
    match = re.match(rf"(?:关于)?({HAN}{{3,30}}?)\s*(?:20\d{{2}}\s*年|{SUBJECT})", "".join(report.title))
    if match and is_foreign(match[1], report):
        yield _short(report, f"标题写的是“{match[1]}”", (keys.TITLE,))


def _short(report: Report, what: str, path: Path) -> Finding:
    return warning(
        "NB502",
        f"{what}，本报告的机关是“{report.agency}”",
        report.places.value(path),
        hint=f"请核对名称；如果是本机关以前的名称或者简称，把它写进“{keys.FORMER_NAMES}”。",
        path=path,
    )


RULE = Rule(
    code="NB502",
    severity=Severity.WARNING,
    title="正文自称的机关不是本机关",
    why=(
        "从别的机关或者机构改革前的报告里抄来文字，最容易留下别人的名称（已公布的报告里就有通篇自称另一个局的）。"
        "编制主体是本机关（《条例》第二十七条、第四十九条）。"
        "只看文字怎样称呼自己：现将某机关的报告公布、与某机关联系、某机关收到申请、落款；上级机"
        "关和《》里的发文机关不算。"
    ),
    fails=Example("机关: 清河县水利局\n引言: 如对本报告有疑问，请与清河县林业局联系。\n"),
    passes=Example("机关: 清河县水利局\n引言: 如对本报告有疑问，请与清河县水利局办公室联系。\n"),
    check=check,
    superseded_by=("NB503",),
)
