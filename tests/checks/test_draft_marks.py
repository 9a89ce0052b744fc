"""NB503: what shows that a report is not finished, and what only looks like it."""

import pytest
from complete import complete, findings_of

from generator.findings import Finding
from generator.form import newest
from generator.form.edition import walk
from generator.form.model import Kind


def _found(text: str) -> list[Finding]:
    return [f for f in findings_of(complete(f"引言: |\n  {text}\n")) if f.code == "NB503"]


def _in_title(title: str) -> list[Finding]:
    text = complete(f"标题: |\n  示例县人民政府办公室\n  {title}\n")
    return [f for f in findings_of(text) if f.code == "NB503"]


@pytest.mark.parametrize(
    "mark",
    [
        "征求意见稿",
        "送审稿",
        "修改稿",
        "讨论稿",
        "初稿",
        "草案",
        "代拟稿",
        "修订稿",
        "审议稿",
        "定稿",
        "第二稿",
        "草稿",
        "报批稿",
    ],
)
def test_a_draft_mark_in_the_title(mark: str) -> None:
    for brackets in ("（）", "()", "【】", "〔〕"):
        (finding,) = _in_title(f"2023年政府信息公开工作年度报告{brackets[0]}{mark}{brackets[1]}")
        assert mark in finding.message
        assert finding.path == ("标题",)
    assert _in_title(f"2023年政府信息公开工作年度报告{mark}")
    assert _found(f"现公布本机关2023年政府信息公开工作年度报告（{mark}）。")
    assert _found(f"（{mark}）")
    assert _found(f"（本稿为{mark}，请勿外传）全年工作平稳。")
    assert _found(f"全年工作平稳有序。（{mark}）")


@pytest.mark.parametrize("mark", ["送签稿", "二审稿", "公开稿", "上网稿", "网站发布版", "v3", "V2.1", "版本2"])
def test_any_version_in_brackets_at_the_end_of_the_title(mark: str) -> None:
    assert _in_title(f"2023年政府信息公开工作年度报告（{mark}）")
    assert _found(f"（{mark}）登记的信息全部公开。") == [], "in text only what is surely a draft mark"
    heading = complete(f"总体情况:\n  主动公开（{mark}）: 全年公开信息120条。\n")
    assert [f for f in findings_of(heading) if f.code == "NB503"] == []


@pytest.mark.parametrize(
    "said", ["本稿为送审稿，请领导审阅。", "以上为修改稿。", "全年平稳。此稿系初稿", "本报告（讨论稿）由办公室起草。"]
)
def test_a_text_that_says_it_is_a_draft(said: str) -> None:
    assert len(_found(said)) == 1


def test_a_text_in_wide_brackets_is_text() -> None:
    text = complete("总体情况:\n  主动公开: 【此处待办公室补充】\n  依申请公开: ［见附表］\n")
    assert not [f for f in findings_of(text) if f.code in {"NB003", "NB103"}]
    assert [f.path[-1] for f in findings_of(text) if f.code == "NB503"][:1] == ["主动公开"]


def test_a_title_without_a_mark_and_an_agency_of_that_name() -> None:
    assert _in_title("2023年政府信息公开工作年度报告") == []
    assert _in_title("稿件审核中心2023年政府信息公开工作年度报告") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "就《示例县地名管理办法（征求意见稿）》公开征求意见，收到建议12条。",
        "起草实施细则（草案）并在网站上公开征求意见。",
        "规章草案公布前都召开听证会，修订稿和说明一并发布。",
        "对政策草案作出解读9篇，对初稿修改三轮。",
        "年度报告初稿形成以后送各科室核对。",
        "对《示例县2023年政府信息公开工作年度报告（征求意见稿）》征求了群众代表的意见。",
        "建立“1+N”政策体系。",
        "《示例县规划（草案）》公示30日。",
        "【政策解读】栏目发布信息30条。",
        "公开条例宣传材料，印发手册3000份。",
        "修订版办事指南（第二版）印发2000册。",
    ],
)
def test_drafts_of_other_documents_are_work_done(sentence: str) -> None:
    assert _found(sentence) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("（文字描述）", "（文字描述）"),
        ("总体情况如下：（文字说明）", "（文字说明）"),
        ("全年主动公开信息N条。", "N"),
        ("全年主动公开信息 n 条，答复Ｎ件。", "n"),
        ("通过网站发布信息●条，回应关切○次。", "●"),
        ("全年公开信息   条，其中网站   条。", "   "),
        ("收到申请 件，全部答复。", " "),
        ("于2023年  月  日公布。", "月  日"),
        ("培训情况【此处请信息科再充实】良好。", "【此处请信息科再充实】"),
        ("【建议删去本段，待领导确认】全年平稳。", "【建议删去本段，待领导确认】"),
        ("公开信息120条[批注1]。", "[批注1]"),
        ("公开信息120条【批注：与表二核对】。", "【批注：与表二核对】"),
        ("公开信息120条[微软用户2]。", "[微软用户2]"),
        ("答复申请12件（此处数据待核）。", "（此处数据待核）"),
        ("答复申请12件（请法制科核实）。", "（请法制科核实）"),
        ("答复申请12件，数据待核。", "数据待核"),
        ("答复申请12件（该数请再核对）。", "（该数请再核对）"),
        ("答复申请12件（按实际情况填写）。", "（按实际情况填写）"),
    ],
)
def test_blanks_of_the_official_form_and_notes_to_colleagues(text: str, left: str) -> None:
    findings = _found(text)
    assert any(f"“{left}”" in finding.message for finding in findings), findings


@pytest.mark.parametrize(
    "text",
    [
        "公开信息 120 条，其中网站 30 条。",
        "使用N95口罩，推进“互联网+政务”。",
        "●加强学习。",
        "第三方评估指出的问题已经整改（详见第五部分）。",
        "对待核查的线索逐条答复，不留死角。",
        "请群众代表提出意见，待遇落实情况一并公开。",
        "2023 年 12 月 31 日以前全部答复。",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert _found(text) == []


HELP = [
    item.help
    for _, item in walk(newest().root)
    if item.kind in {Kind.TOPIC, Kind.NARRATIVE} and len(item.help) > 12
]  # fmt: skip


@pytest.mark.parametrize("text", HELP)
def test_every_help_of_a_text_place_left_in_it(text: str) -> None:
    findings = _found(text)
    assert findings
    assert all("填写说明" in finding.message for finding in findings)


@pytest.mark.parametrize(
    "text",
    [
        "本年度工作中存在的问题，要具体，不得年年雷同。",
        "要具体，不得年年雷同，本年度工作中存在的问题",
        "工作有序。上年问题的改进情况和下一步措施。",
        "主动公开了哪些信息，重点领域、政策解读、回应关切等做了什么",
    ],
)
def test_a_part_of_the_help_in_other_order_or_among_other_words(text: str) -> None:
    assert _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "针对本年度工作中存在的问题，逐项列出清单，年底前整改完毕。",
        "加强网站、新媒体、公报等公开平台的建设，更新栏目12个。",
        "做好规范性文件管理，坚持先审核后发布。",
        "机构队伍稳定，组织培训3次，纳入考核。",
    ],
)
def test_a_sentence_of_ones_own_on_the_same_thing(text: str) -> None:
    assert _found(text) == []
