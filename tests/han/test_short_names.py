"""Usual short names of bodies, with and without their place."""

import pytest
from complete import complete, report_of

from generator.checks.registry import rules
from generator.han.short_names import short_names, split_place
from generator.report.agencies import same_agency


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("住房和城乡建设局", "住建局"),
        ("人力资源和社会保障局", "人社局"),
        ("教育体育局", "教体局"),
        ("市场监督管理局", "市监局"),
        ("卫生健康委员会", "卫健委"),
        ("发展和改革委员会", "发改委"),
        ("自然资源和规划局", "资规局"),
        ("自然资源和规划厅", "资规厅"),
    ],
)
def test_a_body_has_its_usual_short_names(name: str, short: str) -> None:
    assert short in short_names(name)
    assert split_place(f"云溪县{name}") == ("云溪县", name)


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("云溪县住房和城乡建设局", "云溪县住建局", True),
        ("云溪县住房和城乡建设局", "县住建局", True),
        ("云溪县住房和城乡建设局", "市住建局", False),
        ("云溪县住房和城乡建设局", "清河县住建局", False),
        ("云溪县卫生健康委员会", "云溪县卫健委", True),
        ("云溪县水利局", "云溪县林业局", False),
    ],
)
def test_a_short_name_means_the_same_agency_in_the_same_place(name: str, other: str, same: bool) -> None:
    assert same_agency(name, other) is same


@pytest.mark.parametrize("said", ["县卫健委", "云溪县卫健委", "卫健委", "县卫生健康委", "我委"])
def test_an_agency_under_its_short_name_is_itself(said: str) -> None:
    text = f"2023年，{said}收到政府信息公开申请31件。"
    report = report_of(complete(f"机关: 云溪县卫生健康委员会\n总体情况:\n  主动公开: |\n    {text}\n"))
    assert [f.code for rule in rules() if rule.code in {"NB301", "NB502"} for f in rule.check(report)] == ["NB301"]


def test_another_agency_under_its_short_name_is_not() -> None:
    text = "2023年，市卫健委收到政府信息公开申请31件。"
    report = report_of(complete(f"机关: 云溪县卫生健康委员会\n总体情况:\n  主动公开: |\n    {text}\n"))
    assert [f.code for rule in rules() if rule.code == "NB301" for f in rule.check(report)] == []
