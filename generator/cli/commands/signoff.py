"""``nianbao signoff``: the sheet to sign, the record of what was signed, and the proof of what was published."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from generator.cli.completion import report_files
from generator.cli.errors import BadValue
from generator.cli.group import chinese_command
from generator.cli.values import Debug, Force, Output, Profile, file_name

_TYPED = (".yaml", ".yml", ".json")


@chinese_command(
    "signoff",
    summary="核对单：签发前逐数核对，定稿后核对公布的",
    text="写出给签发人看的核对单：表格中每个不为 0 的数从哪里来、比上年增减多少，勾稽关系，文字中每个数有什么依据，"
    "没有消除的问题和忽略的原因，YAML 和成品的校验值（SHA-256），签字的地方。"
    "-o 的文件名决定格式（docx、pdf、html、md），不写 -o 就显示在屏幕上。"
    "--record 把定稿记在 YAML 旁边（名称.定稿.json），以后 check 会说定稿以后改过什么；"
    "--verify 逐数核对公布的文件是不是定稿，不同时退出码是 1。",
    examples="例：\n  nianbao signoff 某某县人民政府-2025.yaml -o 核对单.docx\n"
    "  nianbao signoff 某某县人民政府-2025.yaml --record\n"
    "  nianbao signoff 某某县人民政府-2025.yaml --verify 公布的.html",
)
def command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="文件",
            help="年报的 YAML 文件；用 --verify 时后面可以再写公布的文件",
            parser=file_name,
            autocompletion=report_files,
        ),
    ] = [],  # noqa: B006 - never changed; --verify alone finds the record beside what is published
    output: Output = None,
    record: Annotated[bool, typer.Option("--record", help="记下定稿：数字、文字、日期和校验值")] = False,
    verify: Annotated[
        list[str],
        typer.Option(
            "--verify",
            metavar="文件",
            parser=file_name,
            help="公布的 docx、html、pdf、md，逐数核对是不是定稿；可以写几个",
            show_default=False,
        ),
    ] = [],  # noqa: B006
    profile: Profile = None,
    force: Force = False,
    debug: Debug = False,
) -> int:
    """Write the sheet, keep the record, or hold published files against it."""
    if verify:
        from generator.cli.signoff_text import verify_all

        if output is not None or record:
            raise BadValue("--verify 只核对，不能和 -o、--record 一起用")
        named = [file for file in files if file.lower().endswith(_TYPED)]
        if len(named) > 1:
            raise BadValue("--verify 一次只核对一份年报的定稿，只能写一个 YAML 文件")
        return verify_all(named[0] if named else None, [*verify, *(file for file in files if file not in named)])
    if len(files) != 1:
        raise BadValue("请写一个年报的 YAML 文件" if not files else "核对单一次只写一份，只能写一个 YAML 文件")
    return _sign(files[0], output, profile, record=record, force=force, debug=debug)


def _sign(file: str, output: str | None, profile: str | None, *, record: bool, force: bool, debug: bool) -> int:
    from datetime import date

    from generator.cli.delivery import Delivery
    from generator.cli.outcome import FOUND, Outcome
    from generator.cli.running import close, show_checked
    from generator.cli.signoff_text import say_problems, say_recorded
    from generator.pipeline.inputs import STDIN
    from generator.pipeline.signing_off import record as keep
    from generator.pipeline.signing_off import rendered, sheet_format, sign_off

    if record and file == STDIN:
        raise BadValue("定稿记在 YAML 文件旁边，不能从标准输入定稿")
    form = sheet_format(output)
    signed = sign_off(file, profile)
    outcome = Outcome()
    outcome.count(signed.checked.findings)
    if signed.checked.findings:
        show_checked(signed.checked, sys.stderr, debug=debug)
        close(outcome)
    if signed.sheet is None:
        return outcome.exit_code
    say_problems(signed)
    if output is not None or not record:
        Delivery(output, (*signed.checked.inputs,), force).take(rendered(signed, form))
    if record and signed.fit:
        say_recorded(keep(file, signed, date.today(), force=force))
    return outcome.exit_code or (0 if signed.fit else FOUND)
