"""Word documents: what Word shows with all changes accepted."""

import pytest
from reading import docx, read, shapes, spans, texts, zipped

from generator.importing.blocks import Paragraph


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def listed(text: str, list_id: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(at: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def read_body(body: str, **parts: str) -> list[str | list[list[str]]]:
    return shapes(read("a.docx", docx(body, **parts)))


def test_runs_breaks_and_tabs() -> None:
    body = f"<w:p>{run('甲')}<w:r><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/></w:r></w:p><w:p/>{p(' ')}"
    assert read_body(body) == ["甲", "乙\t丙-"]


def test_changes_are_read_as_accepted() -> None:
    body = (
        f'<w:p>{run("收到")}<w:del w:id="1"><w:r><w:delText>3</w:delText></w:r></w:del>'
        f'<w:ins w:id="2">{run("4")}</w:ins><w:moveFrom>{run("坏")}</w:moveFrom><w:moveTo>{run("件")}</w:moveTo></w:p>'
    )
    assert read_body(body) == ["收到4件"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    assert read_body(p("前", "<w:rPr><w:del/></w:rPr>") + p("后") + p("另")) == ["前后", "另"]


def test_deleted_rows_are_left_out() -> None:
    rows = f"<w:tr>{tc('甲')}{tc('1')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{tc('坏')}{tc('2')}</w:tr>"
    assert read_body(f"<w:tbl>{rows}</w:tbl>") == [[["甲", "1"]]]


def test_hidden_text_and_field_codes_are_not_shown() -> None:
    off = '<w:vanish w:val="0"/>'
    field = "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>"
    body = f"<w:p>{run('甲')}{run('坏', '<w:vanish/>')}{run('乙', off)}{field}</w:p>"
    assert read_body(body) == ["甲乙"]


def test_content_controls_links_and_text_boxes() -> None:
    box = f"<w:txbxContent>{p('框')}</w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    alternate = f"<mc:AlternateContent xmlns:mc='urn:mc'>{choice}</mc:AlternateContent>"
    body = (
        f"<w:sdt><w:sdtPr><w:t>坏</w:t></w:sdtPr><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{run('链接')}</w:hyperlink><w:sdt><w:sdtContent>{run('内')}</w:sdtContent></w:sdt></w:p>"
        f"<w:p>{run('前')}<w:r>{alternate}</w:r>{run('后')}</w:p>"
    )
    assert read_body(body) == ["控件", "链接内", "前后", "框"]


def test_merged_cells() -> None:
    down, on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    rows = (
        f"<w:tr>{tc('办理结果', down)}{tc('合', wide)}</w:tr>"
        f"<w:tr>{tc('坏', on)}{tc('1')}{tc('')}</w:tr>"
        f"<w:tr>{tc('', on)}{tc('2', down)}{tc('3', down)}</w:tr>"
        f"<w:tr>{tc('总计')}{tc('', on)}{tc('', on)}</w:tr>"
    )
    table = read("a.docx", docx(f"<w:tbl>{rows}</w:tbl>")).blocks[0]
    assert spans(table) == [
        [("办理结果", 1, 3), ("合", 2, 1)],
        [("1", 1, 1), ("", 1, 1)],
        [("2", 1, 2), ("3", 1, 2)],
        [("总计", 1, 1)],
    ]


def test_other_kinds_of_merging() -> None:
    before = '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + tc("甲") + "</w:tr>"
    first = '<w:hMerge w:val="restart"/>'
    legacy = f"<w:tr>{tc('乙', first)}{tc('', '<w:hMerge/>')}{tc('0', '<w:vMerge/>')}</w:tr>"
    table = read("a.docx", docx(f"<w:tbl>{before}{legacy}</w:tbl>")).blocks[0]
    assert spans(table) == [[("", 2, 1), ("甲", 1, 1)], [("乙", 2, 1), ("0", 1, 1)]]


def test_cells_keep_their_lines() -> None:
    cell = f"<w:tc>{p('商业')}{p('')}{p('企业')}</w:tc>"
    assert read_body(f"<w:tbl><w:tr>{cell}{tc('0')}</w:tr></w:tbl>") == [[["商业\n企业", "0"]]]


def test_tables_that_only_lay_out_the_page() -> None:
    inner = f"<w:tbl><w:tr>{tc('规章')}{tc('0')}</w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{p('正文')}{inner}{p('后文')}</w:tc>{tc('右')}</w:tr></w:tbl>"
    assert read_body(outer) == ["正文", [["规章", "0"]], "后文", "右"]


def test_headings_and_alignment_come_from_styles_too() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="甲"/><w:basedOn w:val="1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="乙"/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="丙"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="环"/><w:basedOn w:val="loop"/></w:style>'
    )
    named = [("1", ""), ("a", ""), ("b", ""), ("c", ""), ("loop", ""), ("b", '<w:jc w:val="left"/>'), ("none", "")]
    body = "".join(p(f"段{n}", f'<w:pStyle w:val="{name}"/>{more}') for n, (name, more) in enumerate(named))
    found = [b for b in read("a.docx", docx(body, styles=styles)).blocks if isinstance(b, Paragraph)]
    assert [b.heading for b in found] == [1, 1, 0, 3, 0, 0, 0]
    assert [b.text for b in found if b.aligned_right] == ["段2"]


def test_automatic_numbers_are_text() -> None:
    levels = numbering(
        level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")
    )
    body = listed("总体情况", 1) + listed("主动公开", 1, 1) + listed("甲", 1, 2) + listed("乙", 1, 2)
    body += listed("依申请公开", 1, 1) + listed("丙", 1, 2) + p("无") + listed("表", 1)
    assert read_body(body, numbering=levels) == [
        "一、总体情况",
        "（一）主动公开",
        "1.甲",
        "2.乙",
        "（二）依申请公开",
        "1.丙",
        "无",
        "二、表",
    ]


def test_numbers_of_other_kinds() -> None:
    shown = {
        "decimalEnclosedCircle": "①",
        "upperRoman": "I",
        "lowerLetter": "a",
        "ideographTraditional": "甲",
        "decimalFullWidth": "１",
        "bullet": "",
        "none": "",
        "unheardOf": "1",
    }
    for kind, number in shown.items():
        assert read_body(listed("文", 1), numbering=numbering(level(0, kind, "%1"))) == [number + "文"]


def test_a_list_that_starts_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    body = listed("甲", 1) + listed("乙", 1) + listed("丙", 2) + listed("丁", 2) + listed("戊", 9)
    levels = numbering(level(0, "decimal", "%1."), nums=nums)
    assert read_body(body, numbering=levels) == ["1.甲", "2.乙", "5.丙", "6.丁", "戊"]


def test_numbers_in_cells_count_on() -> None:
    rows = "".join(f"<w:tr><w:tc>{listed(text, 1)}</w:tc>{tc('0')}</w:tr>" for text in ("属于国家秘密", "其他"))
    assert read_body(f"<w:tbl>{rows}</w:tbl>", numbering=numbering(level(0, "decimal", "%1."))) == [
        [["1.属于国家秘密", "0"], ["2.其他", "0"]]
    ]


def test_the_title_is_among_the_properties() -> None:
    core = "<cp:coreProperties xmlns:cp='urn:cp'><dc:title xmlns:dc='urn:dc'>某局 2023</dc:title></cp:coreProperties>"
    document = f"<w:document xmlns:w='urn:strict'><w:body>{p('甲')}</w:body></w:document>"
    published = read("a.docx", zipped({"word/document.xml": document, "docProps/core.xml": core}))
    assert (published.title, texts(published)) == ("某局 2023", ["甲"])


@pytest.mark.parametrize("part", ["styles", "numbering"])
def test_a_broken_part_beside_the_text_does_not_matter(part: str) -> None:
    broken = docx(p("甲"), **{part: "<w:style"})
    assert texts(read("a.docx", broken)) == ["甲"]
