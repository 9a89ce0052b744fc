"""What reading a file can find (NB001–NB107), for the catalogue: what it means, why it matters, an example each way.

Their examples are, like the rules', top-level entries that stand in for those of a minimal complete report, and are
run as tests.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings import Severity


@dataclass(frozen=True, slots=True)
class ReadingCode:
    """One code of the reading stage. Empty examples: it cannot be shown in text (an encoding, a size, a fault).

    ``ledger`` is the ledger of applications of the example that fails, ``ledger_right`` of the one that passes, where
    the report names one.
    """

    code: str
    severity: Severity
    title: str
    why: str
    fails: str = ""
    passes: str = ""
    ledger: str = ""
    ledger_right: str = ""


_E, _W = Severity.ERROR, Severity.WARNING
_FRONT = "机关: 示例县人民政府办公室\n年度: 2023"

READING_CODES = (
    ReadingCode(
        "NB001",
        _W,
        "文件不是 UTF-8 编码",
        "能读出来，但是别的电脑、别的程序可能显示成乱码。请另存为 UTF-8 编码。",
    ),
    ReadingCode(
        "NB002",
        _E,
        "文件读不出来",
        "不是文字文件，或者文字已经损坏：请用原来的文件，以 UTF-8 编码保存。"
        "已公布的报告请用 .docx、网页或者有文字的 PDF。",
    ),
    ReadingCode(
        "NB003",
        _E,
        "书写格式不对",
        "冒号、空格、缩进、括号、引号写得不合格式，程序不知道是什么意思。每一种写错都指到出错的那一行，并写出应当怎样写。",
        fails="机关：示例县人民政府办公室",
        passes="机关: 示例县人民政府办公室",
    ),
    ReadingCode(
        "NB004",
        _E,
        "同一个条目写了两次",
        "两处不知道以哪一处为准。",
        fails=f"{_FRONT}\n年度: 2024",
        passes=_FRONT,
    ),
    ReadingCode(
        "NB005",
        _E,
        "用了本格式不用的 YAML 写法",
        "&、*、!、<<、--- 等写法在这里没有用处，多半是文字里的符号被误认了。",
        fails="机关: !!str 示例县人民政府办公室",
        passes="机关: 示例县人民政府办公室",
    ),
    ReadingCode(
        "NB006", _E, "文件是空的，或者不是年度报告", "没有“名称: 内容”形式的条目。可以新建一份带说明的报告，再填写。"
    ),
    ReadingCode("NB007", _E, "文件太大、一行太长或者套得太深", "超过 10 MB、一行十万字、64 层的不读：多半选错了文件。"),
    ReadingCode("NB008", _E, "有看不见的控制字符", "从 Word、网页粘贴来的控制字符看不见，印出来或者转换时会出错。"),
    ReadingCode(
        "NB009",
        _E,
        "文字被“ #”截断",
        "空格后面的 # 在 YAML 里是注释的开头，后面的文字会丢失。请写在 | 下面，或者加引号。",
        fails="总体情况: 全年发布信息 345 条 #含转载",
        passes="总体情况: 全年发布信息 345 条（含转载）。",
    ),
    ReadingCode(
        "NB010",
        _W,
        "忽略没有对象",
        "写了“# nianbao: 忽略 NB…”，但是那里没有可以忽略的问题。多余的忽略会掩盖以后的问题，请删去。",
        fails="# nianbao: 忽略 NB301 因为统计口径不同\n机关: 示例县人民政府办公室",
        passes="机关: 示例县人民政府办公室",
    ),
    ReadingCode(
        "NB101",
        _E,
        "缺少必填的条目",
        "六个部分、表中各项是统一格式规定的，不能少（《条例》第五十条；国办公开办函〔2021〕30号）。",
        fails="行政复议行政诉讼: {行政复议: 0, 未经复议直接起诉: 0}",
        passes="行政复议行政诉讼: {行政复议: 0, 未经复议直接起诉: 0, 复议后起诉: 0}",
    ),
    ReadingCode(
        "NB102",
        _E,
        "不认识的条目，或者条目前写了序号",
        "条目的名称是固定的；写错的名称不会被印出，里面的数会丢失。序号由程序编。",
        fails="行政复议行政诉讼: {复议: 0, 未经复议直接起诉: 0, 复议后起诉: 0}",
        passes="行政复议行政诉讼: {行政复议: 0, 未经复议直接起诉: 0, 复议后起诉: 0}",
    ),
    ReadingCode(
        "NB103",
        _E,
        "写法不对",
        "数只写数字，如 1120；不带单位、逗号、汉字。有歧义的写法一律不猜，以免悄悄变成别的数。",
        fails="行政复议行政诉讼: {行政复议: {结果维持: 2件}, 未经复议直接起诉: 0, 复议后起诉: 0}",
        passes="行政复议行政诉讼: {行政复议: {结果维持: 2}, 未经复议直接起诉: 0, 复议后起诉: 0}",
    ),
    ReadingCode(
        "NB104",
        _E,
        "数值不可能",
        "件数不能是负数，年度从 2021 年开始，日期必须存在。",
        fails="行政复议行政诉讼: {行政复议: {结果维持: -2}, 未经复议直接起诉: 0, 复议后起诉: 0}",
        passes="行政复议行政诉讼: {行政复议: {结果维持: 2}, 未经复议直接起诉: 0, 复议后起诉: 0}",
    ),
    ReadingCode(
        "NB105",
        _E,
        "还没有填",
        "留空表示还没有填；没有的要写 0，这样忘填的数不会悄悄变成 0。",
        fails="行政复议行政诉讼: {行政复议: , 未经复议直接起诉: 0, 复议后起诉: 0}",
        passes="行政复议行政诉讼: {行政复议: 0, 未经复议直接起诉: 0, 复议后起诉: 0}",
    ),
    ReadingCode(
        "NB106",
        _E,
        "算式不对",
        "文字里的 {{ … }} 由程序算出；名称写错、括号不配对都不会原样印出去。",
        fails="总体情况: 本年度共收到申请{{ 本年新受 }}件。",
        passes="总体情况: 本年度共收到申请{{ 本年新收 }}件。",
    ),
    ReadingCode(
        "NB107",
        _E,
        "上年报告读不了，或者自己有错误",
        "读不了就不能核对上年结转、计算增减（错误）；自己有错误的，涉及的数不作比较（警告）；"
        "是已公布的文件而有地方没有把握读准的，也提醒一句（警告）。",
        fails="上年报告: 没有这个文件.yaml",
        passes="机关: 示例县人民政府办公室",
    ),
    ReadingCode(
        "NB611",
        _W,
        "Word 文件里有没有接受的修订，或者批注",
        "修订和批注会随文件一起公布：改动前的字句、谁改的、同事之间的话，谁都看得到。"
        "检查、导入和比对按接受修订以后的样子读；作为本单位的 Word 模板时页眉页脚里的修订会印到每一份报告上。",
    ),
    ReadingCode(
        "NB612",
        Severity.INFO,
        "定稿以后改过",
        "签发的是当时的样子。YAML 文件旁边有定稿记录时，逐处说出印出来的内容和成品"
        "在那以后有什么不同，免得没有人批准的改动随着公布出去。",
    ),
    ReadingCode(
        "NB620",
        _W,
        "本单位设置写错了",
        "nianbao.yaml 里写错的没有用上，本单位的要求就没有检查；整份读不成的是错误。"
        "单独检查 nianbao.yaml，就看得到错在哪里。",
    ),
    ReadingCode(
        "NB621",
        _W,
        "本单位设置要求的数字没有写",
        "有的地方的通知规定各部分必须写哪些数（分渠道的公开数、解读和回应的件数等），漏写的会被退回。"
        "按 nianbao.yaml 的“必写数字”检查：列出的词语要有一个和数字写在一起，或者写明没有。",
    ),
    ReadingCode(
        "NB622",
        _W,
        "说法与本单位设置的统一表述不一致",
        "按 nianbao.yaml 的“统一表述”检查，同一件事全文、全地方用同一种说法。",
    ),
    ReadingCode("NB900", _E, "程序内部出错", "不是报告的毛病；其他检查不受影响。请把文件发给维护人员。"),
)
