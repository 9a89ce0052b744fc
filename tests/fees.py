"""信息处理费 as the report holds it."""

from generator.form import keys
from generator.report.model import Figure, SentenceFigures


def fee(notices: Figure, asked: Figure, collected: Figure) -> SentenceFigures:
    """Notices (件), amount asked and amount collected (元)."""
    return {keys.NOTICES: notices, keys.ASKED: asked, keys.COLLECTED: collected}
