"""Single slips put into a valid report, and what the report says, for tests that compare before and after."""

import re
from collections.abc import Callable, Iterator

from generator.fixes import carry_out
from generator.form import edition_for
from generator.source.nodes import Mapping, Node, Scalar
from generator.source.reader import Tree, read
from generator.source.text import decode
from generator.source.textlines import text_lines

KEYS = edition_for(None).all_keys

REPORT = """\
# nianbao
机关: 某县人民政府办公室
年度: 2023
曾用名: [某县政府办, 某县府办]          # 简称
引言: |
  根据有关规定，编制本报告。
  统计期限：自1月1日至12月31日。

  联系电话: 见门户网站。
落款: {机关: 某县人民政府办公室, 日期: 2024-01-20}

总体情况:
  概述: |
    本机关认真落实各项要求。
  主动公开: |
    全年公开政府信息{{ 规章.现行有效 }}件。
    公开及时（见网站）。
  监督保障:
    标题: 接受监督，回应关切
    排法: 同段
    正文: |
      加强培训。

主动公开政府信息:
  规章: {本年制发: 0, 本年废止: 0, 现行有效: 0}
  行政规范性文件: {本年制发: 5, 本年废止: 0, 现行有效: 27}
  行政许可: 10
  行政处罚: 0
  行政强制: 0
  行政事业性收费: 1.35                # 万元

政府信息公开申请:
  本年新收: {自然人: 16, 商业企业: 2}
  上年结转: 0
  办理结果:
    予以公开: {自然人: 1}
    部分公开: 0
    不予公开:
      属于国家秘密: 0
      危及三安全一稳定: {自然人: 3, 其他: 1}
    无法提供: {本机关不掌握相关政府信息: {自然人: 11}, 没有现成信息需要另行制作: 0}
    不予处理: {信访举报投诉类申请: 0, 重复申请: 0,
              要求提供公开出版物: 0}
    其他处理: 0
  结转下年度: {自然人: 3}

存在的主要问题及改进情况:
  存在的主要问题: |
    一是不够主动；
    二是不够及时。
  改进情况: |
    加强学习。
"""

Injector = Callable[[str], Iterator[str]]


def tree_of(text: str) -> Tree:
    return read(decode(text.encode()), KEYS)


def plain(node: Node | None, tree: Tree) -> object:
    """A tree as dicts and lists; block and quoted text as its lines."""
    if isinstance(node, Scalar):
        lines = tuple(line.text for line in text_lines(node, tree.source))
        return lines if node.style != "plain" else (node.text,)
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value, tree) for entry in node}
    return [plain(item, tree) for item in node.items] if node else None


def mended(text: str, rounds: int = 6) -> str:
    """The text after carrying out all mechanical fixes, round after round."""
    for _ in range(rounds):
        fixes = [f.fix for f in tree_of(text).findings if f.fix and f.fix.mechanical]
        text, done = carry_out(text, fixes)
        if not done:
            break
    return text


def _each(pattern: str, text: str) -> Callable[[str], Iterator[str]]:
    """Every line with one match of the pattern replaced."""

    def inject(line: str) -> Iterator[str]:
        for match in re.finditer(pattern, line):
            yield line[: match.start()] + match.expand(text) + line[match.end() :]

    return inject


SLIPS: dict[str, Injector] = {
    "full-width colon, no space": _each(r": ", "："),
    "full-width colon at the end": _each(r":$", "："),
    "full-width colon and space": _each(r": ", "： "),
    "no space after colon": _each(r": ", ":"),
    "full-width space after colon": _each(r": ", ":　"),
    "NBSP after colon": _each(r": ", ":\xa0"),
    "two colons": _each(r": ", ":: "),
    "full-width comma": _each(r", ", "，"),
    "enumeration comma": _each(r", ", "、"),
    "full-width semicolon": _each(r", ", "；"),
    "doubled comma": _each(r", ", ",, "),
    "mixed double comma": _each(r", ", "，，"),
    "missing comma": _each(r", ", " "),
    "full-width opening brace": _each(r"\{(?!\{)(?<!\{\{)", "｛"),
    "full-width closing brace": _each(r"(?<!\})\}(?!\})", "｝"),
    "missing closing brace": _each(r"(?<!\})\}(?!\})", ""),
    "extra closing brace": _each(r"(?<!\})\}$", "}}"),
    "wrong closing brace": _each(r"(?<!\})\}(?!\})", "]"),
    "tab for indentation": _each(r"^  ", "\t"),
    "full-width space for indentation": _each(r"^  ", "　"),
    "one space more": _each(r"^(?=\S|  )", " "),
    "bar full-width": _each(r"\|$", "｜"),
    "full-width space before key": _each(r"(?<=, )", "　"),
    "full-width space after figure": _each(r"(?<=\d)(?=[,}])", "　"),
    "bold key": _each(r"^( *)([^ :]+)(: )", r"\1**\2**\3"),
    "quoted key": _each(r"^( *)([^ :]+)(: )", r"\1“\2”\3"),
    "equals sign": _each(r"(?<=[^\s]): (?=\d)", " = "),
    "colon missing": _each(r": (?=[\d{|])", " "),
    "colon missing at the end": _each(r":$", ""),
    "dash before key": _each(r"^( *)  (?=\S+: )", r"\1- "),
    "comma at end of line": _each(r"\}$", "},"),
}  # fmt: skip


def injections() -> Iterator[tuple[str, int, str]]:
    """Every slip at every place of the report: its name, the line, the text."""
    lines = REPORT.split("\n")
    for name, injector in SLIPS.items():
        for at, line in enumerate(lines):
            if line.startswith("#"):
                continue
            for changed in injector(line):
                yield name, at + 1, "\n".join([*lines[:at], changed, *lines[at + 1 :]])
