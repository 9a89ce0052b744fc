"""Export: the YAML's keys and shape with totals, exact numbers, text as printed."""

import csv
import io
import json
from decimal import Decimal

from complete import complete

from generator.pipeline.exporting import export_file

FULL = """机关: 温县人民政府办公室
年度: 2023
曾用名: [温县政府办]
统计范围: 汇总
标题: |
  温县人民政府办公室
  2023年报告
落款: 2024-01-20
政府信息公开申请:
  本年新收: {自然人: 16}
  上年结转: 0
  办理结果: {不予公开: {属于国家秘密: {商业企业: 0}}, 其他处理: {其他: {自然人: 4}}, 予以公开: {自然人: 12}}
  结转下年度: 0
  注: 含重复申请
主动公开政府信息:
  规章: 0
  行政规范性文件: {本年制发: 5}
  行政许可: 3
  行政处罚: 0
  行政强制: 0
  行政事业性收费: 7730.280
总体情况:
  概述: 概述一句。
  依申请公开: |
    共收到{{ 本年新收 }}件。

    第二段。
  监督保障:
    标题: 自觉接受监督
    排法: 同段
    正文: 正文。
存在的主要问题及改进情况: 问题和改进。
其他需要报告的事项:
  信息处理费: {收费通知件数: 1, 收费通知金额: 20.50, 实际收取金额: 0}
  无其他事项: ''
"""


def _json(text: str, **more: object) -> dict:
    exported = export_file("例.yaml", "json", text.encode())
    assert exported.content is not None
    return json.loads(exported.content, **more)


def test_the_whole_shape() -> None:
    data = _json(complete(FULL))
    assert list(data)[:6] == ["机关", "年度", "曾用名", "统计范围", "标题", "落款"]
    assert data["标题"] == "温县人民政府办公室\n2023年报告"
    assert data["落款"] == "2024-01-20"
    applications = data["政府信息公开申请"]
    assert applications["本年新收"] == {
        "自然人": 16, "商业企业": 0, "科研机构": 0, "社会公益组织": 0, "法律服务机构": 0, "其他": 0, "总计": 16,
    }  # fmt: skip
    assert applications["办理结果"]["总计"]["自然人"] == 16
    assert applications["办理结果"]["不予公开"]["属于国家秘密"]["总计"] == 0
    assert applications["注"] == "含重复申请"
    assert data["总体情况"] == {
        "概述": "概述一句。",
        "依申请公开": "共收到16件。\n第二段。",
        "监督保障": {"标题": "自觉接受监督", "排法": "同段", "正文": "正文。"},
    }
    assert data["存在的主要问题及改进情况"] == "问题和改进。"
    assert data["其他需要报告的事项"]["无其他事项"] == ""
    assert data["行政复议行政诉讼"]["行政复议"]["总计"] == 0


def test_amounts_are_exact_numbers_and_counts_integers() -> None:
    data = _json(complete(FULL), parse_float=Decimal)
    assert str(data["主动公开政府信息"]["行政事业性收费"]) == "7730.280"
    assert data["其他需要报告的事项"]["信息处理费"] == {
        "收费通知件数": 1, "收费通知金额": Decimal("20.50"), "实际收取金额": 0,
    }  # fmt: skip
    assert isinstance(data["主动公开政府信息"]["行政许可"], int)


def test_optional_keys_only_where_given() -> None:
    data = _json(complete(""))
    assert list(data) == [
        "机关", "年度", "总体情况", "主动公开政府信息", "政府信息公开申请", "行政复议行政诉讼",
        "存在的主要问题及改进情况", "其他需要报告的事项",
    ]  # fmt: skip


def test_the_default_title_is_not_repeated() -> None:
    assert "标题" not in _json(complete("标题: 示例县人民政府办公室2023年政府信息公开工作年度报告\n"))


def test_what_could_not_be_read_is_null_and_so_are_its_totals() -> None:
    text = complete("行政复议行政诉讼: {行政复议: {结果维持: 二}, 未经复议直接起诉: 0}\n")
    reviews = _json(text)["行政复议行政诉讼"]
    assert reviews["行政复议"] == {"结果维持": None, "结果纠正": 0, "其他结果": 0, "尚未审结": 0, "总计": None}
    assert set(reviews["复议后起诉"].values()) == {None}


def test_csv_lists_every_figure_and_guards_formulas() -> None:
    exported = export_file("例.yaml", "csv", complete("机关: '=甲+1'\n").encode())
    assert exported.content is not None
    rows = list(csv.DictReader(io.StringIO(exported.content.decode("utf-8-sig"))))
    assert len(rows) == 2 * 3 + 4 + 25 * 7 + 3 * 5
    assert {row["机关"] for row in rows} == {"'=甲+1"}
    assert sum(row["项目"] == "办理结果" for row in rows) == 7


def test_only_what_was_given_of_the_layout_is_exported() -> None:
    assert _json(complete("排版: {页码: 奇偶分置}\n"))["排版"] == {"页码": "奇偶分置"}
    assert _json(complete("排版: {小标题: 同段, 页码: 居中}\n"))["排版"] == {"小标题": "同段", "页码": "居中"}
    assert "排版" not in _json(complete(""))
