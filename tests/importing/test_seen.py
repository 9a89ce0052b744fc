"""Text that is seen otherwise than the text beside it: struck out, raised, hidden; in cells and in narrative."""

from __future__ import annotations

import pytest
from importing.published_figures import PLACES, marked_down, read, web, word

from generator.importing.importing import import_published

WHERE = PLACES["table 2"]
N = WHERE.printed
STYLED = "<span style='{}'>5</span>{}"


@pytest.mark.parametrize("place", ["table 2", "table 3", "table 4"])
@pytest.mark.parametrize(
    "markup",
    [
        "<s>5</s>{}", "{}<s>5</s>", "<del>12</del>{}", "<strike>5</strike> {}", "<s><b>5</b></s>{}",
        "<ins>{}</ins><del>7</del>",
        "<span style='text-decoration: line-through'>5</span>{}",
        "<p style='text-decoration-line:line-through'>5</p><p>{}</p>",
        "<span style='text-decoration:underline line-through red'><i>5</i></span>{}",
        "{}<sup>1</sup>", "<sup>①</sup>{}",
        "{}<sup>[1]</sup>", "{}<span style='vertical-align:super;font-size:60%'>1</span>", "{}<sup>注1</sup>",
        "<span style='display:none'>5</span>{}", "<span style='visibility:hidden'>5</span>{}", "<i hidden>5</i>{}",
        "<span style='font-size:0'>5</span>{}", "<span style='font-size:0px'><b>5</b></span>{}",
        "<span style='font-size:0'>5<b style='font-size:14px'>{}</b></span>", "<span style='opacity:0'>5</span>{}",
        "<span style='color:#fff'>5</span>{}", "<span style='color:white'>5</span>{}",
        "<font color='#FFFFFF'>5</font>{}",
        "<span style='color: rgb(255, 255, 255)'>5</span>{}", "<span style='color:transparent'>5</span>{}",
        "<span style='background:#036;color:#fff'>{}</span>", "<b style='color:red'>{}</b>",
    ],
)  # fmt: skip
def test_what_is_not_of_the_figure_is_not_read_with_it_on_a_page(place: str, markup: str) -> None:
    where = PLACES[place]
    assert read("html", web(where, markup.format(where.printed)), where)[0] == where.printed


@pytest.mark.parametrize(
    "markup",
    [
        "7<s>5</s>1237", "71<sup>1</sup>237", "{}<sub>2</sub>", "<s>{}</s>", "<sup>{}</sup>",
        "<sup>1</sup>/<sub>2</sub>",
        "10<sup>3</sup>", "7.1×10<sup>4</sup>", "{}<sup>%</sup>e", "<s>5</s>-{}", "-<s>5</s>{}",
        "<span style='display:none'>{}</span>",
        "<span style='position:absolute; left:-9999px'>5</span>{}", "{}<i style='text-indent:-9999em'>5</i>",
        "<span style='position:absolute;width:1px;height:1px;overflow:hidden'>5</span>{}",
        "<b style='clip:rect(0 0 0 0)'>5</b>{}", "<b style='clip-path: inset(100%)'>5</b>{}",
        "<b style='transform:translate(0) scale(0)'>5</b>{}", "<b style='filter:opacity(0%)'>5</b>{}",
        "<div style='max-height:0;overflow-y:hidden'>5</div>{}",
        "<math><msup><mn>{}</mn><mn>2</mn></msup></math>", "<math><mfrac><mn>{}</mn><mn>2</mn></mfrac></math>",
    ],
)  # fmt: skip
def test_what_nobody_can_tell_is_left_empty(markup: str) -> None:
    assert read("html", web(WHERE, markup.format(N)), WHERE)[0] is None


@pytest.mark.parametrize(
    "style", ["position:relative;left:-12px", "text-indent:-21pt", "height:0", "overflow:hidden;height:100px", ""]
)
def test_ordinary_places_say_nothing(style: str) -> None:
    assert read("html", web(WHERE, f"<span style='{style}'>{N[:1]}</span>{N[1:]}"), WHERE)[0] == N


@pytest.mark.parametrize("folded", ["left:-9999px;position:absolute", "height:0;overflow:hidden"])
def test_a_whole_table_that_a_page_folds_away_is_read(folded: str) -> None:
    page = (
        web(WHERE, N).decode().replace("<table", f"<div style='{folded}'><table").replace("</table>", "</table></div>")
    )
    assert read("html", page.encode(), WHERE)[0] == N


@pytest.mark.parametrize("tag", ["dialog", "title", "progress", "noframes"])
def test_what_no_browser_shows_is_not_read(tag: str) -> None:
    assert read("html", web(WHERE, f"<{tag}>5</{tag}>{N}"), WHERE)[0] == N


def test_a_sheet_that_we_do_not_read_may_paint_the_ground_of_white_letters() -> None:
    for sheet in ("<link rel='stylesheet' href='a.css'>", "<style>#a .b{background:blue}</style>"):
        page = web(WHERE, f"<span style='color:#fff'>5</span>{N}").replace(b"</head>", sheet.encode() + b"</head>")
        assert read("html", page, WHERE)[0] is None
        page = web(WHERE, f"<span style='color:#fff'>{N}</span>").replace(b"</head>", sheet.encode() + b"</head>")
        assert read("html", page, WHERE)[0] == N


def test_rules_of_classes_count() -> None:
    rules = {".x{text-decoration:line-through}": "<i class='x'>5</i>", "i.x{font-size:0}": "<i class='x'>5</i>"}
    for rule, markup in rules.items():
        page = web(WHERE, markup + N).replace(b"</head>", f"<style>{rule}</style></head>".encode())
        assert read("html", page, WHERE)[0] == N


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize("place", ["table 2", "table 3", "table 4"])
@pytest.mark.parametrize(
    "properties",
    [
        "<w:strike/>", "<w:dstrike/>", "<w:vanish/>", '<w:sz w:val="1"/>', '<w:color w:val="FFFFFF"/>',
        '<w:color w:val="FFFFFF" w:themeColor="background1"/>', '<w:vertAlign w:val="superscript"/>',
    ],
)  # fmt: skip
def test_what_is_not_of_the_figure_is_not_read_with_it_in_word(place: str, properties: str) -> None:
    where = PLACES[place]
    value, _ = read("docx", word(where, run("5", properties) + run(where.printed)), where)
    assert value == where.printed or (value is None and "color" in properties)  # the table's style may paint it


@pytest.mark.parametrize(
    "runs",
    [
        run(N[:2]) + run("1", '<w:vertAlign w:val="superscript"/>') + run(N[2:]),
        run(N, "<w:strike/>"), run(N, "<w:vanish/>"),
        run("5", "<w:webHidden/>") + run(N), run(N) + run("2", '<w:vertAlign w:val="subscript"/>'),
        run("10") + run("3", '<w:vertAlign w:val="superscript"/>'), run("2", '<w:position w:val="8"/>') + run(N),
        f"<w:r><w:t>2</w:t><w:br/><w:t>{N}</w:t></w:r>", run("-") + run(N),
        f"<oMath><sSup><e>{run(N)}</e><sup>{run('2')}</sup></sSup></oMath>",
        f"<oMath><sSub><e>{run(N)}</e><sub>{run('2')}</sub></sSub></oMath>",
        f"<oMath><f><num>{run(N)}</num><den>{run('2')}</den></f></oMath>",
    ],
)  # fmt: skip
def test_what_nobody_can_tell_is_left_empty_in_word(runs: str) -> None:
    assert read("docx", word(WHERE, runs), WHERE)[0] is None


@pytest.mark.parametrize(
    "runs",
    [
        run(N, '<w:strike w:val="0"/>'), run(N, '<w:color w:val="FFFFFF"/><w:shd w:fill="003366"/>'),
        run(N, '<w:b/><w:sz w:val="18"/>'),
        f'<w:del w:id="1"><w:r><w:delText>5</w:delText></w:r></w:del><w:ins w:id="2">{run(N)}</w:ins>',
        f'<w:moveFrom w:id="1">{run("5")}</w:moveFrom>{run(N)}', run(N[:1]) + run(N[1:]),
    ],
)  # fmt: skip
def test_changes_are_read_as_accepted_and_ordinary_looks_say_nothing(runs: str) -> None:
    assert read("docx", word(WHERE, runs), WHERE)[0] == N


BOX = "<w:txbxContent><w:p><w:r><w:t>5</w:t></w:r></w:p></w:txbxContent>"
PICTURE = f"<w:pict><shape><textbox>{BOX}</textbox></shape></w:pict>"
CHOICE = f"<AlternateContent><Choice>{BOX}</Choice><Fallback>{PICTURE}</Fallback></AlternateContent>"


@pytest.mark.parametrize("place", ["table 2", "table 3", "table 4"])
@pytest.mark.parametrize(
    ("inside", "is_read"),
    [
        ("<table><tr><td>{}</td></tr><tr><td>5</td></tr></table>", False),
        ("<table><tr><td>{}</td><td>5</td></tr></table>", False),
        ("{}<table><tr><td>其中5</td></tr></table>", False),
        ("<div><table><tbody><tr><th>5</th></tr></tbody></table></div>{}", False),
        ("<table><tr><td><table><tr><td>{}</td></tr></table></td><td>5</td></tr></table>", False),
        ("<table><tr><td>{}</td></tr></table>", True),
    ],
)
def test_all_lines_of_a_table_in_a_cell_are_seen(place: str, inside: str, is_read: bool) -> None:
    where = PLACES[place]
    value, imported = read("html", web(where, inside.format(where.printed)), where)
    assert value == (where.printed if is_read else None)
    assert is_read or any(doubt.path[: len(where.row)] == where.row for doubt in imported.doubts)
    others = [other for name, other in PLACES.items() if name != place]
    for other in others:  # the table around it is read as before
        assert read("html", web(where, inside.format(where.printed)), other)[0] == other.printed


@pytest.mark.parametrize("place", ["table 2", "table 3", "table 4"])
@pytest.mark.parametrize(
    ("runs", "is_read"),
    [
        (run("{}") + f"<w:r>{PICTURE}</w:r>", False),
        (f"<w:r>{PICTURE}</w:r>" + run("{}"), False),
        (run("{}") + f"<w:r>{CHOICE}</w:r>", False),
        (f"<w:r>{PICTURE.replace('>5<', '>{}<')}</w:r>", True),
        (run("{}") + f"<w:r>{PICTURE.replace('>5<', '> <')}</w:r>", True),
        (run("{}") + "</w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p>", False),
    ],
)  # fmt: skip
def test_a_text_box_or_a_table_in_a_cell_of_word_is_seen(place: str, runs: str, is_read: bool) -> None:
    where = PLACES[place]
    value, imported = read("docx", word(where, runs.replace("{}", where.printed)), where)
    assert value == (where.printed if is_read else None)
    assert is_read or any(doubt.path[: len(where.row)] == where.row for doubt in imported.doubts)


@pytest.mark.parametrize("place", ["table 2", "table 3", "table 4"])
@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("~~5~~{}", True), ("~~5~~ {}", True), ("{}<sup>1</sup>", True), ("<s>5</s>{}", True), ("<del>5</del>{}", True),
        ("<span style='text-decoration:line-through'>5</span>{}", True),
        ("<span style='display:none'>5</span>{}", True),
        ("~~{}~~", False), ("{}<sub>1</sub>", False), ("{}^1^", False), ("{}[^1]", False), ("7~~5~~1237", False),
    ],
)  # fmt: skip
def test_marks_of_markdown(place: str, text: str, is_read: bool) -> None:
    where = PLACES[place]
    assert read("md", marked_down(where, text.format(where.printed)), where)[0] == (where.printed if is_read else None)


def narrative(text: str) -> str:
    page = web(WHERE, N).decode().replace("全年通过政府网站主动公开信息", text)
    return import_published("a.html", page.encode()).text


def test_narrative_is_what_is_printed() -> None:
    assert "共16件，" in narrative("共<s>15</s>16件")
    assert "共16¹件，" in narrative("共16<sup>1</sup>件")
    assert "共30 m²，" in narrative("共30 m<sup>2</sup>")
    assert "PM2.5达标，" in narrative("PM<sub>2.5</sub>达标")
    assert "共16件，" in narrative("共<span style='font-size:0'>5</span>16件")
    assert "共16件，" in narrative("共<span style='color:#fff'>5</span>16件")
    text = marked_down(WHERE, N).decode().replace("全年通过政府网站主动公开信息", "共~~15~~16件，计2<sup>①</sup>项")
    assert "共16件，计2①项，" in import_published("a.md", text.encode()).text


def test_labels_and_heads_may_carry_marks() -> None:
    page = web(WHERE, N).decode()
    for label in ("行政许可", "自然人", "商业企业", "信息内容", "结果维持"):
        page = page.replace(f">{label}<", f">{label}<sup>①</sup><").replace("行政处罚<", "行政处罚<sup>2</sup><")
    value, imported = read("html", page.encode(), WHERE)
    assert value == N
    assert "自然人: 61491" in imported.text
    assert "行政处罚: 2040" in imported.text


@pytest.mark.parametrize(
    "markup",
    [
        "{}<small>1</small>", "<small>①</small>{}", "{}<small>[2]</small>", "{}<span style='font-size:60%'>1</span>",
        "{}<span style='font-size:smaller'>3</span>", "{}<span style='font-size:0.7em'>(2)</span>",
        "<bdo dir='rtl'>{}</bdo>", "<span dir='rtl' style='unicode-bidi:bidi-override'>{}</span>",
        "<span style='direction:rtl;unicode-bidi:bidi-override'>{}</span>",
    ],
)  # fmt: skip
def test_smaller_figures_and_turned_ones_are_not_glued_on_a_page(markup: str) -> None:
    assert read("html", web(WHERE, markup.format(N)), WHERE)[0] is None


@pytest.mark.parametrize(
    "markup",
    [
        "<small>{}</small>", "<span style='font-size:80%'>{}</span>", "<bdo dir='ltr'>{}</bdo>", "<p dir='rtl'>{}</p>",
        "{}<small>件</small>", "{}<small><sup>1</sup></small>", "<span style='font-size:small'>{}</span>",
    ],
)  # fmt: skip
def test_small_letters_alone_and_small_words_are_ordinary(markup: str) -> None:
    assert read("html", web(WHERE, markup.format(N)), WHERE)[0] == N


@pytest.mark.parametrize(
    "runs",
    [
        run(N, '<w:sz w:val="21"/>') + run("1", '<w:sz w:val="11"/>'),
        run(N, '<w:sz w:val="32"/>') + run("①", '<w:sz w:val="18"/>'),
        run(N) + run("1", '<w:position w:val="8"/>'),
        f"<w:bdo w:val='rtl'>{run(N)}</w:bdo>",
        run(N[:1]) + '<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>' + run(N[1:]),
    ],
)
def test_smaller_moved_and_turned_figures_are_not_glued_in_word(runs: str) -> None:
    assert read("docx", word(WHERE, runs), WHERE)[0] is None


@pytest.mark.parametrize(
    "runs",
    [
        run(N, '<w:sz w:val="10"/>'), run(N, '<w:position w:val="6"/>'), f"<w:bdo w:val='ltr'>{run(N)}</w:bdo>",
        run(N[:2], '<w:sz w:val="21"/>') + run(N[2:], '<w:sz w:val="20"/>'),
    ],
)  # fmt: skip
def test_a_figure_set_in_one_way_is_read_in_word(runs: str) -> None:
    assert read("docx", word(WHERE, runs), WHERE)[0] == N
