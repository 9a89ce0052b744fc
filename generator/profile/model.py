"""What an office may set, stated once: the keys with their kinds and words, from which schema and reading follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from generator.findings import SEVERITY_WORDS, Severity

BY_OFFICE = "按本单位设置"
"""What every finding says that an office's own rule has made or changed."""


class Setting(Enum):
    """What stands under a key of the settings."""

    TEXT = auto()
    DATE = auto()
    COUNT = auto()
    SHARE = auto()  # 50% or 50, of a hundred
    POINTS = auto()  # a number with decimals, not negative
    FILE = auto()  # a name inside the folder of the settings
    CHOICE = auto()  # one of ``choices``
    NAMES = auto()  # a list of texts
    WORDINGS = auto()  # a mapping: what is not to be written → what is
    NUMBERS = auto()  # a mapping: topic → list of words, or lists of words of which one will do
    SEVERITIES = auto()  # a mapping: code → severity
    FAULTS = auto()  # a mapping: fault → points
    RECORD = auto()  # a mapping of ``fields``


class SettingKey(NamedTuple):
    """One key of the settings with what an editor shows for it."""

    key: str
    kind: Setting
    help: str
    choices: tuple[str, ...] = ()
    fields: tuple[SettingKey, ...] = ()


DEADLINE, LENGTH, LIKENESS = "截止日期", "字数上限", "雷同上限"
NUMBERS, WORDINGS, SITE, PAGES, TEMPLATE = "必写数字", "统一表述", "网站", "页码", "模板"
SEVERITIES, SIGNERS, MARKS, NAME = "规则", "签字", "评分", "名称"
FULL_MARK, FAULTS = "满分", "扣分"
META_TAGS = ("SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnType")
"""The site's and the column's tags, in the order in which government sites print them."""
LEVELS = {word: severity for severity, word in SEVERITY_WORDS.items()}


class FaultKind(Enum):
    """What marks may be taken off for; the value is what the settings write."""

    MISSING = "没有报送"
    LATE = "逾期报送"
    ERROR = "错误"
    WARNING = "警告"
    SAME_TEXT = "雷同"
    LATE_ANSWER = "逾期答复"
    CORRECTED = "行政复议纠正"
    LOST = "行政诉讼败诉"


FAULT_KINDS = tuple(kind.value for kind in FaultKind)

KEYS = (
    SettingKey(NAME, Setting.TEXT, "这份设置的名称或者出处，例如通知的文号。"),
    SettingKey(DEADLINE, Setting.DATE, "公布报告的期限，代替法定的一般期限（NB510）。"),
    SettingKey(LENGTH, Setting.COUNT, "总体情况的字数上限，代替一千字（NB511）。"),
    SettingKey(LIKENESS, Setting.SHARE, "与上年报告雷同的上限，例如 50%：一个部分的文字有多少在上年报告里（NB406）。"),
    SettingKey(
        NUMBERS,
        Setting.NUMBERS,
        "总体情况各小标题里必须写数字的事项：列出词语；几种说法写一种就行的，写成一组 [网站, 门户网站]（NB621）。",
    ),
    SettingKey(WORDINGS, Setting.WORDINGS, "统一的说法：左边写不用的，右边写应当用的（NB622）。"),
    SettingKey(
        SITE,
        Setting.RECORD,
        "政府网站的元数据，印在网页的 meta 里。",
        fields=tuple(SettingKey(tag, Setting.TEXT, f"meta 里的 {tag}。") for tag in META_TAGS),
    ),
    SettingKey(PAGES, Setting.CHOICE, "报告没有写排版时，页码放在哪里。", choices=("居中", "奇偶分置")),
    SettingKey(TEMPLATE, Setting.FILE, "本单位的 Word 模板，生成 docx 时用；文件放在这份设置的文件夹里。"),
    SettingKey(SEVERITIES, Setting.SEVERITIES, "把检查规则提为错误、降为提醒，例如 NB302: 错误；错误不能降。"),
    SettingKey(SIGNERS, Setting.NAMES, "核对单上签字的人，例如 [拟稿, 初审, 复审, 签发]。"),
    SettingKey(
        MARKS,
        Setting.RECORD,
        "收表时给各单位评分：满分多少，哪种问题扣几分。",
        fields=(
            SettingKey(FULL_MARK, Setting.POINTS, "满分。"),
            SettingKey(FAULTS, Setting.FAULTS, "每一处问题扣的分。", choices=FAULT_KINDS),
        ),
    ),
)

Alternatives = tuple[str, ...]
"""Words of which one must stand with a number."""


class OfficeRules(NamedTuple):
    """The settings as read; what was not set, or not readable, is None or empty. ``file`` is where they stand."""

    file: str = ""
    name: str = ""
    deadline: date | None = None
    length: int | None = None
    likeness: Decimal | None = None
    numbers: Mapping[str, tuple[Alternatives, ...]] = {}
    wordings: Mapping[str, str] = {}
    site: Mapping[str, str] = {}
    pages_outside: bool | None = None
    template: str = ""
    severities: Mapping[str, Severity] = {}
    signers: tuple[str, ...] = ()
    full_mark: Decimal | None = None
    faults: Mapping[str, Decimal] = {}
