"""signoff --verify: a published file that says anything else than the 定稿 is never called the same."""

from datetime import date
from pathlib import Path

import pytest
from complete import complete

from generator.pipeline.building import BuildOptions, build_file
from generator.pipeline.signing_off import record, sign_off
from generator.pipeline.verifying import VerifiedFile, verify_published

TEXT = """机关: 某某区水利局
年度: 2023
政府信息公开申请:
  本年新收: {自然人: 9, 商业企业: 2}
  上年结转: 0
  办理结果: {予以公开: {自然人: 8, 商业企业: 2}, 无法提供: {本机关不掌握相关政府信息: {自然人: 1}}}
  结转下年度: 0
总体情况:
  主动公开: 全年发布信息214条，印发简报6期。
  依申请公开: 全年新收申请11件。
  政府信息管理: 逐篇审核。
  政府信息公开平台建设: 栏目按时更新。
  监督保障: 列入考核。
"""
GRAND_TOTAL = "（七）总计 |  | 9 | 2 | 0 | 0 | 0 | 0 | 11 |"
CARRIED_OUT = "| 四、结转下年度继续办理"
PART_FOUR = "## 四、"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The page as published, beside its 定稿."""
    yaml = tmp_path / "年报.yaml"
    yaml.write_text(complete(TEXT), encoding="utf-8")
    record(str(yaml), sign_off(str(yaml)), date(2024, 1, 22))
    built = Path(build_file(str(yaml), BuildOptions(formats=("md",))).written[0])
    return built.rename(tmp_path / "公布.md")


def _verified(page: Path, old: str = "", new: str = "") -> VerifiedFile:
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1) if old else f"{text}\n", encoding="utf-8")
    return verify_published(str(page.parent / "年报.定稿.json"), str(page))


def test_what_was_signed_is_the_same(page: Path) -> None:
    assert _verified(page).same


@pytest.mark.parametrize(
    ("old", "new", "place", "there"),
    [
        (GRAND_TOTAL, GRAND_TOTAL.replace("11 |", "12 |"), "表三“办理结果.总计”总计", 12),
        (GRAND_TOTAL, GRAND_TOTAL.replace("| 2 |", "| 3 |"), "表三“办理结果.总计”商业企业", 3),
        (
            "申请数量 |  |  | 9 | 2 | 0 | 0 | 0 | 0 | 11 |",
            "申请数量 |  |  | 9 | 2 | 0 | 0 | 0 | 0 | 1 |",
            "表三“本年新收”总计",
            1,
        ),
        (
            "| 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
            "| 0 | 0 | 0 | 0 | 4 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
            "表四“行政复议”总计",
            4,
        ),
    ],
)
def test_a_total_of_its_own_is_another_figure(page: Path, old: str, new: str, place: str, there: int) -> None:
    verified = _verified(page, old, new)
    assert not verified.same
    assert [(pair.place, pair.after) for pair in verified.comparison.figures] == [(place, there)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# ", "更正：本年新收申请99件。\n\n# "),
        (PART_FOUR, f"| 其中 | 件 |\n| --- | --- |\n| 网上 | 99 |\n\n{PART_FOUR}"),
        ("信息214条", "信息2 14条"),
        ("信息214条", "信息2  14条"),
        ("信息214条", "信息214²条"),
    ],
)
def test_what_stands_there_besides_is_never_passed_over(page: Path, old: str, new: str) -> None:
    assert not _verified(page, old, new).same


def test_a_table_that_stands_there_twice_with_other_figures(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    table = text[text.index("## 三、") : text.index(PART_FOUR)].replace("| 9 |", "| 8 |")
    verified = _verified(page, PART_FOUR, f"{table}{PART_FOUR}")
    assert not verified.same
    assert verified.doubts


def test_the_command_says_what_nobody_can_be_sure_of(cli, page: Path) -> None:
    _verified(page, "# ", "更正：本年新收申请99件。\n\n# ")
    ran = cli("signoff", "年报.yaml", "--verify", page.name, cwd=page.parent)
    assert ran.returncode == 1
    assert "不能断定与定稿（2024-01-22）相同" in ran.stdout
    assert "更正：本年新收申请99件" in ran.stdout


def test_blanks_and_line_breaks_are_no_difference(page: Path) -> None:
    assert _verified(page, "全年发布信息214条，", "全年 发布信息 214 条， ").same
