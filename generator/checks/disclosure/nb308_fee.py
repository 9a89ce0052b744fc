"""NB308: what is said of 信息处理费 contradicts its figures, or itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences import fees
from generator.checks.disclosure.sentences.fees import ASKED, COLLECTED, NOTICES, FeeStatement
from generator.checks.disclosure.sentences.figure_refs import FigureRef
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Related, Severity, warning
from generator.form import keys
from generator.report.model import Report, SentenceFigures

_UNPAID = (keys.APPLICATIONS, keys.RESULTS, keys.OTHER_OUTCOME, keys.UNPAID)


def check(report: Report) -> Iterator[Finding]:
    """Compare text with figures, collected with asked, and the applications dropped for not paying with the notices."""
    fee = fees.typed_fee(report)
    said = list(fees.fee_statements(report))
    if fee is not None:
        yield from _of_figures(report, fee)
        yield from (f for s in said if (f := _against_figures(report, fee, s)))
    else:
        yield from _among_themselves(said)
    yield from _unpaid(report, fee, said)


def _of_figures(report: Report, fee: SentenceFigures) -> Iterator[Finding]:
    path = fees.fee_path(report)
    notices, asked, collected = fee[NOTICES], fee[ASKED], fee[COLLECTED]
    if collected is not None and asked is not None and collected > asked:
        place = (*path, COLLECTED)
        yield warning(
            "NB308",
            f"{COLLECTED} {collected} 元，比{ASKED} {asked} 元还多",
            report.places.value(place),
            hint="实际收取的不会超过收费通知的总金额，请核对两个数。单位都是元。",
            path=place,
            related=(Related(report.places.value((*path, ASKED)), f"{ASKED} {asked} 元", (*path, ASKED)),),
        )
    if notices == 0 and (asked or collected):
        place = (*path, NOTICES)
        yield warning(
            "NB308",
            f"{NOTICES}是 0，却有{ASKED} {asked} 元、{COLLECTED} {collected} 元",
            report.places.value(place),
            hint="发出收费通知才能收费，请填写收费通知的件数；没有收费的，金额也填 0。",
            path=place,
        )


def _against_figures(report: Report, fee: SentenceFigures, said: FeeStatement) -> Finding | None:
    figure = fee[said.figure]
    if figure is None or figure == said.value:
        return None
    place = (*fees.fee_path(report), said.figure)
    there = f"{keys.FEE}的{said.figure}是 {figure}"
    return _at(report, said, f"，{there}，两处不一致", Related(report.places.value(place), there, place))


def _among_themselves(said: list[FeeStatement]) -> Iterator[Finding]:
    """Text alone: more collected than asked, or none here and some there."""
    by_figure: dict[str, list[FeeStatement]] = {}
    for statement in said:
        by_figure.setdefault(statement.figure, []).append(statement)
    asked, collected = by_figure.get(ASKED, []), by_figure.get(COLLECTED, [])
    if len(asked) == 1 and collected and collected[-1].value > asked[0].value:
        yield _at(None, collected[-1], f"，比收费通知的总金额 {asked[0].value:f} 元还多", _place(asked[0]))
    none = [s for s in collected if s.number is None]
    some = [s for s in collected if s.value]
    if none and some:
        yield _at(None, none[0], f"，另一处却写收取了 {some[0].value:f} 元，两处不一致", _place(some[0]))


def _unpaid(report: Report, fee: SentenceFigures | None, said: list[FeeStatement]) -> Iterator[Finding]:
    """Applications dropped because a fee was not paid, where no notice of a fee was sent."""
    count = FigureRef((_UNPAID,)).value(report)
    none = [s for s in said if s.figure == NOTICES and not s.value]
    if count and ((fee is not None and fee[NOTICES] == 0) or (fee is None and none)):
        yield warning(
            "NB308",
            f"表三“{_UNPAID[-1]}”是 {count} 件，却没有发出过信息处理费的收费通知",
            report.places.value(_UNPAID),
            hint=f"逾期未缴费以发出收费通知为前提，请核对这一行和“{keys.FEE}”。",
            path=_UNPAID,
        )


def _at(report: Report | None, said: FeeStatement, rest: str, related: Related) -> Finding:
    passage = said.sentence.passage
    start, end = said.sentence.folded.origin(said.start, said.end)
    words = passage.text[start:end] if said.number is None else f"{said.figure} {said.value:f}"
    return warning(
        "NB308",
        f"正文{passage.place}写“{words}”{rest}",
        passage.span(start, end),
        hint=f"核对哪一处是对的。{keys.FEE}的三个数可以在正文里取：{{{{ {keys.FEE}.{said.figure} }}}}。",
        path=passage.path,
        related=(related,),
    )


def _place(said: FeeStatement) -> Related:
    passage = said.sentence.passage
    return Related(passage.span(*said.sentence.folded.origin(said.start, said.end)), f"{said.value:f}", passage.path)


RULE = Rule(
    code="NB308",
    severity=Severity.WARNING,
    title="信息处理费前后不一致",
    why=(
        "收取信息处理费的情况必须在第六部分写明（国办公开办函〔2021〕30号；国办函〔2020〕109号）。"
        "正文与所填的数不同、实收多于应收、没有发出收费通知却有逾期未缴费的申请，都说明有一处写错了。"
    ),
    fails=Example("其他需要报告的事项:\n  信息处理费: {收费通知件数: 1, 收费通知金额: 100, 实际收取金额: 1000}\n"),
    passes=Example("其他需要报告的事项:\n  信息处理费: {收费通知件数: 1, 收费通知金额: 1000, 实际收取金额: 100}\n"),
    check=check,
)
