"""Kinds of applicants as ledgers write them, and what a name may suggest."""

from __future__ import annotations

from generator.form.ledger_words.word import KindWord

NATURAL = "自然人"
LEGAL = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
KINDS = (NATURAL, *LEGAL)
"""The six columns of table 3."""

KIND_WORDS = (
    KindWord(("公民", "个人", "自然人"), (NATURAL,), "《条例》第二十七条：公民；30号：自然人", "公民"),
    *(KindWord((kind,), (kind,), "30号表内原文", kind) for kind in LEGAL),
    KindWord(
        ("法人", "法人或者其他组织", "法人或其他组织", "法人和其他组织", "法人及其他组织", "单位", "组织", "企业单位"),
        LEGAL,
        "各地系统只分公民与法人：五类要逐件认定",
        "法人或者其他组织",
    ),
)
COLLECTIVE = ("法人或其他组织", "法人或者其他组织")
"""What 30号 prints above the five; a system may write it before one of them."""

SUGGESTIONS = (
    ("律师事务所", "法律服务机构"),
    ("律所", "法律服务机构"),
    ("法律服务所", "法律服务机构"),
    ("基金会", "社会公益组织"),
    ("协会", "社会公益组织"),
    ("大学", "科研机构"),
    ("学院", "科研机构"),
    ("研究院", "科研机构"),
    ("研究所", "科研机构"),
    ("公司", "商业企业"),
)
"""What a name ends in, and the kind that it suggests; a person confirms each."""
AGENT_WORDS = ("代理", "委托", "代为", "转交")
"""A name with one of these may be an agent's: it suggests nothing."""
