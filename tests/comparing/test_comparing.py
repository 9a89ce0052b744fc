"""Whole reports: what is printed differently is named, what is only written differently is not."""

from complete import complete, report_of
from hypothesis import given
from hypothesis import strategies as st

from generator.comparing.comparing import compare
from generator.comparing.correction import correction
from generator.comparing.differences import Comparison
from generator.document.blocks import Paragraph, Title

TABLE = (
    "政府信息公开申请: {{本年新收: {{自然人: {0}}}, 上年结转: 0, "
    "办理结果: {{予以公开: {{自然人: {0}}}}}, 结转下年度: 0}}\n"
)


def _figures(comparison: Comparison) -> dict[str, tuple[object, object]]:
    return {pair.place: (pair.before, pair.after) for pair in comparison.figures}


def _text(comparison: Comparison) -> list[tuple[str, str | None, str | None]]:
    return [
        (section.place(pair), pair.before and pair.before.text, pair.after and pair.after.text)
        for section in comparison.sections
        for pair in section.changed
    ]


@given(st.integers(0, 999), st.integers(0, 999))
def test_a_figure_and_all_that_is_computed_from_it(before: int, after: int) -> None:
    one, other = report_of(complete(TABLE.format(before))), report_of(complete(TABLE.format(after)))
    comparison = compare(one, other)
    places = ("“本年新收”自然人", "“本年新收”总计", "“予以公开”自然人", "“予以公开”总计")
    totals = ("“办理结果.总计”自然人", "“办理结果.总计”总计")
    expected = {f"表三{place}": (before, after) for place in (*places, *totals)}
    assert _figures(comparison) == ({} if before == after else expected)
    assert _text(comparison) == []
    assert comparison.same == (before == after)


def test_how_it_is_written_counts_for_nothing() -> None:
    written = complete(
        "标题: 示例县人民政府办公室2023年政府信息公开工作年度报告\n排版: {小标题: 同段}\n"
        "主动公开政府信息: {规章: {本年制发: 0, 本年废止: 0, 现行有效: 0}, 行政规范性文件: 0, 行政许可: 0,"
        " 行政处罚: 0, 行政强制: 0, 行政事业性收费: 0}\n"
        "其他需要报告的事项:\n  信息处理费: {收费通知件数: 0, 收费通知金额: 0, 实际收取金额: 0}\n"
        "存在的主要问题及改进情况: |\n"
        "  （一）存在的主要问题：部分栏目更新不够及时。\n  （二）改进情况：已经明确专人负责，逐月检查。\n"
    )
    assert compare(report_of(complete("")), report_of(written)).same


def test_title_preface_subheadings_notes_and_signature() -> None:
    before = complete("标题: 旧题\n引言: 一句。\n落款: 2024-01-20\n")
    after = complete(
        "标题: 新题目\n落款: {机关: 示例县人民政府, 日期: 2024-01-20}\n"
        "主动公开政府信息: {规章: 0, 行政规范性文件: 0, 行政许可: 0, 行政处罚: 0, 行政强制: 0,"
        " 行政事业性收费: 0, 注: 说明。}\n"
        "其他需要报告的事项: {信息处理费: 0, 无其他事项。: ''}\n"
    )
    assert _text(compare(report_of(before), report_of(after))) == [
        ("标题", "旧题", None),
        ("标题", None, "新题目"),
        ("引言", "一句。", None),
        ("表二“注”", None, "注：说明。"),
        ("六、其他需要报告的事项", None, "收取政府信息公开信息处理费情况"),
        ("六、其他需要报告的事项", None, "无其他事项。"),
        ("落款", "示例县人民政府办公室", "示例县人民政府"),
    ]


def test_a_paragraph_is_named_by_the_subheading_of_its_own_side() -> None:
    before = complete("存在的主要问题及改进情况: {存在的主要问题: 人手不足。, 改进情况: 已经补充。}\n")
    after = complete("存在的主要问题及改进情况: 栏目偏少，正在增加。\n")
    assert ("五、存在的主要问题及改进情况“改进情况”", "已经补充。", None) in _text(
        compare(report_of(before), report_of(after))
    )
    assert ("五、存在的主要问题及改进情况", None, "栏目偏少，正在增加。") in _text(
        compare(report_of(before), report_of(after))
    )


def test_a_figure_that_is_not_known_differs_from_one_that_is() -> None:
    known, unknown = report_of(complete(TABLE.format(3))), report_of(complete(TABLE.format("")))
    assert _figures(compare(known, unknown))["表三“本年新收”自然人"] == (3, None)
    assert not compare(unknown, unknown).same, "nobody knows whether they are"


def test_the_notice_lists_each_place_before_and_after() -> None:
    text = "总体情况:\n  主动公开: {}\n  依申请公开: 收到申请{{{{ 本年新收 }}}}件，均已答复。\n"
    before = report_of(complete("落款: 2024-01-20\n" + text.format("全年发布信息。") + TABLE.format(3)))
    after = report_of(complete("落款: 2024-01-20\n" + text.format("全年发布信息。") + TABLE.format(5)))
    notice = correction(compare(before, after), before, after)
    assert notice.blocks[0] == Title(("关于更正", "《示例县人民政府办公室", "2023年政府信息公开工作年度报告》的说明"))
    paragraphs = [block.text for block in notice.blocks if isinstance(block, Paragraph)]
    assert paragraphs[0] == (
        "示例县人民政府办公室2024年1月20日公布的《示例县人民政府办公室2023年政府信息公开工作年度报告》，"
        "经核对，有3处需要更正，现说明如下："
    )
    assert paragraphs[1:4] == [
        "1．表三“一、本年新收政府信息公开申请数量”自然人：原为“3”，更正为“5”。",
        "2．表三“（一）予以公开”自然人：原为“3”，更正为“5”。",
        "3．一、总体情况“依申请公开”：原为“收到申请3件”，更正为“收到申请5件”。",
    ]
    assert paragraphs[4] == (
        "因以上更正，下列合计相应更正：表三“一、本年新收政府信息公开申请数量”总计原为“3”，更正为“5”；"
        "表三“（一）予以公开”总计原为“3”，更正为“5”；表三“（七）总计”自然人原为“3”，更正为“5”；"
        "表三“（七）总计”总计原为“3”，更正为“5”。"
    )
    assert paragraphs[-1] == "特此说明。"


def test_the_notice_says_what_was_taken_out_and_put_in() -> None:
    before = report_of(complete("引言: |\n  第一句。\n  报告全文可以下载。\n"))
    after = report_of(complete("引言: |\n  第一句。\n  联系电话另行公布，欢迎咨询。\n"))
    notice = correction(compare(before, after), before, after)
    paragraphs = [block.text for block in notice.blocks if isinstance(block, Paragraph)]
    assert paragraphs[1:3] == [
        "1．引言：删去“报告全文可以下载。”。",
        "2．引言：增加“联系电话另行公布，欢迎咨询。”。",
    ]
