"""What is said before a notice of correction is written: why not, or what to look at first."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from generator.cli.cells import printable
from generator.cli.colours import paint_for
from generator.cli.reporting import show_findings, show_refusal
from generator.cli.streams import say
from generator.files.errors import UserError
from generator.files.quoting import command

if TYPE_CHECKING:
    from generator.pipeline.comparing import Review


def show_review(review: Review) -> bool:
    """Show on stderr what is wrong with the corrected report; whether the notice may be written."""
    checked, file = review.checked, review.checked.file
    shown = review.warnings if review.fit else checked.findings
    show_findings(shown, checked.source_lines, sys.stderr)
    if review.errors or review.unread:
        show_refusal(
            UserError(f"{review.why_not}：{file}", f"更正说明是要公布的，请先改到没有错误：{command('check', file)}")
        )
    elif review.unknown:
        show_refusal(
            UserError(review.why_not, "请先用 nianbao import 把第一份读成 YAML，对照原文补上这些数，再用它来比对")
        )
    elif shown:
        word = paint_for(sys.stderr)("请注意", "warning")
        say(f"{word}：更正后的这份还有 {len(shown)} 个警告，公布更正说明以前请先核对：{printable(file)}")
    return review.fit
