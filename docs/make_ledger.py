"""Write the lists of docs/台账.md: how ledgers' words are read, each with its source. Run with ``make ledger-page``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from generator.form.ledger_words.columns import COLUMN_WORDS, NEVER  # noqa: E402
from generator.form.ledger_words.kinds import AGENT_WORDS, KIND_WORDS, SUGGESTIONS  # noqa: E402
from generator.form.ledger_words.outcomes import OUTCOME_WORDS  # noqa: E402
from generator.form.ledger_words.reviews import BY_END, BY_RECEIPT, REVIEW_WORDS  # noqa: E402
from generator.form.ledger_words.word import Nature  # noqa: E402

PAGE = ROOT / "docs" / "台账.md"
BEGIN, END = "<!-- 以下由 docs/make_ledger.py 写成（make ledger-page），不要直接修改。 -->\n", "<!-- 到此为止。 -->\n"
_SAID = {
    Nature.RESULT: "直接计",
    Nature.AFTER_SUPPLEMENT: "有补正日期的直接计，没有的逐件问",
    Nature.WITHDRAWN: "按撤回日期计，没有日期的逐件问",
    Nature.OPEN: "没有答复日期的结转，有的逐件问",
    Nature.NO_APPLICATION: "不计，列出来",
    Nature.ASK: "逐件问",
}


def tables() -> str:
    """The generated part of the page."""
    return "\n".join([*_columns(), *_kinds(), *_outcomes(), *_reviews(), ""])


def _columns() -> Iterator[str]:
    yield "### 列名\n"
    yield "| 列 | 认得的名称 | 要问的名称 | 来历 |\n| --- | --- | --- | --- |"
    for entry in COLUMN_WORDS:
        certain = "、".join((*entry.certain, *(f"{name}（没有前面这些时）" for name in entry.unless)))
        yield f"| {entry.role} | {certain} | {'、'.join(entry.asked)} | {entry.source} |"
    yield f"\n一定不是的：{'、'.join(sorted(NEVER))}。\n"


def _kinds() -> Iterator[str]:
    yield "### 申请人类型\n"
    yield "| 台账里的写法 | 怎样计 | 来历 |\n| --- | --- | --- |"
    for word in KIND_WORDS:
        how = word.kinds[0] if len(word.kinds) == 1 else f"逐件问：{'、'.join(word.kinds)}"
        yield f"| {'、'.join(word.writings)} | {how} | {word.source} |"
    ends = "；".join(f"{ending} → {kind}" for ending, kind in SUGGESTIONS)
    yield f"\n问的时候，名称的结尾只作提示：{ends}。名称里有{'、'.join(AGENT_WORDS)}的不提示。\n"


def _outcomes() -> Iterator[str]:
    yield "### 答复类型\n"
    yield "整格相同才算（编号、空格、标点不计）；表三各行自己的名称也认得。\n"
    yield "| 台账里的写法 | 表三的行 | 怎样计 | 《条例》 | 来历 |\n| --- | --- | --- | --- | --- |"
    for word in OUTCOME_WORDS:
        writings, places = "、".join(word.writings), "；".join(word.places)
        yield f"| {writings} | {places} | {_SAID[word.nature]} | {word.law} | {word.source} |"
    yield ""


def _reviews() -> Iterator[str]:
    yield "### 复议、诉讼的结果\n"
    yield "| 台账里的写法 | 表四的列 |\n| --- | --- |"
    for outcome, words in REVIEW_WORDS.items():
        yield f"| {'、'.join(words)} | {outcome} |"
    yield f"\n其余的写法逐件问。按哪一年计，问一次：{BY_RECEIPT}，或者{BY_END}。"


def page(old: str) -> str:
    """The page with its lists made anew."""
    before, _, rest = old.partition(BEGIN)
    return f"{before}{BEGIN}\n{tables()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
