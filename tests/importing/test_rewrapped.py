"""A number broken over two lines of its cell is whole where the row then adds up, and unread elsewhere."""

from __future__ import annotations

from complete import complete

from generator.document.compose import compose
from generator.importing.importing import import_published
from generator.pipeline.opening import open_report
from generator.render import html

REPORT = complete(
    """政府信息公开申请:
  本年新收: {自然人: 61491, 商业企业: 23, 科研机构: 7}
  上年结转: 0
  办理结果: {予以公开: {自然人: 61491, 商业企业: 23, 科研机构: 7}}
  结转下年度: 0
行政复议行政诉讼:
  行政复议: {结果维持: 51293, 结果纠正: 1}
  未经复议直接起诉: 0
  复议后起诉: 0"""
)


def page(printed: str, instead: str) -> bytes:
    report = open_report("例.yaml", REPORT.encode()).report
    assert report is not None
    text = html.render(compose(report)).decode()
    assert f">{printed}<" in text
    return text.replace(f">{printed}<", f">{instead}<").encode()


def figures(data: bytes, part: str, *key: str) -> tuple[object, ...]:
    imported = import_published("报告.html", data)
    report = open_report("例.yaml", imported.text.encode()).report
    assert report is not None
    return report.figures.rows[(part, *key)]


def test_a_broken_number_is_whole_where_the_row_adds_up() -> None:
    found = figures(page("61491", "614<br>91"), "政府信息公开申请", "本年新收")
    assert found[:3] == (61491, 23, 7)


def test_in_rows_abreast_each_must_add_up() -> None:
    found = figures(page("51293", "512<br>93"), "行政复议行政诉讼", "行政复议")
    assert found[:2] == (51293, 1)


def test_figures_below_each_other_that_do_not_add_up_as_one_are_no_number() -> None:
    found = figures(page("23", "2<br>1"), "政府信息公开申请", "本年新收")
    assert found[1] is None
