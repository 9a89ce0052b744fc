"""Table 4: from columns beside the applications, or from sheets of their own."""

from __future__ import annotations

import pytest
from ledgers import HEAD, as_csv, cases_of, row, saved
from openpyxl import Workbook

from generator.ledger.run import CountedLedger, LedgerFile, LedgerWish, count_ledger

COLUMNS = ("复议立案日", "复议审结日", "复议结果", "诉讼立案日", "诉讼审结日", "诉讼结果")
SAID = "口径: {2026年上年结转: 0, 复议诉讼: 按立案的年度}\n"
ENDED = SAID.replace("按立案的年度", "按审结的年度加尚未审结的")


def read(lines: list[tuple[str, ...]], answers: str = SAID) -> CountedLedger:
    rows = [(*row(f"2026-{at}", "2026-03-02", "公民", "2026-03-20", "公开"), *line) for at, line in enumerate(lines)]
    data = as_csv(rows, (*HEAD, *COLUMNS))
    return count_ledger(LedgerFile("台账.csv", data), answers.encode(), LedgerWish(2026))


def cells(found: CountedLedger) -> dict[str, tuple[str, ...]]:
    return {".".join(path[1:]): cases for path, cases in found.reviews.cells.items()} if found.reviews else {}


def test_without_columns_nothing_is_said_of_table_four():
    found = count_ledger(LedgerFile("台账.csv", as_csv([row("1", "2026-03-02")])), SAID.encode(), LedgerWish(2026))
    assert found.tables()["行政复议行政诉讼"] is None


def test_which_year_a_case_counts_in_is_asked_once():
    found = read([("2026-05-01", "2026-06-01", "维持", "", "", "")], "口径: {2026年上年结转: 0}")
    assert [(one.section, one.key) for one in found.questions] == [("口径", "复议诉讼")]
    assert found.tables()["行政复议行政诉讼"]["行政复议"]["总计"] is None
    assert not read([("",) * 6], "口径: {2026年上年结转: 0}").questions


def test_a_case_that_is_reconsidered_and_then_sued_is_in_both_blocks():
    found = read(
        [
            ("2026-05-01", "2026-06-01", "维持", "2026-07-01", "", ""),
            ("", "", "", "2026-07-02", "2026-09-01", "撤销"),
        ]
    )
    assert cells(found) == {
        "行政复议.结果维持": ("2026-0",),
        "未经复议直接起诉.结果纠正": ("2026-1",),
        "复议后起诉.尚未审结": ("2026-0",),
    }


def test_by_filing_or_by_end():
    lines = [
        ("2025-11-01", "2026-02-01", "维持", "", "", ""),
        ("2026-11-01", "2027-02-01", "维持", "", "", ""),
    ]
    assert cells(read(lines)) == {"行政复议.尚未审结": ("2026-1",)}
    assert cells(read(lines, ENDED)) == {"行政复议.结果维持": ("2026-0",), "行政复议.尚未审结": ("2026-1",)}


def test_results_that_are_not_certain_are_asked_case_by_case():
    found = read([("", "", "", "2026-05-01", "2026-08-01", "驳回诉讼请求")])
    assert [(one.key, one.field) for one in found.questions] == [("2026-0", "诉讼结果")]
    assert found.tables()["行政复议行政诉讼"]["未经复议直接起诉"]["结果维持"] is None
    answered = read(
        [("", "", "", "2026-05-01", "2026-08-01", "驳回诉讼请求")], f"{SAID}单件: {{2026-0: {{诉讼结果: 维持}}}}"
    )
    assert cells(answered) == {"未经复议直接起诉.结果维持": ("2026-0",)}


def test_a_sheet_of_their_own_is_used():
    book = Workbook()
    book.active.append(HEAD)
    book.active.append([value or None for value in row("2026-1", "2026-03-02", "公民", "2026-03-20", "公开")])
    own = book.create_sheet("行政诉讼")
    own.append(["案号", "立案日期", "审结日期", "结果", "是否经复议"])
    own.append(["2026-1", "2026-05-01", "2026-08-01", "维持", "否"])
    own.append(["2026-2", "2026-05-01", None, None, None])
    found = count_ledger(LedgerFile("台账.xlsx", saved(book)), SAID.encode(), LedgerWish(2026))
    assert cells(found) == {"未经复议直接起诉.结果维持": ("2026-1",)}
    assert [(one.key, one.field) for one in found.questions] == [("2026-2", "是否经复议")]


def open_fields(found: CountedLedger) -> list[str]:
    return [one.field for one in found.questions]


@pytest.mark.parametrize("answers", [SAID, ENDED])
@pytest.mark.parametrize(
    ("line", "field"),
    [
        (("2026-05-01", "2026-06-01", ""), "复议结果"),
        (("2026-05-01", "2026-06-01", "审理中"), "复议结果"),
        (("2026-05-01", "6月1日", "维持"), "复议审结日"),
        (("5月1日", "", "审理中"), "复议立案日"),
        (("", "", "审理中"), "复议立案日"),
    ],
)
def test_a_review_whose_days_and_result_do_not_agree_is_asked(line, field, answers):
    found = read([(*line, "", "", "")], answers)
    assert open_fields(found) == [field]
    assert found.tables()["行政复议行政诉讼"]["行政复议"]["总计"] is None
    assert not cells(found)


def test_a_person_may_say_that_a_review_is_pending():
    said = f"{SAID}单件: {{2026-0: {{复议结果: 尚未审结}}}}"
    found = read([("2026-05-01", "2026-06-01", "", "", "", "")], said)
    assert cells(found) == {"行政复议.尚未审结": ("2026-0",)}


@pytest.mark.parametrize("mark", ["无", "/", "否", "—"])
def test_a_stroke_in_the_columns_of_reviews_is_no_review(mark):
    for answers in (SAID, ENDED):
        found = read([(mark, mark, mark, mark, mark, mark), (mark, "", "", "", "", "")], answers)
        assert not found.questions
        assert found.tables()["行政复议行政诉讼"]["行政复议"]["总计"] == 0


def with_body(body: str, said: str, **more: str) -> CountedLedger:
    head = (*HEAD, "答复主体", "复议立案日", "复议结果")
    lines = [row("1", "2026-03-02", "公民", "2026-03-20", "公开", **more), row("2", "2026-03-02", "公民", "", "延期")]
    rows = [(*lines[0], body, "2026-05-01", "维持"), (*lines[1], "甲局", "", "")]
    return count_ledger(LedgerFile("台账.csv", as_csv(rows, head)), (SAID + said).encode(), LedgerWish(2026))


def test_a_review_of_a_row_that_does_not_count_does_not_count():
    bodies = "答复主体: {甲局: 本机关, 乙局: 其他机关}\n"
    assert cells(with_body("甲局", bodies)) == {"行政复议.结果维持": ("1",)}
    assert cells(with_body("乙局", bodies)) == {}
    assert cells(with_body("甲局", f"{bodies}单件: {{1: {{这一行: 不计}}}}")) == {}
    for doubtful in (with_body("乙局", ""), with_body("甲局", bodies, 申请人="作废")):
        assert doubtful.questions
        assert doubtful.reviews is not None
        assert doubtful.reviews.figure(("行政复议行政诉讼", "行政复议", "结果维持")) is None


def own_sheet(title: str, head: list[str], rows: list[list[str]], said: str = SAID) -> CountedLedger:
    book = Workbook()
    book.active.append(HEAD)
    book.active.append([value or None for value in row("2026-1", "2026-03-02", "公民", "2026-03-20", "公开")])
    own = book.create_sheet(title)
    for line in (head, *rows):
        own.append([value or None for value in line])
    return count_ledger(LedgerFile("台账.xlsx", saved(book)), said.encode(), LedgerWish(2026))


def test_a_case_that_does_not_say_whether_it_is_a_review_or_a_suit_is_asked():
    head = ["案号", "案件类型", "立案日期", "审结日期", "结果"]
    rows = [["1", "行政复议", "2026-05-01", "2026-06-01", "维持"], ["2", "", "2026-05-01", "2026-06-01", "维持"]]
    found = own_sheet("复议诉讼", head, rows)
    assert open_fields(found) == ["案件类型"]
    assert found.figure(("行政复议行政诉讼", "行政复议", "结果维持")) is None
    said = own_sheet("复议诉讼", head, rows, f"{SAID}单件: {{2: {{案件类型: 未经复议直接起诉}}}}")
    assert cells(said) == {"行政复议.结果维持": ("1",), "未经复议直接起诉.结果维持": ("2",)}


def test_rows_of_one_number_on_a_sheet_of_reviews_are_one_case_or_asked():
    head = ["案号", "立案日期", "审结日期", "结果"]
    same = ["1", "2026-05-01", "2026-06-01", "维持"]
    found = own_sheet("行政复议", head, [same, same])
    assert cells(found) == {"行政复议.结果维持": ("1",)}
    assert any("只计了一次" in one.message for one in found.faults)
    other = own_sheet("行政复议", head, [same, ["1", "2026-05-01", "2026-08-01", "撤销"]])
    assert open_fields(other) == ["重号"]
    assert not cells(other)


def test_a_sheet_of_both_without_their_kinds_is_left_unread_and_named():
    found = own_sheet("复议诉讼", ["案号", "立案日期", "审结日期", "结果"], [["1", "2026-05-01", "2026-06-01", "维持"]])
    assert found.tables()["行政复议行政诉讼"] is None
    assert any("复议诉讼!A1" in one.cells for one in found.faults)
    assert cases_of(found)["本年新收.自然人"] == ("2026-1",)
