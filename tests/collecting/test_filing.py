"""Who has filed: names, doubles, years, what is counted twice; every file in one place, whatever their order."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collecting.figures import YearFigures
from generator.collecting.filing import LastYears, make_ledger, year_of
from generator.collecting.names import Directory, name_form
from generator.collecting.records import Agency, Filed, FiledPassage, FilingEntry, Ledger, ListedProblem, Status
from generator.findings import Severity
from generator.form import edition_for, keys
from generator.report.model import Figure
from generator.report.plain import printed_paths

YEAR = 2025
WATER, FORESTS, OFFICE = "清河县水利局", "清河县林业局", "清河县人民政府办公室"
ROSTER = (
    Agency(WATER, ("水利局",), ("清河县水务局",)),
    Agency(FORESTS, ("林业局",)),
    Agency(OFFICE),
)
PATHS = tuple(printed_paths(edition_for(YEAR)))
DOCUMENTS = (keys.PROACTIVE, keys.NORMATIVE_DOCUMENTS)


def figures(changed: dict[tuple[str, ...], Figure] | None = None, year: int = YEAR) -> YearFigures:
    """All zero but what is given by the beginning of its path."""
    given_ = changed or {}
    return YearFigures(year, [next((v for p, v in given_.items() if path[: len(p)] == p), 0) for path in PATHS])


def filed(name: str | None, file: str = "", modified: int = 0, **more: object) -> Filed:
    """A readable report without a fault; ``digest`` differs from file to file."""
    file = file or f"{name}.docx"
    base = Filed(file, modified, name, YEAR, figures=figures(), digest=f"#{file}")
    return base._replace(**more)


def ledger(*files: Filed, newest: bool = False, roster: tuple[Agency, ...] = ROSTER, **last: object) -> Ledger:
    return make_ledger(YEAR, Directory(roster), files, LastYears()._replace(**last), newest=newest)


def entry(found: Ledger, name: str = WATER) -> FilingEntry:
    return next(one for one in found.entries if one.agency.name == name)


@pytest.mark.parametrize("name", [WATER, "清河县 水利局", "清河县水利局\u200b", "清河縣水利局".replace("縣", "县")])
def test_an_exact_name_is_the_agency_whatever_the_blanks(name: str) -> None:
    found = ledger(filed(name))
    assert entry(found).status is Status.GOOD
    assert entry(found).remarks == ()


@pytest.mark.parametrize("name", ["清河县水务局", "水利局", "水 利 局"])
def test_an_earlier_or_short_name_is_the_agency_and_is_said(name: str) -> None:
    found = entry(ledger(filed(name)))
    assert found.status is Status.GOOD
    assert found.remarks == (f"报告里的机关是“{name}”，按简称或者曾用名认作这家。",)


def test_the_reports_own_earlier_name_tells_the_agency() -> None:
    found = entry(ledger(filed("清河县水利水电事务中心", former_names=(WATER,))))
    assert found.status is Status.GOOD
    assert "清河县水利水电事务中心" in found.remarks[0]


@pytest.mark.parametrize("name", ["河南省清河县水利局", "安康市清河县水利局", "清河县水力局", "清河水利局"])
def test_a_near_name_is_only_suggested(name: str) -> None:
    found = ledger(filed(name))
    assert entry(found).status is Status.MISSING
    assert entry(found).filed is None
    assert "待确认" in entry(found).remarks[0]
    [aside] = found.asides
    assert aside.pending
    assert f"“{WATER}”" in aside.reason
    assert "简称" in aside.advice


def test_a_name_that_two_share_is_nobodys() -> None:
    roster = (Agency(WATER, ("县局",)), Agency(FORESTS, ("县局",)))
    found = ledger(filed("县局"), roster=roster)
    assert {one.status for one in found.entries} == {Status.MISSING}
    assert f"“{WATER}”、“{FORESTS}”" in found.asides[0].reason


def test_an_agency_that_is_not_on_the_list() -> None:
    [aside] = ledger(filed("清河县新设机构管理中心")).asides
    assert aside.reason == "待确认：名单里没有“清河县新设机构管理中心”"


def test_without_a_name_the_files_name_is_only_suggested() -> None:
    found = ledger(filed(None, "林业局 2025.docx"))
    assert "看文件名可能是“清河县林业局”" in found.asides[0].reason
    assert entry(found, FORESTS).status is Status.MISSING


def test_the_files_name_tells_where_the_name_in_the_report_may_be_wrong() -> None:
    """The neighbours' report was the model, and their name is left in it."""
    found = ledger(filed(WATER), filed("邻县水利局", "林业/林业局年报.docx"))
    [aside] = found.asides
    assert aside.reason == f"待确认：报告里的机关是“邻县水利局”，可能是名单里的“{WATER}”，看文件名可能是“{FORESTS}”"
    assert aside.advice.endswith(f"；如果是“{FORESTS}”的，请该单位改正报告里的机关名称")
    assert entry(found, FORESTS).remarks == (
        "“林业/林业局年报.docx”可能是这家的（报告里的机关是“邻县水利局”），待确认。",
    )
    assert entry(found, FORESTS).status is Status.MISSING


@pytest.mark.parametrize(
    ("file", "named"), [("统计局年报.doc", ["清河县统计局"]), ("民政局.doc", []), ("县局.doc", []), ("局.doc", [])]
)
def test_a_file_is_named_without_the_county_as_well_unless_many_could_be_meant(file: str, named: list[str]) -> None:
    roster = (Agency("清河县统计局"), *(Agency(f"{region}民政局") for region in ("甲区", "乙区", "丙区", "丁区")))
    found = ledger(Filed(file, 0), roster=roster)
    assert [one.agency.name for one in found.entries if one.remarks] == named


def test_a_file_that_cannot_be_read_is_named_at_the_agency_it_may_be_of() -> None:
    problem = ListedProblem(
        Severity.ERROR, "全文", "这是旧式的 .doc 或 .wps 文件，不能直接读取。", "请另存为 .docx 再导入。"
    )
    found = ledger(Filed("水利局/水利局年报.doc", 0, problems=(problem,)))
    assert entry(found).status is Status.MISSING
    assert "水利局/水利局年报.doc" in entry(found).remarks[0]
    assert found.asides[0].reason == "没有读成：这是旧式的 .doc 或 .wps 文件，不能直接读取"


def test_yaml_that_cannot_be_read_but_says_whose_it_is_is_faulty() -> None:
    broken = Filed("a.yaml", 0, WATER, YEAR, problems=(ListedProblem(Severity.ERROR, "第3行", "缺少括号", "补上"),))
    found = entry(ledger(broken))
    assert found.status is Status.FAULTY
    assert found.filed is not None
    assert not found.filed.readable
    both = ledger(broken, filed(WATER))
    assert entry(both).status is Status.GOOD
    assert [aside.file for aside in both.asides] == ["a.yaml"]


@pytest.mark.parametrize(
    ("severity", "status"),
    [(Severity.ERROR, Status.FAULTY), (Severity.WARNING, Status.DOUBTFUL), (Severity.INFO, Status.GOOD)],
)
def test_the_worst_problem_is_the_status(severity: Severity, status: Status) -> None:
    problems = (ListedProblem(Severity.INFO, "", "", ""), ListedProblem(severity, "", "", ""))
    assert entry(ledger(filed(WATER, problems=problems))).status is status


def test_another_years_report_is_named() -> None:
    found = ledger(filed(WATER, year=YEAR - 1))
    assert entry(found).status is Status.MISSING
    assert found.asides[0].reason == f"是 {YEAR - 1} 年度的报告（{WATER}），不是 {YEAR} 年度的"
    assert entry(found).remarks == (f"“{WATER}.docx”是 {YEAR - 1} 年度的，不算交。",)
    both = ledger(filed(WATER, year=YEAR - 1), filed(WATER, "b.docx"))
    assert entry(both).remarks == ()


def test_the_year_is_that_of_most_reports_the_later_of_two() -> None:
    assert year_of([]) is None
    assert year_of([filed("a", year=2024), filed("b"), filed("c", year=2024)]) == 2024
    assert year_of([filed("a", year=2024), filed("b")]) == YEAR


def test_one_report_in_several_formats_is_one() -> None:
    files = [filed(WATER, name, digest="same") for name in ("b.pdf", "a.docx", "c.yaml", "d.html")]
    found = ledger(*files)
    chosen = entry(found)
    assert chosen.status is Status.GOOD
    assert chosen.filed is not None
    assert chosen.filed.file == "c.yaml"
    assert [aside.file for aside in found.asides] == ["a.docx", "b.pdf", "d.html"]
    assert {aside.reason for aside in found.asides} == {"与“c.yaml”是同一份报告，内容相同"}


def text(paragraph: str) -> tuple[FiledPassage, ...]:
    return (FiledPassage("总体情况", "", "", (paragraph,)),)


LONG = "本机关全年通过门户网站公开各类信息，及时回应群众关切，按期办结收到的申请。" * 4


def test_of_copies_the_one_without_a_number_is_named() -> None:
    copies = [filed(WATER, file, digest="#") for file in ("年报 (2).docx", "年报.docx", "年报 - 副本.docx")]
    of_them = entry(ledger(*copies)).filed
    assert of_them is not None
    assert of_them.file == "年报.docx"


def test_a_pdf_of_the_same_report_may_break_its_text_otherwise() -> None:
    docx = filed(WATER, "a.docx", passages=text(LONG))
    pdf = filed(WATER, "a.pdf", passages=text(LONG.replace("，", "， ") + "1"))
    assert entry(ledger(docx, pdf)).status is Status.GOOD
    unlike = pdf._replace(figures=figures({("政府信息公开申请", "本年新收"): 1}))
    assert entry(ledger(docx, unlike)).status is Status.FAULTY
    unread = pdf._replace(figures=figures({("政府信息公开申请", "本年新收"): None}))
    assert entry(ledger(docx, unread)).status is Status.GOOD
    assert entry(ledger(docx, pdf._replace(file="b.docx"))).status is Status.FAULTY


def test_two_that_differ_are_an_error_that_names_both_and_a_place() -> None:
    one = filed(WATER, "水利局.docx", modified=1)
    other = filed(WATER, "水利局(2).docx", modified=2, figures=figures({(*DOCUMENTS, keys.ISSUED): 5}))
    found = ledger(one, other)
    chosen = entry(found)
    assert chosen.status is Status.FAULTY
    assert chosen.filed is not None
    assert not chosen.filed.readable
    [problem] = chosen.filed.problems
    assert "“水利局(2).docx”" in problem.message
    assert "“水利局.docx”" in problem.message
    assert "数字有 1 处不同，例如表二“行政规范性文件”本年制发：0 和 5" in problem.message
    assert found.asides == ()
    assert "--newest" in chosen.remarks[0]


@pytest.mark.parametrize(
    ("name", "said"), [(WATER, "（数字相同，文字不同）"), ("水利局", f"（数字相同，机关写的是“{WATER}”和“水利局”）")]
)
def test_two_with_the_same_figures_say_what_differs(name: str, said: str) -> None:
    chosen = entry(ledger(filed(WATER, "a.docx"), filed(name, "b.docx"))).filed
    assert chosen is not None
    assert said in chosen.problems[0].message


@pytest.mark.parametrize(("newer", "older"), [("新.docx", "旧.docx"), ("旧.docx", "新.docx")])
def test_newest_takes_the_later_and_says_so(newer: str, older: str) -> None:
    files = [filed(WATER, older, modified=1), filed(WATER, newer, modified=2)]
    found = ledger(*files, newest=True)
    chosen = entry(found)
    assert chosen.filed is not None
    assert chosen.filed.file == newer
    assert chosen.status is Status.GOOD
    assert chosen.remarks == (f"交来 2 份不同的报告，取了最后修改的“{newer}”，没有用“{older}”。",)
    assert [aside.file for aside in found.asides] == [older]


def test_newest_does_not_guess_between_files_of_the_same_moment() -> None:
    found = entry(ledger(filed(WATER, "a.docx"), filed(WATER, "b.docx"), newest=True))
    assert found.status is Status.FAULTY
    assert "分不出先后" in found.remarks[0]


def carried(cell: int, table: str = keys.CARRIED_IN) -> dict[tuple[str, ...], Figure]:
    return {(keys.APPLICATIONS, table, "自然人"): cell}


@pytest.mark.parametrize(
    ("now", "before", "year", "agrees"),
    [
        *((2, 2, 2024, True), (2, 3, 2024, False), (3, 2, 2024, False), (0, 2, 2024, False), (2, 0, 2024, False)),
        *((2, None, 2024, None), (2, 2, 2023, None), (None, 2, 2024, None)),
    ],
)
def test_what_is_carried_in_is_held_against_last_year(now, before, year, agrees) -> None:
    last = Filed("去年.docx", 0, WATER, year, figures=figures(carried(before, keys.CARRIED_OUT), year))
    report = filed(WATER, figures=figures(carried(now)))
    assert entry(ledger(report, by_place={0: last})).carried_in_agrees is agrees
    assert entry(ledger(report, by_file={report.file: last})).carried_in_agrees is agrees
    assert entry(ledger(report)).carried_in_agrees is None


def test_what_last_years_folder_lacks_is_said() -> None:
    assert "没有这家上年的报告" in entry(ledger(filed(WATER), handed_in=True)).remarks[0]
    assert "几份不同" in entry(ledger(filed(WATER), handed_in=True, doubles=frozenset([0]))).remarks[0]


def test_a_report_over_several_agencies_may_count_twice() -> None:
    assert "统计范围是“汇总”" in entry(ledger(filed(WATER, consolidated=True))).remarks[0]
    county, town = Agency("清河县人民政府"), Agency("清河县柳林镇人民政府")
    found = ledger(filed(county.name), filed(town.name), roster=(*ROSTER, county, town))
    assert "可能重复计算" in entry(found, county.name).remarks[0]
    assert entry(found, town.name).remarks == ()


@pytest.mark.parametrize(("issued", "remarks"), [(3, 1), (0, 0)])
def test_the_same_documents_of_the_office_and_a_department_may_count_twice(issued: int, remarks: int) -> None:
    same = figures({DOCUMENTS: issued})
    found = ledger(filed(OFFICE, figures=same), filed(FORESTS, figures=same), filed(WATER))
    assert len(entry(found, OFFICE).remarks) == len(entry(found, FORESTS).remarks) == remarks
    assert entry(found, WATER).remarks == ()
    if remarks:
        assert f"与“{FORESTS}”完全相同" in entry(found, OFFICE).remarks[0]


def test_two_agencies_with_the_same_text_are_warned_of() -> None:
    own = "我局会同河道管理所在汛前逐段检查堤防，对发现的隐患逐条登记并向沿河村庄公布处理进度和责任人员名单。" * 3
    found = ledger(filed(WATER, passages=text(own)), filed(FORESTS, passages=text(own)))
    assert entry(found).status is entry(found, FORESTS).status is Status.DOUBTFUL


NAMES = [WATER, FORESTS, OFFICE, "水利局", "清河县水务局", "河南省清河县水利局", "清河县审计局", None]


@st.composite
def folders(draw: st.DrawFn) -> list[Filed]:
    """Any mixture of files: exact, other, near and unknown names, years, formats, the same and different content."""
    files = []
    for number in range(draw(st.integers(0, 8))):
        file = f"{number}.{draw(st.sampled_from(['docx', 'pdf', 'yaml']))}"
        name, year = draw(st.sampled_from(NAMES)), draw(st.sampled_from([YEAR, YEAR, YEAR, YEAR - 1, None]))
        content = draw(st.integers(0, 2))
        values = figures({(*DOCUMENTS, keys.ISSUED): content}) if draw(st.integers(0, 4)) else {}
        files.append(Filed(file, draw(st.integers(0, 2)), name, year, figures=values, digest=f"{name}{content}"))
    return files


@given(folders(), st.booleans(), st.randoms())
def test_the_order_of_the_files_does_not_matter(files: list[Filed], newest: bool, dice) -> None:
    shuffled = list(files)
    dice.shuffle(shuffled)
    assert ledger(*files, newest=newest) == ledger(*shuffled, newest=newest)


@given(folders(), st.booleans())
def test_every_file_is_in_one_place(files: list[Filed], newest: bool) -> None:
    found = ledger(*files, newest=newest)
    counted = [file for one in found.entries if one.filed for file in one.filed.file.split("、")]
    assert sorted([*counted, *(aside.file for aside in found.asides)]) == sorted(filed.file for filed in files)


@given(folders(), st.booleans())
def test_nobody_is_guessed(files: list[Filed], newest: bool) -> None:
    for one in ledger(*files, newest=newest).entries:
        if one.filed is not None:
            names = (one.agency.name, *one.agency.short_names, *one.agency.former_names)
            assert name_form(str(one.filed.agency)) in map(name_form, names)
            assert one.filed.year in (YEAR, None)


@given(st.text())
def test_the_form_of_a_name_is_one(name: str) -> None:
    assert name_form(name_form(name)) == name_form(name)


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 10**9), st.decimals(0, 10**9, places=6)), min_size=200, max_size=200)
)
def test_figures_keep_what_they_are_given(values: list[int | Decimal | None]) -> None:
    found = YearFigures(YEAR, values)
    assert list(found.values()) == values
    assert list(found) == list(PATHS)
