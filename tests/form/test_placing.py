"""A path in words: derived from the form, one name for each printed place."""

import pytest

from generator.form import edition_for
from generator.form.edition import rows_of
from generator.form.placing import in_words

EDITION = edition_for(2025)
A = "政府信息公开申请"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ((), ""),
        (("机关",), "机关"),
        (("落款", "日期"), "落款“日期”"),
        (("曾用名", 1), "曾用名第2个"),
        ((A,), "表三"),
        ((A, "本年新收"), "表三“本年新收”"),
        ((A, "本年新收", "自然人"), "表三“本年新收”自然人"),
        ((A, "本年新收", "总计"), "表三“本年新收”总计"),
        ((A, "办理结果"), "表三“办理结果”"),
        ((A, "办理结果", "总计", "自然人"), "表三“办理结果.总计”自然人"),
        ((A, "办理结果", "予以公开", "其他"), "表三“予以公开”其他"),
        ((A, "办理结果", "不予公开", "属于国家秘密", "自然人"), "表三“不予公开.属于国家秘密”自然人"),
        (("主动公开政府信息", "行政规范性文件", "现行有效"), "表二“行政规范性文件”现行有效"),
        (("主动公开政府信息", "行政许可"), "表二“行政许可”"),
        (("主动公开政府信息", "注"), "表二“注”"),
        (("行政复议行政诉讼", "行政复议", "结果维持"), "表四“行政复议”结果维持"),
        (("总体情况", "主动公开"), "一、总体情况“主动公开”"),
        (("总体情况", "监督保障", "正文"), "一、总体情况“监督保障”"),
        (("总体情况", "监督保障", "排法"), "一、总体情况“监督保障”“排法”"),
        (("没有这一栏", "甲"), "没有这一栏“甲”"),
        ((A, "没有这一行", "甲"), "表三“没有这一行.甲”"),
    ],
)
def test_words(path: tuple[str | int, ...], words: str) -> None:
    assert in_words(path, EDITION) == words


def test_no_two_figures_go_by_the_same_words() -> None:
    places = [
        in_words((*path, *cell), EDITION)
        for part in EDITION.tables
        for path, row in rows_of(part, (part.key,))
        for cell in [(key,) for key in row.by_key] or [()]
    ]
    assert len(set(places)) == len(places)
