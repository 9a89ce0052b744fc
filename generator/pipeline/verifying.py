"""Holding what is published against the 定稿: figure by figure, and the text without its line breaks and blanks."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from glob import escape, glob
from typing import NamedTuple

from generator.comparing.comparing import compare
from generator.comparing.differences import ComparedSection, Comparison, PrintedLine
from generator.files.errors import UserError, shown
from generator.pipeline.opening import load, open_report, open_usable
from generator.pipeline.signed import read_record
from generator.report.plain import printed_figures
from generator.signing.marks import ENDING, is_record, record_beside
from generator.signing.record import UnreadableRecordError, sha256
from generator.wording import Worded

_BLANKS = re.compile(r"(?<=\d)(\s+)(?=\d)|\s+")
"""Blanks, which count for nothing, but for those between two digits (the group): 1 4 is not 14."""
_RECORD = Worded(
    "核对、签发以后，用 nianbao signoff 年报.yaml --record 记下", "核对、签发以后，再按“签发…”里的“定稿”记下"
)


class VerifiedFile(NamedTuple):
    """A published file beside the 定稿: what differs, how many figures there are, whether it is the very file.

    ``sections`` are those whose text differs otherwise than in line breaks and blanks; ``doubts`` what stands in the
    file and could not be read as a part of the report: nobody knows that it says the same.
    """

    file: str
    day: str
    comparison: Comparison
    sections: tuple[ComparedSection, ...]
    doubts: tuple[str, ...]
    figures: int
    same_file: bool

    @property
    def same(self) -> bool:
        """Whether it says what was signed off."""
        return self.same_file or not (self.comparison.figures or self.sections or self.doubts)

    @property
    def outcome(self) -> str:
        """What it came to, to be said behind the file's name."""
        signed, differing = f"定稿（{self.day}）", len(self.comparison.figures)
        if self.same_file:
            return f"就是{signed}时的文件，{self.figures} 个数都相同"
        if self.same:
            return f"与{signed}相同，{self.figures} 个数逐个相同，文字也相同"
        differs = f"与{signed}不同" if differing or self.sections else f"不能断定与{signed}相同"
        counted = f"{self.figures - differing} 个数相同，{differing} 个数不同，{len(self.sections)} 个部分的文字不同"
        doubts = f"，{len(self.doubts)} 处没有把握读准" if self.doubts else ""
        return f"{differs}，{counted}{doubts}"


def find_record(named: str | None, published: Sequence[str]) -> str:
    """The 定稿 of a YAML file, or that which lies alone beside the published files. Raises UserError."""
    if named is not None:
        place = named if named.endswith(ENDING) else record_beside(named)
        if not os.path.isfile(place):
            raise UserError(f"还没有定稿：{shown(named)}", _RECORD)
        return place
    folder = os.path.dirname(published[0]) if published else ""
    found = glob(os.path.join(escape(folder), f"*{ENDING}"))
    if len(found) != 1:
        why = "没有定稿记录" if not found else f"有 {len(found)} 个定稿记录"
        raise UserError(f"这个文件夹里{why}：{shown(folder or os.curdir)}", "请写上年报的 YAML 文件")
    return found[0]


def verify_published(place: str, file: str, data: bytes | None = None) -> VerifiedFile:
    """Hold one published file (``data``: its content, where it lies nowhere) against the 定稿 at ``place``.

    Raises UserError for what cannot be read.
    """
    try:
        record = read_record(place)
    except UnreadableRecordError:
        raise UserError(f"定稿记录坏了，读不出来：{shown(place)}", "请用备份恢复，或者重新定稿") from None
    data = load(file) if data is None else data
    if is_record(data):
        raise UserError(f"这是定稿记录，不是公布的报告：{shown(file)}", "请写公布的 docx、html、pdf 或者 md")
    signed = open_report("", record.yaml).report
    published = open_usable(file, data)
    assert signed is not None, "a record holds a report"
    assert published.report is not None, "an opened report that is usable is there"
    comparison = compare(signed, published.report)
    doubts = tuple(f"{doubt.place}：{doubt.message}" for doubt in published.doubts)
    differing = tuple(section for section in comparison.sections if _differs(section))
    same_file = sha256(data) in record.hashes.values()
    figures = sum(1 for _ in printed_figures(signed))
    return VerifiedFile(file, record.day, comparison, differing, doubts, figures, same_file)


def _differs(section: ComparedSection) -> bool:
    if not section.changed:
        return False
    before, after = ([getattr(pair, side) for pair in section.pairs] for side in ("before", "after"))
    return _solid(before) != _solid(after)


def _solid(lines: Sequence[PrintedLine | None]) -> str:
    return "".join(_BLANKS.sub(lambda blank: " " if blank[1] else "", line.text) for line in lines if line)
