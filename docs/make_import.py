"""Write docs/import.md: how many figures of published reports an import reads right, leaves empty, reads wrong.

Run with ``make import-figures``; it needs the published reports in ``../shared``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from import_figures import Score, own_scores, published_scores  # noqa: E402

PAGE = ROOT / "docs" / "import.md"
SHARED = ROOT.parent / "shared"

_INTRO = """\
# 导入读得准不准

每个文件的三张表，印出的每个数（含总计）与人工核对过的数逐个比较：**读对**、**留空**（读不准的不猜，列为存疑）、**读错**。
`转换/` 是同一份真实的年报（PDF）由十一种程序转成的文字、网页和 Word；`reports/`、`seeds/` 是各地公布的年报；
`自制/` 是测试里随机写成的表，每行十份。

<!-- 本页由 docs/make_import.py 写成（make import-figures），不要直接修改。 -->

| 文件 | 读对 | 留空 | 读错 |
|---|---:|---:|---:|
"""


def page(shared: Path = SHARED) -> str:
    """The whole page."""
    scores = [*published_scores(shared), *own_scores()]
    return _INTRO + "\n".join([*map(_row, scores), _row(_total(scores), "**")]) + "\n"


def _row(score: Score, mark: str = "") -> str:
    cells = (score.name, score.right, score.empty, score.wrong)
    return "| " + " | ".join(f"{mark}{cell}{mark}" for cell in cells) + " |"


def _total(scores: Iterable[Score]) -> Score:
    columns = list(zip(*(score[1:] for score in scores), strict=True))
    return Score("合计", *(sum(column) for column in columns))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
