"""The form before this one (国办公开办函〔2019〕60号, for 2019 and 2020), as far as it must be told from this one."""

NAME = "2019年格式"
LAST_YEAR = 2020
LABELS = (
    "其他对外管理服务事项",
    "政府集中采购",
    "上一年项目数量",
    "本年新制作数量",
    "本年新公开数量",
    "对外公开总数量",
    "采购项目数量",
    "采购总金额",
)
"""Rows and columns of its table 2 that the present one no longer has."""
