"""Where a report's text ends and its signature begins: nothing is taken from one for the other."""

from __future__ import annotations

import pytest
from built import FORMATS, composed, copied

from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.opening import open_report

TEMPLATE = """机关: {agency}
年度: 2021
落款: {signature}
总体情况: 概述。
主动公开政府信息:
  规章: {{本年制发: 0, 本年废止: 0, 现行有效: 0}}
  行政规范性文件: {{本年制发: 5, 本年废止: 0, 现行有效: 27}}
  行政许可: 0
  行政处罚: 0
  行政强制: 0
  行政事业性收费: 0
政府信息公开申请: {{本年新收: 0, 上年结转: 0, 办理结果: 0, 结转下年度: 0}}
行政复议行政诉讼: {{行政复议: 0, 未经复议直接起诉: 0, 复议后起诉: 0}}
存在的主要问题及改进情况: 没有。
其他需要报告的事项:
{text}
"""
ALONE = "{日期: 2022-01-01}"
LONG = "内蒙古自治区锡林郭勒盟西乌珠穆沁旗住房和城乡建设局"
BRACKET = "洛阳市孟津区住房和城乡建设局（洛阳市孟津区人民防空办公室）"


def returns(suffix: str, text: str) -> bool:
    """Whether a report that was built is read back as it was, without a doubt."""
    document = composed(text)
    found = import_published(f"报告.{suffix}", FORMATS[suffix](document))
    return composed(found.text).blocks == document.blocks and not found.doubts


def report(text: str, signature: str = ALONE, agency: str = "丁县人民政府") -> str:
    return TEMPLATE.format(agency=agency, signature=signature, text=text)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    "text",
    ["  概述: 丁丁站", "  便民: 没有。\n  培训: 风云站", "  便民: 没有。\n  培训: {标题: '培训：', 正文: 风云站}"],
)
def test_a_date_alone_takes_no_text_from_a_heading(suffix: str, text: str) -> None:
    assert returns(suffix, report(text))


@pytest.mark.parametrize("suffix", ["docx", "html"])
@pytest.mark.parametrize("last", ["丁丁站", "请示办", "丙县教育局"])
def test_a_line_that_stands_on_the_left_above_a_date_on_the_right_is_text(suffix: str, last: str) -> None:
    assert returns(suffix, report(f"  概述: |\n    没有。\n    {last}"))


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", [LONG, BRACKET])
def test_a_long_name_that_signs_on_two_lines_is_one_name(suffix: str, name: str) -> None:
    assert returns(suffix, report("  概述: 没有。", "2022-01-01", name))
    assert returns(suffix, report("  概述: 没有。", f"{{机关: {name}}}", name))


@pytest.mark.parametrize("suffix", ["docx", "html"])
@pytest.mark.parametrize("signature", [f"{{机关: {LONG}, 日期: 2022-01-01}}", f"{{机关: {LONG}}}"])
def test_another_name_on_two_lines_on_the_right_is_one_name(suffix: str, signature: str) -> None:
    assert returns(suffix, report("  概述: 没有。", signature))


def signed(*lines: str) -> tuple[Imported, str | None]:
    """A page of text whose last part holds these lines above a date; and the agency that signed it."""
    page = copied(composed(report("  概述: 没有。"))).decode()
    found = import_published("报告.txt", page.replace("没有。\n2022年", "\n".join((*lines, "2022年"))).encode())
    opened = open_report("例.yaml", found.text.encode())
    assert opened.report
    signature = opened.report.signature
    return found, signature and signature.agency


@pytest.mark.parametrize("name", ["丁县人民政府", "丁县政府", "丁县人民政府办公室", "示例市丁县人民政府"])
def test_the_reports_own_name_signs_below_a_heading_without_text(name: str) -> None:
    found, agency = signed(name)
    assert agency == name
    assert found.text.endswith("其他需要报告的事项:\n")


@pytest.mark.parametrize("name", ["乙市教育局", "丙县人民政府"])
def test_another_name_signs_below_a_sentence(name: str) -> None:
    assert signed("没有。", name)[1] == name
