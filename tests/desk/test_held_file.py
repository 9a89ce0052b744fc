"""A file dropped on an open report, in a browser: a Word file that came back edited, a published one; the clipboard."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from desk.browsing import at, dropped, ready, yaml_of
from desk.calling import asked, content_of
from desk.word_files import YAML, reworded, word

from generator.pipeline.checking import check_file
from generator.pipeline.comparing import compare_files, notice
from generator.render.cell_blocks import cell_blocks

NAME = "林业局-2024.yaml"


@pytest.fixture
def page(open_page: Any, tmp_path: Path) -> Any:
    (tmp_path / NAME).write_text(YAML, "utf-8")
    return open_page(NAME)


def test_a_directors_changes_are_taken_one_by_one_and_one_undo_takes_one_back(page: Any, tmp_path: Path) -> None:
    data = b64decode(
        word(reworded(("随办随发", "七日内发布"), ("照常维护", "按季检查"), ("收到申请7件", "收到申请8件")))
    )
    dropped(page, "领导修改.docx", data)
    page.locator('[data-act="revise"]').click()
    page.locator("[data-edit]").first.wait_for()
    assert yaml_of(page) == YAML, "nothing is taken unasked"
    assert page.locator("[data-edit]").count() == 2
    assert "随办随发" in page.locator("[data-edit] del").first.inner_text()
    assert page.locator("[data-held]").inner_text().count("7 → 8") == 1
    assert page.locator("[data-left]").count() == 0, "a number that the tables give is named once"
    page.locator("[data-edit]").first.get_by_role("button", name="采用", exact=True).click()
    once = YAML.replace("随办随发", "七日内发布")
    assert yaml_of(page) == once
    page.locator("[data-edit]").get_by_role("button", name="不采用").click()
    ready(page)
    assert page.locator("[data-edit]").count() == 0
    assert yaml_of(page) == once
    page.locator('[data-act="undo"]').click()
    assert yaml_of(page) == YAML
    page.locator("[data-edit]").first.wait_for()
    assert (tmp_path / NAME).read_text("utf-8") == YAML, "nothing is written without saving"


def test_what_was_published_is_compared_and_corrected(page: Any, tmp_path: Path) -> None:
    wrong = YAML.replace("逐件登记", "每件登记")
    published = content_of(asked("build", text=wrong, path=NAME, form="html", draft=True))
    dropped(page, "公布的.html", published)
    page.locator('[data-act="compare"]').click()
    page.locator("[data-held] ins").first.wait_for()
    (tmp_path / "公布的.html").write_bytes(published)
    with page.expect_download() as download:
        page.locator('[data-act="correction-md"]').click()
    compared = compare_files(str(tmp_path / "公布的.html"), str(tmp_path / NAME))
    assert Path(download.value.path()).read_bytes() == notice(compared, "更正.md")
    page.locator('[data-act="let-go"]').click()
    assert page.locator("[data-held]").count() == 0


def test_what_was_published_is_held_against_what_was_signed_off(page: Any, tmp_path: Path) -> None:
    published = content_of(asked("build", text=YAML, path=NAME, form="html"))
    wrong = published.replace("逐件登记".encode(), "每件登记".encode())
    dropped(page, "公布的.html", wrong)
    page.locator('[data-act="verify"]').click()
    page.get_by_text("还没有定稿").wait_for()
    record = asked("record", text=YAML, path=str(tmp_path / NAME), day="2025-01-20")
    (tmp_path / record["name"]).write_bytes(content_of(record))
    page.locator('[data-act="verify"]').click()
    page.locator('[data-verified="different"]').wait_for()
    assert "每件登记" in page.locator("[data-held]").inner_text().replace("\n", "")
    dropped(page, "公布的.html", published)
    page.locator('[data-act="verify"]').click()
    page.locator('[data-verified="same"]').wait_for()


def test_a_tables_figures_go_to_the_clipboard_as_its_cells(page: Any, tmp_path: Path) -> None:
    page.locator('[data-copy="三"]').click()
    page.get_by_text("的数已复制").wait_for()
    page.evaluate(
        """() => {
          const area = document.createElement("textarea");
          area.id = "into";
          document.body.append(area);
          area.focus();
        }"""
    )
    page.keyboard.press("Control+v")
    report = check_file(str(tmp_path / NAME)).report
    assert report
    assert page.locator("#into").input_value() == cell_blocks(report, "三")


def test_the_signed_report_is_kept_and_later_changes_are_told(page: Any, tmp_path: Path) -> None:
    page.locator(".menu summary").click()
    with page.expect_download() as download:
        page.locator('[data-act="record"]').click()
    record = tmp_path / download.value.suggested_filename
    assert record.name == NAME.replace(".yaml", ".定稿.json")
    download.value.save_as(record)
    with page.expect_download() as sheet:
        page.locator('[data-act="signoff-html"]').click()
    assert sheet.value.suggested_filename.endswith("核对单.html")
    assert page.locator('[data-code="NB612"]').count() == 0
    at(page, "主动公开政府信息", "行政许可").fill("3")
    page.locator('[data-code="NB612"]').first.wait_for(state="attached")


def test_the_source_is_completed_and_explained(page: Any) -> None:
    page.locator(".fold").click()
    page.get_by_role("tab", name="原文").click()
    editor = page.locator(".cm-content")
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("\n引")
    page.locator(".cm-tooltip-autocomplete").get_by_text("引言").first.click()
    ready(page)
    assert "引言:" in yaml_of(page)
    page.keyboard.press("Control+Home")
    page.locator(".cm-line", has_text="上年结转").first.hover(position={"x": 40, "y": 8})
    page.locator(".cm-tooltip .explained").wait_for()


def test_settings_beside_the_report_are_named_and_no_report(page: Any, tmp_path: Path) -> None:
    dropped(page, "nianbao.yaml", "名称: 青石县设置\n".encode())
    page.get_by_text("请把它放在年报所在的文件夹里").wait_for()
    assert yaml_of(page) == YAML
    (tmp_path / "nianbao.yaml").write_text("名称: 青石县设置\n", "utf-8")
    at(page, "主动公开政府信息", "行政许可").fill("4")
    page.locator("[data-settings]").wait_for(state="attached")
    assert "青石县设置" in page.locator("[data-settings]").text_content()
