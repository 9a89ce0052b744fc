import pytest
from make_report import found, part_six, topic

from generator.checks.nb507_applicant_named import RULE


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("法人申请2件，均为清河县兴达工贸有限公司；公民申请18件。", ["清河县兴达工贸有限公司"]),
        ("申请人张三提出的申请已答复。", ["张三"]),
        ("李明申请公开征地批文，已答复。", ["李明"]),
        ("申请人：王小明，申请内容为征地信息。", ["王小明"]),
        ("刘洋诉县自然资源局一案已审结。", ["刘洋"]),
        ("原告陈建国不服答复提起诉讼。", ["陈建国"]),
        ("收到清河县红星农机专业合作社申请1件。", ["清河县红星农机专业合作社"]),
        ("申请人为河南中天律师事务所，已予以公开。", ["河南中天律师事务所"]),
        ("村民赵大海、孙二牛提出申请2件。", ["赵大海", "孙二牛"]),
        ("第三方清河县宏远化工厂不同意公开。", ["清河县宏远化工厂"]),
        ("应周建军申请，公开相关文件。", ["周建军"]),
    ],
)
def test_someone_is_named(text: str, names: list[str]) -> None:
    findings = sorted(found(RULE, topic(text)), key=lambda f: f.span)
    assert [f.message.split("“")[1].split("”")[0] for f in findings] == names
    assert [(f.span.column, f.span.end_column) for f in findings] == [
        (text.index(name) + 5, text.index(name) + len(name) + 5) for name in names
    ]


@pytest.mark.parametrize(
    "text",
    [
        "申请人张某的申请已答复，申请人李某某不服答复。",
        "申请人王女士来电咨询。",
        "申请人高度满意。",
        "申请人陈述理由后予以公开。",
        "自然人申请16件，商业企业申请2件。",
        "申请人陆续提出5件申请。",
        "法律服务机构申请1件。",
        "某公司申请1件，一家物业公司申请1件。",
        "申请人许可后公开。",
        "委托河南中天律师事务所对答复进行合法性审查。",
        "公民、法人或其他组织提出申请。",
        "群众关切得到回应。",
        "申请人周边环境信息予以公开。",
        "依申请公开系统由河南云图科技有限公司开发。",
        "申请公开的内容主要涉及征地、拆迁、林地等。",
        "第三方评估公司参与评议。",
        "申请人范围不断扩大，申请公开的事项增多。",
        "由县林业局申请公开。",
        "为方便群众申请，简化流程。",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert found(RULE, topic(text)) == []


def test_companies_elsewhere_are_fine() -> None:
    assert found(RULE, topic("由河南云图科技有限公司承担网站改版。", "政府信息公开平台建设")) == []
    assert found(RULE, topic("再次对接移动公司，就运营维护沟通。", "主动公开")) == []


def test_sentences_on_reconsideration_anywhere() -> None:
    assert len(found(RULE, part_six("行政复议1件，申请人为赵大海。"))) == 1
