import pytest
from source.injecting import KEYS, REPORT, injections, mended, plain, tree_of
from source.slip_cases import CASES, Case

from generator.source.reader import read
from generator.source.text import decode


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case.text)[:40])
def test_each_slip_is_explained_at_its_cause(case: Case):
    source = decode(case.text.encode())
    findings = [*source.findings, *read(source, KEYS).findings]
    finding = findings[0]
    assert (finding.code, finding.span.line, finding.span.column) == (case.code, case.line, case.column)
    assert case.words in finding.message
    assert finding.hint


@pytest.mark.parametrize("case", [c for c in CASES if c.fixed], ids=lambda case: repr(case.text)[:40])
def test_its_fixes_make_the_file_read(case: Case):
    assert mended(case.text) == case.fixed
    tree = tree_of(case.fixed)
    assert tree.findings == ()
    assert tree.root is not None


@pytest.mark.parametrize("case", [c for c in CASES if c.fixed], ids=lambda case: repr(case.text)[:40])
def test_reading_goes_on_as_if_it_had_been_fixed(case: Case):
    tree, fixed = tree_of(case.text), tree_of(case.fixed)
    assert case.code == "NB005" or plain(tree.root, tree) == plain(fixed.root, fixed)


def test_a_report_without_slips_reads_without_findings():
    tree = tree_of(REPORT)
    assert tree.findings == ()
    assert not tree.mended


def test_a_single_slip_is_reported_on_its_own_line():
    elsewhere = []
    for name, line, text in injections():
        lines = {finding.span.line for finding in tree_of(text).findings}
        if lines - {line}:
            elsewhere.append((name, line, lines))
    assert elsewhere == []


def test_the_fixes_of_a_single_slip_bring_the_report_back():
    tree = tree_of(REPORT)
    good = plain(tree.root, tree)
    wrong = []
    for name, line, text in injections():
        findings = tree_of(text).findings
        if not findings or any(not (f.fix and f.fix.mechanical) for f in findings) or _in_text(line):
            continue
        after = tree_of(mended(text))
        if after.findings or plain(after.root, after) != good:
            wrong.append((name, line))
    assert wrong == []


def test_hardly_a_slip_goes_unnoticed():
    tree = tree_of(REPORT)
    good = plain(tree.root, tree)
    silent = set()
    for name, line, text in injections():
        changed = tree_of(text)
        if not changed.findings and not _in_text(line) and plain(changed.root, changed) != good:
            silent.add((name, line))
    assert silent == {("missing comma", 4)}  # a name may hold a space


def _in_text(line: int) -> bool:
    """Whether a line of the report is block text, where nothing is a slip."""
    return line in {6, 7, 9, 14, 16, 17, 22, 49, 50, 52}


def test_several_slips_are_all_reported_in_one_run():
    text = "机关：某局\n年度:2023\n规章: {本年制发：0，本年废止: 0\n引言: |\n第一段。\n"
    text += "\t行政许可: 0\n标题: {{ 年度 }}年报\n"
    assert [f.span.line for f in tree_of(text).findings] == [1, 2, 3, 3, 3, 5, 6, 7]


@pytest.mark.parametrize(
    "line",
    [
        "键：值",
        "a: b: c",
        "{{ x }} [ * & % @ - ?",
        "｛自然人：1｝，、",
        "# 井号",
        "- 短横线",
        '"引号',
        "\t制表符",
        "　　全角空格",
        "| 竖线 |",
    ],
)
def test_nothing_inside_block_text_is_a_slip(line: str):
    text = f"引言: |\n  开头。\n  {line}\n年度：2023\n"
    assert [f.span.line for f in tree_of(text).findings] == [4]


def test_text_with_full_width_colons_is_no_slip():
    text = "改进情况:\n  一是学习：加强培训。\n  二是宣传：扩大范围。\n  时间：\n年度: 2023\n"
    assert tree_of(text).findings == ()


def test_a_mended_tree_has_its_places_in_the_file_as_typed():
    tree = tree_of("年度：2023\n本年新收: ｛自然人：16｝\n引言: {{ 年度 }}年\n")
    root = tree.root
    assert root is not None
    assert tree.mended
    year, received, preface = root.entries
    assert year.value.span[:2] == (1, 4)
    assert received.value.entries[0].value.span == (2, 12, 2, 14)
    assert preface.value.lines[0].pieces[0].span[:2] == (3, 5)


def test_what_is_only_guessed_gives_no_tree():
    assert tree_of("年度: 2023\n随便写的一行\n").root is None


def test_many_slips_end_with_a_remark():
    findings = tree_of("年度：2023\n" * 500).findings
    assert len(findings) == 51
    assert "只列出前 50 处" in findings[-1].message


def test_a_fix_keeps_the_line_breaks_of_the_file():
    text = "引言: | 文字。\r\n年度: 2023\r\n"
    assert mended(text) == "引言: |\r\n  文字。\r\n年度: 2023\r\n"


def test_without_the_keys_of_a_form_the_common_slips_are_found_all_the_same():
    text = "年度：2023\n申请:\n  新收：0\n"
    assert [f.span.line for f in read(decode(text.encode())).findings] == [1, 3]


def test_an_unknown_slip_still_has_a_place_and_chinese_words():
    finding = tree_of("年度: 2023\nab: [{]}\n机关: 某局\n").findings[0]
    assert finding.code == "NB003"
    assert finding.span.line == 2
    assert finding.message.isascii() is False


def test_what_may_be_a_comment_is_never_made_text_unasked():
    for text in ("引言: 第一行 # 注\n  第二行\n", "引言: 全年345条 #含转载\n"):
        assert mended(text) == text
    assert tree_of("引言: 第一行 # 注\n  第二行\n年度: 2023\n").root is not None, "reading goes on all the same"


def test_a_mark_is_named_as_it_was_typed():
    (finding,) = tree_of("年度: !!int 2023\n").findings
    assert finding.message.startswith("“!!int”")
