"""What is said on a command line in the words of the page: buttons in place of commands and options."""

from __future__ import annotations

import re

_COMMAND = r"nianbao [a-z]+[^，。；：、（）“”]*"
_WORDS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"(?:再)?用 nianbao signoff[^，。；]* --record 记下", "再按“签发…”里的“定稿”记下"),
        (r"用 nianbao ledger --into 写入", "用“从台账统计”写入"),
        (rf"逐条回答：{_COMMAND}", "在“从台账统计”里逐条回答"),
        (r"用 nianbao ledger 逐条回答", "在“从台账统计”里逐条回答"),
        (r"用 nianbao ledger[^，。；]*来数", "用“从台账统计”来数"),
        (r"请加上 --year，例如 --year \d+", "请先新建或者打开那一年的年报"),
        (r"请先数它：nianbao ledger .*", "请先把它作为台账放进来，把问的都回答了"),
        (r"请核对 --year 和年报的年度", "请核对年报的年度"),
        (r"请检查 --answers 写的是不是别的文件", "请检查放进来的是不是别的文件"),
        (r"（--last）|（nianbao signoff --record）|（nianbao collect）|（--reference）", ""),
        (r"可以用 nianbao new 新建一份", "可以用“新建”写一份"),
        (r"用 nianbao check nianbao.yaml 看错在哪里", "请把它改好，再放进来"),
        (r"请先用 nianbao check 检查、改好", "请先在“原文”里改好"),
        (rf"(?:请先|直接)检查它?：{_COMMAND}", "请先打开它，改好"),
        (rf"逐处核对：{_COMMAND}", "请打开它，逐处核对"),
        (rf"先读成 YAML：{_COMMAND}", "请打开它，读成能改的内容"),
        (r"用“nianbao new 年度”新建一份", "用“新建”写一份"),
        (r"[（(]nianbao new 年度(?: 新建一份)?[）)]", "（用“新建”）"),
        (r"用 nianbao new 年度 新建", "用“新建”写一份"),
        (r"汇总各单位的年报用 nianbao merge", "汇总各单位的年报，要用安装的版本"),
        (r"单位名单用 nianbao collect 的 --roster 给出", "单位名单放在“收各单位的年报”里"),
        (r"，并附上 --debug 的输出(?:（\w+）)?", ""),
        (r"也可以加上 --newest，取最后修改的一份", "也可以选“取最后修改的一份”"),
        (r"就写 \{[^}]*\}", "就填各个数"),
        (r"请用 --without 去掉一份", "请去掉一份"),
    )
)


def page_words(sentence: str) -> str:
    """A sentence as the page says it."""
    if not any(mark in sentence for mark in ("nianbao ", "--", "{")):
        return sentence
    for pattern, words in _WORDS:
        sentence = pattern.sub(words, sentence)
    return sentence
