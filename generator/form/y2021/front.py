"""What stands before the six parts: the agency, the year, and how the report is set."""

from generator.form import keys
from generator.form.model import Item, Kind
from generator.form.names import LEDGER, REPORT

HEADING_FORMS = (keys.OWN_LINE, keys.RUN_IN)

FRONT = (
    Item(
        key=keys.AGENCY,
        kind=Kind.NAME,
        label="机关",
        spoken=("单位", "单位名称", "机关名称", "行政机关", "部门", "编制机关"),
        required=True,
        help="编制报告的行政机关全称，与印章、门户网站上的名称一致。标题由它和年度组成。",
        law="《条例》第二十七条、第四十九条",
        examples=("青山县人民政府办公室", "青山县人民政府"),
    ),
    Item(
        key=keys.YEAR,
        kind=Kind.YEAR,
        label="年度",
        spoken=("年份", "报告年度", "年"),
        required=True,
        help="报告的年度（不是发布的年份），四位数字。统计期为当年1月1日至12月31日。",
        law="国办公开办函〔2021〕30号",
        examples=("2023", "2024"),
    ),
    Item(
        key=keys.FORMER_NAMES,
        kind=Kind.NAMES,
        label="曾用名",
        spoken=("原名称", "原名", "别名", "其他名称"),
        help="机关以前的名称、简称等，可以出现在正文或者上年报告里。写成 [名称, 名称]。",
        examples=("青山县政府办",),
    ),
    Item(
        key=keys.SCOPE,
        kind=Kind.CHOICE,
        label="统计范围",
        spoken=("范围", "口径", "统计口径"),
        choices=(keys.OWN_SCOPE, keys.CONSOLIDATED),
        help="本机关：只统计本机关；汇总：一级政府汇总所属部门和下级的报告。不写为本机关。",
        law="国办公开办函〔2021〕30号",
    ),
    Item(
        key=keys.LAST_YEAR,
        kind=Kind.FILE,
        label="上年报告",
        spoken=("上年", "去年报告", "上一年报告", "上年度报告"),
        help="上一年度报告的文件（YAML 或者已公布的 docx、html、md、txt、pdf），路径相对于本文件。用来核对上年结转、计算增减。",
        examples=("青山县人民政府办公室-2022.yaml", "2022年度报告.docx"),
    ),
    Item(
        key=keys.LEDGER,
        kind=Kind.FILE,
        label="台账",
        spoken=(LEDGER, "申请台账", "登记台账"),
        help=f"{LEDGER}的文件（xlsx、csv），路径相对于本文件。检查时数一遍台账，与表三、表四逐格核对。",
        examples=(f"{LEDGER}.xlsx", "台账.csv"),
    ),
    Item(
        key=keys.TITLE,
        kind=Kind.TEXT,
        label="标题",
        spoken=("题目", "报告标题"),
        help=f"不写则为“机关＋年度＋年{REPORT}”。用 | 可以分行，印出时照样分行。",
    ),
    Item(
        key=keys.PREFACE,
        kind=Kind.TEXT,
        label="引言",
        spoken=("前言", "导语", "序言"),
        help="印在第一部分之前的文字，如编制依据、统计期限、联系方式。",
    ),
    Item(
        key=keys.SIGNATURE,
        kind=Kind.RECORD,
        short=Kind.DATE,
        label="落款",
        spoken=("署名", "签署"),
        help="印在全文之后靠右，机关名称在日期之上居中。可以只写日期，表示用机关名称落款。",
        children=(
            Item(key=keys.AGENCY, kind=Kind.NAME, label="落款机关", spoken=("单位", "名称"), help="落款的机关名称。"),
            Item(
                key=keys.DAY,
                kind=Kind.DATE,
                label="落款日期",
                spoken=("时间", "发布日期"),
                help="公布的日期。部门应在次年1月31日前公布，本级政府的报告应在次年3月31日前公布。",
                law="《条例》第四十九条",
                examples=("2024-01-20", "2024年1月20日"),
            ),
        ),
    ),
    Item(
        key=keys.LAYOUT,
        kind=Kind.RECORD,
        label="排版",
        spoken=("版式", "格式", "排法"),
        help="印刷形式。",
        children=(
            Item(
                key=keys.SUBHEADINGS,
                kind=Kind.CHOICE,
                label="小标题",
                choices=HEADING_FORMS,
                help="第一、五、六部分的小标题：独立成段，或者与正文同段。不写为独立成段。",
            ),
            Item(
                key=keys.PAGE_NUMBERS,
                kind=Kind.CHOICE,
                label="页码",
                spoken=("页号", "页码位置"),
                choices=(keys.CENTRED, keys.OUTSIDE),
                help="居中：每页的页码都居中；奇偶分置：单页码居右空一字，双页码居左空一字，供双面印刷。不写为居中。",
                law="GB/T 9704—2012 第7.5条",
            ),
        ),
    ),
)
