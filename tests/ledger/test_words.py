"""Every word of the tables stands for something that is in the form, and stands there once."""

from collections import Counter

from generator.form import keys, newest
from generator.form.edition import rows_of
from generator.form.ledger_words import columns as names
from generator.form.ledger_words.kinds import KIND_WORDS, KINDS, SUGGESTIONS
from generator.form.ledger_words.outcomes import OUTCOME_WORDS, RESULTS
from generator.form.ledger_words.word import CARRY, DROP, Nature
from generator.ledger.columns import is_other, role_of
from generator.ledger.lookup import kind_word, outcome_word, plain, result_place

PART = newest().root.by_key[keys.APPLICATIONS]


def test_results_are_the_rows_of_the_form_in_its_order():
    assert list(RESULTS) == [".".join(path) for path, _ in rows_of(PART.by_key[keys.RESULTS])]
    assert tuple(PART.by_key[keys.RECEIVED].by_key) == KINDS
    assert CARRY == keys.CARRIED_OUT


def test_every_outcome_stands_for_rows_of_the_form():
    for word in OUTCOME_WORDS:
        assert word.places, word
        assert set(word.places) <= {*RESULTS, CARRY, DROP}, word
        assert word.nature is Nature.ASK or len(word.places) == 1, word
        assert word.source
        assert outcome_word(word.example) is word


def test_every_kind_is_one_of_the_form():
    assert all(set(word.kinds) <= set(KINDS) and word.source for word in KIND_WORDS)
    assert all(kind_word(word.example) is word for word in KIND_WORDS)
    assert {kind for _, kind in SUGGESTIONS} <= set(KINDS)


def test_no_writing_stands_for_two_things():
    outcomes = Counter(plain(one) for word in OUTCOME_WORDS for one in word.writings)
    assert [one for one, times in outcomes.items() if times > 1] == []
    columns = Counter(
        plain(one) for entry in names.COLUMN_WORDS for one in (*entry.certain, *entry.unless, *entry.asked)
    )
    assert [one for one, times in columns.items() if times > 1] == []


def test_each_column_is_found_under_each_of_its_names():
    for entry in names.COLUMN_WORDS:
        for name in (*entry.certain, *entry.unless, *entry.asked):
            found = role_of(name)
            assert found, name
            assert found[0] == entry.role, name
    assert all(is_other(name) and role_of(name) is None for name in names.NEVER)


def test_answers_are_the_forms_own_keys():
    for place in RESULTS:
        assert result_place(place) == place
        assert result_place(f"办理结果.{place}") == place
    assert result_place("重复申请") == "不予处理.重复申请"
    assert result_place("不予公开") == ""
