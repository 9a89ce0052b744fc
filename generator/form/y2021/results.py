"""Table 3's kinds of applicants, and the results an application can have, each with its article of 《条例》.

A case is counted once, under its final result (国办公开办函〔2021〕30号).
"""

from generator.form import keys
from generator.form.model import Item, Kind, Total

TOTAL = Total()


def _applicant(
    key: str, spoken: tuple[str, ...], note: str, variants: tuple[str, ...] = (), breaks: tuple[int, ...] = ()
) -> Item:
    return Item(
        key=key, kind=Kind.COUNT, label=key, breaks=breaks, variants=variants, spoken=spoken, unit="件", help=note
    )


NATURAL_PERSONS = _applicant(
    "自然人", ("公民", "个人", "群众", "公民个人"), "公民个人提出的申请；律师以个人名义申请的也在此。"
)
LEGAL_PERSONS = (
    _applicant("商业企业", ("企业", "公司", "工商企业", "商业"), "公司、企业等提出的申请。", breaks=(2,)),
    _applicant("科研机构", ("科研", "科研院所", "研究机构", "高校"), "科研院所、高等学校等提出的申请。", breaks=(2,)),
    _applicant(
        "社会公益组织",
        ("公益组织", "社会组织", "社会团体", "社团"),
        "公益性社会团体、基金会等提出的申请。",
        breaks=(2, 4),
    ),
    _applicant(
        "法律服务机构",
        ("律所", "律师事务所", "法律机构"),
        "律师事务所等以机构名义提出的申请；律师个人申请的归自然人。",
        breaks=(2, 4),
    ),
    _applicant("其他", ("其它", "其他组织", "其他法人"), "以上都不是的法人或者其他组织提出的申请。", ("其它",)),
)
APPLICANTS = (NATURAL_PERSONS, *LEGAL_PERSONS)


def row(  # noqa: PLR0913 - the words of one row of the form
    key: str,
    label: str,
    note: str,
    law: str = "",
    *,
    spoken: tuple[str, ...] = (),
    variants: tuple[str, ...] = (),
    required: bool = False,
) -> Item:
    """One row of table 3: a figure for each kind of applicant, and their total."""
    return Item(
        key=key,
        kind=Kind.ROW,
        label=label,
        variants=variants,
        spoken=spoken,
        required=required,
        unit="件",
        help=note,
        law=law,
        children=APPLICANTS,
        kinds="申请人类别",
        total=TOTAL,
    )


def _group(key: str, label: str, note: str, law: str, *rows: Item, spoken: tuple[str, ...] = ()) -> Item:
    number = (label.index("）") + 1,)  # （三）/不予公开
    return Item(
        key=key,
        kind=Kind.GROUP,
        label=label,
        breaks=number,
        spoken=spoken,
        help=note,
        law=law,
        unit="件",
        children=rows,
    )


def article(text: str) -> str:
    """A reference to an article of 《条例》."""
    return f"《条例》第{text}"


GRANTED = row(
    "予以公开",
    "（一）予以公开",
    "提供了所申请的信息，或者信息已主动公开、告知了获取的方式和途径。只提供一部分的不在此。",
    article("三十六条（一）（二）项"),
    spoken=("公开", "同意公开", "全部公开"),
)
GRANTED_IN_PART = row(
    "部分公开",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "作了区分处理、公开了可以公开的部分。只计这一情形，被遮去部分的理由不再计入不予公开。",
    article("三十七条"),
    spoken=("区分处理", "部分予以公开"),
    variants=("（二）部分公开",),
)
REFUSED = _group(
    "不予公开",
    "（三）不予公开",
    "依法决定不予公开的，按理由填入各小项。",
    article("三十六条（三）项"),
    row(
        "属于国家秘密",
        "1.属于国家秘密",
        "依法确定为国家秘密的。工作秘密不是国家秘密。",
        article("十四条"),
        spoken=("国家秘密",),
    ),
    row(
        "其他法律行政法规禁止公开",
        "2.其他法律行政法规禁止公开",
        "法律、行政法规明文禁止公开的；规章、文件禁止的不算。",
        article("十四条"),
        spoken=("法律禁止公开", "法律法规禁止公开", "其他法律法规禁止公开"),
    ),
    row(
        "危及三安全一稳定",
        "3.危及“三安全一稳定”",
        "公开后可能危及国家安全、公共安全、经济安全、社会稳定的。",
        article("十四条"),
        spoken=("三安全一稳定",),
    ),
    row(
        "保护第三方合法权益",
        "4.保护第三方合法权益",
        "涉及商业秘密、个人隐私等，第三方不同意公开且有合理理由的。",
        article("十五条、第三十二条"),
        spoken=("第三方", "第三方合法权益", "商业秘密", "个人隐私"),
    ),
    row(
        "属于三类内部事务信息",
        "5.属于三类内部事务信息",
        "人事管理、后勤管理、内部工作流程三类内部事务信息。",
        article("十六条第一款"),
        spoken=("内部事务信息", "三类内部事务", "内部信息"),
    ),
    row(
        "属于四类过程性信息",
        "6.属于四类过程性信息",
        "讨论记录、过程稿、磋商信函、请示报告四类过程性信息。",
        article("十六条第二款"),
        spoken=("过程性信息", "四类过程性", "过程信息"),
    ),
    row(
        "属于行政执法案卷",
        "7.属于行政执法案卷",
        "行政执法案卷信息。",
        article("十六条第二款"),
        spoken=("行政执法案卷", "执法案卷"),
    ),
    row(
        "属于行政查询事项",
        "8.属于行政查询事项",
        "工商、不动产登记资料等，法律、行政法规对获取另有规定的，告知依照规定办理。",
        article("三十六条（七）项"),
        spoken=("行政查询事项", "行政查询"),
    ),
    spoken=("不公开",),
)
UNAVAILABLE = _group(
    "无法提供",
    "（四）无法提供",
    "无法提供所申请的信息的，按情形填入各小项。",
    "《条例》第三十条、第三十六条、第三十八条",
    row(
        "本机关不掌握相关政府信息",
        "1.本机关不掌握相关政府信息",
        "经检索没有所申请的信息，或者不属于本机关负责公开。",
        article("三十六条（四）（五）项"),
        spoken=("不掌握", "信息不存在", "本机关不掌握", "不掌握相关政府信息", "非本机关负责"),
    ),
    row(
        "没有现成信息需要另行制作",
        "2.没有现成信息需要另行制作",
        "需要另行制作或者加工、分析现有信息的；加工后提供了的计入公开。",
        article("三十八条"),
        spoken=("没有现成信息", "另行制作", "需要另行制作"),
    ),
    row(
        "补正后申请内容仍不明确",
        "3.补正后申请内容仍不明确",
        "已经补正但仍然不能明确所申请信息的；逾期不补正的填在其他处理。",
        article("三十条"),
        spoken=("内容不明确", "补正后仍不明确", "申请内容不明确"),
    ),
)
NOT_PROCESSED = _group(
    "不予处理",
    "（五）不予处理",
    "依法不予处理的，按情形填入各小项。",
    "《条例》第三十五条、第三十六条、第三十九条",
    row(
        "信访举报投诉类申请",
        "1.信访举报投诉类申请",
        "以申请的形式进行信访、投诉、举报的，告知不作为政府信息公开申请处理。",
        article("三十九条第一款"),
        spoken=("信访", "举报投诉", "信访举报投诉", "信访投诉"),
    ),
    row(
        "重复申请",
        "2.重复申请",
        "本机关已经答复过，申请人又申请相同信息的。",
        article("三十六条（六）项"),
    ),
    row(
        "要求提供公开出版物",
        "3.要求提供公开出版物",
        "要求提供政府公报、报刊、书籍等公开出版物的，告知获取的途径。",
        article("三十九条第二款"),
        spoken=("公开出版物",),
    ),
    row(
        "无正当理由大量反复申请",
        "4.无正当理由大量反复申请",
        "申请的数量、频次明显超过合理范围，说明的理由不合理的。",
        article("三十五条"),
        spoken=("大量反复申请", "反复申请"),
    ),
    row(
        "要求行政机关确认或重新出具已获取信息",
        "5.要求行政机关确认或重新出具已获取信息",
        "要求对已经获取的信息进行确认或者重新出具的；要求更正自身信息的不在此。",
        "《江苏省政府信息公开申请办理答复规范》（国办公开办转发）",
        spoken=("确认或重新出具已获取信息", "重新出具", "重新出具已获取信息"),
    ),
)
OTHER_OUTCOME = _group(
    keys.OTHER_OUTCOME,
    "（六）其他处理",
    "以上都不适用的最终处理，原则上极少。",
    "国办公开办函〔2021〕30号",
    row(
        "逾期不补正",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "申请人无正当理由逾期不补正，视为放弃申请，不再处理。",
        article("三十条"),
        spoken=("不补正", "视为放弃"),
        variants=("1.申请人无正当理由逾期不补正",),
    ),
    row(
        "逾期未缴费",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "申请人逾期未按收费通知缴纳费用，不再处理。",
        article("四十二条"),
        spoken=("未缴费", "逾期不缴费", "逾期未缴纳费用"),
        variants=("2.申请人逾期未按收费通知要求缴纳费用",),
    ),
    row(
        keys.OTHER,
        "3.其他",
        "以上都套不上的最终处理，多为申请人主动撤回。数量偏高的主管部门会过问。",
        "国办公开办函〔2021〕30号",
        spoken=("其它", "撤回", "主动撤回"),
        variants=("3.其它",),
    ),
)
