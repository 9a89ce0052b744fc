"""What stands in a published cell: the figure it says, or nothing and a doubt; never another figure."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing.published_figures import FORMATS, PLACES, read, web

COUNTS = ["table 2", "table 3", "table 4"]
formats = pytest.mark.parametrize("suffix", FORMATS)


def named(place: str, doubts: str) -> bool:
    return PLACES[place].row[-1] in doubts


@formats
@pytest.mark.parametrize("place", PLACES)
def test_the_plain_figure(suffix: str, place: str) -> None:
    where = PLACES[place]
    value, imported = read(suffix, FORMATS[suffix](where, where.printed), where)
    assert value == where.printed
    assert not [doubt for doubt in imported.doubts if doubt.confidence < 0.9]


@formats
@pytest.mark.parametrize("place", COUNTS)
@pytest.mark.parametrize("text", ["{}件", "{} 件", "１{}", "（）", "{}。", "\u200b{}"])
def test_a_notation_that_says_the_figure(suffix: str, place: str, text: str) -> None:
    where = PLACES[place]
    digits = where.printed
    full_width = digits.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    text = {"１{}": full_width, "（）": f"{digits}（其中网上12件）"}.get(text, text.format(digits))
    assert read(suffix, FORMATS[suffix](where, text), where)[0] == digits


UNCERTAIN = [
    "-{}", "－{}", "−{}", "— {}", "负{}", "({})", "（{}）", "[{}]", "{}-", "△{}", "+{}",
    "{}¹", "{}²", "{}①", "{}⑴", "{}⒈", "①{}", "¹{}", "{}₂", "{}½", "{}*", "{}※", "{}[1]", "{}（1）", "{}注1",
    "{}%", "{}％", "{}‰", "{}e3", "{}E2", "{}O", "O{}", "{}l", "{}k", "{}W", "{}x",
    "{}左右", "约{}", "近{}", "{}余", "{}多件", "不到{}", "{}以上", "超{}件", "{}余件", "大约有{}件", "其中{}件",
    "{}/3", "3/{}", "{}:30", "{}~9", "{}-9", "{}^2", "{}×2", "{}+5", "={}", "{},12", "{},1", "1,{}", "{}.",
    "2\n{}", "{}\n8", "{}\n其中2件", "约\n{}", "{}\n左右", "{} 8", "{}、8", "{}；8",
    "{}万美元", "{}元", "{}千元", "{}\u202e", "\u202e{}", "{}\u2064" + "3", "{}\u0336", "{}\u20dd", "第{}号", "{}号",
    "{0}件{0}件", "{0} {0}", "{0}\n{0}", "{0}；{0}件", "{}\ufffd", "\ufffd{}", "{}\ue0f1", "<\ufffd{}> 本年",
]  # fmt: skip


SETTINGS = [(place, suffix) for suffix in sorted(FORMATS) for place in COUNTS]
CASES = [(place, suffix, text) for n, (place, suffix) in enumerate(SETTINGS) for text in UNCERTAIN[n % 4 :: 4]]
"""Every notation in each table, in one format or another."""


@pytest.mark.parametrize(("place", "suffix", "text"), CASES)
def test_what_stands_beside_a_figure_is_never_dropped_nor_glued_to_it(place: str, suffix: str, text: str) -> None:
    where = PLACES[place]
    value, imported = read(suffix, FORMATS[suffix](where, text.format(where.printed)), where)
    if text == "{}.":
        assert value in (None, where.printed)
        return
    assert value is None
    assert [doubt for doubt in imported.doubts if doubt.path[: len(where.row)] == where.row and not doubt.value], text


PARTS = [
    "{}十六", "{}件十六", "十六{}", "{}十六其中2", "{}其中2", "{}另2",
    "共计{}其中新增2", "总计其中规章{}", "本年度合计其中规章{}",
    "上述数目登记为{}，其中新增2", "上述数目登记为，其中新增{}", "我们今年一共办结的行政许可件数是{}，其中新增2",
    "行政许可其中新增{}",
]  # fmt: skip


@formats
@pytest.mark.parametrize("place", COUNTS)
@pytest.mark.parametrize("text", PARTS)
def test_no_word_of_a_figures_cell_is_taken_for_a_label_nor_its_part_for_the_figure(
    suffix: str, place: str, text: str
) -> None:
    where = PLACES[place]
    value, imported = read(suffix, FORMATS[suffix](where, text.format(16)), where)
    assert value is None
    assert [doubt for doubt in imported.doubts if doubt.path[: len(where.row)] == where.row and not doubt.value]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("：其中新增2", None), (" 其中 2", None), (" 16十六", None), (" 十六16", None), (" 16十", None),
        (" 16 另2", None), ("，其中：网上办理 2件", None),
        (" 16", "16"), ("：16件", "16"),
    ],
)  # fmt: skip
def test_nor_in_running_text(text: str, right: str | None) -> None:
    where = PLACES["table 2"]
    page = FORMATS["txt"](where, "〇").decode()
    assert "行政许可\t〇" in page
    value, imported = read("txt", page.replace("行政许可\t〇", f"行政许可{text}").encode(), where)
    assert value == right
    assert right or [doubt for doubt in imported.doubts if doubt.path[: len(where.row)] == where.row]


def test_rows_in_one_cell_behind_anothers_figure_keep_each_its_own() -> None:
    where = PLACES["table 2"]
    page = FORMATS["txt"](where, "〇").decode()
    for said in ("行政许可\t16 行政处罚 7\n行政强制\t5", "行政许可 16 行政处罚\t7\n行政强制\t5"):
        cut = re.sub(r"行政许可\t〇.*?行政强制\t5", said, page, count=1, flags=re.DOTALL)
        assert cut != page
        assert read("txt", cut.encode(), where)[0] == "16"
        assert read("txt", cut.encode(), PLACES["table 2"]._replace(row=("主动公开政府信息", "行政处罚")))[0] == "7"


@formats
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", ["0 0", "0\n0", "/ /", "0件0件"])
def test_twice_nothing_in_one_cell_is_two_figures_as_well(suffix: str, place: str, text: str) -> None:
    where = PLACES[place]
    value, imported = read(suffix, FORMATS[suffix](where, text), where)
    assert value is None
    assert named(place, " ".join(doubt.message for doubt in imported.doubts))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "text", ["1.|G", "1.||||||G", "12.+", "7.°", "5. %", "5、-", "5. A", "5 . ×", "5、》", "0. =", "5. 6"]
)
def test_a_number_with_a_point_is_no_lists_number_before_what_is_no_word(place: str, text: str) -> None:
    where = PLACES[place]
    value, imported = read("html", FORMATS["html"](where, text), where)
    assert value is None
    assert [doubt for doubt in imported.doubts if doubt.path[: len(where.row)] == where.row]


@pytest.mark.parametrize("text", ["0. =", "5、-", "5. 》", "5. 6", "5 . %"])
def test_nor_is_it_in_running_text(text: str) -> None:
    where = PLACES["table 2"]
    page = FORMATS["txt"](where, "〇").decode()
    assert "行政许可\t〇" in page
    value, imported = read("txt", page.replace("行政许可\t〇", f"行政许可 {text}").encode(), where)
    assert value is None
    assert [doubt for doubt in imported.doubts if doubt.path[: len(where.row)] == where.row]


@formats
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", ["二百三十七", "约二百", "两百余件", "壹佰", "十二", "五"])
def test_a_number_in_words_that_is_not_read_is_shown_as_it_stands(suffix: str, place: str, text: str) -> None:
    where = PLACES[place]
    value, imported = read(suffix, FORMATS[suffix](where, text), where)
    assert value is None
    said = " ".join(doubt.message for doubt in imported.doubts if doubt.path[:2] == where.row)
    assert "没有找到" not in said
    assert f"印作“{text}" in said or (len(text) == 1 and place == "table 4")


@pytest.mark.parametrize("text", ["二百三十七件", "一千零五件", "3件"])
def test_a_number_with_its_unit_is_read_and_never_called_none(text: str) -> None:
    where = PLACES["table 2"]
    value, imported = read("html", FORMATS["html"](where, text), where)
    assert value == {"二百三十七件": "237", "一千零五件": "1005", "3件": "3"}[text]
    assert not [doubt for doubt in imported.doubts if "按 0 记" in doubt.message]


@pytest.mark.parametrize(
    ("text", "right"), [("16件", None), ("五条", None), ("5千", None), ("0件", "0"), ("零件", "0")]
)
def test_counts_are_no_amounts(text: str, right: str | None) -> None:
    where = PLACES["amount"]
    value, imported = read("html", FORMATS["html"](where, text), where)
    assert value == right
    assert right or any(f"印作“{text}”，读不出" in doubt.message for doubt in imported.doubts)


def test_a_merged_cell_that_was_cut_up_again_is_one_figure_only_where_all_are_alike() -> None:
    where = PLACES["table 2"]
    page = FORMATS["html"](where, "16").decode()
    whole = re.search(r"<td[^>]*>16</td>", page)
    assert whole
    for cells, right in (("16 16 16", "16"), ("16 16 17", None), ("16 0 0", None)):
        cut = "".join(f"<td>{cell}</td>" for cell in cells.split())
        assert read("html", page.replace(whole[0], cut).encode(), where)[0] == right


@pytest.mark.parametrize("suffix", ["html", "txt", "docx"])
@pytest.mark.parametrize(
    ("text", "unit", "right"),
    [
        ("813500", "元", "81.35"), ("813,500", "元", "81.35"), ("813.5", "千元", "81.35"),
        ("0.8135", "百万元", "81.35"),
        ("0.008135", "亿元", "81.35"), ("813500元", "万元", "81.35"), ("81.35万元", "元", "81.35"),
        ("81.35万元", "万元", "81.35"), ("81.35万", "元", "81.35"), ("0.008135亿元", "万元", "81.35"),
        ("813.5千元", "万元", "81.35"), ("813500（元）", "万元", "81.35"), ("￥813500元", "万元", "81.35"),
        ("813500", "人民币元", "81.35"), ("0", "元", "0"), ("/", "元", "0"), ("0元", "万元", "0"),
        ("813.5千", "万元", None), ("81.35", "万美元", None), ("81.35", "美元", None), ("0.001", "元", None),
        ("81.35万美元", "万元", None), ("81万3500元", "万元", None), ("813500元2角", "万元", None),
        ("81.35件", "万元", None),
        ("-81.35", "万元", None), ("81.35¹", "万元", None), ("约81.35", "万元", None), ("81.35%", "元", None),
    ],
)  # fmt: skip
def test_an_amount_in_its_unit(suffix: str, text: str, unit: str, right: str | None) -> None:
    where = PLACES["amount"]
    value, imported = read(suffix, FORMATS[suffix](where, text, unit), where)
    assert value == right
    assert value is not None or [d for d in imported.doubts if d.path == where.row]


@pytest.mark.parametrize(
    ("text", "right"), [("7.1237万", "71237"), ("7.1237万件", "71237"), ("712.37百", "71237"), ("7.12376789万", None)]
)
@formats
def test_a_count_in_ten_thousands(suffix: str, text: str, right: str | None) -> None:
    assert read(suffix, FORMATS[suffix](PLACES["table 2"], text), PLACES["table 2"])[0] == right


@settings(max_examples=40)
@given(
    st.sampled_from(sorted(FORMATS)),
    st.sampled_from(COUNTS),
    st.text("OolI约余%‰-−+,.，:/¹²①⑴₁½eE元万左右年 \n()（）[]*×~\u202e", min_size=1, max_size=3),
    st.integers(0, 5),
)
def test_any_mutation_is_the_same_figure_or_empty(suffix: str, place: str, added: str, at: int) -> None:
    where = PLACES[place]
    text = where.printed[:at] + added + where.printed[at:]
    value, _ = read(suffix, FORMATS[suffix](where, text), where)
    meant = _careful(text)
    assert value in (None, meant), text


def _careful(text: str) -> str | None:
    """What a person reads: the digits, where nothing but blanks, breaks and well-placed commas is beside them."""
    plain = text.strip().replace("，", ",")
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\s*\d{3})+|\d+", plain):
        return re.sub(r"[,\s]", "", plain)
    if match := re.fullmatch(r"(\d+(?:\.\d+)?)\s*万", plain):
        value = Decimal(match[1]) * 10_000
        return str(int(value)) if value == int(value) else None
    return plain.strip("。.,、:： \n") if re.fullmatch(r"[:：、。.,]*\d+\s*[。.,、:：]*", plain) else None


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("<p>单位：元</p><table", "81.35"), ("<p>金额单位：人民币元</p><table", "81.35"),
        ("<p>（单位为元）</p><table", "81.35"),
        ("<p>单位：件、元</p><table", "81.35"), ("<p>单位：美元</p><table", None), ("<table", "813500"),
    ],
)  # fmt: skip
def test_the_unit_may_stand_above_the_table(said: str, right: str | None) -> None:
    where = PLACES["amount"]
    page = web(where, "813500").decode().replace("（单位：万元）", "").replace("<table", said, 1)
    assert read("html", page.encode(), where)[0] == right


@pytest.mark.parametrize("label", ["行政事业性收费（元）", "行政事业性收费（单位：元）", "行政事业性收费（人民币元）"])
def test_the_unit_may_stand_in_the_label(label: str) -> None:
    where = PLACES["amount"]
    page = web(where, "813500").decode().replace("（单位：万元）", "").replace(">行政事业性收费<", f">{label}<")
    assert read("html", page.encode(), where)[0] == "81.35"


def test_two_units_that_contradict_each_other_leave_the_amount_empty() -> None:
    where = PLACES["amount"]
    page = web(where, "813500").decode().replace("<table", "<p>单位：元</p><table", 1)
    value, imported = read("html", page.encode(), where)
    assert value is None
    assert [doubt for doubt in imported.doubts if doubt.path == where.row]


def test_counts_in_ten_thousands_by_their_heading() -> None:
    where = PLACES["table 2"]
    page = web(where, "7.1237").decode().replace("本年处理决定数量", "本年处理决定数量（单位：万件）", 1)
    assert read("html", page.encode(), where)[0] == where.printed


def test_words_manual_line_break_in_copied_text_glues_nothing() -> None:
    where = PLACES["table 2"]
    assert read("txt", FORMATS["txt"](where, "7\x0b1237"), where)[0] is None
