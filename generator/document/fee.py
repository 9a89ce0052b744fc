"""信息处理费 in words (part 六; 国办函〔2020〕109号 wants it stated even when nothing was charged)."""

from __future__ import annotations

from generator.document.figures import figure_text
from generator.report.model import Fee


def fee_sentence(fee: Fee, year: int | None) -> str:
    """The sentence printed for figures of 信息处理费; amounts in 元, a figure not known as ？."""
    start = f"{figure_text(year)}年，本机关"
    if fee.notices == fee.asked == fee.collected == 0:
        return f"{start}未收取政府信息公开信息处理费。"
    notices, asked, collected = map(figure_text, (fee.notices, fee.asked, fee.collected))
    return f"{start}发出收费通知{notices}件，总金额{asked}元，实际收取{collected}元。"
