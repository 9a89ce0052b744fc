import pytest
from make_report import found, preface

from generator.checks.nb508_citation import RULE

NOTICE = "国办公开办函〔2021〕30号"
LAW = "中华人民共和国政府信息公开条例"


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("根据国办发〔2021〕30号规定的年度报告格式编制。", "国办发〔2021〕30号", NOTICE),
        (
            f"按照《{LAW[:-4]}公开工作年度报告格式》（国办发〔2021〕30号）编制。".replace("信息公开公开", "信息公开"),
            "国办发〔2021〕30号",
            NOTICE,
        ),
        (
            "按照《政府信息公开信息处理费管理办法》（国办发〔2020〕109号）收费。",
            "国办发〔2020〕109号",
            "国办函〔2020〕109号",
        ),
        (
            "《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕190号）",
            "国办函〔2020〕190号",
            "国办函〔2020〕109号",
        ),
        ("根据《中华人民共和国政府信息公开条列》编制。", "中华人民共和国政府信息公开条列", LAW),
        ("根据《中华人民共和国信息公开条例》编制。", "中华人民共和国信息公开条例", LAW),
        (f"根据《{LAW}》（国务院令第492号）编制。", "国务院令第492号", "国务院令第711号"),
        ("根据《政务公开条例》编制。", "政务公开条例", "政府信息公开条例"),
    ],
)
def test_a_wrong_citation_and_its_fix(text: str, wrong: str, right: str) -> None:
    (finding,) = found(RULE, preface(text))
    column = text.index(wrong) + 3
    assert (finding.span.column, finding.span.end_column) == (column, column + len(wrong))
    assert finding.fix is not None
    assert not finding.fix.mechanical
    assert [edit.text for edit in finding.fix.edits] == [right]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("按照国办公开办函〔2019〕60号要求编制年度报告。", NOTICE),
        (f"依据《{LAW}》第三十一条编制本报告。", "第五十条"),
        ("《关于做好年报工作的通知》（国办公开办函〔2021〕30号）", "年度报告格式"),
    ],
)
def test_what_only_a_person_can_mend(text: str, word: str) -> None:
    (finding,) = found(RULE, preface(text))
    assert word in finding.message
    assert finding.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "根据国办公开办函〔2021〕30号规定的年度报告格式编制。",
        f"《{LAW}》（国令第711号）（以下简称《条例》）要求。",
        f"《{LAW}》（国务院令第711号）",
        "按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》国办函【2020】109号和省里的规定。",
        "《河南省政府信息公开信息处理费管理办法》（豫政办〔2021〕5号）",
        "按照国办发〔2021〕30号的部署推进改革。",
        "根据《条例》第五十条，编制本报告。",
        f"依据《{LAW}》第三十六条答复申请。",
        "《关于做好政府信息公开信息处理费收入收缴管理有关事项的通知》（闽财非税函〔2021〕1号）",
        "《优化营商环境条例》《信访工作条例》",
        "国务院令第492号公布、国务院令第711号修订的条例。",
    ],
)
def test_right_citations_and_other_documents(text: str) -> None:
    assert found(RULE, preface(text)) == []
