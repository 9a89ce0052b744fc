"""The reading view in a real browser: it follows the file, keeps its place, and marks what was found."""

import os
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from programs import CHROMIUM, QUIET
from running_preview import PATIENCE, Running, serving

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
RECEIVED = "本年新收: {自然人: 16}"
OTHER = "本年新收: {自然人: 17}"
BROKEN = "本年新收: {自然人: 16"
TEXT = "六、其他需要报告的事项"
expect = playwright.expect
expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="module")
def browser() -> Iterator:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, running: Running) -> Iterator:
    """The page, open; no request may have left this machine and nothing may have gone wrong in it when it closes."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(PATIENCE * 1000)
    requests, faults = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(running.preview.url)
    expect(paper(page).locator("h1")).to_be_visible()
    yield page
    page.close()
    assert faults == []
    assert {urlsplit(url).hostname for url in requests} == {"127.0.0.1"}


def paper(page) -> Any:
    """The finished page's frame."""
    return page.frame_locator("iframe[data-paper]")


def scroll_to(page, text: str) -> float:
    """Scroll the report so that a paragraph is a little below the top; where it then stands."""
    return (
        paper(page)
        .get_by_text(text)
        .evaluate(
            "(it) => { it.ownerDocument.defaultView.scrollBy(0, it.getBoundingClientRect().top - 100);"
            " return it.getBoundingClientRect().top; }"
        )
    )


def top_of(page, text: str) -> float:
    return paper(page).get_by_text(text).evaluate("(it) => it.getBoundingClientRect().top")


def marked(page) -> list[str]:
    """The text of all that is marked on the report, in order."""
    return paper(page).locator(".m-chosen").all_inner_texts()


def underlined(page, name: str) -> list[str]:
    """The words that are underlined, or tinted, on the report."""
    return (
        paper(page)
        .locator("body")
        .evaluate("(it, name) => [...(it.ownerDocument.defaultView.CSS.highlights.get(name) ?? [])].map(String)", name)
    )


def finding(page, code: str) -> Any:
    return page.locator(f'[data-code="{code}"] button.plain').first


def test_the_report_stands_on_pages_with_numbers_and_what_is_found_beside_it(page):
    expect(paper(page).locator("h1")).to_have_text("温县人民政府办公室2023年政府信息公开工作年度报告")
    numbers = paper(page).locator(".number").all_inner_texts()
    assert numbers == [f"— {number} —" for number in range(1, len(numbers) + 1)]
    assert len(numbers) > 3
    expect(paper(page).locator(".draft")).to_have_count(0)
    expect(page.locator("[data-code]")).to_have_count(1)
    expect(page.locator('[data-code="NB205"]')).to_be_visible()
    expect(page.locator("[data-banner]")).to_have_count(0)
    assert page.locator('[data-path="政府信息公开申请.本年新收.自然人"]').count() == 1, "the fields are there too"
    page.locator('[data-act="read"]').click()
    expect(page.locator('[data-path="政府信息公开申请.本年新收.自然人"]')).to_be_visible()


def test_saving_shows_the_new_page_at_the_same_place(page, running):
    before = scroll_to(page, TEXT)
    running.edit("四是有问有答。", "四是有问有答，新写的一句。\n    另起一段，很长的一段。" + "长" * 300)
    expect(paper(page).get_by_text("另起一段，很长的一段。").first).to_be_attached()
    assert top_of(page, TEXT) == pytest.approx(before, abs=2)


def test_errors_make_it_a_draft_and_colour_its_cells_at_once(page, running):
    before = scroll_to(page, TEXT)
    running.edit(RECEIVED, OTHER)
    expect(paper(page).locator(".draft").first).to_have_text("草稿，不得公布")
    assert paper(page).locator(".draft").count() == paper(page).locator(".sheet").count()
    expect(page.locator('[data-count="error"]')).to_have_text("1")
    assert top_of(page, TEXT) == pytest.approx(before, abs=2)
    running.edit(OTHER, "本年新收: {自然人: }")
    expect(paper(page).locator(".m-pending")).to_have_text("？")


def test_at_its_top_a_page_stays_at_its_top(page, running):
    running.edit(RECEIVED, OTHER)
    expect(paper(page).locator(".draft").first).to_be_in_viewport()


def test_a_click_on_a_finding_marks_its_cells_and_brings_them_into_view(page, running):
    running.edit("结转下年度: 0", "结转下年度: {自然人: 0x}")
    finding(page, "NB103").click()
    assert len(marked(page)) == 1
    expect(paper(page).locator(".m-chosen")).to_be_in_viewport()
    expect(finding(page, "NB103")).to_have_attribute("aria-pressed", "true")
    finding(page, "NB103").click()
    expect(paper(page).locator(".m-chosen")).to_have_count(0)


def test_a_click_marks_the_very_words_of_a_text(page, running):
    running.edit("四是有问有答。", "四是有问有答，请打13800138000。")
    finding(page, "NB506").click()
    assert len(marked(page)) == 1
    assert underlined(page, "chosen") == underlined(page, "warning") == ["13800138000"]


def test_what_is_chosen_stays_marked_while_it_is_worked_on(page, running):
    finding(page, "NB205").click()
    assert len(marked(page)) == 7
    running.edit("四是有问有答。", "四是有问有答，新写的一句。")
    expect(paper(page).get_by_text("新写的一句").first).to_be_attached()
    assert len(marked(page)) == 7


def test_a_paragraph_that_is_broken_over_pages_is_marked_on_both(page, running):
    running.edit("四是有问有答。", "四是有问有答。" + "很长的一段话，" * 60 + "请打13800138000。")
    finding(page, "NB506").click()
    assert underlined(page, "chosen") == ["13800138000"]
    block = paper(page).locator(".m-chosen").first.get_attribute("data-block")
    pieces = paper(page).locator(f'[data-block="{block}"]')
    assert pieces.count() > 1
    assert "".join(pieces.all_inner_texts()).count("很长的一段话，") == 60, "nothing is lost at the break"


def test_while_the_file_is_broken_the_last_good_page_stays_under_a_banner(page, running):
    before = scroll_to(page, TEXT)
    running.edit(RECEIVED, BROKEN)
    banner = page.locator("[data-banner]")
    expect(banner).to_contain_text("文件的写法有错，读不准；有 1 个错误要改正")
    expect(page.locator('[data-code="NB003"]').first).to_be_attached()
    expect(paper(page).locator(".draft")).to_have_count(0)
    expect(paper(page).get_by_text(TEXT)).to_be_in_viewport()
    running.edit(BROKEN, RECEIVED)
    expect(banner).to_have_count(0)
    assert top_of(page, TEXT) == pytest.approx(before, abs=2)


def test_a_file_that_vanishes_and_comes_back(page, running):
    away = running.file.with_suffix(".away")
    os.replace(running.file, away)
    expect(page.locator("[data-banner]")).to_contain_text("找不到文件")
    expect(page.locator("[data-banner]")).to_contain_text("下面是最近一次能读时的样子")
    expect(paper(page).locator("h1")).to_be_visible()
    os.replace(away, running.file)
    expect(page.locator("[data-banner]")).to_have_count(0)


def test_changes_of_last_years_report_are_followed(page, running):
    last = running.file.with_name(running.file.name.replace("2023", "2022"))
    text = last.read_text("utf-8")
    last.unlink()
    expect(page.locator('[data-code="NB107"]').first).to_be_attached()
    last.write_text(text, "utf-8")
    expect(page.locator('[data-code="NB107"]')).to_have_count(0)


def test_no_text_of_the_report_becomes_code(page, running):
    attack = "<script>document.title='坏'</script><img src=x onerror=alert(1)><style>*{display:none}</style></article>"
    running.edit("四是有问有答。", f"四是有问有答。{attack}")
    expect(paper(page).get_by_text("<script>document.title=")).to_be_visible()
    assert paper(page).locator("script, img, style").count() == 0
    assert "坏" not in page.title()


def test_a_foreign_script_in_the_page_or_the_report_does_not_run(browser, running):
    page = browser.new_page()
    page.goto(running.preview.url)
    expect(paper(page).locator("h1")).to_be_visible()
    ran = page.evaluate(
        """() => { for (const home of [document, document.querySelector('iframe').contentDocument]) {
        const script = home.createElement('script'); script.textContent = 'window.top.foreign = true';
        home.body.append(script); } return window.foreign ?? false; }"""
    )
    assert ran is False
    refused = page.evaluate(
        """(url) => new Promise((resolve) => { fetch(url).catch(() => 0);
        addEventListener('securitypolicyviolation', (it) => resolve(it.effectiveDirective)); })""",
        running.preview.url.replace("127.0.0.1", "localhost"),
    )
    assert refused == "connect-src"
    page.close()


def test_another_site_reads_and_does_nothing(browser, running):
    """A page of another origin (the same machine's other name is one) in the same browser."""
    page = browser.new_page()
    page.goto(running.preview.url.replace("127.0.0.1", "localhost"))
    outcome = page.evaluate(
        """async (url) => { const tries = [fetch(url + 'state?after=-1'), fetch(url + 'file/list', {method: 'POST'}),
        fetch(url + 'file/list', {method: 'POST', mode: 'no-cors'})];
        return (await Promise.allSettled(tries)).map((one) => one.status); }""",
        running.preview.url,
    )
    assert outcome[0] == outcome[1] == "rejected"
    page.close()


def test_another_site_cannot_frame_the_page(browser, running):
    page = browser.new_page()
    with page.expect_event("console", lambda message: "frame-ancestors" in message.text, timeout=PATIENCE * 1000):
        page.set_content(f'<iframe src="{running.preview.url}"></iframe>')
    assert page.frames[1].locator("[data-act]").count() == 0
    page.close()


def test_when_the_program_ends_the_page_says_so(browser, report):
    page = browser.new_page()
    with serving(report) as running:
        page.goto(running.preview.url)
        expect(paper(page).locator("h1")).to_be_visible()
    expect(page.locator("[data-banner]")).to_contain_text("程序已经结束")
    expect(paper(page).locator("h1")).to_be_visible()
    page.close()


def test_two_tabs_are_both_kept_up_to_date(browser, page, running):
    second = browser.new_page()
    second.goto(running.preview.url)
    expect(paper(second).locator("h1")).to_be_visible()
    running.edit(RECEIVED, OTHER)
    for each in (page, second):
        expect(paper(each).locator(".draft").first).to_be_attached()
    second.close()


def test_it_fits_a_narrow_window(page):
    page.set_viewport_size({"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    expect(page.locator('[data-code="NB205"]')).to_be_visible()
    expect(paper(page).locator("h1")).to_be_visible()
