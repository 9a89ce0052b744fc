"""Bytes of a file → readable text: encodings, size, control characters (NB001, NB002, NB006, NB007, NB008)."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.findings import WHOLE_FILE, Edit, Finding, Fix, Span, error, warning
from generator.source.word_breaks import breaks_in
from generator.wording import Worded, joined

MAX_BYTES = 10_000_000
"""A file larger than this is refused (NB007); a report has about 6,000 bytes."""

LONGEST_LINE = 100_000
"""A line with more characters is refused too: what looks at a paragraph may look at each word more than once."""

BEGIN = Worded("用“nianbao new 年度”新建", "用“新建”写")
"""How a report is begun."""

MAX_REPORTED = 50
"""Lines with control characters that are reported one by one."""

DIRECTION = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
"""Unicode's direction controls, for a character class: they show 732 as 237 on the page."""

CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff{DIRECTION}]")
"""What no text file of ours may hold: YAML or Word cannot, some of it would count as a line break, some of it shows
other figures than are there."""

DIRECTION_MARK = re.compile(f"[{DIRECTION}]")
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_CONTENT = re.compile(r"^\s*[^\s#]", re.MULTILINE)
_SURROGATE = "[\ud800-\udfff]"
_MAGIC = (
    (b"PK\x03\x04", "Word 文档（docx）或者压缩文件"),
    (b"%PDF", "PDF 文件"),
    (b"\xd0\xcf\x11\xe0", "旧式 Word 或 Excel 文件（doc、xls）"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
)
_NAMES = {
    "\x00": "空字符",
    "\x0b": "从 Word 粘贴来的手动换行符",
    "\x0c": "分页符",
    "\x85": "特殊换行符",
    "\u2028": "特殊换行符（行分隔符）",
    "\u2029": "特殊换行符（段分隔符）",
    "\ufeff": "文件中间的 BOM 标记",
}


class SourceText(NamedTuple):
    """A file's text and its lines (without line breaks), as typed but for lone surrogates, which become ``�``."""

    text: str
    lines: tuple[str, ...]
    encoding: str = "utf-8"
    bom: bool = False
    findings: tuple[Finding, ...] = ()


def decode(data: bytes) -> SourceText:
    """Read a file's bytes; what stands in the way is in ``findings``, and ``text`` is empty if it cannot be read."""
    if len(data) > MAX_BYTES:
        return _refused(_too_large(len(data)))
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return _refused(_not_text(f"这个文件是{kind}，不是可以填写的文字文件。"))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode_utf16(data)
    bom = data.startswith(b"\xef\xbb\xbf")
    try:
        text = data[3:].decode() if bom else data.decode()
    except UnicodeDecodeError as problem:
        return _decode_other(data, problem)
    return _source(text, "utf-8", bom)


def split_lines(text: str) -> tuple[str, ...]:
    """The lines of ``text`` without their breaks (LF, CRLF or CR), at least one."""
    lines = _LINE_BREAK.split(text) if "\r" in text else text.split("\n")
    return tuple(lines[:-1] if len(lines) > 1 and not lines[-1] else lines)


def control_findings(lines: tuple[str, ...], newline: str = "\n") -> list[Finding]:
    """NB008 for each line that holds a control character, at its first one; the fix mends all of that line.

    Foreign line breaks become new lines (``newline``), everything else goes.
    """
    found = []
    for number, line in enumerate(lines, 1):
        marks = [match.start() for match in CONTROL.finditer(line)]
        if marks:
            found.append(_control_finding(number, line, marks, newline))
        if len(found) == MAX_REPORTED:
            break
    return found


def _source(text: str, encoding: str, bom: bool, *findings: Finding) -> SourceText:
    lines = split_lines(text)
    if len(text) > LONGEST_LINE and (long := next((n for n, one in enumerate(lines, 1) if len(one) > LONGEST_LINE), 0)):
        return _refused(_too_long(long))
    found = list(findings)
    if CONTROL.search(text):
        if _is_binary(text):
            return _refused(_not_text("这个文件里有大量控制字符，不是文字文件。"))
        found += control_findings(lines, "\r\n" if "\r\n" in text else "\n")
        text = re.sub(_SURROGATE, "\ufffd", text)
        lines = split_lines(text)
    if not _CONTENT.search(text):
        found.append(_empty(text))
    return SourceText(text, lines, encoding, bom, tuple(found))


def _is_binary(text: str) -> bool:
    """More than a few control characters, and more than one in twenty."""
    count = sum(1 for _ in CONTROL.finditer(text))
    return count > 20 and count * 20 > len(text)


def _refused(finding: Finding) -> SourceText:
    return SourceText("", ("",), findings=(finding,))


def _decode_utf16(data: bytes) -> SourceText:
    encoding = "utf-16-le" if data[:2] == b"\xff\xfe" else "utf-16-be"
    try:
        text = data[2:].decode(encoding)
    except UnicodeDecodeError:
        return _refused(_not_text("这个文件的文字读不出来：开头像 UTF-16 编码，后面却不是。"))
    return _source(text, encoding, True, _not_utf8("UTF-16"))


def _decode_other(data: bytes, problem: UnicodeDecodeError) -> SourceText:
    if b"\x00" in data:
        return _refused(_not_text("这个文件不是文字文件（里面有二进制内容）。"))
    try:
        return _source(data.decode("utf-8", "surrogatepass"), "utf-8", False)
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(data):
        return _refused(_damaged(data, problem.start))
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return _refused(_not_text("这个文件的文字读不出来：既不是 UTF-8 编码，也不是 GBK 编码。"))
    return _source(text, "gb18030", False, _not_utf8("GBK"))


def _is_damaged_utf8(data: bytes) -> bool:
    """Mostly good UTF-8 with a few broken bytes, which GBK would read as nonsense."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for char in text if char > "\u07ff") - bad
    return good > 4 * bad


def _damaged(data: bytes, start: int) -> Finding:
    before = split_lines(data[:start].decode("utf-8", "replace") + "x")
    span = Span.at(len(before), len(before[-1]))
    message = "从这里开始有损坏的字符，文件读不下去（可能是传输中被截断，或者两种编码混在一起）。"
    return error("NB002", message, span, hint="请用原来的文件，或者删去这里的乱码，再以 UTF-8 编码保存。")


def _not_text(message: str) -> Finding:
    hint = "请用文本编辑器写报告，以 UTF-8 编码保存；已经公布的报告请保留原来的后缀（docx、html、pdf 等）。"
    return error("NB002", message, WHOLE_FILE, hint=hint)


def _not_utf8(encoding: str) -> Finding:
    hint = "内容已照常读取。请在编辑器里选“另存为”，编码选 UTF-8。"
    return warning("NB001", f"这个文件是 {encoding} 编码，不是 UTF-8。", WHOLE_FILE, hint=hint)


def _too_large(size: int) -> Finding:
    message = f"文件太大（{size / 1_000_000:.1f} MB），超过 10 MB 的不读。"
    return error("NB007", message, WHOLE_FILE, hint="一份报告通常不到 20 KB，请检查是否选错了文件，或者粘贴了图片。")


def _too_long(line: int) -> Finding:
    message = f"第 {line} 行太长，一行超过 {LONGEST_LINE:,} 个字的不读。"
    return error("NB007", message, WHOLE_FILE, hint="一段文字通常几百字，请检查是否选错了文件，或者粘贴时丢了换行。")


def _empty(text: str) -> Finding:
    message = "文件里只有注释，没有内容。" if text.strip() else "文件是空的。"
    return error("NB006", message, WHOLE_FILE, hint=joined("可以", BEGIN, "一份带说明的报告，再填写。"))


def _control_finding(number: int, line: str, marks: list[int], newline: str) -> Finding:
    char = next((line[mark] for mark in marks if DIRECTION_MARK.match(line[mark])), line[marks[0]])
    if DIRECTION_MARK.match(char):
        return _direction_finding(number, line, marks, line.index(char))
    name = _NAMES.get(char, "看不见的控制字符")
    more = f"，这一行共 {len(marks)} 处" if len(marks) > 1 else ""
    message = f"这里有一个{name}（U+{ord(char):04X}{more}），看不见，但会使文件读错。"
    breaks = breaks_in(line, newline)
    within = {at for each in breaks for at in range(each.start, each.end)}
    edits = [Edit(Span.at(number, mark + 1), "") for mark in marks if mark not in within]
    edits += [Edit(Span(number, each.start + 1, number, each.end + 1), each.text) for each in breaks]
    title, hint = ("换成另起一行", "请把它换成另起一行。") if breaks else ("删去看不见的字符", "请把它删去。")
    return error("NB008", message, Span.at(number, marks[0] + 1), hint=hint, fix=Fix(title, tuple(edits)))


def _direction_finding(number: int, line: str, marks: list[int], at: int) -> Finding:
    """What is meant, the figure as shown or as stored, only a person knows: the fix is offered, never done unasked."""
    more = f"，这一行共 {len(marks)} 处" if len(marks) > 1 else ""
    message = (
        f"这里有一个控制文字方向的字符（U+{ord(line[at]):04X}{more}），看不见，"
        "却会使数字和文字倒过来显示：看到的与实际的可能不一样。"
    )
    fix = Fix("删去控制方向的字符", tuple(Edit(Span.at(number, mark + 1), "") for mark in marks), mechanical=False)
    hint = "请把它删去，再核对这一行的数字和文字。"
    return error("NB008", message, Span.at(number, at + 1), hint=hint, fix=fix)
