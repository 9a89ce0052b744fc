"""NB102: keys that may not stand where they do, each told what it should be or where it belongs."""

from __future__ import annotations

from generator.findings import Edit, Finding, Fix, Path, error
from generator.form.model import Item, Kind
from generator.form.words import allowed
from generator.form.writing import example_of, list_keys
from generator.report.explaining.context import ExplainContext
from generator.report.explaining.keys import Judgement, Meaning, judge
from generator.report.explaining.moving import indented
from generator.report.explaining.problems import SchemaProblem
from generator.source.nodes import Mapping, Scalar

MOST_KEYS = 100
"""Keys of one mapping that are judged; one with more of them is not meant for this form."""


def judgements(problem: SchemaProblem, scene: ExplainContext) -> list[Judgement]:
    """A judgement for each key that the mapping may not hold, in the order they are written."""
    item = scene.item(problem.path)
    if item is None:
        return []
    if problem.keyword == "pattern":
        return [judge(str(problem.value), problem.path, item, scene, _written(problem.path, scene))]
    known = {entry.key for entry in allowed(item)}
    taken = known & set(problem.value)
    found: list[Judgement] = []
    for key in problem.value:
        if key not in known and len(found) < MOST_KEYS:
            found.append(judge(key, problem.path, item, scene, taken))
            taken.add(found[-1].key)
    return found


def explain_keys(judged: list[Judgement], scene: ExplainContext) -> list[Finding]:
    """The findings; neighbours that all belong under the same key are one slip and make one finding."""
    return [
        _misplaced(run, scene) if run[0].meaning is Meaning.ELSEWHERE else _one(run[0], scene) for run in _runs(judged)
    ]


def _written(path: Path, scene: ExplainContext) -> set[str]:
    node = scene.node(path)
    return {entry.key.text for entry in node} if isinstance(node, Mapping) else set()


def _runs(judged: list[Judgement]) -> list[list[Judgement]]:
    runs: list[list[Judgement]] = []
    for each in judged:
        if runs and each.meaning is Meaning.ELSEWHERE and _same_home(runs[-1][-1], each):
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _same_home(one: Judgement, other: Judgement) -> bool:
    together = one.meaning is other.meaning and one.path[:-1] == other.path[:-1]
    return together and one.home[:-1] == other.home[:-1]


def _one(judgement: Judgement, scene: ExplainContext) -> Finding:
    message, hint = _words(judgement, scene)
    fix = _rename(judgement, scene) if judgement.meaning in {Meaning.LABEL, Meaning.GUESS} else None
    return _finding(judgement, message, hint, scene, fix)


def _words(judgement: Judgement, scene: ExplainContext) -> tuple[str, str]:
    typed, key = judgement.typed, judgement.key
    parent = judgement.path[:-1]
    if judgement.meaning is Meaning.LABEL:
        return f"“{typed}”请写成“{key}”", ""
    if judgement.meaning is Meaning.GUESS:
        return f"没有“{typed}”这一项，是不是“{key}”？", _choices(parent, scene)
    if judgement.meaning is Meaning.REPEATED:
        return f"“{typed}”就是“{key}”，这里已经有了", "请去掉一个，或者把两处合成一处"
    if judgement.meaning is Meaning.CELL:
        return _cell_words(judgement, scene)
    return (
        (f"“{typed}”要分开写", f"请分别写：{key}") if judgement.meaning is Meaning.JOINT else _unknown(judgement, scene)
    )


def _unknown(judgement: Judgement, scene: ExplainContext) -> tuple[str, str]:
    typed, parent = judgement.typed, judgement.path[:-1]
    if _is_nameless(judgement, scene):
        return f"“{typed}”前面没有写名称，不知道是哪一项的数", _named(judgement, scene)
    return f"{scene.name(parent)}里没有“{typed}”这一项", _choices(parent, scene)


def _named(judgement: Judgement, scene: ExplainContext) -> str:
    """What to write, with a name that may stand there as the example."""
    item = scene.item(judgement.path[:-1])
    name = item.children[:2][-1].key if item is not None and item.children else "名称"
    return f"另一项的数，前面写上名称，如 {name}: 2；同一个数，写在一起，中间不要逗号"


def _is_nameless(judgement: Judgement, scene: ExplainContext) -> bool:
    """Whether a key is nothing but a figure: its name was left out, or a comma cut it off from the one before."""
    item, node = scene.item(judgement.path[:-1]), scene.node(judgement.path)
    in_table = item is not None and item.kind in {Kind.ROW, Kind.GROUP, Kind.TABLE}
    return judgement.typed[:1].isdecimal() and in_table and isinstance(node, Scalar) and node.is_empty


def _cell_words(judgement: Judgement, scene: ExplainContext) -> tuple[str, str]:
    row = scene.item(judgement.home[:-1])
    assert row is not None, "a cell has a row"
    cell = f"{judgement.home[-1]}: {example_of(row.by_key[judgement.home[-1]])}"
    return f"“{judgement.typed}”是{row.kinds}，要写在某一行里", f"如 {row.key}: {{{cell}}}"


def _choices(path: Path, scene: ExplainContext) -> str:
    item = scene.item(path)
    return f"这里可以写：{list_keys(_not_written(item, path, scene))}" if item else ""


def _not_written(item: Item, path: Path, scene: ExplainContext) -> tuple[Item, ...]:
    written = _written(path, scene)
    return tuple(entry for entry in allowed(item) if entry.key not in written) or allowed(item)


def _misplaced(run: list[Judgement], scene: ExplainContext) -> Finding:
    first = run[0]
    typed = "、".join(f"“{each.typed}”" for each in run[:3]) + ("等" if len(run) > 3 else "")
    edits = indented(run, scene)
    fix = Fix(f"缩进到“{first.home[-2]}”下面", edits) if edits else None
    message = f"{typed}不在应在的地方，应写在{_place(first, scene)}"
    return _finding(first, message, "；".join(_hints(run)), scene, fix)


def _hints(run: list[Judgement]) -> list[str]:
    above = run[0].home[:-1]
    indent = [f"行首要比“{above[-1]}”多空两格"] if above else []
    return indent + [f"“{each.typed}”请写成“{each.home[-1]}”" for each in run if each.typed != each.home[-1]]


def _place(judgement: Judgement, scene: ExplainContext) -> str:
    parents = judgement.home[:-1]
    if not parents:
        return "最外层，前面不空格"
    here = judgement.path[:-1]
    known = parents[len(here) :] if parents[: len(here)] == here else parents
    return "的".join(f"“{key}”" for key in known) + "下面"


def _rename(judgement: Judgement, scene: ExplainContext) -> Fix | None:
    span = scene.places.keys.get(judgement.path)
    if span is None:
        return None
    sure = judgement.meaning is Meaning.LABEL
    return Fix(f"改为“{judgement.key}”", (Edit(span, judgement.key),), mechanical=sure)


def _finding(judgement: Judgement, message: str, hint: str, scene: ExplainContext, fix: Fix | None) -> Finding:
    return error("NB102", message, scene.places.key(judgement.path), hint=hint, path=judgement.path, fix=fix)
