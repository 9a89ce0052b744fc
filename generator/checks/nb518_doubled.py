"""NB518: a doubled word, or a variant character."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.prose.doubles import DoubledWord, Variant, doubled, may_be_odd, variants
from generator.checks.prose.passages import Passage, passages, whole_text
from generator.checks.prose.sentences import without_quotes
from generator.checks.rule import Example, Rule
from generator.findings import Edit, Finding, Fix, Severity, info
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Look at every paragraph; what is quoted may be meant so."""
    odd_somewhere = may_be_odd(whole_text(report).text)
    for passage in passages(report):
        for found in doubled(without_quotes(passage.text)):
            if not passage.computed(found.start, found.end):
                yield _twice(passage, found)
        found_odd = variants(passage.text) if odd_somewhere else ()
        if odd := [v for v in found_odd if not passage.computed(v.start, v.end)]:
            yield _variant(passage, odd)


def _twice(passage: Passage, found: DoubledWord) -> Finding:
    span = passage.span(found.start, found.end)
    return info(
        "NB518",
        f"“{found.word}”写了两遍",
        span,
        hint=f"如果是多打的，请只留一个“{found.word}”。",
        path=passage.path,
        fix=Fix(f"只留一个“{found.word}”", (Edit(span, found.word),), mechanical=False),
    )


def _variant(passage: Passage, odd: list[Variant]) -> Finding:
    first = odd[0]
    often = f"（本段 {len(odd)} 处）" if len(odd) > 1 else ""
    edits = tuple(Edit(passage.span(v.start, v.end), v.right) for v in odd)
    return info(
        "NB518",
        f"“{passage.text[first.start : first.end]}”不是规范字，应是“{first.right}”{often}",
        passage.span(first.start, first.end),
        hint="从 PDF、网页或者繁体文本复制来的字，看上去一样，检索不到；请改为规范字。",
        path=passage.path,
        fix=Fix("改为规范字", edits, mechanical=False),
    )


RULE = Rule(
    code="NB518",
    severity=Severity.INFO,
    title="词语重复或者用了不规范的字",
    why=(
        "“公开公开”“的的”这样的重复读一遍往往看不出来；从 PDF 复制的文字里有部首字符（⼯）和日本字（査），"
        "读者检索不到。叠词（件件）、“规范规范性文件”这样动词后接同字开头的名词不算。"
    ),
    fails=Example("总体情况:\n  主动公开: 全年主动公开公开政府信息86条。\n"),
    passes=Example("总体情况:\n  主动公开: 及时公开规范规范性文件的情况，件件有回音。\n"),
    check=check,
)
