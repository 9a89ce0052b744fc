"""Part 三, table 3: applications received and how they were dealt with, by kind of applicant."""

from generator.form import keys
from generator.form.model import Balance, Band, Header, Item, Kind, Rollover, Table, Total
from generator.form.y2021.results import (
    GRANTED,
    GRANTED_IN_PART,
    LEGAL_PERSONS,
    NATURAL_PERSONS,
    NOT_PROCESSED,
    OTHER_OUTCOME,
    REFUSED,
    TOTAL,
    UNAVAILABLE,
    article,
    row,
)

RECEIVED = row(
    keys.RECEIVED,
    "一、本年新收政府信息公开申请数量",
    "报告年度内收到的申请。上年收到、本年才办理的不在此，填在上年结转。一份申请算一件。",
    article("三十一条"),
    spoken=("新收", "收到", "本年收到", "受理", "新收申请"),
    required=True,
)
CARRIED_IN = row(
    keys.CARRIED_IN,
    "二、上年结转政府信息公开申请数量",
    "上年12月31日尚未办结、转入本年的申请，应与上年报告的“结转下年度继续办理”逐列相等。",
    "国办公开办函〔2021〕30号",
    spoken=("上年度结转", "上年转入", "往年结转"),
    required=True,
)
RESULTS = Item(
    key=keys.RESULTS,
    kind=Kind.GROUP,
    label="三、本年度办理结果",
    breaks=(2, 5, 7),
    variants=("三、本年办理结果",),
    spoken=("本年度办理结果", "结果", "处理结果", "本年办理结果"),
    required=True,
    unit="件",
    help="本年度办结的申请，每件只计入一个最终结果。",
    law="国办公开办函〔2021〕30号",
    children=(GRANTED, GRANTED_IN_PART, REFUSED, UNAVAILABLE, NOT_PROCESSED, OTHER_OUTCOME),
    total=Total(label="（七）总计"),
)
CARRIED_OUT = row(
    keys.CARRIED_OUT,
    "四、结转下年度继续办理",
    "12月31日尚未办结、转入下年度继续办理的申请，含依法延期和征求第三方意见的。",
    "《条例》第三十二条至第三十四条",
    spoken=("本年结转", "结转下年", "下年结转", "结转下年度继续办理", "转下年"),
    required=True,
)

_NOTE_ON_BALANCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

APPLICATIONS = Item(
    key=keys.APPLICATIONS,
    kind=Kind.TABLE,
    number="三",
    label="收到和处理政府信息公开申请情况",
    variants=(
        "行政机关收到和处理政府信息公开申请情况",
        "收到和处理政府信息公开申请的情况",
        "收到和处理政府信息公开情况",
        "收到及处理政府信息公开申请情况",
    ),
    spoken=("收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请", "依申请公开", "表三", "申请"),
    required=True,
    help="按申请人类别统计收到的申请和办理结果，核定时间点为12月31日。每列：本年新收＋上年结转＝办理结果总计＋结转下年度。",
    law="《条例》第五十条第（二）项",
    children=(RECEIVED, CARRIED_IN, RESULTS, CARRIED_OUT),
    table=Table(
        label_columns=3,
        figure_columns=7,
        bands=(
            Band(
                header=(
                    (Header(_NOTE_ON_BALANCE, columns=3, rows=3), Header("申请人情况", columns=7)),
                    (
                        Header(NATURAL_PERSONS.label, rows=2),
                        Header("法人或其他组织", columns=len(LEGAL_PERSONS)),
                        Header(TOTAL.label, rows=2),
                    ),
                    tuple(Header(c.label, breaks=c.breaks) for c in LEGAL_PERSONS),
                ),
                keys=(RECEIVED.key, CARRIED_IN.key, RESULTS.key, CARRIED_OUT.key),
            ),
        ),
        balances=(
            Balance(
                left=((RECEIVED.key,), (CARRIED_IN.key,)),
                right=((RESULTS.key,), (CARRIED_OUT.key,)),
                source=_NOTE_ON_BALANCE,
            ),
        ),
        rollovers=(
            Rollover(
                place=(CARRIED_IN.key,),
                last=(CARRIED_OUT.key,),
                source="上年12月31日尚未办结的申请，就是转入本年的申请",
            ),
        ),
    ),
)
