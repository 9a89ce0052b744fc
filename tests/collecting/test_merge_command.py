"""``nianbao merge`` as it is used: what is refused and said, what is written, what is never touched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from complete import complete
from docx import Document

from generator.form import keys
from generator.pipeline.checking import check_file

GOVERNMENT = "示例县人民政府"
WATER, FORESTS = "示例县水利局", "示例县林业局"
OUTPUT = f"{GOVERNMENT}-2023.yaml"
SCHEMA = "nianbao.schema.json"
"""Laid beside a new report: editors find it from the report's first line."""
ODD = "每月 *检查* 一次_栏目_，<改正> 3 处 & 通报；| 1. # 结束。"


def report(agency: str, received: int = 1, extra: str = "") -> str:
    return complete(
        f"机关: {agency}\n{extra}政府信息公开申请:\n  本年新收: {{自然人: {received}}}\n  上年结转: 0\n"
        f"  办理结果: {{予以公开: {{自然人: {received}}}}}\n  结转下年度: 0\n"
    )


@pytest.fixture
def filed(tmp_path: Path) -> Path:
    """A folder with the reports of two agencies, one of them in a folder of its own."""
    folder = tmp_path / "报送"
    (folder / "林业").mkdir(parents=True)
    (folder / "水利.yaml").write_text(report(WATER, 3), encoding="utf-8")
    (folder / "林业" / "林业.yaml").write_text(report(FORESTS, 5), encoding="utf-8")
    return folder


@pytest.fixture
def merge(cli, filed: Path):
    def run(*arguments: str):
        return cli("merge", "报送", "--agency", GOVERNMENT, *arguments, cwd=filed.parent)

    return run


def received(path: Path) -> int:
    found = check_file(str(path)).report
    assert found is not None
    return found.figures.rows[keys.APPLICATIONS, keys.RECEIVED][-1]


def test_a_folder_becomes_one_report_and_nothing_in_it_is_touched(merge, filed: Path) -> None:
    before = {path: path.read_bytes() for path in filed.rglob("*") if path.is_file()}
    (filed / "~$水利.docx").write_bytes(b"lock")
    (filed / "名单.xlsx").write_bytes(b"PK")
    outcome = merge()
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout == ""
    assert "汇总了 2 个单位的数" in outcome.stderr
    assert "~$水利.docx" in outcome.stderr
    assert "名单.xlsx" in outcome.stderr
    assert received(filed.parent / OUTPUT) == 8
    assert {path.name for path in filed.parent.iterdir()} == {"报送", OUTPUT, SCHEMA}
    assert {path: path.read_bytes() for path in before} == before


def test_the_chinese_name_and_standard_output(cli, filed: Path) -> None:
    outcome = cli("汇总", filed / "水利.yaml", "--agency", GOVERNMENT, "-o", "-", cwd=filed.parent)
    assert outcome.returncode == 0, outcome.stderr
    assert f"机关: {GOVERNMENT}" in outcome.stdout
    assert not (filed.parent / OUTPUT).exists()


@pytest.mark.parametrize("form", ["docx", "html"])
def test_published_reports_are_summed_like_any_other(cli, merge, filed: Path, form: str) -> None:
    assert cli("build", filed / "水利.yaml", "-t", form).returncode == 0
    (filed / "水利.yaml").unlink()
    outcome = merge()
    assert outcome.returncode == 0, outcome.stderr
    assert received(filed.parent / OUTPUT) == 8


def test_one_report_in_two_formats_counts_once(cli, merge, filed: Path) -> None:
    assert cli("build", filed / "水利.yaml", "-t", "docx").returncode == 0
    outcome = merge()
    assert outcome.returncode == 0, outcome.stderr
    assert "同一份报告" in outcome.stderr
    assert received(filed.parent / OUTPUT) == 8


def test_faulty_reports_are_all_named_with_their_first_error_and_nothing_is_written(merge, filed: Path) -> None:
    (filed / "公安.yaml").write_text(
        report("示例县公安局").replace("  上年结转: 0", "  上年结转: {自然人: 1}"), "utf-8"
    )
    (filed / "教育.yaml").write_text(report("示例县教育局").replace("  上年结转: 0\n", ""), "utf-8")
    (filed / "坏了.docx").write_bytes(b"PK\x03\x04 no document")
    outcome = merge("--texts", "汇编.docx")
    assert outcome.returncode == 1
    assert "公安.yaml（示例县公安局）：表三" in outcome.stderr
    assert "缺少" in outcome.stderr.partition("教育.yaml（示例县教育局）")[2].partition("\n")[0]
    assert "坏了.docx" in outcome.stderr
    assert "3 处不能汇总" in outcome.stderr
    assert "--without" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert {path.name for path in filed.parent.iterdir()} == {"报送"}


@pytest.mark.parametrize("without", [["示例县公安局"], ["报送/公安.yaml"], ["示例县公安局", "报送/林业/林业.yaml"]])
def test_what_is_named_is_left_out(merge, filed: Path, without: list[str]) -> None:
    (filed / "公安.yaml").write_text(report("示例县公安局").replace("  上年结转: 0\n", ""), "utf-8")
    outcome = merge(*(word for name in without for word in ("--without", name)))
    assert outcome.returncode == 0, outcome.stderr
    assert received(filed.parent / OUTPUT) == (8 if len(without) == 1 else 3)


@pytest.mark.parametrize(
    ("without", "said"), [("示例县水力局", f"是不是“{WATER}”"), ("../别处.yaml", "既不是要汇总的单位，也不是文件")]
)
def test_a_slip_in_without_is_not_passed_over(merge, without: str, said: str) -> None:
    outcome = merge("--without", without)
    assert outcome.returncode == 2
    assert said in outcome.stderr


def test_reports_of_different_years_are_not_summed(merge, filed: Path) -> None:
    (filed / "去年.yaml").write_text(report("示例县公安局").replace("年度: 2023", "年度: 2022"), "utf-8")
    outcome = merge()
    assert outcome.returncode == 1
    assert "去年.yaml（示例县公安局）：是 2022 年度的报告" in outcome.stderr
    outcome = merge("--year", "2022")
    assert outcome.returncode == 1
    assert "2 处不能汇总" in outcome.stderr
    assert not (filed.parent / OUTPUT).exists()


@pytest.mark.parametrize("name", [WATER, "示例县水务局", " 示例县水利局"])
def test_two_reports_of_one_agency_are_refused_naming_both(merge, filed: Path, name: str) -> None:
    former = f"曾用名: [{WATER}]\n" if name == "示例县水务局" else ""
    (filed / "水利（修改稿）.yaml").write_text(report(name, 4, former), encoding="utf-8")
    outcome = merge()
    assert outcome.returncode == 1
    assert "报送/水利.yaml" in outcome.stderr
    assert "报送/水利（修改稿）.yaml" in outcome.stderr
    assert "1 处不能汇总" in outcome.stderr
    assert ("请改正报告里的“曾用名”" in outcome.stderr) == bool(former)
    assert merge("--without", "报送/水利.yaml").returncode == 0
    assert received(filed.parent / OUTPUT) == 9


def test_figures_that_may_be_counted_twice_are_warned_about(merge, filed: Path) -> None:
    (filed / "全县.yaml").write_text(report("示例县人民政府办公室", 8, "统计范围: 汇总\n"), encoding="utf-8")
    outcome = merge()
    assert outcome.returncode == 0
    assert "示例县人民政府办公室：可能重复计算" in outcome.stderr


@pytest.mark.parametrize(("name", "warned"), [("水利局", True), ("利局", False), ("邻县水利局", False)])
def test_one_agency_with_and_without_its_county_is_warned_about(merge, filed: Path, name: str, warned: bool) -> None:
    (filed / "另一份.yaml").write_text(report(name, 3), encoding="utf-8")
    outcome = merge()
    assert outcome.returncode == 0
    both = f"可能重复计算：“{WATER}”（报送/水利.yaml）和“{name}”（报送/另一份.yaml）名称相近"
    assert (both in outcome.stderr) == warned
    assert ("可能重复计算" in outcome.stderr) == warned


def test_an_older_file_is_never_written_over(merge, filed: Path) -> None:
    older = filed.parent / OUTPUT
    older.write_text("写了一半的文字", encoding="utf-8")
    for arguments in ([], ["--year", "2023"], ["-o", OUTPUT]):
        outcome = merge(*arguments, "--texts", "汇编.md")
        assert outcome.returncode == 2
        assert "已经存在" in outcome.stderr
        assert not (filed.parent / "汇编.md").exists()
    assert older.read_text(encoding="utf-8") == "写了一半的文字"


def test_the_texts_are_bound_topic_by_topic_each_under_its_agency(merge, filed: Path) -> None:
    text = report(WATER, 3).replace(
        "  监督保障: 工作纳入年度考核，组织社会评议，未发生责任追究的情形。",
        f"  监督保障: |\n    {ODD}\n    第二段。\n  水库信息公开: 水位每天公布。",
    )
    (filed / "水利.yaml").write_text(text, encoding="utf-8")
    outcome = merge("--texts", "汇编.docx")
    assert outcome.returncode == 0, outcome.stderr
    paragraphs = [p.text for p in Document(str(filed.parent / "汇编.docx")).paragraphs if p.text]
    topic = paragraphs.index("一、总体情况：监督保障")
    assert paragraphs[topic + 1 : topic + 6] == [
        FORESTS,
        "工作纳入年度考核，组织社会评议，未发生责任追究的情形。",
        WATER,
        ODD,
        "第二段。",
    ]
    own = paragraphs.index("一、总体情况：其他小标题")
    assert paragraphs[own + 1 : own + 3] == [WATER, "水库信息公开：水位每天公布。"]
    topics = [p for p in paragraphs if p.startswith(("一、", "五、", "六、"))]
    assert topics == sorted(set(topics), key=topics.index), "each topic once"
    assert not any(keys.RECEIVED in p for p in paragraphs), "no tables"
    markdown = (filed.parent / "汇编.md").read_text(encoding="utf-8")
    assert markdown.count(f"### {WATER}") == paragraphs.count(WATER)


def test_texts_in_one_format_alone_and_in_none_of_ours(merge, filed: Path) -> None:
    assert merge("--texts", "汇编.pptx").returncode == 2
    assert merge("--texts", "汇编.md").returncode == 0
    assert {path.name for path in filed.parent.iterdir()} == {"报送", OUTPUT, SCHEMA, "汇编.md"}


def test_the_texts_are_not_written_over_a_report(merge, filed: Path) -> None:
    shutil.copy(filed / "水利.yaml", filed / "水利.md")
    before = (filed / "水利.md").read_bytes()
    outcome = merge("--texts", "报送/水利.docx")
    assert outcome.returncode == 2
    assert "会覆盖" in outcome.stderr
    assert (filed / "水利.md").read_bytes() == before


def test_last_years_report_of_the_wrong_year_is_refused(merge, filed: Path) -> None:
    outcome = merge("--last-year", "报送/水利.yaml")
    assert outcome.returncode == 2
    assert "不是 2022 年度的" in outcome.stderr


def test_an_agency_without_a_name_is_refused(cli, filed: Path) -> None:
    outcome = cli("merge", "报送", "--agency", " ", cwd=filed.parent)
    assert outcome.returncode == 2
    assert "名称是空的" in outcome.stderr


@pytest.mark.parametrize("paths", [["空"], ["没有这个文件夹"], ["报送/没有.yaml"]])
def test_nothing_to_sum(cli, filed: Path, paths: list[str]) -> None:
    (filed.parent / "空").mkdir()
    outcome = cli("merge", *paths, "--agency", GOVERNMENT, cwd=filed.parent)
    assert outcome.returncode == 2
    assert outcome.stderr.startswith("错误：")
