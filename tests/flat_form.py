"""A second form, in force in tests only: a website's yearly figures, one table with two label columns and no text part.

It shows how a form is added: items, one table and its bands; everything else follows from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from generator.form import edition, keys
from generator.form.edition import Edition
from generator.form.model import Band, Header, Item, Kind, Table, Total

FIRST_YEAR = 2022
TABLE = "网站情况"


def _count(key: str, unit: str, *, kind: Kind = Kind.COUNT) -> Item:
    return Item(key=key, kind=kind, label=f"{key}（单位：{unit}）", unit=unit, required=True, help=f"全年的{key}。")


def _word(key: str, *examples: str) -> Item:
    return Item(key=key, kind=Kind.NAME, label=key, required=True, help=f"网站的{key}。", examples=examples)


def _whether(key: str) -> Item:
    return Item(key=key, kind=Kind.CHOICE, label=key, required=True, choices=("是", "否"), help=f"是否{key}。")


ABOUT = Item(
    key="基本情况",
    kind=Kind.GROUP,
    label="基本情况",
    required=True,
    help="网站的名称和地址。",
    children=(
        _word("首页标题", "青山县人民政府", "青山县"),
        _word("首页网址", "www.qsx.gov.cn", "qsx.gov.cn"),
        _whether("支持IPv6"),
    ),
)
VISITS = Item(
    key="访问情况",
    kind=Kind.GROUP,
    label="访问情况",
    required=True,
    help="访问网站的人和次数。",
    children=(_count("独立用户访问总量", "个"), _count("网站总访问量", "次")),
)
UPDATES = Item(
    key="信息发布",
    kind=Kind.GROUP,
    label="信息发布（单位：条）",
    required=True,
    help="网站发布的信息。",
    total=Total(label="总数"),
    children=(_count("概况类信息", "条"), _count("政务动态", "条"), _count("信息公开目录", "条")),
)
MESSAGES = Item(
    key="留言办理",
    kind=Kind.GROUP,
    label="留言办理",
    required=True,
    help="公众在网站上的留言。",
    children=(
        _count("收到留言数量", "条"),
        _count("办结留言数量", "条"),
        _count("按期答复率", "%", kind=Kind.AMOUNT),
        _whether("使用统一平台"),
    ),
)
GROUPS = (ABOUT, VISITS, UPDATES, MESSAGES)
PART = Item(
    key=TABLE,
    kind=Kind.TABLE,
    number="一",
    label="网站运行情况",
    required=True,
    help="网站一年的运行情况。",
    children=GROUPS,
    table=Table(
        label_columns=2,
        figure_columns=1,
        bands=(Band(((Header("项目", columns=2), Header("情况")),), tuple(group.key for group in GROUPS)),),
    ),
)
FRONT = (
    Item(
        key=keys.AGENCY,
        kind=Kind.NAME,
        label="主办单位",
        required=True,
        help="网站的主办单位。",
        examples=("青山县政府", "某局"),
    ),
    Item(key=keys.YEAR, kind=Kind.YEAR, label="年度", required=True, help="填报的年度。", examples=("2024", "2025")),
    Item(
        key=keys.LAST_YEAR, kind=Kind.FILE, label="上年报告", help="上年的报表。", examples=("上年.yaml", "上年.docx")
    ),
)
FLAT = Edition(FIRST_YEAR, (*FRONT, PART), "年政府网站工作年度报表", form="网站报表")


@contextmanager
def in_force() -> Iterator[Edition]:
    """While this lasts, every file is of this form."""
    with patch.object(edition, "_EDITIONS", (FLAT,)):
        yield FLAT
