from hypothesis import given
from hypothesis import strategies as st
from rule_trials import found, literal, topic

from generator.checks.nb505_repetition import RULE
from generator.checks.prose.repetition import repetitions

COPIED = "把门户网站作为展示形象的窗口，落实值班读网制度，逐篇核对内容，发现差错当天改正。"


def entries(first: str, second: str) -> str:
    return f"总体情况:\n  政府信息管理: {literal(first, 4)}\n  监督保障: {literal(second, 4)}\n"


def test_a_passage_in_two_places() -> None:
    (finding,) = found(RULE, entries(f"一是清点。{COPIED}", f"由办公室负责。{COPIED}二是培训。"))
    assert (finding.span.line, finding.span.column) == (5, 12)
    assert finding.span.end_column - finding.span.column == len(COPIED)
    assert [(r.span.line, r.span.column) for r in finding.related] == [(3, 10)]
    assert f"{len(COPIED)} 个字" in finding.message
    assert "政府信息管理" in finding.message


def test_three_places_are_one_finding() -> None:
    (finding,) = found(RULE, topic("\n".join([f"甲。{COPIED}", f"乙。{COPIED}", f"丙。{COPIED}"])))
    assert len(finding.related) == 2


@given(st.text("公开信息网站，。管理", min_size=20, max_size=60), st.text("甲乙丙丁，。", max_size=60))
def test_every_repetition_is_one(words: str, other: str) -> None:
    texts = [words + "。" + other, other + "。" + words]
    for first, again in repetitions(texts):
        assert texts[first.number][first.start : first.end] == texts[again.number][again.start : again.end]
        assert (first.number, first.start) < (again.number, again.start)


def test_a_copy_is_found_though_it_begins_like_something_before() -> None:
    alike = COPIED[:20] + "设有专人管理。"
    (finding,) = found(RULE, topic("\n".join([f"甲。{alike}", f"乙。{COPIED}", f"丙。{COPIED}"])))
    assert finding.span.line == 6
    assert f"{len(COPIED)} 个字" in finding.message


@given(st.lists(st.text("甲乙丙丁，。", max_size=90), min_size=1, max_size=5), st.data())
def test_a_copied_passage_is_always_found(texts: list[str], data: st.DataObject) -> None:
    where = data.draw(st.integers(0, len(texts) - 1))
    texts[where] += "。" + COPIED
    texts.append(data.draw(st.sampled_from(["", "一是。"])) + COPIED)
    assert any(COPIED in texts[first.number][first.start : first.end] for first, _ in repetitions(texts))
