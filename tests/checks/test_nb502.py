import pytest
from make_report import found, preface

from generator.checks.nb502_other_agency import RULE

MERGED = "三门峡市行政审批和政务信息管理局"


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        (MERGED, "现将三门峡市政务服务和大数据管理局 2023 年政府信息公开工作年度报告予以公布。"),
        (MERGED, "如有疑问，请与三门峡市政务服务和大数据管理局联系（地址：某楼）。"),
        (MERGED, "2023年，三门峡市政务服务和大数据管理局深入贯彻落实条例。"),
        ("温县人民政府办公室", "2023年，孟州市人民政府办公室共收到政府信息公开申请16件。"),
        ("温县人民政府办公室", "孟州市未收取政府信息公开信息处理费。"),
        ("山阳区人民政府", "2023年度，解放区共收到申请1件。"),
        ("沭阳县发展和改革局", "2023年，沭阳县教育局收到政府信息公开申请3件。"),
        ("沭阳县发展和改革局", "泗阳县发展和改革局未收取政府信息公开信息处理费。"),
        ("新华区矿工路街道办事处", "光明路街道办事处未收到政府信息公开申请。"),
        ("清河县城关镇人民政府", "石桥镇未收到政府信息公开申请。"),
    ],
)
def test_another_agency_speaks(agency: str, text: str) -> None:
    (finding,) = found(RULE, f"机关: {agency}\n{preface(text)}")
    assert agency in finding.message


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        (MERGED, "请与市行政审批和政务信息管理局办公室联系。"),
        (MERGED, "2023年，三门峡市人民政府办公室深入推进政务公开。"),
        (MERGED, "根据三门峡市人民政府办公室的部署，我局收到申请1件。"),
        ("温县人民政府办公室", "2023年，温县政府办共收到政府信息公开申请16件。"),
        ("温县人民政府办公室", "2023年，温县共收到政府信息公开申请16件。"),
        ("温县人民政府办公室", "县自然资源局收到申请5件，县住建局收到申请3件。"),
        ("温县人民政府办公室", "温县自然资源局收到申请5件。"),
        ("温县人民政府办公室", "我办共收到申请3件。"),
        ("山阳区人民政府", "2023年度，山阳区共收到1件依申请公开事项。"),
        ("孟津区人民政府办公室", "洛阳市孟津区人民政府办公室未收到申请。"),
        ("孟津区人民政府办公室", "洛阳市孟津区政府办未收到申请。"),
        ("洪泽区人民政府", "如对本报告有疑问，请与淮安市洪泽区人民政府办公室联系。"),
        ("洪泽区人民政府", "如对本报告有疑问，请与淮安市洪泽区政务公开办公室联系。"),
        ("平潭综合实验区", "请与平潭综合实验区政府信息公开工作领导小组办公室联系。"),
        ("沭阳县发展和改革局", "2023年，县发改局收到政府信息公开申请3件。"),
        ("沭阳县发展和改革局", "沭阳县发改局未收取政府信息公开信息处理费。"),
        ("新华区矿工路街道办事处", "2023年，平顶山市新华区矿工路街道办事处未收到申请。"),
        ("新华区矿工路街道办事处", "2023年矿工路街道未收到信息公开申请。"),
        ("洛阳市人民政府", "2023年，涧西区收到申请12件，西工区收到申请8件。"),
        ("清河县人民政府", "石桥镇收到申请2件。"),
        ("清河县水利局", "2023年，清河县人民政府收到的申请中有3件由我局承办。"),
        ("清河县水利局", "清河县人民政府共收到申请20件，由我局承办3件。"),
        ("清河县水利局", "全年通过信函、当面等方式收到申请2件。"),
        ("清河县水利局", "全县各级行政机关共收到申请20件。"),
        ("清河县水利局", "未收到公民、法人和其他组织的申请。"),
        ("清河县水利局", "《关于现将清河县林业局2022年政府信息公开报告印发的通知》已存档。"),
    ],
)
def test_short_forms_regions_superiors_and_issuers(agency: str, text: str) -> None:
    assert found(RULE, f"机关: {agency}\n{preface(text)}") == []


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
