"""What a case comes to: where it comes in and goes out, what is asked, what is left out."""

from __future__ import annotations

import pytest
from ledgers import HEAD, NO_CARRY, as_csv, asked, cases_of, counted, row

from generator.ledger.run import LedgerFile, LedgerWish, count_ledger


def outcome(value: str, **more: object) -> dict[str, tuple[str, ...]]:
    return cases_of(counted([row("1", "2026-03-02", "公民", "2026-03-20", value, **more)]))


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("公开", "予以公开"),
        ("（一）予以公开", "予以公开"),
        (" 部分 公开 ", "部分公开"),
        ("区分处理", "部分公开"),
        ("个人隐私", "不予公开.保护第三方合法权益"),
        ("不予公开（属于国家秘密）", "不予公开.属于国家秘密"),
        ("（四）无法提供-1.本机关不掌握相关政府信息", "无法提供.本机关不掌握相关政府信息"),
        ("告知向县档案局申请", "无法提供.本机关不掌握相关政府信息"),
        ("逾期不补正", "其他处理.逾期不补正"),
        ("撤回", "其他处理.其他"),
    ],
)
def test_a_certain_word_is_one_result(word, place):
    assert outcome(word)[f"办理结果.{place}.自然人"] == ("1",)


@pytest.mark.parametrize(
    "word",
    [
        *("不予公开", "其他", "终止", "咨询", "转办", "党务信息", "视为放弃", "申请内容不明确", "已办结", "重新答复"),
        *("予以公开；信息不存在", "公开、不予公开", "补正后仍不明确", "同意后公开部分"),
    ],
)
def test_what_is_not_certain_is_asked_and_in_no_result(word):
    found = counted([row("1", "2026-03-02", "公民", "2026-03-20", word)])
    assert [(one.column, one.cases) for one in found.questions] == [("答复类型", ("1",))]
    assert found.tables()["政府信息公开申请"]["办理结果"]["总计"]["自然人"] is None
    assert not any(place.startswith("办理结果") for place in cases_of(found))


def test_years_part_received_carried_in_and_carried_out():
    found = counted(
        [
            row("2025-9", "2025-12-20", "公民", "2026-01-10", "公开"),
            row("2025-8", "2025-03-01", "公民", "2025-03-10", "公开"),
            row("2026-1", "2026-11-30", "公民", "2027-01-04", "公开"),
            row("2026-2", "2026-12-20", "公民"),
            row("2026-3", "2026-12-20", "公民", "", "延期"),
            row("2027-1", "2027-01-03", "公民"),
        ],
        answers="",
    )
    assert cases_of(found) == {
        "本年新收.自然人": ("2026-1", "2026-2", "2026-3"),
        "上年结转.自然人": ("2025-9",),
        "办理结果.予以公开.自然人": ("2025-9",),
        "结转下年度.自然人": ("2026-1", "2026-2", "2026-3"),
    }
    assert not found.questions
    assert dict(found.excluded) == {"2025-8": "统计期以前已经办结", "2027-1": "统计期以后收到的"}


def test_without_an_older_case_nobody_knows_what_was_carried_in():
    rows = [row("1", "2026-03-02", "公民", "2026-03-20", "公开")]
    found = counted(rows, answers="")
    assert asked(found) == [("口径", "2026年上年结转", "")]
    table = found.tables()["政府信息公开申请"]
    assert table["上年结转"]["自然人"] is None
    assert table["本年新收"]["自然人"] == 1
    assert counted(rows, answers="", none_carried=True).tables()["政府信息公开申请"]["上年结转"]["总计"] == 0
    assert not counted(rows).questions


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"received": "2026-02-30"}, "收到日期"),
        ({"received": "3月2日"}, "收到日期"),
        ({"received": "2026-03-02、2026-03-05"}, "收到日期"),
        ({"received": ""}, "收到日期"),
        ({"number": "2025-1"}, "收到日期"),
        ({"answered": "2026-02-20"}, "答复日期"),
        ({"answered": "3.20"}, "答复日期"),
        ({"answered": ""}, "答复日期"),
        ({"outcome": "撤回", "answered": ""}, "撤回日期"),
        ({"outcome": ""}, "答复类型"),
        ({"outcome": "办理中"}, "答复类型"),
        ({"outcome": "", "answered": ""}, "答复类型"),
        ({"kind": ""}, "申请人类型"),
        ({"kind": "单位"}, "申请人类型"),
    ],
)
def test_each_doubt_is_asked_about_that_case_alone(values, field):
    plain = {"number": "2026-1", "received": "2026-03-02", "answered": "2026-03-20", "outcome": "公开"}
    found = counted([row(**(plain | values))])
    number = values.get("number", "2026-1")
    assert asked(found) == [("单件", number, field)]


def test_an_answer_of_one_case_holds_for_that_case_alone():
    rows = [row(str(n), "2026-03-02", "单位", "2026-03-20", "其他") for n in (1, 2)]
    said = "口径: {2026年上年结转: 0}\n单件: {1: {申请人类型: 商业企业, 答复类型: 重复申请}}\n"
    found = counted(rows, said)
    assert cases_of(found)["办理结果.不予处理.重复申请.商业企业"] == ("1",)
    assert {key for _, key, _ in asked(found)} == {"2"}
    whole = "答复类型: {其他: 重复申请}\n申请人类型: {单位: 商业企业}\n"
    assert len(asked(counted(rows, whole))) == 5


def test_an_answer_about_a_plain_word_holds_for_all_cases():
    rows = [row(str(n), "2026-03-02", "个体户", "2026-03-20", "无此信息") for n in (1, 2)]
    first = counted(rows)
    assert asked(first) == [("申请人类型", "个体户", ""), ("答复类型", "无此信息", "")]
    assert [one.cases for one in first.questions] == [("1", "2")] * 2
    said = f"{NO_CARRY}答复类型: {{无此信息: 本机关不掌握相关政府信息}}\n申请人类型: {{个体户: 商业企业}}"
    assert cases_of(counted(rows, said))["办理结果.无法提供.本机关不掌握相关政府信息.商业企业"] == ("1", "2")


def test_an_answer_that_is_no_place_of_the_form_stays_open():
    rows = [row("1", "2026-03-02", "公民", "2026-03-20", "其他")]
    said = "口径: {2026年上年结转: 0}\n单件: {1: 部份公开}"
    assert asked(counted(rows, said)) == [("单件", "1", "答复类型")]


def test_rows_that_are_equal_count_once_and_different_ones_are_asked():
    one = row("2026-1", "2026-03-02", "公民", "2026-03-20", "公开")
    twice = counted([one, one])
    assert cases_of(twice)["本年新收.自然人"] == ("2026-1",)
    assert not twice.questions
    assert twice.faults[0].cells == ("Sheet1!A2", "Sheet1!A3")
    other = row("2026-1", "2026-03-02", "公民", "2026-03-23", "公开")
    assert asked(counted([one, other])) == [("单件", "2026-1", "重号")]
    said = "口径: {2026年上年结转: 0}\n单件: {2026-1: {重号: 各计一件}}"
    assert cases_of(counted([one, other], said))["本年新收.自然人"] == ("2026-1", "Sheet1!A3")
    said = "口径: {2026年上年结转: 0}\n单件: {2026-1: {重号: Sheet1!A3}}"
    assert cases_of(counted([one, other], said))["本年新收.自然人"] == ("2026-1",)


def test_parts_of_one_application_are_told_apart_unless_a_person_says_otherwise():
    rows = [row(f"2026-1-{n}", "2026-03-02", "公民", "2026-03-20", "公开") for n in (1, 2)]
    assert cases_of(counted(rows))["本年新收.自然人"] == ("2026-1-1", "2026-1-2")
    said = "口径: {2026年上年结转: 0}\n单件: {2026-1-2: 不计}"
    found = counted(rows, said)
    assert cases_of(found)["本年新收.自然人"] == ("2026-1-1",)
    assert found.excluded == (("2026-1-2", "对照里写明不计"),)


def test_corrections_of_ones_own_data_are_no_applications():
    found = counted([row("1", "2026-03-02", "公民", "2026-03-20", "更正自身信息")])
    assert found.excluded[0][0] == "1"
    assert cases_of(found) == {}


def test_last_years_ledger_gives_the_cases_carried_in():
    from ledgers import as_csv

    from generator.ledger.run import LedgerFile

    before = [
        row("2025-7", "2025-12-01", "公民"),
        row("2025-8", "2025-12-02", "商业企业", "2026-01-06", "公开"),
        row("2025-9", "2025-12-03", "公民", "", "延期"),
    ]
    last = LedgerFile("去年.csv", as_csv(before))
    rows = [row("2025-9", "2025-12-03", "公民", "2026-02-02", "公开"), row("2026-1", "2026-12-30")]
    found = counted(rows, "", last=last)
    assert asked(found) == [("单件", "2025-7", "答复类型")]
    assert cases_of(found)["上年结转.自然人"] == ("2025-9", "2025-7")
    assert cases_of(found)["办理结果.予以公开.商业企业"] == ("2025-8",)
    said = "单件: {2025-7: {答复类型: 重复申请, 答复日期: 2026-01-09}}"
    done = counted(rows, said, last=last)
    assert not done.questions
    assert cases_of(done)["办理结果.不予处理.重复申请.自然人"] == ("2025-7",)


def of_bodies(bodies: list[str], answers: str = ""):
    rows = [(*row(str(at), "2026-03-02", "公民", "2026-03-20", "公开"), body) for at, body in enumerate(bodies)]
    data = as_csv(rows, (*HEAD, "答复主体"))
    return count_ledger(LedgerFile("台账.csv", data), f"{NO_CARRY}{answers}".encode(), LedgerWish(2026))


def test_a_row_that_names_none_of_several_bodies_is_asked_by_its_cell():
    found = of_bodies(["甲局", "乙局", ""], "答复主体: {甲局: 本机关, 乙局: 其他机关}")
    assert asked(found) == [("答复主体", "Sheet1!I4", "")]
    assert found.table.figure(("政府信息公开申请", "本年新收", "自然人")) is None
    said = of_bodies(["甲局", "乙局", ""], "答复主体: {甲局: 本机关, 乙局: 其他机关, Sheet1!I4: 本机关}")
    assert cases_of(said)["本年新收.自然人"] == ("0", "2")
    assert not of_bodies(["甲局", ""]).questions


def test_a_body_whose_name_may_not_be_shown_can_be_answered():
    found = of_bodies(["甲局", "张三（电话13800000000）"], "答复主体: {甲局: 本机关, Sheet1!I3: 其他机关}")
    assert not found.questions
    assert cases_of(found)["本年新收.自然人"] == ("0",)


def test_an_answer_about_a_stroke_says_nothing_of_blank_cells():
    rows = [row(str(at), "2026-03-02", kind, "2026-03-20", "公开") for at, kind in enumerate(["/", ""])]
    found = counted(rows, f"{NO_CARRY}申请人类型: {{/: 自然人}}")
    assert asked(found) == [("单件", "1", "申请人类型")]


def with_last(before: list, now: list, answers: str = ""):
    return counted(now, answers, last=LedgerFile("去年.csv", as_csv(before)))


CARRIED_IN = ("政府信息公开申请", "上年结转", "自然人")


def test_a_number_that_begins_anew_does_not_hide_last_years_case():
    found = with_last([row("5", "2025-12-20", "公民")], [row("5", "2026-12-02", "公民")])
    assert asked(found) == [("单件", "上年台账:Sheet1!A2", "答复类型")]
    assert found.figure(CARRIED_IN) == 1
    said = "单件: {'上年台账:Sheet1!A2': 结转下年度}"
    assert not with_last([row("5", "2025-12-20", "公民")], [row("5", "2026-12-02", "公民")], said).questions


def test_last_years_case_without_a_number_is_asked_for():
    before, now = [row("", "2025-12-20", "公民")], [row("", "2026-12-02", "公民")]
    found = with_last(before, now)
    assert asked(found) == [("单件", "上年台账:Sheet1!A2", "答复类型")]
    assert found.figure(CARRIED_IN) is None
    there = with_last(before, now, "单件: {'上年台账:Sheet1!A2': 不计}")
    assert not there.questions
    assert there.figure(CARRIED_IN) == 0


@pytest.mark.parametrize("outcome", ["", "办理中"])
def test_a_withdrawal_without_an_outcome_is_asked(outcome):
    found = counted([row("1", "2026-12-02", "公民", "", outcome, 撤回日期="2026-12-10")])
    assert asked(found) == [("单件", "1", "答复类型")]
    assert found.figure(("政府信息公开申请", "结转下年度", "自然人")) is None
    later = counted([row("1", "2026-12-02", "公民", "", outcome, 撤回日期="2027-01-10")])
    assert cases_of(later)["结转下年度.自然人"] == ("1",)


@pytest.mark.parametrize("outcome", ["", "办理中"])
def test_a_case_of_which_the_receipt_is_not_known_is_in_no_row_for_certain(outcome):
    found = counted([row("1", "12月2日", "公民", "", outcome)])
    assert asked(found) == [("单件", "1", "收到日期")]
    for place in (("本年新收",), ("结转下年度",)):
        assert found.figure(("政府信息公开申请", *place, "自然人")) is None


def test_a_case_that_may_have_been_finished_before_is_not_carried_in_for_certain():
    found = counted([row("1", "2025-12-02", "公民", "2025-12-20", "办理中")])
    assert asked(found) == [("单件", "1", "答复类型")]
    assert found.figure(CARRIED_IN) is None


def test_a_stroke_is_no_day_of_a_supplement():
    found = counted([row("1", "2026-03-02", "公民", "2026-03-20", "补正后仍不明确", 补正告知日="无")])
    assert asked(found) == [("单件", "1", "答复类型")]
