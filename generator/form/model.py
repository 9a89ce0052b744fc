"""The words in which an edition of the form is written down.

An :class:`Item` is one place in the YAML file; items nest as the file does. What a place holds is its :class:`Kind`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from generator.form.keys import TOTAL

Path = tuple[str, ...]
"""The YAML keys from the top of the file down to an item."""


class Kind(Enum):
    """What stands at a place in the file."""

    YEAR = auto()  # the year reported, 2021 or later
    NAME = auto()  # a short text on one line
    NAMES = auto()  # a list of names
    FILE = auto()  # a path, relative to the file
    DATE = auto()  # a day
    CHOICE = auto()  # one of Item.choices
    TEXT = auto()  # paragraphs, one a source line, expressions carried out
    COUNT = auto()  # a whole number of 件, 0 to 999,999,999
    AMOUNT = auto()  # money in Item.unit, exact, at most six decimals
    ROW = auto()  # a mapping of figures, or 0 for all zero
    GROUP = auto()  # a mapping of rows and groups, or 0 for all zero
    TABLE = auto()  # a part that is a table
    RECORD = auto()  # a mapping of fields, or the short form in Item.short
    TOPIC = auto()  # an entry of a narrative: text, or a mapping of 标题, 排法, 正文
    SENTENCE = auto()  # an entry of a narrative given as figures, 0 or text; figures are printed as Item.sentence
    NARRATIVE = auto()  # a part that is text: topics and further subheadings in file order, or plain text


FIGURES = frozenset({Kind.COUNT, Kind.AMOUNT})
WORDS = frozenset({Kind.NAME, Kind.CHOICE})
"""What a cell of a table may hold instead of a figure."""


class FigureSentence(NamedTuple):
    """How figures are printed in words: ``nothing`` where all are 0, else ``some``.

    Each holds {年度}; ``some`` holds every figure by its key in braces, once. ``act`` is what is done where they are
    not 0, for messages.
    """

    nothing: str
    some: str
    act: str


class Total(NamedTuple):
    """A computed sum. It may be typed as a control figure under ``key``; it is printed under ``label``."""

    key: str = TOTAL
    label: str = TOTAL
    spoken: tuple[str, ...] = ("合计", "小计", "总数", "共计")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Item:
    """One place in the YAML file and, where it is printed, one label of the form.

    ``label`` is what the form prints; ``variants`` are other printed labels that mean the same (published reports);
    ``spoken`` are words that people type as the key. ``help`` is the 口径, ``law`` its legal basis.
    Two items are the same only if they are one object (their places differ even where their words agree).

    ``unit`` is what a figure counts. ``total`` is the sum over ``children``: for a row over its cells, for a group,
    column by column, over every row in it. ``short`` is the kind a RECORD may take instead of a mapping.
    ``words`` are those of which running text on the item's subject has at least one (NB504).
    ``examples`` are at least two: an editor fills in a single one unasked.
    ``breaks`` are the places in ``label`` after which a line ends where it is printed in a narrow column.
    ``kinds`` says what the cells of a row tell apart (申请人类别).
    ``sentence`` prints the figures of a SENTENCE; where the first of them is not 0, the others must be written.
    ``further`` is what any other key of a NARRATIVE holds. ``by_key`` finds a child by its key.
    """

    key: str
    kind: Kind
    label: str = ""
    breaks: tuple[int, ...] = ()
    variants: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    help: str = ""
    law: str = ""
    unit: str = ""
    required: bool = False
    children: tuple[Item, ...] = ()
    total: Total | None = None
    choices: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    short: Kind | None = None
    number: str = ""
    table: Table | None = None
    kinds: str = ""
    further: Item | None = None
    sentence: FigureSentence | None = None
    by_key: dict[str, Item] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {child.key: child for child in self.children})

    def at(self, path: Path) -> Item:
        """The item at a path of keys below this one. Raises KeyError when there is none."""
        item = self
        for key in path:
            item = item.by_key[key]
        return item

    @property
    def typed_total(self) -> Total | None:
        """The total where it may be typed too, to be checked: that of rows, not that of single figures."""
        return None if self.kind is Kind.GROUP and all(child.kind in FIGURES for child in self.children) else self.total

    @property
    def heading(self) -> str:
        """A part's printed heading with its number, 二、主动公开政府信息情况."""
        return f"{self.number}、{self.label}" if self.number else self.label


class Header(NamedTuple):
    """A header cell: its text, how many columns and rows it spans, and after which characters its lines end."""

    text: str
    columns: int = 1
    rows: int = 1
    breaks: tuple[int, ...] = ()


class Band(NamedTuple):
    """Header rows and the items printed beneath them.

    ``abreast``: the items' cells stand side by side in a single row without labels (table 4).
    """

    header: tuple[tuple[Header, ...], ...]
    keys: tuple[str, ...]
    abreast: bool = False


class Balance(NamedTuple):
    """Column by column, the rows on the left together equal the rows on the right together (勾稽关系)."""

    left: tuple[Path, ...]
    right: tuple[Path, ...]
    source: str


class Rollover(NamedTuple):
    """Across years: this year's ``place`` = last year's ``last`` + this year's ``plus`` − this year's ``minus``.

    Places are rows, compared column by column, or single figures of a row. ``certain`` False: something else may
    have moved the figure too (``source`` says what), so a difference is only worth a look.
    """

    place: Path
    last: Path
    source: str
    plus: tuple[Path, ...] = ()
    minus: tuple[Path, ...] = ()
    certain: bool = True


class JointSum(NamedTuple):
    """A name for several rows taken together, for use in text (行政诉讼)."""

    key: str
    rows: tuple[Path, ...]


class Table(NamedTuple):
    """How a table part is printed and what must balance in it."""

    label_columns: int
    figure_columns: int
    bands: tuple[Band, ...]
    balances: tuple[Balance, ...] = ()
    rollovers: tuple[Rollover, ...] = ()
    joint_sums: tuple[JointSum, ...] = ()
