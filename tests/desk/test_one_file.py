"""The whole program in one HTML file: opened from the disk, offline, it does what the installed one does."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from desk.browsing import dropped
from desk.calling import asked, content_of, encoded
from desk.one_file import ROOT, OneFile, built
from desk.parity import EDITIONS, differences, sample
from desk.word_files import YAML, reworded, word

from generator.pipeline.building import BuildOptions, render_file
from generator.pipeline.published import imported

EXAMPLE = ROOT / "examples" / "山阳区人民政府-2023.yaml"
PUBLISHED = ROOT / "examples" / "温县人民政府办公室-2022.html"
LARGEST = 18_000_000
"""Bytes: what a mail or an intranet page still takes (PAGE.md)."""


def test_it_is_small_enough_and_the_same_bytes_each_time(file: Path) -> None:
    data, archive = file.read_bytes(), file.with_suffix(".zip").read_bytes()
    assert len(data) <= LARGEST
    assert b"Mozilla Public License" in data
    built("main")
    assert sha256(file.read_bytes()).digest() == sha256(data).digest()
    assert file.with_suffix(".zip").read_bytes() == archive


def test_a_report_is_checked_and_built_as_by_the_installed_program(page: OneFile) -> None:
    page.open(EXAMPLE)
    assert page.count("error") == page.count("pending") == 0
    assert page.yaml() == EXAMPLE.read_text("utf-8")
    for form in ("docx", "md", "html"):
        content = render_file(str(EXAMPLE), BuildOptions(formats=(form,)))[1]
        assert page.download(f"build-{form}") == content, form
    cell = page.figure("政府信息公开申请", "本年新收", "自然人")
    cell.fill("十八件")
    cell.press("Tab")
    page.ready()
    assert page.page.locator('[data-code="NB103"]').count() == 1
    page.page.locator('[data-act="undo"]').click()
    assert page.yaml() == EXAMPLE.read_text("utf-8")


def test_a_published_pdf_is_read_in_place(page: OneFile, tmp_path: Path) -> None:
    content = render_file(str(EXAMPLE), BuildOptions(formats=("pdf",)))[1]
    if content is None:
        pytest.skip("no fonts for a PDF here")
    published = tmp_path / "去年.pdf"
    published.write_bytes(content)
    page.open(published)
    assert page.yaml() == imported(published.name, content).text


def test_last_years_report_is_put_in_and_the_draft_of_it_comes_back_after_a_crash(
    opened: Callable[..., OneFile],
) -> None:
    page = opened()
    page.ready()
    page.page.locator('[data-act="next"]').set_input_files(PUBLISHED)
    page.page.locator('[data-count="pending"]').wait_for()
    page.ready()
    cell = page.figure("政府信息公开申请", "本年新收", "自然人")
    cell.fill("7")
    cell.press("Tab")
    text = page.yaml()
    assert "自然人: 7" in text
    page.page.wait_for_timeout(500)
    with suppress(Exception):  # the tab is gone before it has answered
        page.page.goto("chrome://crash", timeout=3000)
    again = opened()
    again.ready()
    again.page.locator('[data-act="resume"]').first.click()
    again.page.locator('[data-count="pending"]').wait_for()
    assert again.yaml() == text
    assert again.page.locator('[data-code="NB107"]').count() == 0, "last year's report came back with it"
    assert again.figure("政府信息公开申请", "本年新收", "自然人").input_value() == "7"


NOT_UP = """
const Real = Worker;
const answers = "onmessage = ({ data }) => data.id && postMessage({ id: data.id, fault: 'gone' })";
const gone = URL.createObjectURL(new Blob([answers], { type: "text/javascript" }));
let first = true;
window.Worker = function (address) {
  const made = new Real(first ? gone : address);
  first = false;
  return made;
};
"""
"""The first worker answers with a fault, as one whose process was taken away."""


def test_python_that_does_not_come_up_is_started_once_more(opened: Callable[..., OneFile]) -> None:
    page = opened(NOT_UP)
    page.ready()
    assert page.page.get_by_text("程序内部出错").count() == 0
    page.open(EXAMPLE)
    assert page.count("error") == 0


def test_what_takes_long_is_stopped_and_the_text_stays(page: OneFile, tmp_path: Path) -> None:
    page.open(EXAMPLE)
    heavy = tmp_path / "大.yaml"
    lines = [f"    收到申请{n}件，予以公开十二件，部分公开三件，办结率百分之百，培训{n}次。" for n in range(8000)]
    heavy.write_text(EXAMPLE.read_text("utf-8").replace("概述: |", "\n".join(["概述: |", *lines]), 1), "utf-8")
    page.page.locator('[data-file="open"]').set_input_files(heavy)
    page.page.locator('[data-act="stop"]').click()
    page.page.get_by_text("已停止").wait_for()
    cell = page.figure("政府信息公开申请", "本年新收", "其他")
    cell.fill("无")
    cell.press("Tab")
    page.page.locator('[data-code="NB103"]').wait_for(state="attached")
    assert "其他: 无" in page.yaml()


def test_a_browser_that_keeps_nothing_and_has_no_dialog_to_save(opened: Callable[..., OneFile]) -> None:
    page = opened("delete window.showSaveFilePicker; Object.defineProperty(window, 'indexedDB', {value: undefined})")
    page.ready()
    page.page.get_by_text("不让网页留东西").wait_for()
    page.open(EXAMPLE)
    assert page.download("save").decode() == EXAMPLE.read_text("utf-8")
    page.page.get_by_text("已保存").first.wait_for()


def test_an_old_browser_is_told_what_to_do(opened: Callable[..., OneFile]) -> None:
    page = opened("WebAssembly.validate = () => false")
    assert "nianbao-旧浏览器.html" in page.page.locator("#page").inner_text()
    assert page.page.evaluate("window.nianbao") is None


def test_a_directors_word_file_and_settings_are_dropped_in(page: OneFile) -> None:
    page.ready()
    (name, text), data = ("林业局-2024.yaml", YAML), b64decode(word(reworded(("随办随发", "七日内发布"))))
    page.page.locator('[data-file="open"]').set_input_files(
        {"name": name, "mimeType": "application/yaml", "buffer": text.encode()}
    )
    page.page.locator('[data-count="error"]').wait_for()
    dropped(page.page, "领导修改.docx", data)
    page.page.locator('[data-act="revise"]').click()
    page.page.locator("[data-edit]").get_by_role("button", name="采用", exact=True).click()
    page.page.get_by_text("Word 里的改动都在年报里了").wait_for()
    assert page.yaml() == text.replace("随办随发", "七日内发布")
    dropped(page.page, "nianbao.yaml", "名称: 青石县设置\n".encode())
    page.page.locator("[data-settings]").wait_for(state="attached")
    assert "青石县设置" in page.page.locator("[data-settings]").text_content()


def test_nothing_in_a_file_runs(page: OneFile, tmp_path: Path) -> None:
    bad = "<img src=x onerror='parent.ran=1;window.ran=1'><script>parent.ran=1</script>"
    text = EXAMPLE.read_text("utf-8").replace("概述: |\n", f"概述: |\n    {bad}\n", 1)
    (tmp_path / "坏.yaml").write_text(text, "utf-8")
    page.open(tmp_path / "坏.yaml")
    page.page.locator('button[aria-expanded="false"]').click()
    page.page.get_by_role("tab", name="成品").click()
    assert bad in page.page.frame_locator("iframe").locator("body").inner_text()
    assert page.page.evaluate("window.ran") is None


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_finding_and_byte_is_the_installed_programs(edition: str, tmp_path: Path) -> None:
    built(edition)
    sample(
        tmp_path,
        [EXAMPLE, EXAMPLE.with_name("温县人民政府办公室-2023.yaml"), PUBLISHED.with_suffix(".yaml"), PUBLISHED],
        8,
    )
    assert differences(edition, tmp_path) == []


def test_it_is_signed_off_recorded_and_corrected(page: OneFile) -> None:
    page.ready()
    name = "林业局-2024.yaml"
    page.page.locator('[data-file="open"]').set_input_files(
        {"name": name, "mimeType": "application/yaml", "buffer": YAML.encode()}
    )
    page.page.locator('[data-count="error"]').wait_for()
    assert page.download("signoff") == content_of(asked("signoff", text=YAML, path=name))
    wrong = YAML.replace("逐件登记", "每件登记")
    published = content_of(asked("build", text=wrong, path=name, form="html", draft=True))
    dropped(page.page, "公布的.html", published)
    page.page.locator('[data-act="compare"]').click()
    page.page.locator("[data-held] ins").first.wait_for()
    given = {"text": YAML, "path": name, "name": "公布的.html", "data": encoded(published)}
    assert page.download("correction-md") == content_of(asked("correction", form="md", **given))
