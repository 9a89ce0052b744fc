"""The ledger's calls of the page: counted, asked, answered, put into a report; nothing private leaves the workbook."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any

import pytest
from desk.test_calls import asked
from ledger.test_privacy import HEADS, PRIVATE, ROWS
from ledgers import as_csv, as_xlsx, row

from generator.desk import ledger_calls
from generator.desk.calls import call
from generator.ledger.answers import read_answers

TABLE = "政府信息公开申请"
CASES = [
    row("2024-1", "2024-03-02", "公民", "2024-03-20", "公开"),
    row("2024-2", "2024-03-05", "单位", "2024-03-25", "不予公开"),
    row("2024-3", "2024-12-20", "公民"),
    row("2024-4", "4月2日", "公民", "2024-04-20", "公开"),
]


def book(rows: list[Any] = CASES, **more: Any) -> dict[str, Any]:
    return {"name": "台账.xlsx", "data": b64encode(as_xlsx(rows, **more)).decode()}


@pytest.fixture(scope="module")
def new() -> str:
    return str(asked("new", year=2024, agency="青山县水利局")["text"])


def answered(found: dict[str, Any], **how: Any) -> dict[str, Any]:
    """Every question answered: by its first choice, or as ``how`` says by the column it is about."""
    given = []
    for one in found["questions"]:
        default = "2024-04-02" if one["wants_day"] else one["choices"][0]
        given.append([*one["entry"], how.get(one["column"], default)])
    return {"answers": found["answers"], "given": given}


def complete(text: str, rows: list[Any] = CASES, **how: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """A ledger all of whose questions are answered, and what was asked for it."""
    found = asked("ledger", **book(rows), text=text)
    arguments = {**book(rows), "text": text}
    for _ in range(5):
        if not found["questions"]:
            break
        said = answered(found, **how)
        found = asked("ledger", **arguments, **said)
    assert not found["questions"]
    return found, {**arguments, "answers": found["answers"]}


def test_what_is_not_certain_is_asked_and_its_figures_are_not_known(new: str) -> None:
    found = asked("ledger", **book(), text=new)
    assert found["year"] == 2024
    entries = [one["entry"] for one in found["questions"]]
    assert ["单件", "2024-2", "申请人类型"] in entries
    assert ["单件", "2024-2", "答复类型"] in entries
    day = next(one for one in found["questions"] if one["wants_day"])
    assert (day["entry"], day["choices"], day["cells"]) == (["单件", "2024-4", "收到日期"], [], ["Sheet1!B5"])
    assert found["figures"][f"{TABLE}.本年新收.自然人"] is None
    assert found["totals"][f"{TABLE}.本年新收"] is None
    assert "单件:" in found["answers"]
    assert "？" in found["answers"]


def test_answers_are_taken_and_each_cell_knows_its_cases(new: str) -> None:
    found, _ = complete(new)
    assert found["figures"][f"{TABLE}.本年新收.自然人"] == 3
    assert found["totals"][f"{TABLE}.本年新收"] == 4
    assert found["totals"][f"{TABLE}.办理结果"] == 3
    assert found["totals"][f"{TABLE}.办理结果.自然人"] == 2
    assert found["cells"][f"{TABLE}.结转下年度.自然人"] == ["2024-3"]
    assert found["cases"]["2024-3"]["place"] == "Sheet1!A4"
    assert "还没有办结" in found["cases"]["2024-3"]["rule"]
    assert found["tables"] == [TABLE]
    assert read_answers(found["answers"].encode()).of_case("2024-4", "收到日期") == "2024-04-02"


def test_an_answer_can_be_changed_and_taken_back(new: str) -> None:
    _, arguments = complete(new)
    entry = ["单件", "2024-2", "申请人类型"]
    other = asked("ledger", **arguments, given=[[*entry, "科研机构"]])
    assert other["figures"][f"{TABLE}.本年新收.科研机构"] == 1
    again = asked("ledger", **{**arguments, "answers": other["answers"]}, given=[[*entry, "？"]])
    assert [one["entry"] for one in again["questions"]] == [entry]
    assert again["figures"][f"{TABLE}.本年新收.科研机构"] is None


def test_the_figures_are_put_into_the_text_and_nothing_else_changes(new: str) -> None:
    found, arguments = complete(new)
    assert found["into"] == {"new": 24 * 6, "differing": [], "changes": True}
    seen = asked("ledger_into", **arguments)
    assert seen["values"][f"{TABLE}.本年新收.自然人"] == "3"
    assert seen["totals"][f"{TABLE}.结转下年度"] == "1"
    assert "台账: 台账.xlsx" in seen["text"]
    gone = [line for line in new.splitlines() if line.startswith("#")]
    assert [line for line in seen["text"].splitlines() if line.startswith("#")] == gone
    again = asked("ledger", **{**arguments, "text": seen["text"]})
    assert again["into"] == {"new": 0, "differing": [], "changes": False}


def test_what_differs_is_shown_first_and_replaced_only_as_it_was_shown(new: str) -> None:
    _, arguments = complete(new)
    place = [TABLE, "本年新收", "自然人"]
    typed = asked("set", text=new, place=place, value="5")["text"]
    found = asked("ledger", **{**arguments, "text": typed})
    (one,) = found["into"]["differing"]
    assert (one["path"], one["typed"], one["counted"]) == (place, "5", 3)
    assert one["cases"] == ["2024-1", "2024-3", "2024-4"]
    assert one["place"] == "表三“本年新收”自然人"
    left = asked("ledger_into", **{**arguments, "text": typed})
    assert left["values"][".".join(place)] == "5"
    assert left["values"][f"{TABLE}.结转下年度.自然人"] == "1"
    assert [each["path"] for each in left["kept"]] == [place]
    stale = asked("ledger_into", **{**arguments, "text": typed}, taken=[[place, "4"]])
    assert stale["values"][".".join(place)] == "5", "it was shown as something else"
    done = asked("ledger_into", **{**arguments, "text": typed}, taken=[[place, "5"]])
    assert done["values"][".".join(place)] == "3"
    assert done["kept"] == []


def test_with_an_open_question_nothing_is_written(new: str) -> None:
    assert "没有回答" in asked("ledger_into", **book(), text=new)["refused"]


def test_a_report_of_another_year_or_of_a_whole_government_is_refused(new: str) -> None:
    _, arguments = complete(new)
    other = asked("ledger", **{**arguments, "text": new.replace("年度: 2024", "年度: 2023")})
    assert other["year"] == 2023
    government = asked("set", text=new, place=["统计范围"], value="汇总")["text"]
    found = asked("ledger", **{**arguments, "text": government})
    assert "汇总" in found["into"]["refused"]
    assert "汇总" in asked("ledger_into", **{**arguments, "text": government})["refused"]


def test_last_years_ledger_says_what_was_carried_over(new: str) -> None:
    last = book([row("2023-9", "2023-12-20", "公民")])
    found = asked("ledger", **book(), text=new, last=last)
    assert ["单件", "2023-9", "答复类型"] in [one["entry"] for one in found["questions"]]


def test_without_a_report_the_year_is_the_ledgers() -> None:
    found = asked("ledger", **book())
    assert (found["year"], found["into"]) == (2024, None)
    assert found["year_why"]
    same = [row("1", f"{year}-03-02", "公民", f"{year}-03-20", "公开") for year in (2023, 2024)]
    told = asked("ledger", **book(same))
    assert "哪一年" in told["refused"]
    assert "--year" not in told["hint"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("台账.xlsx", b"PK\x03\x04 damaged"),
        ("台账.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("名单.xlsx", as_xlsx([("张三", "1")], ("姓名", "序号"))),
        ("台账.csv", b""),
        ("台账.csv", b"\xff\xfe\x00\xd8" * 9),
    ],
    ids=["damaged", "xls", "another table", "empty", "no text"],
)
def test_what_is_no_ledger_is_refused_with_a_sentence(name: str, data: bytes) -> None:
    told = asked("ledger", name=name, data=b64encode(data).decode())
    assert told["refused"].startswith("台账")
    assert "NB900" not in told["refused"]
    assert "请" in told["hint"]


def test_answers_that_cannot_be_read_are_told_and_left(new: str) -> None:
    broken = "单件: {2024-2: 部分公开\n"
    found = asked("ledger", **book(), text=new, answers=broken)
    assert found["answers"] == broken
    assert "对照.yaml" in found["answers_problem"]


def test_a_table_or_its_answers_are_told_by_their_names() -> None:
    data = b64encode("列: {来文: 收到日期}\n".encode("gb18030")).decode()
    assert asked("open", name="依申请公开.XLSX", data=data)["kind"] == "ledger"
    opened = asked("open", name="对照.yaml", data=data)
    assert (opened["kind"], opened["text"]) == ("answers", "列: {来文: 收到日期}\n")
    assert asked("open", name="年报.yaml", data=data)["kind"] == "yaml"


@pytest.mark.parametrize("make", [as_csv, as_xlsx], ids=["csv", "xlsx"])
def test_no_canary_is_in_any_answer(make: Any) -> None:
    report = str(asked("new", year=2026, agency="青山县水利局")["text"])
    name = "台账.csv" if make is as_csv else "台账.xlsx"
    arguments = {"name": name, "data": b64encode(make(ROWS, HEADS)).decode(), "text": report}
    found = asked("ledger", **arguments, last={**arguments, "name": f"上年{name}"})
    assert len(found["questions"]) > 3
    again = asked("ledger", **arguments, **answered(found))
    said = [found, again, asked("ledger", **arguments, **answered(again))]
    said += [asked("ledger_into", **{**arguments, "answers": found["answers"]}), asked("open", **arguments)]
    told = json.dumps(said, ensure_ascii=False)
    assert not [one for one in PRIVATE if one in told]


def test_a_fault_of_ours_tells_nothing_of_the_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError(PRIVATE[0])

    monkeypatch.setattr(ledger_calls, "count_ledger", broken)
    told = call("ledger", book())
    assert "NB900" in told["refused"]
    assert PRIVATE[0] not in str(told)
