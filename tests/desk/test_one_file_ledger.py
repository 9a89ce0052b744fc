"""The ledger in the page as one file: counted as by the installed program, and nothing of it is kept anywhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from desk.browsing import at, begin, ready, yaml_of
from desk.one_file import OneFile
from desk.test_ledger_page import TABLE, answer_all
from ledgers import HEAD, as_xlsx, row

NAME, TELEPHONE, NUMBER, ASKED = "欧阳春晓", "13900001234", "410000199001011234", "城东片区征地补偿安置方案"
MORE_HEAD = (*HEAD, "联系电话", "身份证号", "申请内容")
PRIVATE = (NAME, TELEPHONE, NUMBER, ASKED)
PLACE = f"{TABLE}.本年新收.自然人"
KEPT = """async () => {
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise((done, fail) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    for (const store of base.objectStoreNames) {
      found.push(...await new Promise((done) => {
        const request = base.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => done(request.result);
      }));
    }
    base.close();
  }
  return JSON.stringify([found, Object.entries(localStorage), Object.entries(sessionStorage)]);
}"""
"""All that the browser would keep for the next opening."""


@pytest.fixture(scope="module", params=["main", "older"])
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def workbook() -> bytes:
    cases = [
        row("2024-1", "2024-03-02", "公民", "2024-03-20", "公开", 申请人=NAME),
        row("2024-2", "2024-03-05", "单位", "2024-03-25", "不予公开", 申请人=NAME),
        row("2024-3", "2024-12-20", "公民", 申请人=NAME),
        row("2024-4", "4月2日", "公民", "2024-04-20", "公开", 申请人=NAME),
    ]
    return as_xlsx([(*case, TELEPHONE, NUMBER, ASKED) for case in cases], MORE_HEAD)


def give(page: Any, name: str, data: bytes) -> None:
    page.locator('[data-file="open"]').set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    ready(page)


def kept(page: Any) -> str:
    page.wait_for_timeout(600)  # a draft is kept after a pause
    found = json.loads(page.evaluate(KEPT))
    assert found[0], "there is a draft"
    return json.dumps(found, ensure_ascii=False)


def test_it_is_counted_put_in_and_none_of_it_is_kept(opened: Callable[..., OneFile]) -> None:
    one = opened()
    page = one.page
    one.ready()
    begin(page)
    before = yaml_of(page)
    data = workbook()
    give(page, "台账.xlsx", data)
    assert page.locator('[data-act="ledger-into"]').is_disabled()
    answer_all(page)
    page.locator(f'[data-counted="{PLACE}"]').click()
    assert page.locator(f'[data-cases="{PLACE}"] li b').all_inner_texts() == ["2024-1", "2024-3", "2024-4"]
    page.locator('[data-act="ledger-into"]').click()
    at(page, TABLE, "本年新收", "自然人").wait_for()
    ready(page)
    assert at(page, TABLE, "本年新收", "自然人").input_value() == "3"
    assert at(page, TABLE, "结转下年度", "自然人").input_value() == "1"
    assert "台账: 台账.xlsx" in yaml_of(page)
    assert page.locator('[data-code^="NB60"]').count() == 0, "the report is held against the ledger, and agrees"
    text = yaml_of(page)
    at(page, TABLE, "本年新收", "自然人").fill("5")
    page.locator('[data-code="NB601"]').first.wait_for(state="attached")
    page.locator('[data-act="undo"]').click()
    assert yaml_of(page) == text != before
    assert "台账.xlsx" in kept(page)
    for private in (*PRIVATE, "UEsDB"):  # the beginning of a workbook in base64
        assert private not in kept(page), private
        assert private not in page.content(), private
    page.close()
    again = opened()
    again.ready()
    again.page.locator('[data-act="resume"]').first.click()
    again.page.locator('[data-code="NB603"]').first.wait_for(state="attached")
    assert yaml_of(again.page) == text, "the draft is back, the ledger is to be given again"
