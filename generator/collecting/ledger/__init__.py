"""台账: who has filed, what is wrong, every figure, the sums, and this year beside last, as one workbook."""

from generator.collecting.ledger.book import ledger_workbook, problem_workbook

__all__ = ["ledger_workbook", "problem_workbook"]
