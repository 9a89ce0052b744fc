"""Markdown by others: pandoc, OCR programs, people."""

from reading import read, shapes, spans, texts

from generator.importing.blocks import Paragraph


def headings(text: str) -> list[tuple[str, int]]:
    return [(b.text, b.heading) for b in read("a.md", text).blocks if isinstance(b, Paragraph)]


def test_headings() -> None:
    text = "# 题 {#ti .unnumbered}\n## 一、总体情况 ##\n##二、没有空格\n### C#\n一级\n===\n二级\n---\n"
    assert headings(text) == [
        ("题", 1),
        ("一、总体情况", 2),
        ("二、没有空格", 2),
        ("C#", 3),
        ("一级", 1),
        ("二级", 2),
    ]


def test_a_rule_below_a_sentence_makes_no_heading() -> None:
    assert headings("本年度没有收到申请。\n---\n下文") == [("本年度没有收到申请。", 0), ("下文", 0)]


def test_markup_is_taken_off() -> None:
    text = (
        "**一、总体**情况 *甲*乙 `丙` [丁](http://x.y/z) [戊]{.underline} ![图](a.png) ~~己~~ &lt;庚&gt; <u>辛</u> 5*3"
    )
    assert texts(read("a.md", text)) == ["一、总体情况 甲乙 丙 丁 戊   <庚> 辛 5*3"], "己 is struck out"


def test_what_is_no_markup_stays() -> None:
    text = "印发<某某方案>的通知 a_b_c 3*4=12 &和& 国办函[2020]109号 \\*不是\\* 《甲》"
    assert texts(read("a.md", text)) == ["印发<某某方案>的通知 a_b_c 3*4=12 &和& 国办函[2020]109号 *不是* 《甲》"]


def test_lists_and_quotations() -> None:
    assert texts(read("a.md", "> 引文\n\n- 甲\n- 乙\n\n1.  第一\n2.  第二")) == [
        "引文",
        "甲",
        "乙",
        "1. 第一",
        "2. 第二",
    ]


def test_only_lines_that_a_program_filled_are_joined() -> None:
    long = "2023 年全年新收政府信息公开申请十六件其中网上申请四件信函申请"
    assert texts(read("a.md", f"{long}\n十二件比上年增加三件\n")) == [f"{long} 十二件比上年增加三件"]
    assert texts(read("a.md", "短的一行\n又一行\n")) == ["短的一行", "又一行"]
    assert texts(read("a.md", "甲。\\\n乙\n")) == ["甲。", "乙"]


def test_marks_without_text_are_dropped() -> None:
    assert texts(read("a.md", "```markdown\n甲\n```\n\n* * *\n\n::: center\n乙\n:::\n")) == ["甲", "乙"]


def test_the_title_of_the_front_matter() -> None:
    published = read("a.md", "---\ntitle: |\n  某县水利局\\\n  2023年报告\ndate: x\n---\n\n甲")
    assert texts(published) == ["某县水利局", "2023年报告", "甲"]
    assert published.title == "某县水利局2023年报告"


def test_tables_of_pipes() -> None:
    text = "| 规章 | **0** |\n|---|---|\n| a\\|b | 1\\. |\n"
    assert shapes(read("a.md", text)) == [[["规章", "0"], ["a|b", "1."]]]


def test_tables_of_html() -> None:
    text = '甲\n\n<table>\n<tr><td rowspan="2">规章</td>\n\n<td>0</td></tr>\n<tr><td>1</td></tr>\n</table>\n\n乙'
    first, table, last = read("a.md", text).blocks
    assert (first[0], last[0]) == ("甲", "乙")
    assert spans(table) == [[("规章", 1, 2), ("0", 1, 1)], [("1", 1, 1)]]


def test_tables_ruled_by_dashes() -> None:
    text = """\
  -----------------------------------
  信息内容          本年制发   现行
                    件数       有效
  ----------------- ---------- ------
  规章              0          12

  "三安全一稳定"               a
                               b
  -----------------------------------

  : 表
"""
    assert shapes(read("a.md", "二、表\n\n" + text)) == [
        "二、表",
        [["信息内容", "本年制发 件数", "现行 有效"], ["规章", "0", "12"], ["“三安全一稳定”", "", "a b"]],
    ]


def test_a_simple_table_without_a_frame() -> None:
    assert shapes(read("a.md", "  甲     乙\n  ------ ----\n  规章   0\n  许可\n\n下文")) == [
        [["甲", "乙"], ["规章", "0"], ["许可", ""]],
        "下文",
    ]


def test_grids_with_merged_cells() -> None:
    text = """\
+--------+-----------+
| 办理   | 自然人    |
| 结果   +-----+-----+
|        | 1   | 20  |
+--------+-----+-----+
| 总计         | 3   |
+--------------+-----+
"""
    table = read("a.md", text).blocks[0]
    assert spans(table) == [
        [("办理 结果", 1, 2), ("自然人", 2, 1)],
        [("1", 1, 1), ("20", 1, 1)],
        [("总计", 2, 1), ("3", 1, 1)],
    ]


def test_pandoc_s_plain_quotation_marks_become_chinese_again() -> None:
    ruled = "\n\n  ---- ----\n  甲   乙\n  ---- ----\n"
    assert texts(read("a.md", '推进"放管服"改革\\"原样\\"' + ruled)) == ['推进“放管服”改革"原样"']
    assert texts(read("a.md", '推进"放管服"改革')) == ['推进"放管服"改革']
