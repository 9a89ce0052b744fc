"""The table of words against the form: it adds to the form and never names a place that the form does not have."""

import pytest

from generator.checks.disclosure.sentences import words
from generator.checks.disclosure.sentences.dictionary import lexicon
from generator.checks.disclosure.sentences.lexicon import Lexicon, Sense, Word
from generator.form import edition_for
from generator.form.edition import walk

EDITION = edition_for(2023)
KEYS = {item.key for _, item in walk(EDITION.root)} | {joint.key for _, joint in EDITION.joint_sums}


def test_further_words_belong_to_places_of_the_form() -> None:
    for table in (
        words.FURTHER_RESULTS,
        words.PARTIAL_RESULTS,
        words.FURTHER_OUTCOMES,
        words.PARTIAL_OUTCOMES,
        words.CASES,
        words.DOCUMENTS,
    ):
        assert set(table) <= KEYS


def test_every_result_applicant_and_outcome_of_the_form_is_a_word() -> None:
    known = lexicon(EDITION)
    for name, sort in [
        ("予以公开", Sense.RESULT),
        ("属于三类内部事务信息", Sense.RESULT),
        ("公民", Sense.APPLICANT),
        ("律所", Sense.APPLICANT),
        ("结果维持", Sense.OUTCOME),
        ("未经复议直接起诉", Sense.SUBJECT),
        ("行政诉讼", Sense.SUBJECT),
        ("行政许可", Sense.SUBJECT),
    ]:
        assert [word.sort for word in known.cut(name)] == [sort], name


def test_the_longest_word_wins_and_the_rest_is_kept_as_unknown() -> None:
    cut = lexicon(EDITION).cut("河道采砂行政复议申请")
    assert "".join(word.text for word in cut[:-1]) == "河道采砂"
    assert cut[-1].text == "行政复议申请"
    assert cut[0].sort is Sense.UNKNOWN


def test_own_names_are_added_without_touching_the_dictionary() -> None:
    base = Lexicon({"申请": Word(Sense.SUBJECT, None, "申请")})
    assert [w.sort for w in base.with_names({"水利局"}).cut("水利局申请")] == [Sense.SELF, Sense.SUBJECT]
    cut = base.cut("水利局申请")
    assert {w.sort for w in cut[:-1]} == {Sense.UNKNOWN}
    assert cut[-1].sort is Sense.SUBJECT


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("由其撤回复核", ["由", "其", "撤回", "复核"]),
        ("通过复议", ["通过", "复议"]),
        ("具备条件", ["具备", "条件"]),
        ("召开新闻发布会", ["召开", "新闻", "发布会"]),
        ("公开比例提高", ["公开", "比例", "提高"]),
    ],
)
def test_a_common_word_is_not_cut_by_one_of_ours(text: str, words: list[str]) -> None:
    assert [word.text for word in lexicon(EDITION).cut(text)] == words


@pytest.mark.parametrize("word", ["均已", "尚", "陆续", "相继", "更为", "由于", "圆满"])
def test_adverbs_and_the_like_say_nothing(word: str) -> None:
    assert {w.sort for w in lexicon(EDITION).cut(word)} <= {Sense.NEUTRAL, Sense.EACH}


@pytest.mark.parametrize("word", ["并不", "不再", "从不", "部门", "起草", "小区", "当场", "直接"])
def test_denials_nouns_verbs_and_what_narrows_are_no_fillers(word: str) -> None:
    assert not {w.sort for w in lexicon(EDITION).cut(word)} & {Sense.NEUTRAL}
