"""The lexicon as data: every word is tried in its group's example and counter-example; the compiled table is fresh."""

import ast
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from complete import complete, report_of
from corpus.cases import CODES, cases

from generator.checks.registry import rules
from generator.findings import Finding
from generator.form import edition_for
from generator.form.edition import walk

ROOT = Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT / "docs"))

import make_lexicon  # noqa: E402

GROUPS = make_lexicon.groups()
EDITION = edition_for(2023)
KEYS = {item.key for _, item in walk(EDITION.root)} | {joint.key for _, joint in EDITION.joint_sums}
TABLES = """\
机关: 清河县水利局
主动公开政府信息:
  规章: {本年制发: 1, 现行有效: 1}
  行政规范性文件: {本年制发: 5, 本年废止: 2, 现行有效: 27}
  行政许可: 1320
  行政处罚: 86
  行政强制: 3
  行政事业性收费: 0
政府信息公开申请:
  本年新收: {自然人: 14, 商业企业: 2, 法律服务机构: 1}
  上年结转: {自然人: 2}
  办理结果:
    予以公开: {自然人: 5, 商业企业: 1}
    部分公开: {自然人: 2}
    不予公开: {属于三类内部事务信息: {自然人: 1}, 属于行政执法案卷: {法律服务机构: 1}}
    无法提供: {本机关不掌握相关政府信息: {自然人: 3}, 没有现成信息需要另行制作: {自然人: 1}}
    不予处理: {信访举报投诉类申请: {自然人: 1}}
    其他处理: {其他: {自然人: 1}}
  结转下年度: {自然人: 2, 商业企业: 1}
行政复议行政诉讼:
  行政复议: {结果维持: 2, 结果纠正: 1, 尚未审结: 1}
  未经复议直接起诉: {结果维持: 1}
  复议后起诉: {尚未审结: 1}
"""
_RULES = [rule for rule in rules() if rule.code in CODES and rule.code != "NB308"]


@cache
def _found(text: str, topic: str) -> tuple[Finding, ...]:
    report = report_of(complete(f"{TABLES}总体情况:\n  {topic}: |\n    {text}\n"))
    return tuple(finding for rule in _RULES for finding in rule.check(report))


def _sentences(kind: str) -> list[Any]:
    return [
        pytest.param(group, word, id=f"{group['名']} {word}")
        for group in GROUPS
        if kind in group
        for word in group["词"]
        if word not in group.get("除", ())
    ]


@pytest.mark.parametrize(("group", "word"), _sentences("例"))
def test_a_word_is_read_in_its_example(group: dict[str, Any], word: str) -> None:
    found = _found(group["例"].replace("〜", word), group.get("题", "依申请公开"))
    assert {finding.code for finding in found} == ({group["报"]} if "报" in group else set())


@pytest.mark.parametrize(("group", "word"), _sentences("反例"))
def test_a_word_is_not_misread_in_its_counter_example(group: dict[str, Any], word: str) -> None:
    found = _found(group["反例"].replace("〜", word), group.get("题", "依申请公开"))
    assert {finding.code for finding in found} == ({group["反报"]} if "反报" in group else set())


def test_every_group_of_words_has_an_example_and_a_counter_example() -> None:
    assert [g["名"] for g in GROUPS if g.get("类") != "set" and not ("例" in g and "反例" in g)] == []


def test_no_word_stands_twice_in_a_group() -> None:
    assert [(g["名"], w) for g in GROUPS for w in g["词"] if g["词"].count(w) > 1] == []


def test_places_are_places_of_the_form() -> None:
    assert {g["格"] for g in GROUPS if "格" in g} <= KEYS


def test_the_sentences_kept_to_measure_with_are_no_examples_nor_in_the_corpus(shared: Path) -> None:
    kept = {_shape(c["文"]) for c in yaml.safe_load((shared / "cases/checks/sentences.yaml").read_text("utf-8"))}
    used = {g[kind].replace("〜", word) for g in GROUPS for kind in ("例", "反例") if kind in g for word in g["词"]}
    ours = {case.text for case in cases() if CODES & case.codes}
    assert [text for text in used | ours if len(text) > 10 and _shape(text) in kept] == []


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def test_the_compiled_table_is_fresh() -> None:
    assert ast.dump(ast.parse(make_lexicon.PAGE.read_text("utf-8"))) == ast.dump(ast.parse(make_lexicon.page()))
