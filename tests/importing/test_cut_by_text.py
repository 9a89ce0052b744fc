"""Figures that ran together are cut by the numbers that the report's text gives, where one cut is left; else empty."""

from __future__ import annotations

import pytest

from generator.importing.importing import import_published

TEXT = """\
示例县甲局2022年政府信息公开工作年度报告
一、总体情况
（一）主动公开。{said}
二、主动公开政府信息情况
第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数
规章 000
行政规范性文件{glued}
第二十条第（五）项 信息内容 本年处理决定数量
行政许可 12
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 5 0 0 0 0 0 5
"""


def read(said: str, glued: str) -> tuple[str, list[str]]:
    found = import_published("报告.txt", TEXT.format(said=said, glued=glued).encode())
    (line,) = (line for line in found.text.splitlines() if line.startswith("  行政规范性文件:"))
    return line.partition("#")[0].strip(), [doubt.message for doubt in found.doubts if not doubt.proven]


@pytest.mark.parametrize(
    ("said", "glued", "right"),
    [
        ("全年出台规范性文件31件，年底现行有效206件。", "3117206", "{本年制发: 31, 本年废止: 17, 现行有效: 206}"),
        ("全年新制定规范性文件４件，现行有效３０件。", "4030", "{本年制发: 4, 本年废止: 0, 现行有效: 30}"),
        ("行政规范性文件印发12件，宣布失效3件，仍然有效45件。", "12345", "{本年制发: 12, 本年废止: 3, 现行有效: 45}"),
    ],
)
def test_the_text_tells_the_cut(said: str, glued: str, right: str) -> None:
    line, doubts = read(said, glued)
    assert line == f"行政规范性文件: {right}"
    assert any("照正文里的" in doubt for doubt in doubts)


@pytest.mark.parametrize(
    ("said", "glued"),
    [
        ("全年出台规范性文件31件。", "3117206"),  # 31|1|7206, 31|17|206 …
        ("全年出台规范性文件18件，年底现行有效206件。", "3117206"),  # no cut has 18
        ("全年公开信息206条，其中政策解读31件。", "3117206"),  # not of these documents
        ("31件提案按时办结，规范性文件管理继续加强。", "3117206"),
        ("全年工作平稳。", "3117206"),
        ("上年出台规范性文件31件，年底现行有效206件。", "3117206"),  # 31|1|7206 as well
        ("全年出台规范性文件30余件，年底现行有效200多件。", "3020200"),  # rough
        ("出台规范性文件31件，较上年废止增加17件。", "3117206"),
        ("出台规范性文件31件，其中联合印发17件。", "3117206"),
    ],
)
def test_what_the_text_does_not_settle_is_empty(said: str, glued: str) -> None:
    line, doubts = read(said, glued)
    assert line == "行政规范性文件:"
    assert any(glued in doubt for doubt in doubts)


def test_a_number_of_the_text_that_no_cut_has_is_told() -> None:
    _, doubts = read("全年出台规范性文件18件，年底现行有效206件。", "3117206")
    assert any("印作“3117206”，怎么拆都没有正文说的18" in doubt for doubt in doubts)
    _, doubts = read("全年出台规范性文件31件。", "3117206")
    assert not any("怎么拆都没有" in doubt for doubt in doubts)


def test_many_rows_that_were_not_found_are_one_doubt() -> None:
    _, doubts = read("全年工作平稳。", "3117206")
    (table,) = [doubt for doubt in doubts if doubt.startswith("表三")]
    assert "行没有找到，留空：上年结转、" in table
    assert [doubt for doubt in doubts if doubt.startswith("表四")][:1] == ["表四没有读出来，整张表留空，请照原文填写"]
