"""Deadlines by working days: the four that were counted by hand, supplements, third parties, unpublished years."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from conftest import Cli
from ledgers import HEAD, as_csv, row

from generator.form.ledger_words import columns as names
from generator.ledger.deadlines import deadline_of
from generator.ledger.due_list import DueList, calendar, due_list
from generator.ledger.rows import LedgerRow
from generator.ledger.run import LedgerFile
from generator.ledger.working_days import WorkingDays

pytest.importorskip("chinese_calendar")


def due(received: str, **values: object):
    columns = {role: at for at, role in enumerate(values)}
    one = LedgerRow("Sheet1", 2, values, columns, False, False, frozenset())
    return deadline_of(one, date.fromisoformat(received), WorkingDays(), answered=False)


def days(received: str, **values: object) -> list[str]:
    return [day.isoformat() for day in due(received, **values).days]


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2026-01-12", "2026-02-09"),
        ("2026-02-03", "2026-03-09"),
        ("2026-01-22", "2026-02-26"),
        ("2025-12-22", "2026-01-20"),
    ],
)
def test_twenty_working_days_from_the_day_after(received, last):
    assert days(received) == [last]


def test_an_extension_is_counted_as_recorded_and_at_most_twenty_days():
    assert days("2026-03-02") == ["2026-03-30"]
    assert days("2026-03-02", **{names.EXTENSION_DAYS: 5}) == ["2026-04-07"]
    assert days("2026-03-02", **{names.EXTENSION_DAYS: "30"}) == days("2026-03-02", **{names.EXTENSION_DAYS: 20})
    assert days("2026-03-02", **{names.EXTENDED: "否"}) == ["2026-03-30"]
    unknown = days("2026-03-02", **{names.EXTENDED: "是"})
    assert unknown == ["2026-03-30", *days("2026-03-02", **{names.EXTENSION_DAYS: 20})]


def test_a_supplement_starts_the_clock_anew_and_a_late_request_leaves_both():
    told = {names.SUPPLEMENT_ASKED: "2026-03-10", names.SUPPLEMENT_CAME: "2026-03-20"}
    assert days("2026-03-02", **told) == days("2026-03-20")
    late = told | {names.SUPPLEMENT_ASKED: "2026-03-18"}
    assert days("2026-03-02", **late) == [*days("2026-03-02"), *days("2026-03-20")]
    assert due("2026-03-02", **{names.SUPPLEMENT_ASKED: "2026-03-10"}).unknown


def test_the_time_of_third_parties_does_not_count():
    asked = {names.CONSULTED: "2026-04-08/2026-04-27"}
    plain = {names.CONSULT_FROM: date(2026, 4, 8), names.CONSULT_TO: date(2026, 4, 27)}
    assert days("2026-04-01", **asked) == days("2026-04-01", **plain) == ["2026-05-21"]
    assert due("2026-04-01", **{names.CONSULT_FROM: "2026-04-08"}).unknown
    assert due("2026-04-01", **{names.FEE_NOTICE: "2026-04-08"}).unknown


@pytest.mark.parametrize(
    "values",
    [
        {names.CONSULTED: "4月8日至4月27日"},
        {names.CONSULTED: "是"},
        {names.CONSULT_FROM: "2026-04-27", names.CONSULT_TO: "2026-04-08"},
        {names.CONSULT_TO: "2026-04-08"},
        {names.SUPPLEMENT_CAME: "3月20日"},
        {names.SUPPLEMENT_ASKED: "已告知"},
        {names.SUPPLEMENT_CAME: "2026-01-20"},
        {names.SUPPLEMENT_ASKED: "2026-04-20", names.SUPPLEMENT_CAME: "2026-04-10"},
    ],
)
def test_a_day_that_is_not_known_leaves_the_deadline_open(values):
    found = due("2026-04-01", **values)
    assert found.days == ()
    assert found.unknown


@pytest.mark.parametrize("said", ["无", "/", "否", "－", "—"])
def test_a_stroke_says_that_nothing_happened(said):
    roles = (names.FEE_NOTICE, names.CONSULTED, names.SUPPLEMENT_ASKED, names.SUPPLEMENT_CAME, names.EXTENDED)
    assert days("2026-03-02", **dict.fromkeys(roles, said)) == ["2026-03-30"]


@pytest.mark.parametrize(
    "values",
    [
        {names.EXTENDED: "2026-03-09"},
        {names.EXTENDED: datetime(2026, 3, 9)},
        {names.EXTENSION_DAYS: "至2026-04-20"},
        {names.EXTENSION_DAYS: "二十个工作日"},
        {names.EXTENDED: "3月9日告知"},
    ],
)
def test_a_day_in_the_column_of_extensions_is_no_number_of_days(values):
    assert days("2026-03-02", **values) == days("2026-03-02", **{names.EXTENDED: "是"})


def test_days_of_an_extension_may_stand_in_either_column():
    for role in (names.EXTENDED, names.EXTENSION_DAYS):
        assert days("2026-03-02", **{role: "延长5个工作日"}) == ["2026-04-07"]


def test_a_year_that_is_not_published_is_not_guessed():
    assert "2027" in due("2026-12-10").unknown


def listed(rows, answers: str = "", on: str = "2026-12-20") -> DueList:
    return due_list(LedgerFile("台账.csv", as_csv(rows)), answers.encode(), date.fromisoformat(on))


def test_an_office_may_add_a_year():
    said = "日历:\n  2027: {放假: [2027-01-01, 2027-02-08], 上班: [2027-01-03]}\n"
    rows = [row("2026-9", "2026-12-10")]
    assert listed(rows).open[0].deadline.days == ()
    found = listed(rows, said).open[0].deadline.days
    assert found == (date(2027, 1, 7),)


def test_open_cases_by_days_left_and_late_answers():
    rows = [
        row("1", "2026-12-01"),
        row("2", "2026-11-20", "公民", "", "延期"),
        row("3", "2026-01-12", "公民", "2026-02-10", "公开"),
        row("4", "2026-01-12", "公民", "2026-02-09", "公开"),
        row("5", "2026-12-28"),
        row("6", "13月1日"),
    ]
    found = listed(rows)
    assert [one.case for one in found.open] == ["2", "1", "6"]
    assert [(one.case, one.late) for one in found.late] == [("3", 1)]
    assert [one.cases for one in found.questions] == [("6",)]
    assert listed(rows, on="2026-02-10").open[0].case != "3"


def test_the_calendar_has_a_day_for_each_open_case():
    text = calendar(listed([row("2026-1", "2026-11-20")])).decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20261218\r\n" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@pytest.mark.parametrize(
    "plan",
    [
        "？",
        "{}",
        "{放假: []}",
        "{放假: [2027-01-01, 元旦]}",
        "{放假: [2027-01-01], 上班: 周日}",
        "{休息: [2027-01-01]}",
    ],
)
def test_an_offices_year_that_is_not_understood_is_not_used_and_told(plan):
    found = listed([row("2026-9", "2026-12-10")], f"日历:\n  2027: {plan}\n")
    assert found.open[0].deadline.days == ()
    assert any("日历" in one.message for one in found.faults)
    assert found.as_data("台账.csv")["findings"]


def test_what_is_asked_about_a_row_is_asked_before_its_deadline_is_told():
    marked = row("1", "2026-12-01", "公民", "", "", 申请人="作废")
    assert [one.field for one in listed([marked]).questions] == ["这一行"]
    rows = [(*row("1", "2026-12-01"), "甲局"), (*row("2", "2026-12-01"), "乙局")]
    found = due_list(LedgerFile("台账.csv", as_csv(rows, (*HEAD, "答复主体"))), b"", date(2026, 12, 20))
    assert [one.key for one in found.questions] == ["甲局", "乙局"]


NEW_YEAR = [
    row("1", "2026-12-10"),
    row("2", "2026-12-01"),
    row("3", "2026-11-02"),
    row("4", "2026-11-02", "公民", "2027-01-05", "公开"),
]


def test_what_is_over_is_said_first_also_in_a_year_that_is_not_published(cli: Cli, tmp_path: Path):
    (tmp_path / "台账.csv").write_bytes(as_csv(NEW_YEAR))
    said = cli("due", "台账.csv", "--on", "2027-02-01", cwd=tmp_path)
    assert said.returncode == 0
    lines = [line.strip() for line in said.stdout.splitlines()]
    assert lines[1:4] == [
        "3  期限 2026-11-30，已经超期，超几个工作日待定",
        "2  期限 2026-12-29，已经超期，超几个工作日待定",
        "1  期限 待定（2027年的放假安排还没有公布）",
    ]
    assert lines[5] == "4  期限 2026-11-30，2027-01-05 答复，超期，超几个工作日待定"
    data = json.loads(cli("due", "台账.csv", "--on", "2027-02-01", "--format", "json", cwd=tmp_path).stdout)
    assert [(one["due"], one["days_left"]) for one in data["open"]] == [
        (["2026-11-30"], None),
        (["2026-12-29"], None),
        ("待定", None),
    ]
    assert [one["days_late"] for one in data["late"]] == [None]


def test_a_case_without_a_day_in_the_calendar_is_named_beside_it(cli: Cli, tmp_path: Path):
    (tmp_path / "台账.csv").write_bytes(as_csv(NEW_YEAR))
    done = cli("due", "台账.csv", "--on", "2026-12-20", "--format", "ics", cwd=tmp_path)
    assert done.stdout.count("BEGIN:VEVENT") == 3
    assert "20261229" in done.stdout
    assert "1（2027年的放假安排还没有公布）" in done.stderr
    (tmp_path / "对照.yaml").write_text("日历:\n  2027: {放假: [2027-01-01]}\n", encoding="utf-8")
    done = cli("due", "台账.csv", "--on", "2026-12-20", "--format", "ics", cwd=tmp_path)
    assert done.stdout.count("BEGIN:VEVENT") == 4
    assert "没有写进日历" not in done.stderr


@pytest.mark.parametrize("on", ["1999-02-01", "2099-12-31"])
def test_a_clock_that_is_wrong_by_years_breaks_nothing(cli: Cli, tmp_path: Path, on: str):
    (tmp_path / "台账.csv").write_bytes(as_csv(NEW_YEAR))
    for form in ("text", "json", "ics"):
        done = cli("due", "台账.csv", "--on", on, "--format", form, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert "NB900" not in done.stderr
