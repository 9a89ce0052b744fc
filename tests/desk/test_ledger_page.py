"""The ledger in the page: dropped, asked about, its cases seen, its figures put into the report and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desk.browsing import at, begin, ready, yaml_of
from ledgers import HEAD, as_xlsx, row

from generator.pipeline.checking import check_file

TABLE = "政府信息公开申请"
CANARY = "欧阳春晓"
CASES = [
    row("2024-1", "2024-03-02", "公民", "2024-03-20", "公开", 申请人=CANARY),
    row("2024-2", "2024-03-05", "单位", "2024-03-25", "不予公开", 申请人=CANARY),
    row("2024-3", "2024-12-20", "公民", 申请人=CANARY),
    row("2024-4", "4月2日", "公民", "2024-04-20", "公开", 申请人=CANARY),
]


def give(page: Any, folder: Path, name: str = "台账.xlsx", data: bytes = b"") -> None:
    (folder / name).write_bytes(data or as_xlsx(CASES, HEAD))
    page.locator('[data-file="open"]').set_input_files(str(folder / name))
    ready(page)


def answer_all(page: Any) -> None:
    """Each question by its first choice, a day by one of the year."""
    for _ in range(9):
        questions = page.locator("[data-question]")
        if questions.count() == 0:
            return
        first = questions.first
        if first.locator('input[type="date"]').count():
            first.locator('input[type="date"]').fill("2024-04-02")
            first.get_by_role("button", name="就是它").click()
        elif first.locator("select").count():
            first.locator("select").select_option(index=1)
        else:
            first.locator(".choices button").first.click()
        ready(page)
    raise AssertionError("there is no end of questions")


def test_a_ledger_is_counted_asked_about_and_put_into_the_report(open_page: Any, tmp_path: Path) -> None:
    page = open_page()
    begin(page)
    at(page, TABLE, "本年新收", "自然人").fill("5")
    before = yaml_of(page)
    give(page, tmp_path)
    assert page.locator('[data-act="ledger-into"]').is_disabled()
    answer_all(page)
    place = f"{TABLE}.本年新收.自然人"
    page.locator(f'[data-counted="{place}"]').click()
    assert page.locator(f'[data-cases="{place}"] li b').all_inner_texts() == ["2024-1", "2024-3", "2024-4"]
    assert page.locator(f'[data-counted-total="{TABLE}.本年新收"]').inner_text() == "4"
    assert "5" in page.locator(f'[data-differing="{place}"]').inner_text()
    assert yaml_of(page) == before
    page.locator('[data-act="ledger-into"]').click()
    at(page, TABLE, "本年新收", "自然人").wait_for(timeout=8000)
    ready(page)
    assert at(page, TABLE, "本年新收", "自然人").input_value() == "5", "what was typed is not written over silently"
    assert at(page, TABLE, "结转下年度", "自然人").input_value() == "1"
    page.locator('[data-act="ledger"]').click()
    page.locator(f'[data-take="{place}"]').check()
    page.locator('[data-act="ledger-into"]').click()
    at(page, TABLE, "本年新收", "自然人").wait_for(timeout=8000)
    ready(page)
    assert at(page, TABLE, "本年新收", "自然人").input_value() == "3"
    page.locator('[data-act="undo"]').click()
    ready(page)
    page.locator('[data-act="undo"]').click()
    assert yaml_of(page) == before
    assert CANARY not in page.content()


def test_a_wrong_workbook_is_refused_with_a_sentence_and_the_answers_are_downloaded(
    open_page: Any, tmp_path: Path
) -> None:
    page = open_page()
    begin(page)
    text = yaml_of(page)
    give(page, tmp_path, "名单.xlsx", as_xlsx([("张三", "1")], ("姓名", "序号")))
    assert "台账里找不到登记申请的表头" in page.locator(".told.error").first.inner_text()
    assert yaml_of(page) == text
    give(page, tmp_path)
    answer_all(page)
    with page.expect_download() as download:
        page.locator('[data-act="ledger-answers"]').click()
    assert download.value.suggested_filename == "对照.yaml"
    assert "2024-4" in Path(download.value.path()).read_text("utf-8")


def test_a_ledger_without_a_report_begins_one(open_page: Any, tmp_path: Path) -> None:
    page = open_page()
    give(page, tmp_path)
    page.locator("[data-ledger]").get_by_label("机关").fill("青山县水利局")
    page.locator('[data-act="ledger-new"]').click()
    page.locator('[data-act="ledger-into"]').wait_for(timeout=8000)
    answer_all(page)
    page.locator('[data-act="ledger-into"]').click()
    at(page, TABLE, "结转下年度", "自然人").wait_for(timeout=8000)
    assert "台账: 台账.xlsx" in yaml_of(page)


def test_answers_lie_beside_the_report_so_that_check_says_the_same(open_page: Any, tmp_path: Path) -> None:
    page = open_page()
    begin(page)
    give(page, tmp_path)
    answer_all(page)
    page.locator('[data-act="ledger-into"]').click()
    page.get_by_text("回答记在年报旁边").wait_for()
    page.locator('[data-act="save"]').click()
    page.get_by_text("已保存").first.wait_for()
    ready(page)
    saved = next(path for path in tmp_path.glob("*.yaml") if path.name != "对照.yaml")
    assert [found.code for found in check_file(str(saved)).findings if found.code.startswith("NB60")] == []
    assert page.locator('[data-code^="NB60"]').count() == 0
    answers = (tmp_path / "对照.yaml").read_text("utf-8")
    again = open_page(saved.name)
    give(again, tmp_path)
    assert again.locator("[data-question]").count() == 0, "what was answered is read"
    (tmp_path / "对照.yaml").write_text(answers + "# 别人加的\n", "utf-8")
    again.locator('[data-act="ledger-close"]').click()
    at(again, TABLE, "本年新收", "自然人").fill("")
    ready(again)
    again.locator('[data-act="ledger"]').click()
    again.locator('[data-act="ledger-into"]').click()
    at(again, TABLE, "本年新收", "自然人").wait_for(timeout=8000)
    ready(again)
    assert (tmp_path / "对照.yaml").read_text("utf-8").endswith("# 别人加的\n"), "what was not read is not written over"


def test_a_ledger_from_elsewhere_is_asked_to_be_put_beside(open_page: Any, tmp_path: Path) -> None:
    page = open_page()
    begin(page)
    elsewhere = tmp_path / "别处"
    elsewhere.mkdir()
    give(page, elsewhere)
    answer_all(page)
    page.locator('[data-act="ledger-into"]').click()
    page.get_by_text("请把 台账.xlsx 放在年报旁边").wait_for()
    assert not (tmp_path / "台账.xlsx").exists()
