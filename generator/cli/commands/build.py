"""``nianbao build``: check, then write the report's files."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.completion import words
from generator.cli.errors import BadValue
from generator.cli.group import chinese_command
from generator.cli.values import Debug, Force, Inputs, Jobs, Profile, Strict, file_name, formats
from generator.form.names import REPORT
from generator.render.formats import format_names, formats_that_take

if TYPE_CHECKING:
    from generator.cli.outcome import Outcome
    from generator.pipeline.building import BuildOptions, Built

_STDOUT = "-"


@chinese_command(
    "build",
    summary=f"检查并生成报告（{'、'.join(format_names())}）",
    text=f"先检查，没有错误就生成报告，文件名是“机关＋年度＋年{REPORT}”，"
    "默认与 YAML 文件在同一个文件夹。有错误的不生成，原来生成的文件不动。",
    examples="例：\n  nianbao build 某某县人民政府-2025.yaml\n  nianbao build 年报文件夹 -o 成品 -t docx,html",
)
def command(
    files: Inputs,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="文件夹",
            parser=file_name,
            help="写到这个文件夹；- 是标准输出（只能一个文件、一种格式）",
        ),
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            "-t",
            "--to",
            metavar="格式",
            parser=formats,
            autocompletion=words(*format_names()),
            help=f"{'、'.join(format_names())}，几种之间用逗号隔开",
        ),
    ] = "docx,md",
    fragment: Annotated[bool, typer.Option("--fragment", help="html 只要正文，样式写在各处，供粘贴到网站后台")] = False,
    no_title: Annotated[bool, typer.Option("--no-title", help="--fragment 的正文不带标题，标题由网站自己印")] = False,
    reference: Annotated[
        str | None,
        typer.Option(metavar="文件", parser=file_name, help="用本机关自己的 docx 作模板（样式、页面、页脚）"),
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="有错误也生成，标明“草稿”，没有填好的数显示为 ？")] = False,
    skip_unchanged: Annotated[bool, typer.Option("--skip-unchanged", help="比 YAML 文件新的成品不再生成")] = False,
    verify: Annotated[
        bool, typer.Option("--verify", help="写好后读回来逐格逐段核对，一致才替换原来的成品；不一致时退出码为 1")
    ] = False,
    profile: Profile = None,
    processes: Jobs = 1,
    force: Force = False,
    strict: Strict = False,
    debug: Debug = False,
) -> int:
    """Build every file; paths go to stdout, findings to stderr."""
    from generator.pipeline.building import BuildOptions
    from generator.pipeline.inputs import STDIN, find_inputs

    paths = find_inputs(files)
    if STDIN in paths and len(paths) > 1:
        raise BadValue("标准输入（-）只能单独生成，不能和别的文件一起")
    find_inputs([file for file in (reference, profile) if file])
    directory = None if output == _STDOUT else output
    options = BuildOptions(directory, tuple(to.split(",")), fragment, reference, draft, skip_unchanged, verify, force)
    if no_title and not fragment:
        raise BadValue("--no-title 只管 --fragment 的正文，请和 --fragment 一起用")
    options = options._replace(no_title=no_title, profile=profile)
    _say_idle(options)
    _say_unsettled(options)
    if output == _STDOUT:
        return _to_stdout(paths, options, strict=strict, debug=debug)
    return _to_files(paths, options, processes, strict=strict, debug=debug)


def _say_idle(options: BuildOptions) -> None:
    """Say which options have nothing to act on: what was wanted is another format."""
    from generator.cli.streams import say

    for wish in ("fragment", "reference"):
        heeding = formats_that_take(wish)
        if getattr(options, wish) and not set(heeding) & set(options.formats):
            named = "、".join(heeding)
            say(f"--{wish} 只管 {named}，这次没有要 {named}；要的话请加 -t {heeding[0]}")


def _say_unsettled(options: BuildOptions) -> None:
    """Say that the agency's own DOCX carries open changes or comments."""
    if options.reference and "docx" in options.formats:
        from generator.cli.cells import printable
        from generator.cli.streams import say
        from generator.pipeline.building import unsettled_in_template

        if words := unsettled_in_template(options.reference):
            say(f"警告 NB611 模板 {printable(options.reference)} 里{words}")


def _to_files(paths: list[str], options: BuildOptions, processes: int, *, strict: bool, debug: bool) -> int:
    import os

    from generator.cli.outcome import Outcome
    from generator.cli.progress import with_progress
    from generator.cli.running import close
    from generator.pipeline.building import build_files

    outcome, notes = Outcome(strict), set()
    results = build_files(paths, options, processes or os.cpu_count() or 1)
    for built in with_progress(results, len(paths), "生成"):
        outcome.count(built.checked.findings)
        _show(built, outcome, debug=debug)
        notes.add(built.note)
    _say_all(notes)
    return close(outcome)


def _show(built: Built, outcome: Outcome, *, debug: bool) -> None:
    from generator.cli.cells import printable
    from generator.cli.reporting import show_refusal
    from generator.cli.running import show_checked
    from generator.cli.streams import put, say
    from generator.cli.unlike_text import show_unlike

    file = printable(built.checked.file)
    if built.checked.findings:
        show_checked(built.checked, sys.stderr, debug=debug)
    with suppress(BrokenPipeError):  # the files are what is wanted: the others are built, read or not
        for path in built.written:
            put(printable(path))
    for path in built.skipped:
        say(f"没有变化，不再生成：{printable(path)}")
    if built.problem is not None:
        outcome.refused = True
        show_refusal(built.problem)
    elif built.unlike:
        outcome.differs = True
        show_unlike(built.unlike)
    elif not (built.written or built.skipped):
        say(f"{file}：{_unwritten(built)}")


def _unwritten(built: Built) -> str:
    """Why there is nothing, and what to do about it."""
    if built.draftable:
        return "有错误，没有生成；改正后再生成，或者用 --draft 先看草稿"
    return "没有生成" if built.checked.crashed else "有错误，没有生成；改正后再生成"


def _say_all(notes: set[str]) -> None:
    """What to know about what was written, each thing once."""
    from generator.cli.streams import say

    for note in sorted(filter(None, notes)):
        say(note)


def _to_stdout(paths: list[str], options: BuildOptions, *, strict: bool, debug: bool) -> int:
    from generator.cli.outcome import FOUND, Outcome
    from generator.cli.running import close, show_checked
    from generator.cli.streams import put_bytes
    from generator.cli.unlike_text import show_unlike
    from generator.comparing.read_back import MismatchError
    from generator.pipeline.building import note_on, render_file

    if len(paths) != 1 or len(options.formats) != 1:
        raise BadValue("写到标准输出（-o -）时只能有一个文件，并用 -t 指明一种格式，例如 -t md")
    outcome = Outcome(strict)
    try:
        checked, content = render_file(paths[0], options)
    except MismatchError as difference:
        show_unlike(difference.unlike)
        return FOUND
    outcome.count(checked.findings)
    if content is not None:
        put_bytes(content)
        _say_all({note_on(options)})
    if not checked.findings:
        return outcome.exit_code
    show_checked(checked, sys.stderr, debug=debug)
    return close(outcome)
