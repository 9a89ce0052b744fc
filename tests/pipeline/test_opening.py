"""上年报告: found beside the file, read once, its faults told apart; expressions take their figures from it."""

from pathlib import Path

from complete import complete, last_year

from generator.pipeline.checking import check_file

THIS = complete(
    "上年报告: 去年.yaml\n"
    "总体情况: 收到申请{{ 本年新收 }}件，{{ 较上年(本年新收, '件') }}；上年{{ 上年.本年新收 }}件。\n"
    "政府信息公开申请: {本年新收: {自然人: 5}, 上年结转: 0, 办理结果: {予以公开: {自然人: 5}}, 结转下年度: 0}\n"
)
BEFORE = "政府信息公开申请: {本年新收: {自然人: 3}, 上年结转: 0, 办理结果: {予以公开: {自然人: 3}}, 结转下年度: 0}\n"


def _check(folder: Path, before: str | None):
    (folder / "今年.yaml").write_text(THIS, encoding="utf-8")
    if before is not None:
        (folder / "去年.yaml").write_text(before, encoding="utf-8")
    return check_file(str(folder / "今年.yaml"))


def _reading(checked) -> list[tuple[str, str]]:
    return [(f.code, f.severity.value) for f in checked.findings if f.code < "NB200"]


def _text(checked) -> str:
    return checked.report.narratives["总体情况"].paragraphs[0].text


def test_figures_of_last_year(tmp_path: Path) -> None:
    checked = _check(tmp_path, last_year(BEFORE))
    assert _reading(checked) == []
    assert _text(checked) == "收到申请5件，较上年增加2件；上年3件。"
    assert checked.inputs == (str(tmp_path / "今年.yaml"), str(tmp_path / "去年.yaml"))


def test_a_missing_file_is_an_error_at_its_name_and_nothing_else(tmp_path: Path) -> None:
    checked = _check(tmp_path, None)
    assert _reading(checked) == [("NB107", "error")]
    assert checked.findings[0].span.line == 1
    assert "去年.yaml" in checked.findings[0].message
    assert _text(checked) == "收到申请5件，？；上年？件。"


def test_a_file_that_is_no_report_is_an_error(tmp_path: Path) -> None:
    assert _reading(_check(tmp_path, "不是年报")) == [("NB107", "error")]


def test_errors_of_its_own_are_a_warning_and_the_rest_is_used(tmp_path: Path) -> None:
    checked = _check(tmp_path, last_year(BEFORE + "行政复议行政诉讼: 0\n"))
    assert _reading(checked) == [("NB107", "warning")]
    assert _text(checked) == "收到申请5件，较上年增加2件；上年3件。"


def test_its_own_last_year_is_not_followed(tmp_path: Path) -> None:
    checked = _check(tmp_path, last_year("上年报告: 今年.yaml\n引言: 上年{{ 上年.本年新收 }}件。\n" + BEFORE))
    assert _reading(checked) == []


def test_another_file_can_take_its_place(tmp_path: Path) -> None:
    (tmp_path / "另一份.yaml").write_text(last_year(BEFORE), encoding="utf-8")
    (tmp_path / "今年.yaml").write_text(THIS, encoding="utf-8")
    checked = check_file(str(tmp_path / "今年.yaml"), last_year=str(tmp_path / "另一份.yaml"))
    assert _reading(checked) == []
