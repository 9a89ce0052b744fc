"""What YAML allows and a report has no use for: anchors, aliases, tags, merge keys, several documents (NB005)."""

from __future__ import annotations

import re

from generator.findings import Edit, Finding, Fix, Span, error

_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]*)+")
_ALIAS_HINT = "请把要写的内容在这里原样写出来。"


def property_finding(lines: tuple[str, ...], span: Span, anchor: str | None) -> tuple[Finding, Span]:
    """NB005 for ``&name`` or ``!tag`` before a value, and the span of the value that follows."""
    match = _PROPERTIES.match(lines[span.line - 1], span.column - 1)
    end = match.end() if match else span.column
    marks = Span(span.line, span.column, span.line, end + 1)
    sign = "&" if anchor is not None else "!"
    typed = lines[span.line - 1][span.column - 1 : end].strip() if match else sign
    message = f"“{typed}”：这里不能用“{sign}”开头的记号（YAML 的{'锚点' if sign == '&' else '类型标记'}），年报用不到。"
    hint = "请删去这个记号；如果它本来是文字的开头，请把整段文字放进单引号 '…' 里，或者另起一行写在 | 下面。"
    fix = Fix(f"删去“{sign}”记号", (Edit(marks, ""),), mechanical=not any(char.isdecimal() for char in typed))
    same_line = end < len(lines[span.line - 1].rstrip())
    value = Span(span.line, end + 1, span.end_line, span.end_column) if same_line else span
    return error("NB005", message, marks, hint=hint, fix=fix), value


def alias(span: Span) -> Finding:
    """NB005 for ``*name``."""
    message = "这里不能用“*”引用别处的内容（YAML 的别名）。"
    hint = _ALIAS_HINT + "如果“*”是文字的开头，请把整段文字放进单引号 '…' 里，或者另起一行写在 | 下面。"
    return error("NB005", message, span, hint=hint)


def merge_key(span: Span) -> Finding:
    """NB005 for ``<<:``."""
    return error("NB005", "这里不能用“<<”并入别处的内容（YAML 的合并键）。", span, hint=_ALIAS_HINT)


def directive(line: int, lines: tuple[str, ...]) -> Finding:
    """NB005 for ``%YAML`` and ``%TAG`` lines before the document."""
    number = next((n for n in range(1, line + 1) if lines[n - 1].startswith("%")), line)
    fix = Fix("删去这一行", (_whole_line(number, lines),))
    message = "以“%”开头的 YAML 指令在年报里用不到。"
    return error("NB005", message, _text_of(number, lines), hint="请删去这一行。", fix=fix)


def second_document(line: int, lines: tuple[str, ...]) -> Finding:
    """NB005 where a second document starts; what follows it is not read."""
    line = min(line, len(lines))
    message = "一个文件只写一份报告，这里的“---”会开始另一份，它后面的内容没有读。"
    marker = lines[line - 1].startswith("---")
    fix = Fix("删去“---”", (Edit(Span.at(line, 1, 3), ""),)) if marker else None
    return error(
        "NB005", message, _text_of(line, lines), hint="请删去“---”这一行，或者把后面的报告另存为一个文件。", fix=fix
    )


def too_deep(span: Span, limit: int) -> Finding:
    """NB007 for nesting beyond ``limit``."""
    message = f"内容套得太深，超过 {limit} 层，从这里起没有读。"
    return error("NB007", message, span, hint="年报最多用到五层，请检查是否多写了许多括号或者短横线。")


def complex_key(span: Span) -> Finding:
    """NB003 for a list or mapping where a key belongs."""
    message = "这里应当是一个名称，却写成了带括号的一组内容。"
    hint = "如果它是文字（例如以 {{ 开头），请另起一行写在 | 下面，或者放进单引号 '…' 里。"
    return error("NB003", message, span, hint=hint)


def escaped_control(span: Span) -> Finding:
    """NB008 for a control character written as an escape in double quotes."""
    message = "双引号里的反斜杠写法（如 \\0、\\x07、\\u2028）变成了看不见的控制字符，不能印出。"
    return error("NB008", message, span, hint="请删去它，或者把双引号换成单引号 '…'，反斜杠就照原样印出。")


def _text_of(number: int, lines: tuple[str, ...]) -> Span:
    return Span.at(number, 1, max(1, len(lines[number - 1].rstrip())))


def _whole_line(number: int, lines: tuple[str, ...]) -> Edit:
    return Edit(Span(number, 1, number + 1, 1) if number < len(lines) else _text_of(number, lines), "")
