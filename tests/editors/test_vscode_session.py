"""A clerk's session in VS Code itself, from the first finding to the finished report, without leaving the editor."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from programs import CHROMIUM, QUIET
from vscode_workbench import PATIENCE, Workbench, line_of, unavailable, vscode_server

ROOT = Path(__file__).resolve().parents[2]
EXTENSION = ROOT / "editors" / "vscode"
pytestmark = pytest.mark.skipif(bool(unavailable()), reason=unavailable())
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytest.importorskip("pygls", reason="pygls is not installed")
expect = playwright.expect
EXAMPLE = next((ROOT / "examples").glob("孟津*-2023.yaml")).read_text("utf-8")
SPOILT = EXAMPLE.replace("行政处罚: ", "行政处罚：").replace("本年新收: {自然人: 18,", "本年新收: {自然人: 19,")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clerk's folder with a report that has two slips."""
    folder = tmp_path_factory.mktemp("年报")
    (folder / "年报.yaml").write_text(SPOILT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def desk(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """VS Code with the built extension, the clerk's folder open."""
    made = tmp_path_factory.mktemp("vsix")
    vsix = made / "nianbao.vsix"
    beside_others = {**os.environ, "NIANBAO_DIST": str(made / "dist")}
    if not (EXTENSION / "node_modules" / ".package-lock.json").exists():
        pytest.skip("the extension's packages are not installed: .ci/tools")
    subprocess.run(["node", "scripts/build.mjs"], cwd=EXTENSION, env=beside_others, check=True, capture_output=True)
    subprocess.run(
        ["node", "scripts/pack.mjs", vsix], cwd=EXTENSION, env=beside_others, check=True, capture_output=True
    )
    program = tmp_path_factory.mktemp("bin") / "nianbao"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    os.environ["PYTHONPATH"] = str(ROOT)
    data = tmp_path_factory.mktemp("vscode")
    expect.set_options(timeout=PATIENCE)
    with vscode_server(data, vsix, str(program)) as address, playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": 1200, "height": 750})
        yield Workbench(page, address, folder)
        page.screenshot(path=data / "last.png")  # for whoever has to find out what went wrong
        browser.close()


def test_a_report_is_mended_and_built_without_leaving_the_editor(desk: Workbench, folder: Path) -> None:
    desk.open("年报.yaml")
    desk.show_problems()
    colon = desk.problem("后面的冒号是全角的")
    expect(colon).to_be_visible()
    desk.go_to(line_of(SPOILT, "行政处罚："), 6)
    desk.picture("vscode-问题.png")
    desk.quick_fix("改为半角冒号加空格")
    expect(colon).to_have_count(0)

    out_of_balance = desk.problem("NB201")
    expect(out_of_balance).to_be_visible()
    received = line_of(SPOILT, "本年新收:")
    desk.replace_line(received, "  本年新收:")
    expect(desk.problem("还没有填写")).to_be_visible()
    desk.go_to(received, 4)
    expect(desk.hover()).to_contain_text("报告年度内收到的申请")
    desk.page.keyboard.press("Escape")
    desk.go_to(received, 8)
    expect(desk.suggestions().filter(has_text="按申请人类别填写")).to_be_visible()
    desk.page.keyboard.press("Escape")
    desk.replace_line(received, "  本年新收: {自然人: 18, 商业企业: 2}")
    expect(desk.line("本年新收: {自然人")).to_contain_text("总计 20")
    expect(out_of_balance).to_have_count(0)

    desk.command("年报: 预览")
    expect(desk.preview().locator("body")).to_contain_text("全年新收政府信息公开申请20件")
    desk.picture("vscode-预览.png")
    desk.page.locator(".editor-group-container .view-lines").first.click()
    desk.command("年报: 生成")
    expect(desk.page.locator(".notification-toast", has_text="已经生成")).to_be_visible()
    assert (folder / "孟津区人民政府办公室2023年政府信息公开工作年度报告.docx").exists()
    assert (folder / "年报.yaml").read_text("utf-8") == EXAMPLE


def test_the_preview_follows_what_is_saved(desk: Workbench, folder: Path) -> None:
    report = folder / "年报.yaml"
    report.write_text(EXAMPLE.replace("机关: 孟津区", "机关: 青山区"), encoding="utf-8")
    expect(desk.preview().locator("h1")).to_contain_text("青山区人民政府办公室")
    report.write_text(EXAMPLE, encoding="utf-8")
    expect(desk.preview().locator("h1")).to_contain_text("孟津区人民政府办公室")
