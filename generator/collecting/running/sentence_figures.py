"""The topics of a report that are figures: those given, and 0 where the text says that no 信息处理费 was charged."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks.disclosure.sentences.fees import ASKED, COLLECTED, NOTICES, fee_statements
from generator.form import keys
from generator.report.model import Report, SentenceFigures


def sentence_figures_of(report: Report) -> Mapping[str, SentenceFigures]:
    """The figures by topic; a topic is not there where its text tells of something, or nothing for certain."""
    entries = [entry for narrative in report.narratives.values() for entry in narrative.entries]
    given = {entry.topic: entry.sentence_figures for entry in reversed(entries) if entry.sentence_figures}
    if keys.FEE in given:
        return given
    told = [(statement.figure, statement.value) for statement in fee_statements(report)]
    nothing = any(figure == COLLECTED for figure, _ in told) and all(value == 0 for _, value in told)
    return {**given, keys.FEE: dict.fromkeys((NOTICES, ASKED, COLLECTED), 0)} if nothing else given
