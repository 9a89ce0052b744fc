"""The form before this one (国办公开办函〔2019〕60号, for 2019 and 2020), as far as it must be told from this one."""

from generator.form import keys

NAME = "2019年格式"
LAST_YEAR = 2020
LABELS = (
    ("本年新制作数量", "本年新公开数量", "对外公开总数量"),
    ("其他对外管理服务事项", "上一年项目数量"),
    ("政府集中采购", "采购项目数量", "采购总金额"),
)
"""Rows and columns of its table 2 that the present one no longer has, block by block (第一项; 第五、六、八项; 第九项)."""
MEANT = {"本年新制作数量": keys.ISSUED, "对外公开总数量": keys.IN_FORCE, "本年新公开数量": None}
"""Its columns of documents, each with the present column of the same meaning; what was made public new has none."""
BESIDE = ("上一年项目数量", "本年增减")
"""Its columns beside that of decisions, in which the present form has nothing."""
DECISIONS = "处理决定数量"
"""How its column of decisions ends, as the present one's does."""
