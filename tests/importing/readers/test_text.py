"""Copied and extracted text: lines, rows, pages, encodings."""

import pytest
from reading import read, shapes, texts

from generator.importing.blocks import Paragraph

LINE = "一、总体情况：“三安全一稳定”"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030"])
def test_encodings(encoding: str) -> None:
    assert texts(read("a.txt", (LINE + "\r\n第二行 1 2 3").encode(encoding))) == [LINE, "第二行 1 2 3"]


def test_a_file_cut_off_in_a_character_is_read() -> None:
    whole = (LINE + "\n") * 30
    assert texts(read("a.txt", whole.encode() + "年".encode()[:2]))[:30] == [LINE] * 30
    assert texts(read("a.txt", whole.encode("gbk") + b"\xc4"))[:30] == [LINE] * 30


def test_a_line_is_a_paragraph_with_its_number_and_indentation() -> None:
    published = read("a.txt", "题\n\n　　正文一\r\n    正文二\n\t\n")
    assert published.blocks == (
        Paragraph("题", "第1行"),
        Paragraph("正文一", "第3行", indent=4),
        Paragraph("正文二", "第4行", indent=4),
    )


def test_blanks_inside_a_line_stay() -> None:
    row = "一、本年新收政府信息公开申请数量      21    0      0     0   0   0     21"
    assert texts(read("a.txt", "   " + row)) == [row]


@pytest.mark.parametrize(
    "number", ["- 3 -", "-3-", "— 3 —", "－３－", "第3页", "第 3 页 共 8 页", "第3页/共8页", "Page 3 of 8"]
)
def test_page_numbers_are_dropped(number: str) -> None:
    assert texts(read("a.txt", f"行政处罚 4119\n       {number}\n行政强制 195")) == ["行政处罚 4119", "行政强制 195"]


@pytest.mark.parametrize("line", ["3", "-", "3 -", "- - 3 - -", "0 0 3", "第3页是表格", "3/8"])
def test_what_may_be_a_figure_stays(line: str) -> None:
    assert texts(read("a.txt", f"总计\n{line}\n其他")) == ["总计", line, "其他"]


def test_digits_alone_are_page_numbers_only_where_they_count_every_page() -> None:
    assert texts(read("a.txt", "甲\n1\n\f乙\n2\n\f丙\n3\n")) == ["甲", "乙", "丙"]
    assert texts(read("a.txt", "甲\n1\n\f乙\n1\n\f丙\n3\n")) == ["甲", "1", "乙", "1", "丙", "3"]


def test_a_running_header_stays_once() -> None:
    pages = "\f".join(f"某县年度报告\n正文{n}\n" for n in "一二三四")
    assert texts(read("a.txt", pages)) == ["某县年度报告", "正文一", "正文二", "正文三", "正文四"]


def test_lines_with_tabs_are_rows() -> None:
    rows = "\t\t自然人\t总计\n规章\t0\t\t5\n\t其他\n\t总计\t1\n"
    assert shapes(read("a.txt", "上文\n" + rows + "下文")) == [
        "上文",
        [["", "", "自然人", "总计"], ["规章", "0", "", "5"], ["", "其他"], ["", "总计", "1"]],
        "下文",
    ]


def test_a_tab_that_indents_or_stands_in_prose_makes_no_row() -> None:
    prose = "联系电话：\t请拨打总机。"
    assert shapes(read("a.txt", f"\t一、总体情况\n正文\n{prose}")) == ["一、总体情况", "正文", prose]
    assert shapes(read("a.txt", "行政许可\t0")) == [[["行政许可", "0"]]]


def test_pipe_tables() -> None:
    text = "| 信息内容 | 本年制发 | |\n|---|:-:|---|\n| 规章 | 0 | a\\|b |\n||x<br>y|1|\n"
    assert shapes(read("a.txt", text)) == [[["信息内容", "本年制发", ""], ["规章", "0", "a|b"], ["", "x\ny", "1"]]]


def test_rows_with_pipes_between_cells_only_need_a_rule() -> None:
    assert shapes(read("a.txt", "规章 | 0\n--- | ---\n许可 | 1\n甲|乙")) == [
        [["规章", "0"], ["许可", "1"], ["甲", "乙"]]
    ]
    assert shapes(read("a.txt", "甲|乙")) == ["甲|乙"]


def test_number_signs_mark_headings() -> None:
    published = read("a.txt", "#### 五、存在的主要问题及改进情况 ##\n#无空格")
    assert [(b.text, b.heading) for b in published.blocks if isinstance(b, Paragraph)] == [
        ("五、存在的主要问题及改进情况", 4),
        ("#无空格", 0),
    ]


def test_an_html_table_in_text() -> None:
    text = "上文\n<table>\n<tr><td colspan=2>甲</td></tr>\n<tr><td>0</td><td>1</td></tr>\n</table>\n下文"
    assert shapes(read("a.txt", text)) == ["上文", [["甲"], ["0", "1"]], "下文"]
