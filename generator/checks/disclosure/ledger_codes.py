"""What holding a report against its ledger can find (NB601–NB603), for the catalogue, with an example each way.

Each example is a report's entries and the ledger that they name; both are run as tests.
"""

from __future__ import annotations

from generator.checks.disclosure.reading_codes import ReadingCode
from generator.findings import Severity

_HEAD = "编号,收到日期,申请人类型,答复日期,答复类型\n2025-9,2025-12-20,公民,2026-01-10,公开\n"
_CASE = "2026-1,2026-03-02,公民,2026-03-20,公开\n"
_LATER = "2026-2,2026-05-06,公民,2026-05-20,公开\n"
_TABLE = """年度: 2026
台账: 台账.csv
政府信息公开申请:
  本年新收: {自然人: 1}
  上年结转: {自然人: 1}
  办理结果: {予以公开: {自然人: 2}}
  结转下年度: 0"""
_OF_COMPANY = _TABLE.replace("新收: {自然人: 1}", "新收: {商业企业: 1}").replace("自然人: 2", "自然人: 1, 商业企业: 1")

LEDGER_CODES = (
    ReadingCode(
        "NB601",
        Severity.WARNING,
        "表与台账数出来的不一样",
        "表三、表四的数是从依申请公开台账里一件件数出来的。写了“台账”就逐格核对，不一样的说出是哪几件；"
        "事后补登、改登的申请，也从这里看得出来。统计范围是汇总的不核对。",
        fails=_TABLE,
        passes=_TABLE.replace("公开: {自然人: 2}", "公开: {自然人: 3}").replace(
            "新收: {自然人: 1}", "新收: {自然人: 2}"
        ),
        ledger=_HEAD + _CASE + _LATER,
        ledger_right=_HEAD + _CASE + _LATER,
    ),
    ReadingCode(
        "NB602",
        Severity.WARNING,
        "台账里还有没有回答的问题",
        "列名、写法、日期、申请人类型拿不准的，程序不猜，要人来定：数台账时逐条回答，写在 对照.yaml 里。"
        "没有回答以前，牵涉到的数不作核对。",
        fails=_OF_COMPANY,
        passes=_OF_COMPANY,
        ledger=_HEAD + _CASE.replace("公民", "法人"),
        ledger_right=_HEAD + _CASE.replace("公民", "商业企业"),
    ),
    ReadingCode(
        "NB603",
        Severity.WARNING,
        "台账有毛病，或者读不了",
        "文件找不到、读不成，日期不存在，同一行登了两次：数出来的就靠不住，请先改台账。",
        fails=_TABLE,
        passes=_TABLE,
        ledger=_HEAD + _CASE + _CASE,
        ledger_right=_HEAD + _CASE,
    ),
)
