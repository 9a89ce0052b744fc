from rule_trials import found, part_six

from generator.checks.disclosure.nb504_missing_subject import RULE
from generator.checks.prose import sections
from generator.form import edition_for
from generator.form import keys as form_keys


def test_the_sections_that_rules_know_are_the_forms() -> None:
    edition = edition_for(2023)
    overview = sections.overview(edition)
    assert [p.number for p in (overview, sections.problems(edition), sections.other_matters(edition))] == [
        "一",
        "五",
        "六",
    ]
    keys = [topic.key for topic in sections.topics(overview)]
    assert len(keys) == 5
    assert {form_keys.ON_REQUEST, form_keys.SUPERVISION} <= set(keys)


def test_it_stands_at_the_parts_key_and_says_what_to_write() -> None:
    (finding,) = found(RULE, part_six("无。"))
    assert (finding.span.line, finding.span.column) == (2, 1)
    assert "信息处理费" in finding.hint
