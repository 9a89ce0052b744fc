"""What the report, what it tells of and the register behind it are called, for messages, file names and patterns."""

from __future__ import annotations

REPORT = "政府信息公开工作年度报告"
"""The document's name in the law (《条例》第五十条) and in every title."""
SUBJECT = "政府信息公开"
LEDGER = "依申请公开台账"
"""The office's own register of applications, a line each."""

SUBJECTS = ("政府信息公开", "政务公开", "信息公开")
"""The names by which titles and texts of such reports call their subject."""
SUBJECT_PATTERN = f"(?:{'|'.join(SUBJECTS)})"
