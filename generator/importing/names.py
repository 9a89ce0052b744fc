"""How names of agencies end."""

from __future__ import annotations

import re

WHOLE_NAME = re.compile(
    r"(?:政府|局|委员会|办公室|办公厅|办事处|厅|部|院|处|中心|委|办|会|队|站|所|公司|学校|学院|大学|医院|馆|社|银行|"
    r"管委会|开发区|实验区|园区|新区)(?:[（(].{1,30}[）)])?$"
)
"""A text that ends as the name of an agency does."""
