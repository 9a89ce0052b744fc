"""Usual short names of bodies: told from other bodies and other regions."""

import pytest

from generator.report.agencies import is_named, same_agency


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("云溪县住建局", "云溪县住房和城乡建设局"),
        ("县住建局", "云溪县住房和城乡建设局"),
        ("住建局", "云溪县住房和城乡建设局"),
        ("云溪县人社局", "江州市云溪县人力资源和社会保障局"),
        ("云溪县教体局", "云溪县教育体育局"),
        ("云溪县市监局", "云溪县市场监督管理局"),
        ("云溪县卫健委", "云溪县卫生健康委员会"),
        ("云溪县卫健局", "云溪县卫生健康委员会"),
        ("云溪县发改委", "云溪县发展和改革委员会"),
        ("云溪县发改局", "云溪县发展和改革委员会"),
        ("云溪县资规局", "云溪县自然资源和规划局"),
        ("云溪县文旅局", "云溪县文化广电和旅游局"),
        ("县城管局", "云溪县城市管理综合行政执法局"),
    ],
)
def test_a_usual_short_name_is_the_agency(short: str, full: str) -> None:
    assert same_agency(short, full)
    assert same_agency(full, short)
    assert is_named(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("青山县住建局", "云溪县住房和城乡建设局"),
        ("云溪县人社局", "云溪县住房和城乡建设局"),
        ("云溪县林业局", "云溪县水利局"),
        ("云溪县水务局", "云溪县水利局"),
        ("云溪县教育局", "云溪县卫生健康委员会"),
        ("云溪县交通局", "云溪县财政局"),
    ],
)
def test_another_body_or_another_place_is_not(short: str, full: str) -> None:
    assert not same_agency(short, full)
