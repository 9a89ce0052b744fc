import pytest
from rule_trials import found, preface

from generator.checks.nb502_other_agency import RULE

MERGED = "三门峡市行政审批和政务信息管理局"


def test_a_former_name_is_fine() -> None:
    text = preface("请与三门峡市政务服务和大数据管理局联系。")
    assert found(RULE, f"机关: {MERGED}\n曾用名: [三门峡市政务服务和大数据管理局]\n{text}") == []


def test_once_per_file_with_a_count_and_the_other_places() -> None:
    text = preface("现将清河县林业局2023年政府信息公开情况公布。\n请与清河县林业局联系，网站为清河县林业局官网。")
    (finding,) = found(RULE, text)
    assert "全文共 3 处" in finding.message
    assert (finding.span.line, finding.span.column) == (3, 5)
    assert [(r.span.line, r.span.column) for r in finding.related] == [(4, 5), (4, 17)]


def test_title_and_signature() -> None:
    entries = "落款: {机关: 清河县林业局, 日期: 2024-01-10}\n标题: 清河县林业局2023年政府信息公开工作年度报告\n"
    findings = found(RULE, entries)
    assert [f.path for f in findings] == [("标题",), ("落款", "机关")]
    assert all("清河县林业局" in f.message and "清河县水利局" in f.message for f in findings)


LEADS = pytest.mark.parametrize(
    "lead", ["今年", "期间", "同时", "据统计", "经统计", "经核实汇总", "一年来", "目前", "2023年，今年"]
)


@pytest.mark.parametrize("kind", ["局", "单位", "办公室", "县"])
@LEADS
def test_speaking_of_itself_without_a_name_is_no_name(lead: str, kind: str) -> None:
    assert found(RULE, preface(f"{lead}我{kind}共收到政府信息公开申请46件。")) == []
    assert found(RULE, preface(f"{lead}本{kind}收到政府信息公开申请46件。")) == []


@pytest.mark.parametrize("kind", ["委", "镇", "中心"])
@LEADS
def test_words_before_another_kind_of_body_are_no_part_of_it(lead: str, kind: str) -> None:
    """A bureau is neither: the text is another body's, which speaks of itself without a name."""
    (finding,) = found(RULE, preface(f"{lead}我{kind}共收到政府信息公开申请46件。"))
    assert f"自称“我{kind}”" in finding.message


@LEADS
@pytest.mark.parametrize(
    ("agency", "kind"),
    [
        ("清河县水利局", "局"),
        ("清河县卫生健康委员会", "委"),
        ("清河县发展和改革委员会", "委"),
        ("清河县卫健委", "委"),
        ("清河县柳河镇人民政府", "镇"),
        ("清河县公共资源交易中心", "中心"),
        ("清河省水利厅", "厅"),
    ],
)
def test_the_word_of_its_own_kind_is_none(lead: str, agency: str, kind: str) -> None:
    assert found(RULE, f"机关: {agency}\n" + preface(f"{lead}我{kind}收到政府信息公开申请46件。")) == []


@pytest.mark.parametrize("lead", ["今年", "同时，", "据统计，", "期间"])
def test_words_before_a_name_are_no_part_of_it(lead: str) -> None:
    assert found(RULE, preface(f"{lead}清河县水利局收到政府信息公开申请46件。")) == []
    (finding,) = found(RULE, preface(f"{lead}清河县林业局收到政府信息公开申请46件。"))
    assert "“清河县林业局”" in finding.message
