"""Whatever stands in an expression: a value or NB106, and nothing of Python is ever reached."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.report.model import Figures

ATTACKS = [
    "().__class__.__bases__[0].__subclasses__()",
    "__import__('os').system('true')",
    "机关.__class__",
    "机关.format",
    "本年新收.__class__.__mro__",
    "机关.upper()",
    "eval('1')",
    "ｅｖａｌ('1')",
    "exec",
    "open('/etc/passwd')",
    "globals()",
    "lambda: 0",
    "lambda x: x",
    "[x for x in (1, 2)]",
    "{x for x in (1, 2)}",
    "(x for x in (1, 2))",
    "f'{机关}'",
    "f'x'",
    "b'x'",
    "'a' * 1000000000",
    "'a' 'b'",
    "9**9**9**9",
    "9＊＊9",
    "1 << 9999999",
    "1 if 2else 3",
    "1 or 2",
    "not 1",
    "本年新收 in (1)",
    "本年新收 is None",
    "None",
    "True",
    "True + True",
    "...",
    "x := 1",
    "(x := 1)",
    "await x",
    "yield",
    "*a",
    "增减(*a)",
    "增减(**a)",
    "增减(1, 2, 单位=__import__('os'))",
    "1; 2",
    "1 # 2",
    "\\N{LATIN SMALL LETTER A}",
    "'\\x41'",
    "'''a'''",
    "1j",
    "1e999",
    "1" * 400,
    "9" * 20 + "*" + "9" * 20,
    "*".join(["9" * 20] * 23),
    "1/" * 200 + "1",
    "(" * 250 + ")" * 250,
    "(" * 490,
    "-" * 490 + "1",
    "+-" * 240 + "1",
    "(-" * 160 + "1" + ")" * 160,
    "增减(" * 120,
    "占比(" * 60 + "1",
    "a." * 240 + "a",
    "本年新收." * 90 + "自然人",
    "'" * 499,
    "上年." * 100 + "本年新收",
    "ﬁ",
    "ª",
    "①",
    "٣",
    "²",
    "½",
    "\u202e本年新收",
    "\ud800",
    "\x00",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_a_mistake_or_a_number(bench, attack):
    outcome = bench(f"甲{{{{ {attack} }}}}乙")
    if outcome.findings:
        assert {f.code for f in outcome.findings} == {"NB106"}
        assert "？" in outcome.paragraph.text or outcome.paragraph.text == outcome.text
    else:
        assert set(outcome.paragraph.text[1:-1]) <= set("-0123456789.")


def test_only_two_of_them_are_sound_arithmetic(bench):
    sound = [a for a in ATTACKS if not bench(f"{{{{ {a} }}}}").findings]
    assert sound == ["9" * 20 + "*" + "9" * 20, "*".join(["9" * 20] * 23), "1/" * 200 + "1"]


NAMES = [
    "本年新收",
    "自然人",
    "上年",
    "机关",
    "增减",
    "较上年",
    "占比",
    "汉字",
    "单位",
    "位数",
    "没有",
    "if",
    "lambda",
    "__class__",
]
FRAGMENTS = st.sampled_from([*NAMES, *"+-*/(),.='\"‘’“”（），．。＋－×÷ \u3000{}｛｝[]:;#\\%0123９"])


@given(st.lists(FRAGMENTS, max_size=25).map("".join))
@example("增减(本年新收, 上年结转, 单位='件')")
def test_any_words_give_a_value_or_a_mistake(bench, inner):
    outcome = bench(f"甲{{{{{inner}}}}}乙")
    assert {f.code for f in outcome.findings} <= {"NB106"}
    assert all(part or f.fix for part, f in zip(outcome.wrong, outcome.findings, strict=True))
    assert all(f.hint for f in outcome.findings)
    assert bench(outcome.mended) is not None


@given(st.text(max_size=60))
def test_any_text_gives_a_value_or_a_mistake(bench, inner):
    outcome = bench(f"甲{{{{{inner}}}}}乙")
    assert {f.code for f in outcome.findings} <= {"NB106"}


@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_nothing_is_printed_that_is_not_known(bench, inner):
    """With every figure unknown, whatever is carried out without a mistake and names a figure prints ？."""
    empty = bench.with_(figures=Figures({}, {}), last_year=None, last_year_state="unreadable")
    outcome = empty(f"{{{{本年新收 + {inner}}}}}")
    if not outcome.findings and outcome.paragraph.pieces[0].computed:
        assert outcome.paragraph.text.startswith("？")
