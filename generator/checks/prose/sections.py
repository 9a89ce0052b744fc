"""The parts and topics of the form that rules about text must know apart."""

from __future__ import annotations

from generator.form import Edition
from generator.form.model import Item, Kind
from generator.report.model import Narrative, NarrativeEntry


def overview(edition: Edition) -> Item:
    """Part 一, 总体情况."""
    return edition.narratives[0]


def problems(edition: Edition) -> Item:
    """Part 五, 存在的主要问题及改进情况."""
    return edition.narratives[1]


def other_matters(edition: Edition) -> Item:
    """Part 六, 其他需要报告的事项."""
    return edition.narratives[2]


def topics(part: Item) -> tuple[Item, ...]:
    """The subheadings that the notice demands of a part."""
    return tuple(item for item in part.children if item.kind in {Kind.TOPIC, Kind.SENTENCE})


def is_about(entry: NarrativeEntry, topic: str) -> bool:
    """Whether an entry is the one on a topic, by the form's variants or because its heading names the topic."""
    return entry.topic == topic or topic in entry.key or topic in entry.heading


def text_of(narrative: Narrative, topic: str = "") -> str:
    """The words of a text part (only of one topic's entries, if named), headings included, a line per paragraph."""
    lines = [] if topic else [p.text for p in narrative.paragraphs]
    for entry in narrative.entries:
        if not topic or is_about(entry, topic):
            lines.append(entry.heading)
            lines.extend(p.text for p in entry.paragraphs)
    return "\n".join(lines)
