"""Whole random reports as YAML text, for laws: figures, topics and other subheadings, run in or not, 注, 落款."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.form import keys
from generator.form.edition import edition_for
from generator.form.model import FIGURES, Item, Kind

EDITION = edition_for(None)
_HAN = "甲乙丙丁戊己庚辛天地山水风云江河湖海东南西北春夏秋冬开放服务群众网站培训更新及时便民规范审核"
_ODD = _HAN + "，、；“”‘’（）《》〈〉—…·０１２ABCxyz0123456789 *_|<>#&\"'\\`~$%^+=-/@!?[]，，"
_CLOSING = ("", "", "。", "：", ":")

words = st.text(st.sampled_from(_HAN), min_size=3, max_size=14)
"""A few Han characters, as in names and headings."""


@st.composite
def line(draw: st.DrawFn) -> str:
    """A paragraph: it begins with words, may hold anything that is typed in a report, and may end in 。."""
    odd = draw(st.text(st.sampled_from(_ODD), max_size=40))
    return draw(words) + " ".join(odd.split()) + draw(st.sampled_from(("。", "。", "", "等")))


lines = st.lists(line(), min_size=1, max_size=3)
agencies = st.builds(
    str.__add__,
    st.text(st.sampled_from("甲乙丙丁戊己庚辛"), min_size=1, max_size=6),
    st.sampled_from(
        (
            "县人民政府",
            "市教育局",
            "区住房和城乡建设局",
            "镇人民政府",
            "县人民政府办公室",
            "经济开发区管理委员会（产业园）",
        )
    ),
)


@st.composite
def reports(draw: st.DrawFn) -> str:
    """A complete report that can be built."""
    agency, year = draw(agencies), draw(st.integers(2021, 2026))
    run_in = draw(st.booleans())
    parts = [f"机关: {agency}\n年度: {year}\n", *draw(_front(agency, year))]
    layout = ["小标题: 同段"] * run_in + draw(st.sampled_from(([], ["页码: 奇偶分置"], ["页码: 居中"])))
    parts += [f"排版: {{{', '.join(layout)}}}\n"] if layout else []
    for part in EDITION.parts:
        parts.append(draw(_table(part) if part.table else _narrative(part, run_in)))
    return "".join(parts)


@st.composite
def _front(draw: st.DrawFn, agency: str, year: int) -> list[str]:
    ending = draw(st.sampled_from(("年度政府信息公开工作年度报告", "年政府信息公开年度报告", "年度政务公开工作报告")))
    titles = (f"{agency}{year}{ending}", f"{agency}\n{year}{ending}")
    found = []
    if draw(st.booleans()):
        found.append(_literal(keys.TITLE, draw(st.sampled_from(titles)).split("\n"), 0))
    if draw(st.booleans()):
        found.append(_literal(keys.PREFACE, draw(lines), 0))
    day = f"{year + 1}-{draw(st.integers(1, 3)):02}-{draw(st.integers(1, 28)):02}"
    signature = draw(
        st.sampled_from(
            (
                "",
                day,
                f"{{机关: {agency}, 日期: {day}}}",
                f"{{机关: {draw(agencies)}, 日期: {day}}}",
                f"{{日期: {day}}}",
            )
        )
    )
    if signature:
        found.append(f"{keys.SIGNATURE}: {signature}\n")
    return found


def _literal(key: str, texts: list[str], depth: int) -> str:
    space = "  " * depth
    return f"{space}{key}: |\n" + "".join(f"{space}  {text}\n" for text in texts)


counts = st.one_of(st.just(0), st.just(0), st.integers(0, 30), st.integers(0, 99_999))
amounts = st.one_of(st.just("0"), st.decimals(0, 100_000, places=2).map(str), st.integers(0, 10**9).map(str))


@st.composite
def _table(draw: st.DrawFn, part: Item) -> str:
    text = f"{part.key}:\n" + "".join(draw(_item(child, 1)) for child in part.children)
    return text + (_literal(keys.NOTE, draw(lines), 1) if draw(st.booleans()) else "")


@st.composite
def _item(draw: st.DrawFn, item: Item, depth: int) -> str:
    start = f"{'  ' * depth}{item.key}:"
    if item.kind is Kind.GROUP:
        if draw(st.integers(0, 3)) == 0:
            return f"{start} 0\n"
        return start + "\n" + "".join(draw(_item(child, depth + 1)) for child in item.children)
    if item.kind in FIGURES:
        return f"{start} {draw(amounts if item.kind is Kind.AMOUNT else counts)}\n"
    if draw(st.booleans()):
        return f"{start} 0\n"
    cells = ", ".join(f"{cell.key}: {draw(counts)}" for cell in item.children)
    return f"{start} {{{cells}}}\n"


@st.composite
def _narrative(draw: st.DrawFn, part: Item, run_in: bool) -> str:
    if draw(st.integers(0, 3)) == 0:
        return _literal(part.key, draw(lines), 0)
    topics = [
        draw(st.sampled_from((topic.key, *topic.variants[:2]))) for topic in part.children if topic.kind is Kind.TOPIC
    ]
    further = draw(st.lists(words, unique=True, max_size=2))
    fee = [keys.FEE] if any(topic.kind is Kind.SENTENCE for topic in part.children) else []
    chosen = draw(st.permutations([*topics, *further, *fee]))
    if len(chosen) == 1 and chosen[0] in further:
        chosen = fee or topics[:1]
    text = f"{part.key}:\n" + (_literal(keys.SUMMARY, draw(lines), 1) if draw(st.booleans()) else "")
    return text + "".join(draw(_entry(key, key == keys.FEE, run_in)) for key in chosen)


@st.composite
def _entry(draw: st.DrawFn, key: str, is_fee: bool, run_in: bool) -> str:
    if is_fee and draw(st.booleans()):
        figures = f"{{收费通知件数: {draw(counts)}, 收费通知金额: {draw(amounts)}, 实际收取金额: {draw(amounts)}}}"
        return f"  {key}: {draw(st.sampled_from(('0', figures)))}\n"
    body = draw(lines)
    if not is_fee and draw(st.integers(0, 5)) == 0:
        return f"  {key}: ''\n"
    form = draw(st.sampled_from((None, None, keys.OWN_LINE, keys.RUN_IN)))
    closing = draw(st.sampled_from(_CLOSING))
    if form is None and not closing:
        return _literal(key, body, 1)
    title = f"    标题: '{key}{closing}'\n" if closing else ""
    layout = f"    排法: {form}\n" if form else ""
    return f"  {key}:\n{title}{layout}" + _literal(keys.BODY, body, 2)
