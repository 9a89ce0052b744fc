"""How a text is cut into words: of all ways the one whose words are the least rare together."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.disclosure.sentences.lexicon import Lexicon, Sense, Word
from generator.han.parts_of_speech import look_up

OURS = ("申请公开", "公开", "开", "政府信息", "信息公开", "公开信息网", "件", "我局")
NAMES = ("清河县水利局", "水利局")
COMMON = ("公开", "信息", "政府", "开展", "申请", "网站", "申请人", "县政府", "公开信")
OWN, SHORT, STRAY = 6, 5, 18
"""What a word of ours costs, one of a single character, and a character of no word."""
LEXICON = Lexicon({text: Word(Sense.NEUTRAL, text, text) for text in OURS}).with_names(NAMES)

texts = st.lists(st.sampled_from((*OURS, *NAMES, *COMMON, "的", "x", "，")), max_size=7).map("".join)


def cost_of(word: str) -> int:
    """The least a word costs, by whom it belongs to."""
    known = look_up(word) if len(word) > 1 else None
    ours = SHORT if len(word) == 1 else OWN
    costs = [ours] if word in (*OURS, *NAMES) else [STRAY] if len(word) == 1 else []
    return min([*costs, *([known.rarity] if known else [])], default=10_000)


def least(text: str) -> int:
    """The cost of the best way to cut a text, all ways tried."""

    @cache
    def rest(at: int) -> int:
        ends = range(at + 1, min(at + 8, len(text)) + 1)
        return min((cost_of(text[at:end]) + rest(end) for end in ends), default=0)

    return rest(0)


@given(texts)
def test_no_other_way_to_cut_a_text_costs_less(text: str) -> None:
    words = [word.text for word in LEXICON.cut(text)]
    assert "".join(words) == text
    whole = text in (*OURS, *NAMES)
    assert whole or sum(map(cost_of, words)) == least(text)
