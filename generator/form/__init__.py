"""The statutory form as data, stated once: parts, tables, rows, columns, labels and their variants, help and law.

Source: 《中华人民共和国政府信息公开工作年度报告格式》 (国办公开办函〔2021〕30号). Everything else (schema, scaffold,
table grids, totals, checks, importer, editor) is derived from here. A new edition of the form is a new definition,
chosen by year with :func:`edition_for`.
"""

from generator.form.edition import (
    FIRST_YEAR,
    NOTICE,
    Edition,
    edition_for,
    entries_of_any_edition,
    figures_of_any_edition,
    keys_of_any_edition,
    newest,
)

__all__ = [
    "FIRST_YEAR",
    "NOTICE",
    "Edition",
    "edition_for",
    "entries_of_any_edition",
    "figures_of_any_edition",
    "keys_of_any_edition",
    "newest",
]
