"""Pages as sites, Word and others write them."""

import pytest
from reading import read, shapes, spans, texts

from generator.importing.blocks import Paragraph


def page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030"])
def test_pages_in_gbk(declared: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><title>年度 \n报告</title>'
    published = read("a.htm", page("<p>瑄、喆、镕都在</p>", head).encode("gb18030"))
    assert (texts(published), published.title) == (["瑄、喆、镕都在"], "年度 报告")


def test_a_page_that_declares_what_it_is_not() -> None:
    text = page("<p>一、总体情况</p>", '<meta charset="gb2312">')
    assert texts(read("a.html", text)) == ["一、总体情况"]
    other = page("<p>總體情況</p>", '<meta charset="big5">').encode("big5")
    assert texts(read("a.html", other)) == ["總體情況"]


def test_words_cut_by_markup_are_whole() -> None:
    body = (
        "<p><font>主动</font><span>公开</span><b><i>政府</i></b>信息<o:p></o:p>"
        "<!--[if gte mso 9]><xml>x</xml><![endif]--></p>"
    )
    assert texts(read("a.html", page(body))) == ["主动公开政府信息"]


def test_blanks() -> None:
    body = "<p>\n　　本年  新收\n&nbsp;</p><p>甲\n乙\n12 件\nab</p>"
    body += "<p>甲<br>　　乙<br/><br/></p><p>&nbsp;</p><p>二&emsp;一</p>"
    assert texts(read("a.html", page(body))) == ["本年 新收", "甲乙 12 件 ab", "甲", "乙", "二\u2003一"]


def test_preformatted_text_keeps_its_lines() -> None:
    assert texts(read("a.html", page("<pre>甲  1\n乙\t2</pre>"))) == ["甲  1", "乙\t2"]


def test_headings_and_alignment() -> None:
    head = "<style>.r, p.x { text-align: right } h2.c{color:red}</style>"
    body = (
        "<h1>题</h1><h2 class=c><span>一</span></h2><p class=r>甲</p><p class=x>乙</p><p align=right>丙</p>"
        '<div style="text-align:right"><p>丁</p><p style="text-align:left">戊</p></div><h3>己</h3>'
    )
    found = [b for b in read("a.html", page(body, head)).blocks if isinstance(b, Paragraph)]
    assert [(b.text, b.heading) for b in found if b.heading] == [("题", 1), ("一", 2), ("己", 3)]
    assert [b.text for b in found if b.aligned_right] == ["甲", "乙", "丙", "丁"]


def test_what_is_not_text_of_the_page_is_dropped() -> None:
    body = (
        "<script>var a='<p>坏</p>'</script><style>p{}</style><nav>首页</nav><select><option>选</option></select>"
        "<noscript>坏</noscript><button>分享</button><textarea>坏</textarea><p>正文</p><!-- 坏 -->"
    )
    assert texts(read("a.html", page(body))) == ["正文"]


def test_what_the_looks_hide_is_dropped() -> None:
    head = "<style>.gone{display : none}</style>"
    body = "<p style='DISPLAY:none'>坏</p><p class=gone>坏</p><p hidden>坏</p>"
    body += "<p>正<span style='mso-hide:all'>坏</span>文</p>后"
    assert texts(read("a.html", page(body, head))) == ["正文", "后"]


def test_a_page_that_a_script_has_to_show_is_read_all_the_same() -> None:
    report = "".join(f"<p>第{n}段正文</p>" for n in range(30))
    assert len(texts(read("a.html", page(f"<p>首页</p><div style='display:none'>{report}</div>")))) == 31


def test_tables_keep_their_spans_and_empty_cells() -> None:
    body = (
        "<table><thead><tr><th rowspan=2>商业<p>企业</p></th><td colspan='3'>第二十条<br>第（一）项</tr></thead>"
        "<tbody><tr><td><td>&nbsp;<td> 0 </tbody></table>"
    )
    published = read("a.html", page(body))
    assert spans(published.blocks[0]) == [
        [("商业\n企业", 1, 2), ("第二十条\n第（一）项", 3, 1)],
        [("", 1, 1), ("", 1, 1), ("0", 1, 1)],
    ]
    assert not published.loose


@pytest.mark.parametrize("span", ["0", "-1", "x", "99999999999", "", "2.5"])
def test_senseless_spans_do_no_harm(span: str) -> None:
    table = read("a.html", page(f"<table><tr><td colspan='{span}'>甲<td>乙</table>")).blocks[0]
    assert spans(table)[0][0][0] == "甲"
    assert 1 <= spans(table)[0][0][1] <= 1000


def test_tables_that_only_lay_out_the_page_are_no_tables() -> None:
    inner = "<table><tr><td>规章<td>0</table>"
    body = f"<table><tr><td>首页<td>栏目</td></tr><tr><td colspan=2><p>正文</p>{inner}<p>后文</p></td></tr></table>"
    assert shapes(read("a.html", page(body))) == ["首页", "栏目", "正文", [["规章", "0"]], "后文"]
    assert texts(read("a.html", page("<table><tr><td><p>甲</p><p>乙</p></table>"))) == ["甲", "乙"]
    passage = "长" * 1200
    assert texts(read("a.html", page(f"<table><tr><td>左<td><p>{passage}</p></table>"))) == ["左", passage]


def test_captions_are_kept_unless_they_repeat_the_heading() -> None:
    table = "<table><caption>{}</caption><tr><td>规章<td>0</table>"
    heading = "<p>二、主动公开政府信息情况</p>"
    assert shapes(read("a.html", page(heading + table.format("主动公开政府信息情况")))) == [
        "二、主动公开政府信息情况",
        [["规章", "0"]],
    ]
    assert shapes(read("a.html", page(heading + table.format("单位：件"))))[1] == "单位：件"


def test_numbers_of_lists_are_text() -> None:
    body = "<ol start=2><li>甲<li><p>乙</p></ol><ul><li>丙</ul>"
    body += "<ol style='list-style-type:cjk-ideographic'><li>丁</ol><ol type=a><li>戊</ol>"
    assert texts(read("a.html", page(body))) == ["2.甲", "3.乙", "丙", "一、丁", "a.戊"]


def test_the_page_s_footer_of_an_office_program_is_dropped() -> None:
    assert texts(read("a.html", page("<p>正文</p><div title='footer'><p>— 6 —</p></div>"))) == ["正文"]


def test_broken_markup() -> None:
    body = "<p>甲<p>乙<div>丙</p></span></div></td><table><tr>散<td>规章<td>0<tr><td>许可<td>1"
    assert [one for one in shapes(read("a.html", page(body))) if one != "散"] == [
        "甲",
        "乙",
        "丙",
        [["规章", "0"], ["许可", "1"]],
    ]


def test_paragraphs_are_numbered_for_people() -> None:
    blocks = read("a.html", page("<p>甲</p><table><tr><td>规章<td>0</table><p>乙</p>")).blocks
    assert [block.place for block in blocks] == ["第1段", "第1个表格", "第2段"]


def test_what_follows_the_end_of_a_page_is_read_as_browsers_do() -> None:
    page = "<html><body><p>甲</p></body></html>\n<p>乙</p></BODY ><p>丙</p>"
    assert texts(read("a.html", page)) == ["甲", "乙", "丙"]
