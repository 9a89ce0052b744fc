"""One agency's files: those that say the same are one report; those that differ are a question for a person."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from generator.collecting.records import Aside, Filed, ListedProblem
from generator.findings import Severity
from generator.form import edition_for
from generator.form.model import Path
from generator.form.placing import WHOLE_REPORT, in_words
from generator.wording import Worded, joined

_PREFERRED = (".yaml", ".yml", ".docx", ".html", ".htm", ".md", ".txt", ".pdf")
"""Of files that say the same, the one in which least can have been misread."""
_WITHOUT_PARAGRAPHS = (".pdf", ".txt")
"""Where lines and pages are mixed up with paragraphs, the same text is not read exactly the same."""
_NEWEST = Worded("也可以加上 --newest，取最后修改的一份", "也可以选“取最后修改的一份”")
_NEARLY = 97
"""Of a hundred: such texts are the same where one of them comes from a format without paragraphs."""


class Settled(NamedTuple):
    """What became of one agency's files: the report that counts, the others, and what a person must know."""

    filed: Filed
    asides: tuple[Aside, ...] = ()
    remarks: tuple[str, ...] = ()


def settle(files: Sequence[Filed], *, newest: bool) -> Settled:
    """The one report among an agency's files. Reports that differ are an error, unless ``newest`` takes the later."""
    groups = _groups(sorted(files, key=_preference))
    same = tuple(_same(other, group[0]) for group in groups for other in group[1:])
    heads = [group[0] for group in groups]
    if len(groups) == 1:
        return Settled(heads[0], same)
    times = [max(filed.modified for filed in group) for group in groups]
    latest = max(times)
    if not newest or times.count(latest) > 1:
        return Settled(_conflict(heads), same, (_decide(heads, newest=newest),))
    chosen = heads[times.index(latest)]
    older = [head for head in heads if head is not chosen]
    return Settled(chosen, (*same, *(_older(head, chosen) for head in older)), (_taken(chosen, older),))


def is_same(one: Filed, other: Filed) -> bool:
    """Whether two files say the same, each in its format."""
    if one.digest and one.digest == other.digest:
        return True
    loose = {_suffix(one), _suffix(other)} & set(_WITHOUT_PARAGRAPHS)
    if not loose or _suffix(one) == _suffix(other) or _differing(one, other):
        return False
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(_text(one), _text(other)) >= _NEARLY)


def _groups(files: Sequence[Filed]) -> list[list[Filed]]:
    groups: list[list[Filed]] = []
    for filed in files:
        for group in groups:
            if is_same(group[0], filed):
                group.append(filed)
                break
        else:
            groups.append([filed])
    return groups


def _preference(filed: Filed) -> tuple[int, int, str]:
    """By format, then the shorter name, which is no (2) and no 副本."""
    suffix = _suffix(filed)
    rank = _PREFERRED.index(suffix) if suffix in _PREFERRED else len(_PREFERRED)
    return rank, len(filed.file), filed.file


def _suffix(filed: Filed) -> str:
    return os.path.splitext(filed.file)[1].lower()


def _text(filed: Filed) -> str:
    return "".join("".join(paragraph.split()) for passage in filed.passages for paragraph in passage.paragraphs)


def _differing(one: Filed, other: Filed) -> list[Path]:
    """The figures that are not the same in both; what one of them does not know is no difference."""
    pairs = ((path, value, other.figures.get(path)) for path, value in one.figures.items())
    return [path for path, a, b in pairs if a is not None and b is not None and a != b]


def _conflict(heads: Sequence[Filed]) -> Filed:
    """A file that stands for all of them: it has no figures, and one problem that says why."""
    names = _named(heads)
    problem = ListedProblem(
        Severity.ERROR,
        WHOLE_REPORT,
        f"收到 {len(heads)} 份内容不同的报告：{names}（{_difference(heads[0], heads[1])}）",
        "请确认以哪一份为准，只报送这一份",
    )
    first = heads[0]
    return Filed(
        file="、".join(filed.file for filed in heads),
        modified=max(filed.modified for filed in heads),
        agency=first.agency,
        year=first.year,
        problems=(problem,),
    )


def _difference(one: Filed, other: Filed) -> str:
    places = _differing(one, other)
    if not places and one.agency != other.agency:
        return f"数字相同，机关写的是“{one.agency}”和“{other.agency}”"
    if not places:
        return "数字相同，文字不同"
    path = places[0]
    place = in_words(path, edition_for(one.year))
    return f"数字有 {len(places)} 处不同，例如{place}：{one.figures[path]} 和 {other.figures[path]}"


def _decide(heads: Sequence[Filed], *, newest: bool) -> str:
    undecided = "几份的修改时间一样，分不出先后" if newest else _NEWEST
    return joined(f"交来 {len(heads)} 份不同的报告：{_named(heads)}。请只留下一份；", undecided, "。")


def _taken(chosen: Filed, older: Sequence[Filed]) -> str:
    return f"交来 {len(older) + 1} 份不同的报告，取了最后修改的“{chosen.file}”，没有用{_named(older)}。"


def _same(filed: Filed, head: Filed) -> Aside:
    return Aside(filed.file, f"与“{head.file}”是同一份报告，内容相同", "按一份算，不用处理", harmless=True)


def _older(filed: Filed, chosen: Filed) -> Aside:
    return Aside(
        filed.file, f"同一单位还有最后修改的“{chosen.file}”", "取了最后修改的一份；如果不对，请删去不要的再收一遍"
    )


def _named(files: Sequence[Filed]) -> str:
    return "、".join(f"“{filed.file}”" for filed in files)
