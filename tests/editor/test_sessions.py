"""Whole sessions: a report is opened, typed, completed, fixed and saved, as in an editor."""

from collections.abc import Callable
from typing import Any

import pytest
from complete import complete

pytestmark = pytest.mark.asyncio
Start = Callable[..., Any]

SAME_AS_LAST_YEAR = {"NB406"}
"""Both years' reports are made of the same text."""

APPLICATIONS = """政府信息公开申请:
  本年新收: {自然人: 3}
  上年结转: 0
  办理结果:
    予以公开: {自然人: 2}
  结转下年度: {自然人: 1}
"""
TOLD = """总体情况:
  主动公开: 全年通过政府网站主动公开信息。
  依申请公开: |
    全年新收政府信息公开申请3件。
  政府信息管理: 发布前逐篇审核，定期清理已经失效的内容。
  政府信息公开平台建设: 网站栏目按目录调整，政务新媒体按时更新。
  监督保障: 工作纳入年度考核，组织社会评议，未发生责任追究的情形。
"""


async def test_from_a_slip_to_a_clean_report(start: Start) -> None:
    editor = start()
    found = await editor.open(complete(APPLICATIONS.replace("  上年结转: 0", "  上年结转：０")))
    assert {(one.code, one.severity, one.line) for one in found} == {("NB003", 1, 3), ("NB103", 1, 3)}
    [fix] = await editor.actions("上年结转：|０", "source.fixAll")
    assert await editor.carry_out(fix) == []
    assert "  上年结转: 0\n" in editor.text
    assert await editor.save() == []


async def test_from_an_empty_file_by_completion_alone(start: Start) -> None:
    editor = start()
    assert await editor.open("") == []
    [whole] = [one for one in await editor.complete("|") if one.label == "整份报告"]
    found = await editor.accept(whole)
    assert found
    assert {one.code for one in found} <= {"NB105", "NB504"}
    assert " 0" not in editor.text, "nothing is filled in that nobody typed"
    assert "  本年新收: \n" in editor.text


async def test_severities_are_those_of_check(start: Start) -> None:
    other = "    其他处理: {其他: {自然人: 12}}\n  结转下年度"
    text = complete(
        APPLICATIONS.replace("本年新收: {自然人: 3}", "本年新收: {自然人: 15}").replace("  结转下年度", other)
        + TOLD
        + "行政复议行政诉讼: {行政复议: {总计: 1}, 未经复议直接起诉: 0, 复议后起诉: 0}\n"
    )
    found = await start().open(text)
    assert {(one.code, one.severity) for one in found} == {("NB202", 1), ("NB205", 3), ("NB301", 2)}


async def test_related_places_and_the_hint_are_told(start: Start) -> None:
    editor = start()
    [found] = await editor.open(complete(APPLICATIONS.replace("下年度: {自然人: 1}", "下年度: {自然人: 2}")))
    assert (found.code, found.text) == ("NB201", "政府信息公开申请"), "no cell is known to be the wrong one"
    assert "不平" in found.message
    assert "\n" in found.message, "the hint stands under the message"
    places = {one.message: editor.marked(one.location.range) for one in found.diagnostic.related_information}
    assert places["本年新收：3"] == "本年新收"
    assert found.diagnostic.source == "nianbao"


async def test_a_missing_row_is_completed_in_the_order_of_the_form(start: Start) -> None:
    editor = start()
    await editor.open(complete(APPLICATIONS.replace("  上年结转: 0\n", "  \n")))
    items = await editor.complete("自然人: 3}\n  |\n")
    assert [one.label for one in items] == ["上年结转", "上年结转 …", "注"]
    assert items[0].sort_text < items[1].sort_text < items[2].sort_text
    assert "应与上年报告的“结转下年度继续办理”逐列相等" in items[0].documentation.value
    await editor.accept(items[1], "4")
    assert "\n  上年结转: {自然人: 4, 商业企业: , 科研机构: , 社会公益组织: , 法律服务机构: , 其他: }\n" in editor.text


async def test_completion_answers_to_pinyin_initials(start: Start) -> None:
    editor = start()
    await editor.open(complete(APPLICATIONS.replace("  本年新收: {自然人: 3}\n", "  bnxs\n")))
    filters = {one.label: one.filter_text for one in await editor.complete("申请:\n  bnxs|")}
    assert filters["本年新收"] == "bnxs 本年新收", "for a client that looks at the beginning alone"
    assert filters["注"] == "注 z"
    await editor.write(complete(APPLICATIONS.replace("{自然人: 3}", "{}")))
    items = {one.label: one for one in await editor.complete("新收: {|}")}
    assert items["自然人"].filter_text == "自然人 zrr", "asked for before anything is typed: the client filters both"
    await editor.write(complete(APPLICATIONS.replace("{自然人: 3}", "{ZR}")))
    items = {one.label: one for one in await editor.complete("新收: {ZR|}")}
    assert items["自然人"].filter_text == "zrr 自然人"
    await editor.accept(items["自然人"], "")
    assert "  本年新收: {自然人: }" in editor.text
    await editor.write(complete(APPLICATIONS + TOLD.replace("申请3件", "申请{{ bljg件")))
    filters = {one.label: one.filter_text for one in await editor.complete("申请{{ bljg|件")}
    assert filters["予以公开"] == "予以公开 yygk"
    assert filters["占比(a, b, 位数=2)"] == "占比(a, b, 位数=2) zb"


async def test_names_come_with_their_values(start: Start) -> None:
    editor = start()
    await editor.open(complete(APPLICATIONS + TOLD.replace("申请3件", "申请{{ 件")))
    items = {one.label: one for one in await editor.complete("申请{{ |件")}
    assert items["本年新收"].detail == "3"
    assert items["本年新收"].text_edit.new_text == "本年新收 }}"
    assert "占比(a, b, 位数=2)" in items
    assert await editor.accept(items["本年新收"]) == []
    assert "新收政府信息公开申请{{ 本年新收 }}件。" in editor.text
    assert "印出 **3**" in await editor.hover("本年|新收 }}")


async def test_totals_balances_and_values_show_between_the_text(start: Start) -> None:
    editor = start()
    await editor.open(complete(APPLICATIONS + TOLD.replace("申请3件", "申请{{ 本年新收 }}件")))
    hints = await editor.hints()
    assert hints["本年新收: {自然人: 3}"] == "总计 3"
    assert hints["办理结果:"] == "总计 2"
    assert hints["结转下年度: {自然人: 1}"] == "总计 1 ✓ 各列平衡"
    assert hints["全年新收政府信息公开申请{{ 本年新收 }}件。"] == "＝3"
    await editor.replace("结转下年度: {自然人: 1}", "结转下年度: 0")
    assert "自然人 多 1" in (await editor.hints())["结转下年度: 0"]


async def test_half_typed_rows_leave_the_totals_of_the_others(start: Start) -> None:
    editor = start()
    text = complete(APPLICATIONS + TOLD.replace("申请3件", "申请{{ 本年新收 }}件"))
    await editor.open(text)
    found = await editor.replace("  上年结转: 0\n", "  上年结转: {自然人: 2}\n  上\n")
    assert {one.code for one in found} == {"NB003"}, "nothing of it can be read"
    hints = await editor.hints()
    assert hints["本年新收: {自然人: 3}"] == "总计 3"
    assert hints["结转下年度: {自然人: 1}"] == "总计 1", "whether it balances is not known"
    assert hints["全年新收政府信息公开申请{{ 本年新收 }}件。"] == "＝3"
    assert "上年结转: {自然人: 2}" not in hints
    assert "总计：自然人 3 ＝ 3" in await editor.hover("  本年|新收: {")
    assert "总计" not in await editor.hover("  上年|结转: {")
    assert {one.label: one.detail for one in await editor.complete("申请{{ |")}["本年新收"] == "3"
    await editor.replace("  本年新收: {自然人: 3}", "  本年新收: {自然人: 4}")
    hints = await editor.hints()
    assert "本年新收: {自然人: 4}" not in hints
    assert "全年新收政府信息公开申请{{ 本年新收 }}件。" not in hints
    await editor.write(text)
    assert (await editor.hints())["结转下年度: {自然人: 1}"] == "总计 1 ✓ 各列平衡"


async def test_a_typed_number_becomes_its_expression(start: Start) -> None:
    editor = start()
    await editor.open(complete(APPLICATIONS + TOLD))
    [action] = [one for one in await editor.actions("申请|3件", "refactor") if "{{" in one.title]
    assert await editor.carry_out(action) == []
    assert "申请{{ 本年新收 }}件" in editor.text


async def test_a_warning_is_silenced_with_a_reason(start: Start) -> None:
    editor = start()
    [found] = await editor.open(complete(APPLICATIONS + TOLD.replace("申请3件", "申请4件")))
    assert (found.code, found.text) == ("NB301", "4")
    [action] = [one for one in await editor.actions("申请|4件", "quickfix") if "忽略" in one.title]
    assert await editor.carry_out(action) == []
    assert "  # nianbao: 忽略 NB301 因为（请写明原因）\n  依申请公开: |\n" in editor.text


async def test_empty_figures_are_filled_with_zeros_that_are_asked_for(start: Start) -> None:
    editor = start()
    group = "    不予公开:\n      属于国家秘密:\n      属于行政查询事项:\n"
    rows = APPLICATIONS.replace("    予以公开: {自然人: 2}\n", f"    予以公开: {{自然人: 2}}\n    部分公开:\n{group}")
    found = await editor.open(complete(rows.replace("上年结转: 0", "上年结转:")))
    assert {one.code for one in found} == {"NB105"}
    offered = await editor.actions("    部分公开|:", "quickfix")
    assert offered[0].title == "填 0"
    assert [one.title for one in offered if getattr(one, "edit", None)][-1] == "这张表空着的填 0（3 处，上年结转不算）"
    assert not any(getattr(one, "is_preferred", False) for one in offered)
    await editor.carry_out(offered[0])
    assert "    部分公开: 0\n" in editor.text
    [action] = [one for one in await editor.actions("      属于国家|秘密:", "quickfix") if "都没有" in one.title]
    assert action.title == "“不予公开”这一组都没有：写 0，删去下面 2 行"
    assert {one.code for one in action.diagnostics} == {"NB105"}
    await editor.carry_out(action)
    assert "    部分公开: 0\n    不予公开: 0\n  结转下年度" in editor.text
    assert [one for one in await editor.actions("政府信息公开|申请:\n", "quickfix") if "空着" in one.title] == []
    [zero] = [one for one in await editor.actions("  上年|结转:", "quickfix") if one.title == "填 0"]
    assert await editor.carry_out(zero) == []


async def test_last_year_is_carried_over_found_and_watched(start: Start) -> None:
    before = start("去年.yaml")
    assert await before.open(complete(APPLICATIONS, 年度="年度: 2022")) == []
    this = "上年报告: \n" + APPLICATIONS.replace("上年结转: 0", "上年结转: ")
    editor = start()
    await editor.open(complete(this.replace("下年度: {自然人: 1}", "下年度: {自然人: 2}")))
    items = await editor.complete("上年报告: |\n")
    assert [one.label for one in items] == ["去年.yaml"]
    await editor.accept(items[0])
    [action] = [one for one in await editor.actions("  上年|结转:", "quickfix") if "照上年报告" in one.title]
    assert action.is_preferred
    assert {one.code for one in await editor.carry_out(action)} <= SAME_AS_LAST_YEAR
    assert "上年结转: {自然人: 1}" in editor.text
    await before.replace("结转下年度: {自然人: 1}", "结转下年度: {自然人: 1, 其他: 0}")
    await before.replace("本年新收: {自然人: 3}", "本年新收: {自然人: 4}")
    await before.replace("结转下年度: {自然人: 1, 其他: 0}", "结转下年度: {自然人: 2}")
    editor.client.published.pop(editor.uri)
    assert await before.save() == []
    assert {one.code for one in await editor.findings()} - SAME_AS_LAST_YEAR == {"NB401"}


async def test_to_last_years_figure_in_its_file(start: Start) -> None:
    from lsprotocol import types

    before = start("𠮷去年.yaml")
    await before.open("# 𠮷\n" + complete(APPLICATIONS, 年度="年度: 2022"))
    editor = start()
    told = TOLD.replace("申请3件", "申请{{ 本年新收 }}件，上年{{ 上年.结转下年度.自然人 }}件")
    balanced = APPLICATIONS.replace("上年结转: 0", "上年结转: {自然人: 1}").replace(
        "度: {自然人: 1}", "度: {自然人: 2}"
    )
    found = await editor.open(complete("上年报告: 𠮷去年.yaml\n" + balanced + told))
    assert {one.code for one in found} <= SAME_AS_LAST_YEAR
    ask = editor.client.text_document_definition_async
    [place] = await ask(types.DefinitionParams(editor.document, editor.place("上年.结转|下年度")))
    assert (place.uri, before.marked(place.range)) == (before.uri, "自然人")
    [place] = await ask(types.DefinitionParams(editor.document, editor.place("{{ 本年|新收")))
    assert (place.uri, editor.marked(place.range)) == (editor.uri, "本年新收")
    context = types.ReferenceContext(include_declaration=False)
    params = types.ReferenceParams(context, editor.document, editor.place("  本年|新收: {"))
    [use] = await editor.client.text_document_references_async(params)
    assert editor.marked(use.range) == "本年新收"
    assert use.range.start.line > 5


async def test_utf16_places_behind_rare_characters(start: Start) -> None:
    editor = start()
    rare = TOLD.replace("全年新收政府信息公开申请3件", "说明：𠮷𡈽𠮷。全年新收政府信息公开申请4件")
    [found] = await editor.open(complete(APPLICATIONS + rare))
    assert (found.code, found.text) == ("NB301", "4")
    [action] = [one for one in await editor.actions("申请|4件") if "{{" in one.title]
    assert await editor.carry_out(action) == []
    assert "𠮷𡈽𠮷。全年新收政府信息公开申请{{ 本年新收 }}件。" in editor.text
    assert "印出 **3**" in await editor.hover("{{ 本年|新收 }}")


async def test_only_the_last_of_many_keystrokes_is_checked(start: Start) -> None:
    editor = start()
    await editor.open(complete(APPLICATIONS))
    for end in range(2, 30):
        editor.put(complete(APPLICATIONS)[:-end])
    await editor.write(complete(APPLICATIONS.replace("3}", "4}")))
    assert [one.code for one in await editor.findings()] == ["NB201"]
    assert editor.client.published[editor.uri].version == editor.version


async def test_other_yaml_files_are_left_alone(start: Start) -> None:
    editor = start("compose.yaml")
    assert await editor.open("services:\n  web: {image: nginx}\n") == []
    assert await editor.complete("services|:") == []
    assert await editor.actions("services|:") == []


async def test_closing_takes_the_findings_away(start: Start) -> None:
    from lsprotocol import types

    editor = start()
    assert await editor.open(complete(APPLICATIONS.replace("3}", "4}")))
    editor.version = None
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document))
    assert await editor.findings() == []


async def test_outline_folding_and_formatting(start: Start) -> None:
    from lsprotocol import types

    editor = start()
    await editor.open(complete(APPLICATIONS))
    symbols = await editor.client.text_document_document_symbol_async(types.DocumentSymbolParams(editor.document))
    table = symbols[0]
    assert (table.name, [one.name for one in table.children][:2]) == ("政府信息公开申请", ["本年新收", "上年结转"])
    assert table.children[0].detail == "3"
    folds = await editor.client.text_document_folding_range_async(types.FoldingRangeParams(editor.document))
    assert (0, 5) in {(one.start_line, one.end_line) for one in folds}
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    params = types.DocumentFormattingParams(editor.document, options)
    assert await editor.apply(await editor.client.text_document_formatting_async(params)) == []
    assert "  结转下年度: {自然人: 1}\n" in editor.text
    assert "  本年新收:   {自然人: 3}\n" not in editor.text, "办理结果 stands between them"
    assert "  本年新收: {自然人: 3}\n  上年结转: 0\n" in editor.text
