"""All problems of a file, one finding for one mistake."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from generator.findings import Finding, Path, in_order
from generator.form import Edition
from generator.form.model import FIGURES, Kind
from generator.form.model import Path as FormPath
from generator.report.explaining.context import ExplainContext
from generator.report.explaining.explained import Explanation
from generator.report.explaining.keys import Judgement, Meaning
from generator.report.explaining.missing import explain_missing
from generator.report.explaining.problems import SchemaProblem
from generator.report.explaining.unknown import MOST_KEYS, explain_keys, judgements
from generator.report.explaining.values import explain_choice, explain_nothing, explain_range, explain_type
from generator.report.model import Places
from generator.source.nodes import Mapping

_VALUES: dict[str, Callable[[SchemaProblem, ExplainContext], Finding]] = {
    "type": explain_type,
    "minimum": explain_range,
    "maximum": explain_range,
    "const": explain_type,
    "enum": explain_choice,
    "minProperties": explain_nothing,
}
_KEYS = frozenset({"additionalProperties", "pattern"})


def explain_problems(
    problems: list[SchemaProblem], root: Mapping, edition: Edition, places: Places, lines: Sequence[str] = ()
) -> Explanation:
    """Findings for all problems, and the keys to be read as others."""
    scene = ExplainContext(root, edition, places, lines)
    about_keys = islice((problem for problem in problems if problem.keyword in _KEYS), MOST_KEYS)
    judged = [judgements(problem, scene) for problem in about_keys]
    findings = [finding for group in judged for finding in explain_keys(group, scene)]
    accounted = _accounted([judgement for group in judged for judgement in group])
    for problem in problems:
        findings += [f for f in _explain(problem, scene) if (f.code, f.path) not in accounted]
    unsure = frozenset(path for group in judged for each in group if (path := _unsure(each, scene)))
    return Explanation(tuple(in_order(findings)), _renames(judged), unsure)


def _explain(problem: SchemaProblem, scene: ExplainContext) -> list[Finding]:
    if problem.keyword == "required":
        return explain_missing(problem, scene)
    return [_VALUES[problem.keyword](problem, scene)] if problem.keyword in _VALUES else []


def _accounted(judged: list[Judgement]) -> set[tuple[str, Path]]:
    """What a misspelt or misplaced key explains: that its entry is missing, that the key it belongs under is empty."""
    done: set[tuple[str, Path]] = set()
    for each in judged:
        if each.meaning in {Meaning.LABEL, Meaning.GUESS}:
            done.add(("NB101", (*each.path[:-1], each.key)))
        if each.meaning is Meaning.ELSEWHERE:
            done.add(("NB101", each.home))
            done.update(("NB105", above) for above in _above(each.home))
    return done


def _unsure(judged: Judgement, scene: ExplainContext) -> FormPath:
    """The path of the form whose figures a key makes unknown: it says them a second time, elsewhere, or perhaps."""
    if judged.meaning is Meaning.ELSEWHERE:
        return judged.home
    path = (*map(str, judged.path[:-1]), judged.key)
    item = scene.item(path) if judged.key else None
    guessed = judged.meaning is Meaning.GUESS and item is not None and (item.kind in FIGURES or item.kind is Kind.ROW)
    return path if guessed or judged.meaning is Meaning.REPEATED else ()


def _above(path: FormPath) -> list[FormPath]:
    return [path[:depth] for depth in range(1, len(path))]


def _renames(judged: list[list[Judgement]]) -> dict[Path, str]:
    return {each.path: each.key for group in judged for each in group if each.meaning in {Meaning.LABEL, Meaning.GUESS}}
