"""``nianbao ledger``: tables 3 and 4 counted from the ledger of applications, each figure with its cases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.completion import ledger_files, yaml_files
from generator.cli.group import chinese_command
from generator.cli.values import Debug, Format, Ledger, LedgerAnswers, day, file_name, year

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.editing.ledger_into import ReportForLedger
    from generator.ledger.questions import LedgerQuestion
    from generator.ledger.run import LedgerWish
    from generator.pipeline.ledgers import LedgerOnDisk


@chinese_command(
    "ledger",
    summary="数台账：依申请公开台账里的一件件申请，数成表三、表四",
    text="读依申请公开台账（xlsx、csv、tsv，一行一件申请），数出表三、表四，每一格都能查到是哪几件。"
    "拿不准的一律不猜：列名、写法、日期、申请人类型，逐条问您，写在台账旁边的 对照.yaml 里，回答以后再运行一次。"
    "姓名、证件号、电话、申请内容不会出现在任何输出里。",
    examples="例：\n  nianbao ledger 台账.xlsx --year 2025\n"
    "  nianbao ledger 台账.xlsx --cell 不予公开.保护第三方合法权益.自然人\n"
    "  nianbao ledger 台账.xlsx --from 2025-01-01 --to 2025-06-30",
)
def command(
    file: Ledger,
    of_year: Annotated[
        int | None,
        typer.Option("--year", metavar="年度", parser=year, help="数哪一年；不写就看台账", show_default=False),
    ] = None,
    first: Annotated[
        date | None, typer.Option("--from", metavar="日期", parser=day, help="只数一段：第一天", show_default=False)
    ] = None,
    until: Annotated[
        date | None, typer.Option("--to", metavar="日期", parser=day, help="只数一段：最后一天", show_default=False)
    ] = None,
    answers: LedgerAnswers = None,
    last: Annotated[
        str | None,
        typer.Option(
            metavar="文件",
            parser=file_name,
            autocompletion=ledger_files,
            help="上年台账：上年结转的逐件核对",
            show_default=False,
        ),
    ] = None,
    cell: Annotated[
        str | None, typer.Option(metavar="格", help="只列这一格是哪几件，例如 本年新收.自然人", show_default=False)
    ] = None,
    into: Annotated[
        str | None,
        typer.Option(
            metavar="年报",
            parser=file_name,
            autocompletion=yaml_files,
            help="把数写进这份年报的 YAML（留 .bak），并写上“台账”；已经填了别的数的不动，除非加 --force",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="明细.xlsx",
            parser=file_name,
            help="另写一份明细：每一件计在哪一格、为什么",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="--into：已经填了别的数的，也改成台账的数；-o：覆盖不是本程序写的文件")
    ] = False,
    form: Annotated[str, Format(("text", "json"), "结果的格式：text 给人看；json 给程序")] = "text",
    debug: Debug = False,
) -> int:
    """Count, say what is asked, and return the exit code."""
    from generator.cli.outcome import FOUND
    from generator.ledger.errors import UnreadableLedgerError
    from generator.pipeline.ledgers import count_file

    wish = _wish(of_year, first, until, last)
    report = None
    if into is not None:
        report, wish = _report(into, wish)
    try:
        found = count_file(file, answers, wish)
    except UnreadableLedgerError as problem:
        _say_unreadable(file, problem, form)
        return FOUND
    if cell is not None:
        return _say_cell(found, cell)
    found = _asked(found, form, lambda: count_file(file, answers, wish))
    code = _say(found, form)
    if output is not None:
        _write_details(found, output, (*(name for name in (last, into, found.answers_path) if name), file), force=force)
    if report is not None:
        _write(report, found, force=force)
    return code


def _wish(of_year: int | None, first: date | None, until: date | None, last: str | None) -> LedgerWish:
    from generator.files.errors import UserError
    from generator.ledger.run import LedgerWish
    from generator.ledger.scene import Period
    from generator.pipeline.ledgers import load_ledger

    period = None
    if first or until:
        some = first or until
        start = first or Period.of_year(some.year).first if some else None
        end = until or Period.of_year(some.year).last if some else None
        if start is None or end is None or start > end or start.year != end.year:
            raise UserError("--from 和 --to 要是同一年里先后的两天", "例如 --from 2025-01-01 --to 2025-06-30")
        if of_year and of_year != start.year:
            raise UserError("--year 与 --from、--to 不是同一年", "请只写其中一种")
        period = Period(start, end)
    return LedgerWish(of_year, period, load_ledger(last) if last else None)


def _report(into: str, wish: LedgerWish) -> tuple[ReportForLedger, LedgerWish]:
    """The report to be written into, and what is to be counted for it."""
    from generator.editing.ledger_into import report_for
    from generator.files.errors import UserError

    if wish.period:
        raise UserError("--into 写的是全年的数，不能和 --from、--to 一起用", "只看一段时间的数，请不加 --into")
    report = report_for(into)
    if report.consolidated:
        raise UserError("这份年报的统计范围是汇总，不能用一本台账填写", "汇总各单位的年报用 nianbao merge")
    none = wish.none_carried or report.none_carried
    return report, wish._replace(year=wish.year or report.year, none_carried=none)


def _write_details(found: LedgerOnDisk, output: str, inputs: tuple[str, ...], *, force: bool) -> None:
    from generator.cli.delivery import Delivery, refuse_terminal
    from generator.files.workbooks import made
    from generator.ledger.details_workbook import details_workbook

    refuse_terminal(output)
    Delivery(output, inputs, force).take(made(lambda: details_workbook(found.counted)))


def _write(report: ReportForLedger, found: LedgerOnDisk, *, force: bool) -> None:
    from generator.cli.cells import printable
    from generator.cli.streams import say
    from generator.editing.ledger_into import write_into

    if found.counted.questions:
        say(printable(f"还有没有回答的问题，{report.path} 没有改。"))
        return
    done = write_into(report, found.counted, found.path, force=force)
    for one in done.figures.kept:
        cases = f"（{'、'.join(one.cases)}）" if one.cases else ""
        say(printable(f"{'.'.join(one.path[1:])}：年报里是 {one.typed}，台账数出来是 {one.counted}{cases}，没有改"))
    if done.figures.kept:
        say("要改成台账的数，加上 --force。")
    if done.backup is None:
        say(printable(f"{report.path} 没有要改的。"))
    else:
        say(printable(f"已写入 {report.path}：{len(done.figures.written)} 个数；原来的在 {done.backup}"))


def _say_unreadable(file: str, problem: Exception, form: str) -> None:
    import os

    from generator.cli.reporting import show_refusal
    from generator.cli.streams import put_bytes
    from generator.files.errors import UserError
    from generator.files.exact_json import exact_json
    from generator.ledger.tracing import refused_data

    if isinstance(problem, UserError):
        if form == "json":
            put_bytes(exact_json(refused_data(os.path.basename(file), problem.message, problem.hint)))
        show_refusal(problem)


def _say_cell(found: LedgerOnDisk, cell: str) -> int:
    from generator.cli.cells import printable
    from generator.cli.outcome import FINE, FOUND
    from generator.cli.streams import put, say
    from generator.ledger.tracing import find_cells

    counted = found.counted
    cells = counted.cells()
    for path in find_cells(counted, cell):
        figure = counted.figure(path)
        if cases := cells.get(path, ()):
            put(printable(f"{'.'.join(path[1:])}（{'？' if figure is None else figure} 件）：{'、'.join(cases)}"))
        elif figure is None:
            put(printable(f"{'.'.join(path[1:])}（？）"))
    if counted.questions:
        say(f"还有 {len(counted.questions)} 处没有回答，数可能会变。")
    return FOUND if counted.questions else FINE


def _say(found: LedgerOnDisk, form: str) -> int:
    from generator.cli.outcome import FINE, FOUND
    from generator.cli.streams import put, put_bytes
    from generator.files.exact_json import exact_json
    from generator.ledger.tracing import as_data

    counted = found.counted
    if form == "json":
        put_bytes(exact_json(as_data(counted)))
    else:
        from generator.cli.ledger_text import ledger_text

        put(ledger_text(counted, found.answers_path))
    return FOUND if counted.questions else FINE


def _asked(found: LedgerOnDisk, form: str, again: Callable[[], LedgerOnDisk]) -> LedgerOnDisk:
    """The same with the questions written down; on a terminal they are put one by one."""
    from generator.cli.ledger_prompt import may_ask
    from generator.cli.reporting import show_refusal
    from generator.cli.streams import say
    from generator.files.errors import UserError
    from generator.pipeline.ledgers import note_questions

    try:
        while found.counted.questions and form == "text" and may_ask():
            if not _noted(found):
                break
            found = again()
        if note_questions(found):
            say(f"要回答的问题写在 {found.answers_path}：把“？”换成回答，再运行一次。")
    except UserError as problem:
        show_refusal(problem)
    return found


def _noted(found: LedgerOnDisk) -> bool:
    """Put the questions, and write down what is answered, also when somebody leaves by Ctrl+C. Whether anything was."""
    from generator.cli.ledger_prompt import answered
    from generator.pipeline.ledgers import note_answers

    answers: dict[LedgerQuestion, str] = {}
    try:
        for question, answer in answered(found):
            answers[question] = answer  # noqa: PERF403 (a comprehension would lose them when somebody leaves)
    finally:
        if answers:
            note_answers(found, answers)
    return bool(answers)
