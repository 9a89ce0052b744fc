"""Why a file is not read, in words for the person who chose it."""

from __future__ import annotations

from generator.form.names import LEDGER
from generator.importing.blocks import UnreadableError
from generator.wording import Worded, joined

_SAVE_AS_DOCX = "请用 Word 或 WPS 打开它，另存为 .docx 再导入。"
_OTHER_SOURCE = "请换用网页（.html）或 Word（.docx）版本；没有的话，把文字和表格复制下来存为 .txt 再导入。"


def refuse(message: str, hint: str = _OTHER_SOURCE) -> UnreadableError:
    """Any other reason."""
    return UnreadableError(message, hint)


def save_as_docx(what: str) -> UnreadableError:
    """A format that an office program turns into .docx."""
    return UnreadableError(f"这是{_spaced(what)}，不能直接读取。", _SAVE_AS_DOCX)


def spreadsheet(what: str) -> UnreadableError:
    """A table of an office program, which holds no report."""
    return UnreadableError(
        f"这是{_spaced(what)}，不是年度报告。",
        joined(
            f"年报请给出 YAML 文件，或者已公布的 docx、html、pdf；{LEDGER}用",
            Worded(" nianbao ledger ", "“从台账统计”"),
            "来数；表格里的数请填进 YAML（",
            Worded("nianbao new 年度 ", "用“新建”"),
            "新建一份）；单位名单",
            Worded("用 nianbao collect 的 --roster 给出。", "放在“收各单位的年报”里。"),
        ),
    )


def _spaced(what: str) -> str:
    """A name that begins with Latin letters stands apart from the Chinese before it, as in all messages."""
    return f" {what}" if what[:1].isascii() else what


def damaged(what: str) -> UnreadableError:
    """The file says what it is, but cannot be taken apart."""
    return UnreadableError(f"这个{what}已经损坏，读不出来。", "请重新下载或者重新保存一份，再导入。")


def encrypted(what: str) -> UnreadableError:
    """A password is needed."""
    return UnreadableError(f"这个{what}设有密码，读不出来。", "请打开它，去掉密码后另存一份，再导入。")


def too_large(what: str) -> UnreadableError:
    """More than any report has; reading on could fill the memory."""
    return UnreadableError(
        f"这个文件太大（{what}），不像一份年度报告。", "请检查是否选错了文件；只留报告本身，再导入。"
    )


def empty(kind: str) -> UnreadableError:
    """Nothing in it, or nothing but pictures."""
    if kind == "pdf":
        return UnreadableError("这个 PDF 里没有文字，是扫描件或者图片。", _OTHER_SOURCE)
    return UnreadableError("这个文件里没有文字。", "请检查是否选错了文件；内容如果是图片，" + _OTHER_SOURCE[1:])
