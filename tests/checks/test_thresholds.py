"""Every threshold of the rules has two inputs just on its two sides that give another finding.

`tests/thresholds` sees to it that none is missing; ``make mutate`` moves each and looks whether one of these notices.
"""

from __future__ import annotations

import pytest
from rule_trials import found, literal, part_five, topic
from thresholds.pins import Pin, holds

from generator.checks import (
    nb405_unit_slip,
    nb409_same_figures,
    nb502_other_agency,
    nb505_repetition,
    nb509_count_and_list,
)
from generator.checks.disclosure import nb205_other_results, nb511_too_long
from generator.checks.prose.counted_behind import counted_behind
from generator.checks.prose.form_help import help_left, help_sieve
from generator.checks.prose.mojibake import garbled
from generator.checks.prose.needs import grams
from generator.checks.prose.repetition import repetitions
from generator.checks.prose.strange_marks import blanks
from generator.checks.years.similarity import contained, likeness
from generator.form.edition import newest

WORDS = "".join(chr(code) for code in range(0x5600, 0x5600 + 400))
"""Characters that never come again: whatever is cut from them is no repetition of anything."""
TABLE = "主动公开政府信息: {规章: 0, 行政规范性文件: 0, 行政许可: %s, 行政处罚: %s, 行政强制: %s, 行政事业性收费: %s}\n"


def _other_results(counts: tuple[int, int]) -> bool:
    other, total = counts
    return bool(
        found(
            nb205_other_results.RULE,
            f"政府信息公开申请: {{本年新收: {{自然人: {total}}}, 上年结转: 0, 办理结果: {{予以公开: "
            f"{{自然人: {total - other}}}, 其他处理: {{其他: {{自然人: {other}}}}}}}, 结转下年度: 0}}",
        )
    )


def _slip_of_counts(figures: tuple[int, int]) -> bool:
    now, before = (TABLE % (figure, 0, 0, 0) for figure in figures)
    return bool(found(nb405_unit_slip.RULE, now, before))


def _slip_of_amounts(figures: tuple[int, int]) -> bool:
    now, before = (TABLE % (0, 0, 0, figure) for figure in figures)
    return bool(found(nb405_unit_slip.RULE, now, before))


def _same_figures(figures: tuple[int, int, int]) -> bool:
    return bool(found(nb409_same_figures.RULE, TABLE % (*figures, 0), TABLE % (*figures, 0)))


def _all_mentions_told(count: int) -> bool:
    (finding,) = found(nb502_other_agency.RULE, part_five("\n".join(["请与清河县林业局联系。"] * count)))
    return len(finding.related) == count - 1


def _all_self_names_told(count: int) -> bool:
    (finding,) = found(nb502_other_agency.RULE, part_five("\n".join(["今年我镇收到政府信息公开申请46件。"] * count)))
    return len(finding.related) == count - 1


def _quoted_whole(length: int) -> bool:
    passage = WORDS[:length]
    entries = f"总体情况:\n  政府信息管理: {literal(passage, 4)}\n  监督保障: {literal(passage, 4)}\n"
    (finding,) = found(nb505_repetition.RULE, entries)
    return f"“{passage}”" in finding.message


def _second_item_is_seen(paragraph: int) -> bool:
    """The last of two items, where three were announced, that many paragraphs further on."""
    lines = ["重点做好以下三个方面：", "1.公开信息。", *["按时公开。"] * (paragraph - 2), "2.答复申请。"]
    return bool(found(nb509_count_and_list.RULE, topic("\n".join(lines))))


def _too_long(length: int) -> bool:
    others = "依申请公开: 〇\n  政府信息管理: 〇\n  政府信息公开平台建设: 〇\n  监督保障: 〇"
    return bool(found(nb511_too_long.RULE, f"总体情况:\n  主动公开: {'公' * (length - 4)}\n  {others}\n"))


def _item_is_missing(length: int) -> bool:
    return any(counted_behind(f"通过公开栏、{WORDS[: length - 1]}栏三个平台"))


def _repeated_within(length: int) -> bool:
    return any(repetitions([f"甲甲。{WORDS[:length]}", f"乙。{WORDS[:length]}"]))


def _said_again_at_once(length: int) -> bool:
    """A short sentence twice in a row."""
    return any(repetitions([f"{WORDS[:length]}。" * 2]))


def _repeated_whole(length: int) -> bool:
    return any(repetitions([WORDS[:length]] * 2))


def _of_form(lengths: tuple[int, int]) -> bool:
    """So many characters that are the form's own, and so many that are not."""
    own, other = lengths
    return any(help_left(f"{_help(own)}，{'某' * other}" if other else _help(own), newest()))


def _help(length: int) -> str:
    """Clauses of the form's help that have so many characters together."""
    from generator.checks.prose.form_help import _clauses

    clauses = sorted(_clauses(newest()), key=lambda clause: (len(clause), clause))
    by_length = {len(clause): clause for clause in clauses}
    if length in by_length:
        return by_length[length]
    first = next(size for size in by_length if length - size in by_length)
    return f"{by_length[first]}，{by_length[length - first]}"


def _clause_is_looked_for(length: int) -> bool:
    text = _help(length)
    assert len(text) == length, "one clause of the form's help has so many characters"
    return bool(help_sieve(newest()).words_in(text, grams(text)))


def _blank_is_wrong(length: int) -> bool:
    return any(blanks(f"{WORDS[: length - 2]}情况 全年公开信息。"))


def _alike_when(length: int) -> bool:
    return likeness(WORDS[: length - 1] + "甲", WORDS[: length - 1] + "乙") is not None


def _clauses(shares: tuple[int, int, int]) -> bool:
    """So many clauses, of so many characters each, the first so many of which stand in the other text."""
    count, length, same = shares
    own = [WORDS[at * length : (at + 1) * length] for at in range(count)]
    return contained("，".join(own), "。".join(own[:same]) + WORDS[300:390]) is not None


def _reworded(length: int) -> bool:
    """Clauses of so many characters, in each of which one in the middle was changed."""
    own = [WORDS[at * length : (at + 1) * length] for at in range(6)]
    return contained("，".join(own), "，".join(f"{clause[:5]}某{clause[6:]}" for clause in own)) is not None


PINS = [
    Pin("checks.disclosure.nb205_other_results:_SHARE", _other_results, (5, 20), (4, 20)),
    Pin("checks.disclosure.nb205_other_results:_ENOUGH", _other_results, (3, 10), (3, 9)),
    Pin("checks.nb405_unit_slip:_UNIT", _slip_of_counts, (50_000, 10), (49_999, 10)),
    Pin("checks.nb405_unit_slip:_LATITUDE", _slip_of_amounts, (30_000, 1), (30_001, 1)),
    Pin("checks.nb405_unit_slip:_LATITUDE_OF_COUNTS", _slip_of_counts, (200_000, 10), (200_001, 10)),
    Pin("checks.nb409_same_figures:_FEWEST", _same_figures, (40, 12, 3), (40, 12, 0)),
    Pin("checks.nb502_other_agency:_SHOWN", _all_mentions_told, 10, 11),
    Pin("checks.nb502_other_agency:_SHOWN", _all_self_names_told, 10, 11),
    Pin("checks.nb505_repetition:_SHOWN", _quoted_whole, 24, 25),
    Pin("checks.nb509_count_and_list:_AHEAD", _second_item_is_seen, 99, 100),
    Pin("checks.disclosure.nb511_too_long:LIMIT", _too_long, 1001, 1000),
    Pin("checks.prose.counted_behind:_LONGEST", _item_is_missing, 14, 15),
    Pin("checks.prose.form_help:_LEAST", _of_form, (10, 0), (9, 0)),
    Pin("checks.prose.form_help:_SHARE", _of_form, (12, 3), (12, 4)),
    Pin("checks.prose.form_help:_BEGINNING", _clause_is_looked_for, 6, 5),
    Pin("checks.prose.mojibake:_SHORTEST", lambda text: any(garbled(text)), "鏀垮簻", "政府"),
    Pin("checks.prose.repetition:LONG_ENOUGH", _repeated_within, 30, 29),
    Pin("checks.prose.repetition:ADJACENT", _said_again_at_once, 10, 9),
    Pin("checks.prose.repetition:WHOLE_PARAGRAPH", _repeated_whole, 20, 19),
    Pin("checks.prose.strange_marks:_SHORT", _blank_is_wrong, 15, 14),
    Pin(
        "checks.prose.strange_marks:_HALF",
        lambda text: any(blanks(text)),
        "办好“三件事 惠及全县人”的",
        "办好“三件大事 惠及全县”的",
    ),
    Pin("checks.years.similarity:SHORTEST", lambda n: likeness(WORDS[:n], WORDS[:n]), 10, 9),
    Pin("checks.years.similarity:LONG", _alike_when, 50, 49),
    Pin("checks.years.similarity:_PART", _clauses, (10, 10, 7), (10, 10, 6)),
    Pin("checks.years.similarity:_CLAUSE", _clauses, (8, 8, 8), (8, 7, 8)),
    Pin("checks.years.similarity:_GRAM", _reworded, 12, 11),
    Pin("checks.years.similarity:_SAME", _reworded, 12, 11),
]


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: f"{pin.constant} {pin.yes}/{pin.no}")
def test_the_threshold_stands_between_the_two(pin: Pin) -> None:
    assert holds(pin)
