"""What people type as a key is found by label, variant or spoken word, never by two meanings at once."""

import pytest

from generator.form import edition_for
from generator.form.edition import key_form, walk
from generator.form.model import Item, Kind
from generator.form.words import allowed, guess, homes, labelled, meaning, nearest, unnumbered

EDITION = edition_for(2023)
CONTAINERS = [("", EDITION.root), *(("/".join(p), i) for p, i in walk(EDITION.root) if i.children)]


@pytest.mark.parametrize("item", [c[1] for c in CONTAINERS], ids=[c[0] or "top" for c in CONTAINERS])
def test_every_word_of_the_form_means_its_own_entry(item: Item) -> None:
    for entry in allowed(item):
        for name in (entry.key, entry.label, *entry.variants):
            assert not name or labelled(name, item) is entry, name


@pytest.mark.parametrize("item", [c[1] for c in CONTAINERS], ids=[c[0] or "top" for c in CONTAINERS])
def test_no_spoken_word_is_said_for_two_entries_of_one_mapping(item: Item) -> None:
    words = [key_form(word) for entry in allowed(item) for word in dict.fromkeys(map(key_form, entry.spoken))]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("path", "key", "meant"),
    [
        (("政府信息公开申请", "本年新收"), "公民", "自然人"),
        (("政府信息公开申请", "本年新收"), "企业", "商业企业"),
        (("政府信息公开申请", "本年新收"), "律所", "法律服务机构"),
        (("政府信息公开申请", "本年新收"), "合计", "总计"),
        (("主动公开政府信息",), "规范性文件", "行政规范性文件"),
        (("主动公开政府信息",), "备注", "注"),
        (("政府信息公开申请",), "一、本年新收政府信息公开申请数量", "本年新收"),
        (("政府信息公开申请",), "四、结转下年度继续办理", "结转下年度"),
        (("政府信息公开申请",), "本年结转", "结转下年度"),
        (("政府信息公开申请", "办理结果", "不予公开"), "3.危及“三安全一稳定”", "危及三安全一稳定"),
        ((), "三、收到和处理政府信息公开申请情况", "政府信息公开申请"),
        ((), "单位", "机关"),
        (("总体情况",), "（四）政府信息公开平台建设", "政府信息公开平台建设"),
        (("总体情况",), "平台建设情况", "政府信息公开平台建设"),
    ],
)
def test_meanings(path: tuple[str, ...], key: str, meant: str) -> None:
    item = EDITION.find(path)
    assert item is not None
    found = meaning(key, item)
    assert found is not None
    assert found.key == meant


def test_a_word_with_two_meanings_has_none() -> None:
    received = EDITION.find(("政府信息公开申请", "本年新收"))
    assert received is not None
    assert meaning("律师", received) is None, "a lawyer applying in person counts as 自然人"


@pytest.mark.parametrize(
    ("key", "rest"),
    [
        ("（一）主动公开", "主动公开"),
        ("(12)主动公开", "主动公开"),
        ("一、主动公开", "主动公开"),
        ("十一.主动公开", "主动公开"),
        ("1.主动公开", "主动公开"),
        ("３、主动公开", "主动公开"),
        ("② 主动公开", "主动公开"),
        ("（一）", ""),
        ("一是加强领导", "一是加强领导"),
        ("十大行动", "十大行动"),
        ("4.26宣传周", "4.26宣传周"),
        ("12345热线", "12345热线"),
        ("（试行）办法", "（试行）办法"),
    ],
)
def test_numbers_in_front_of_a_key(key: str, rest: str) -> None:
    assert unnumbered(key) == rest


@pytest.mark.parametrize(
    ("key", "meant"),
    [("自燃人", "自然人"), ("商业企业数", "商业企业"), ("法律服务机沟", "法律服务机构"), ("外星人", None), ("", None)],
)
def test_guesses(key: str, meant: str | None) -> None:
    received = EDITION.find(("政府信息公开申请", "本年新收"))
    assert received is not None
    found = guess(key, received.children)
    assert (found and found.key) == meant


def test_no_guess_between_two_that_are_equally_near() -> None:
    results = EDITION.find(("政府信息公开申请", "办理结果"))
    assert results is not None
    assert guess("不予公理", results.children) is None


def test_nearest() -> None:
    assert nearest("本年新受", ["上年结转", "本年新收"]) == "本年新收"
    assert nearest("外星人", ["上年结转", "本年新收"]) is None
    assert nearest("外星人", []) is None


def test_homes() -> None:
    assert homes("予以公开", EDITION) == (("政府信息公开申请", "办理结果", "予以公开"),)
    assert homes("规范性文件", EDITION) == (("主动公开政府信息", "行政规范性文件"),)
    assert homes("外星人", EDITION) == ()
    rows = {path[:-1] for path in homes("自然人", EDITION)}
    assert rows == {
        path for path, item in walk(EDITION.root) if item.kind is Kind.ROW and path[0] == "政府信息公开申请"
    }
