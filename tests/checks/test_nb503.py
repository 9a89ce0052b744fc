import pytest
from make_report import found, preface

from generator.checks.nb503_placeholder import RULE
from generator.findings import Span


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("通过××局公开信息。", "××"),
        ("公开信息XX条。", "XX"),
        ("XXX办公室负责。", "XXX"),
        ("由某某局负责。", "某某"),
        ("共收到____件。", "____"),
        ("联系电话：待填", "待填"),
        ("详见网站（具体网址）。", "（具体网址）"),
        ("TODO 补充数字", "TODO"),
        ("网站（）公开。", "（）"),
        ("详见《》。", "《》"),
        ("使用{% if %}模板。", "{% if %}"),
        ("这里{# 待查 #}。", "{# 待查 #}"),
        ("收到申请？件。", "？"),
        ("20XX年，我局公开信息。", "20XX"),
        ("【单位名称】公布。", "【单位名称】"),
        ("该部分以表格形式报告。表格如下。", "该部分以表格形式报告"),
        ("（请填写单位名称）公布。", "（请填写单位名称）"),
        ("由○○局负责。", "○○"),
        ("<!-- 注 -->正文。", "<!-- 注 -->"),
        ("具体情况待补充。", "待补充"),
        ("# 这一行不印", "# 这一行不印"),
    ],
)
def test_leftovers(text: str, left: str) -> None:
    (finding,) = found(RULE, preface(text))
    assert f"“{left}”" in finding.message
    start = text.index(left) + 3
    assert finding.span == Span(3, start, 3, start + len(left))


@pytest.mark.parametrize(
    "text",
    [
        "面积3×4米。",
        "XXL码服装。",
        "张某某申请公开，李××的申请已答复。",
        "某单位提出意见。",
        "二〇〇八年以来。",
        "邮箱a__b@126.com。",
        "电话138****1234。",
        "是否公开？答复如下。",
        "方案有待确定，等待补充材料，待人接物要热情。",
        "https://x.cn/[id]/t_a__b.html",
        "C#语言培训。",
        "严格落实“三审三校”（含网站）。",
    ],
)
def test_ordinary_text(text: str) -> None:
    assert found(RULE, preface(text)) == []


def test_names_and_headings_too() -> None:
    entries = "机关: 某某县水利局\n总体情况:\n  ××公开情况: 已公开。\n"
    assert [f.path for f in found(RULE, entries)] == [("机关",), ("总体情况", "××公开情况")]
