"""The page in a real browser: what a person sees, clicks and never has to wait for; and that nothing leaves."""

import os
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from programs import CHROMIUM, QUIET
from running_preview import PATIENCE, Running, serving

from generator.pipeline.previewing import look_at
from generator.preview.preview import builder_for
from generator.render.formats import FORMATS

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
RECEIVED = "本年新收: {自然人: 16}"
OTHER = "本年新收: {自然人: 17}"
BROKEN = "本年新收: {自然人: 16"
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
    page.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    page.goto(running.preview.url)
    shown(page, 1)
    yield page
    page.close()
    assert faults == []
    assert {urlsplit(url).hostname for url in requests} == {"127.0.0.1"}


def shown(page, number: int | str):
    """The report's frame once that page is shown."""
    frame = page.locator(f'iframe.report[data-page="{number}"]:not(.waiting)')
    expect(frame).to_be_attached()
    expect(page.locator("iframe")).to_have_count(1)
    return frame.content_frame


def scroll_to(page, frame, text: str) -> float:
    """Scroll the report so that a paragraph is a little below the top; where it then stands."""
    paragraph = frame.get_by_text(text)
    return paragraph.evaluate(
        "(it) => { it.ownerDocument.defaultView.scrollBy(0, it.getBoundingClientRect().top - 100);"
        " return it.getBoundingClientRect().top; }"
    )


def top_of(frame, text: str) -> float:
    return frame.get_by_text(text).evaluate("(it) => it.getBoundingClientRect().top")


def marked(frame) -> list[str]:
    """The text of all that is marked on the report, in order."""
    return frame.locator("article [style*=outline]").all_inner_texts()


def test_the_report_and_what_is_found_stand_side_by_side(page):
    frame = shown(page, 1)
    expect(frame.locator("h1")).to_have_text("温县人民政府办公室2023年政府信息公开工作年度报告")
    expect(frame.locator("table")).to_have_count(3)
    expect(frame.locator(".draft")).to_have_count(0)
    expect(page.locator("#counts")).to_have_text("1 个提醒")
    expect(page.locator("#findings > li")).to_have_count(1)
    expect(page.locator(".finding")).to_contain_text("NB205")
    expect(page.locator("#banner")).to_be_hidden()
    expect(page.locator(".build")).to_have_text([f"生成 {fmt.upper()}" for fmt in FORMATS])


def test_saving_shows_the_new_page_at_the_same_place(page, running):
    frame = shown(page, 1)
    before = scroll_to(page, frame, "同步发布，发布后收集反馈")
    running.edit("四是有问有答。", "四是有问有答，新写的一句。\n    另起一段，很长的一段。" + "长" * 300)
    frame = shown(page, 2)
    expect(frame.get_by_text("另起一段，很长的一段。")).to_be_attached()
    assert top_of(frame, "同步发布，发布后收集反馈") == pytest.approx(before, abs=2)


def test_errors_make_it_a_draft_and_the_place_is_kept_all_the_same(page, running):
    before = scroll_to(page, shown(page, 1), "同步发布，发布后收集反馈")
    running.edit(RECEIVED, OTHER)
    frame = shown(page, 2)
    expect(frame.locator(".draft")).to_have_text("草稿，不得公布")
    expect(page.locator("#counts")).to_contain_text("1 个错误")
    expect(page).to_have_title(re.compile("^（1 个错误）温县人民政府办公室-2023.yaml$"))
    assert top_of(frame, "同步发布，发布后收集反馈") == pytest.approx(before, abs=2)


def test_at_its_top_a_page_stays_at_its_top(page, running):
    running.edit(RECEIVED, OTHER)
    frame = shown(page, 2)
    expect(frame.locator(".draft")).to_be_in_viewport()


def test_a_click_on_a_finding_marks_its_cells_and_brings_them_into_view(page, running):
    running.edit(RECEIVED, OTHER)
    frame = shown(page, 2)
    balance = page.locator(".finding", has_text="NB201")
    balance.click()
    expect(balance).to_have_attribute("aria-pressed", "true")
    heading = frame.locator("article [style*=outline]")
    expect(heading).to_be_in_viewport()
    assert heading.inner_text().startswith("三、收到"), "no row is to blame, so it is the whole of the table"
    other = page.locator(".related", has_text="本年新收").first
    other.click()
    assert marked(frame) == ["17", "0", "0", "0", "0", "0", "17"]
    other.click()
    assert marked(frame) == []


def test_a_click_marks_the_very_words_of_a_text(page, running):
    running.edit("四是有问有答。", "四是有问有答，请打13800138000。")
    frame = shown(page, 2)
    page.locator(".finding", has_text="NB506").click()
    assert len(marked(frame)) == 1
    assert frame.locator("article").evaluate(
        "(it) => [...it.ownerDocument.defaultView.CSS.highlights.get('finding')].map(String)"
    ) == ["13800138000"]


def test_what_is_chosen_stays_marked_while_it_is_worked_on(page, running):
    page.locator(".finding", has_text="NB205").click()
    assert len(marked(shown(page, 1))) == 7
    running.edit("四是有问有答。", "四是有问有答，新写的一句。")
    assert len(marked(shown(page, 2))) == 7
    expect(page.locator(".finding", has_text="NB205")).to_have_attribute("aria-pressed", "true")


def test_a_finding_that_is_not_printed_shows_its_source(page, running):
    running.edit("机关: 温县人民政府办公室\n", "机关: 温县人民政府办公室\n曾用名: [温县政府办]\n不认识: 1\n")
    shown(page, 2)
    unknown = page.locator("li.error", has_text="不认识")
    expect(unknown.locator(".source mark")).to_have_text("不认识")
    expect(unknown.locator(".nowhere")).to_be_visible()


def test_while_the_file_is_broken_the_last_good_page_stays_under_a_banner(page, running):
    before = scroll_to(page, shown(page, 1), "同步发布，发布后收集反馈")
    running.edit(RECEIVED, BROKEN)
    banner = page.locator("#banner")
    expect(banner).to_contain_text("文件的写法有错，读不准；有 1 个错误要改正")
    expect(page.locator(".finding").first).to_contain_text("NB003")
    frame = shown(page, 1)
    expect(frame.locator(".draft")).to_have_count(0)
    expect(frame.get_by_text("同步发布，发布后收集反馈")).to_be_in_viewport()
    page.locator(".finding").first.click()
    assert marked(frame) == []
    running.edit(BROKEN, RECEIVED)
    expect(banner).to_be_hidden()
    assert top_of(shown(page, 1), "同步发布，发布后收集反馈") == pytest.approx(before, abs=2)


def test_a_file_that_vanishes_and_comes_back(page, running):
    away = running.file.with_suffix(".away")
    os.replace(running.file, away)
    expect(page.locator("#banner")).to_contain_text("找不到文件")
    expect(page.locator("#banner")).to_contain_text("下面是最近一次能读时的样子")
    expect(shown(page, 1).locator("h1")).to_be_visible()
    os.replace(away, running.file)
    expect(page.locator("#banner")).to_be_hidden()


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_button_builds_the_report_beside_its_file(page, running, fmt):
    page.locator(".build", has_text=fmt.upper()).click()
    expect(page.locator("#built")).to_contain_text("已生成")
    [file] = running.file.parent.glob(f"*.{fmt}")
    expect(page.locator("#built")).to_contain_text(file.name)
    assert file.stat().st_size > 1000


def test_with_errors_a_button_builds_nothing_and_says_why(page, running):
    running.edit(RECEIVED, OTHER)
    shown(page, 2)
    page.locator(".build").first.click()
    expect(page.locator("#built")).to_contain_text("有 1 个错误，没有生成")
    assert not list(running.file.parent.glob("*.docx"))


def test_no_text_of_the_report_becomes_code(page, running):
    attack = "<script>document.title='坏'</script><img src=x onerror=alert(1)><style>*{display:none}</style>"
    running.edit("年度: 2023\n", f'年度: 2023\n"{attack}": 1\n')
    expect(page.locator("li.error .source mark")).to_contain_text("<script>document")
    running.edit("四是有问有答。", f"四是有问有答。{attack}")
    frame = shown(page, 3)
    expect(frame.get_by_text("<script>document.title=")).to_be_visible()
    assert frame.locator("script, img").count() == 0
    assert page.locator("aside script, aside img, aside style").count() == 0
    assert "坏" not in page.title()


def test_even_a_report_with_a_script_in_it_would_not_run_it(browser, report):
    def look():
        found = look_at(str(report))
        script = b"<script>parent.document.title = 'x'; document.body.id = 'x'</script><b onclick='x'>end</b></article>"
        return found._replace(html=found.html.replace(b"</article>", script))

    with serving(report, builder=builder_for(str(report))._replace(look=look)) as running:
        page = browser.new_page()
        page.goto(running.preview.url)
        frame = shown(page, 1)
        expect(frame.get_by_text("end")).to_be_attached()
        assert frame.locator("script").count() == 1
        assert frame.locator("#x").count() == 0
        expect(page).to_have_title(re.compile("温县人民政府办公室-2023.yaml$"))
        page.close()


def test_a_foreign_script_in_the_page_itself_does_not_run(browser, running):
    page = browser.new_page()
    page.goto(running.preview.url)
    shown(page, 1)
    ran = page.evaluate(
        """() => { const script = document.createElement('script'); script.textContent = 'window.foreign = true';
        document.body.append(script); return window.foreign ?? false; }"""
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
        """async (url) => { const tries = [fetch(url + 'state?after=-1'), fetch(url + 'build/docx', {method: 'POST'}),
        fetch(url + 'build/docx', {method: 'POST', mode: 'no-cors'})];
        return (await Promise.allSettled(tries)).map((one) => one.status); }""",
        running.preview.url,
    )
    assert outcome[0] == outcome[1] == "rejected"
    assert not list(running.file.parent.glob("*.docx"))
    page.close()


def test_another_site_cannot_frame_the_page(browser, running):
    page = browser.new_page()
    with page.expect_event("console", lambda message: "frame-ancestors" in message.text, timeout=PATIENCE * 1000):
        page.set_content(f'<iframe src="{running.preview.url}"></iframe>')
    assert page.frames[1].locator("#findings").count() == 0
    page.close()


def test_when_the_preview_ends_the_page_says_so_and_a_new_one_takes_over(browser, report):
    page = browser.new_page()
    with serving(report) as first:
        page.goto(first.preview.url)
        before = scroll_to(page, shown(page, 1), "同步发布，发布后收集反馈")
        port = urlsplit(first.preview.url).port
    expect(page.locator("#banner")).to_contain_text("预览程序已经结束")
    with serving(report, port):
        expect(page.locator("#banner")).to_be_hidden()
        assert top_of(shown(page, 1), "同步发布，发布后收集反馈") == pytest.approx(before, abs=2)
        page.locator(".build").first.click()
        expect(page.locator("#built")).to_contain_text("已生成")
    page.close()


def test_a_connection_that_fails_for_a_moment_is_taken_up_again(page, running):
    page.route("**/state*", lambda route: route.abort())
    running.edit(RECEIVED, OTHER)
    expect(page.locator("#banner")).to_contain_text("预览程序已经结束")
    page.unroute("**/state*")
    expect(page.locator("#banner")).to_be_hidden(timeout=10_000)  # at once: a wait for changes would take 25 seconds


def test_two_tabs_are_both_kept_up_to_date(browser, page, running):
    second = browser.new_page()
    second.goto(running.preview.url)
    shown(second, 1)
    running.edit(RECEIVED, OTHER)
    for each in (page, second):
        expect(shown(each, 2).locator(".draft")).to_be_visible()
    second.close()


def test_it_fits_a_narrow_window(page):
    page.set_viewport_size({"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    expect(page.locator(".finding").first).to_be_visible()
    expect(shown(page, 1).locator("h1")).to_be_visible()
