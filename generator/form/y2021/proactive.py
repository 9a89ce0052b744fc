"""Part 二, table 2: what was published of its own accord (主动公开), 《条例》 article 20 (1), (5), (6), (8)."""

from generator.form import keys
from generator.form.model import Band, Header, Item, Kind, Rollover, Table

_ITEM_HEADER = Header("信息内容")


def _documents(key: str, what: str, spoken: tuple[str, ...], variants: tuple[str, ...], note: str) -> Item:
    return Item(
        key=key,
        kind=Kind.ROW,
        label=key,
        variants=variants,
        spoken=spoken,
        required=True,
        unit="件",
        help=note,
        law="《条例》第二十条第（一）项",
        children=(
            Item(
                key=keys.ISSUED,
                kind=Kind.COUNT,
                label="本年制发件数",
                variants=("本年制发数", "本年新制发件数", "本年新制作数量"),
                spoken=("制发", "制定", "新制发", "本年制定", "印发", "本年印发"),
                unit="件",
                help=f"报告年度内本机关制发的{what}件数。",
                law="《条例》第二十条第（一）项",
            ),
            Item(
                key=keys.REPEALED,
                kind=Kind.COUNT,
                label="本年废止件数",
                variants=("本年度止件数", "本年度废止件数", "本年废止数"),
                spoken=("废止", "失效", "本年失效", "废止失效"),
                unit="件",
                help=f"报告年度内废止的{what}件数。失效是否并入各地不一，按本地规定。",
                law="《条例》第二十条第（一）项",
            ),
            Item(
                key=keys.IN_FORCE,
                kind=Kind.COUNT,
                label="现行有效件数",
                variants=("现行有效数", "有效件数"),
                spoken=("有效", "现行", "现有", "继续有效"),
                unit="件",
                help=f"12月31日仍然有效的{what}总件数，不只是本年制发的。",
                law="《条例》第二十条第（一）项",
            ),
        ),
    )


def _decisions(key: str, clause: str, spoken: tuple[str, ...], note: str) -> Item:
    return Item(
        key=key,
        kind=Kind.COUNT,
        label=key,
        spoken=spoken,
        required=True,
        unit="件",
        help=note,
        law=f"《条例》第二十条第（{clause}）项；国办公开办函〔2021〕30号",
    )


REGULATIONS = _documents(
    keys.REGULATIONS,
    "规章",
    ("政府规章", "部门规章", "行政规章"),
    (),
    "有规章制定权的机关（国务院部门，省、设区的市、自治州政府）填写；县级政府、一般部门和乡镇没有规章制定权，三个数都是零。",
)
NORMATIVE_DOCUMENTS = _documents(
    keys.NORMATIVE_DOCUMENTS,
    "行政规范性文件",
    ("规范性文件", "行规", "文件"),
    ("规范性文件",),
    "以规范性文件认定、备案、清理的结果为准；内部管理、人事任免、会议纪要、转发的普通文件不算。",
)
LICENSES = _decisions(
    "行政许可",
    "五",
    ("许可", "行政审批", "审批"),
    "本年作出的行政许可处理决定的全部数量，含已公开和依法未公开的；不是事项数。",
)
PENALTIES = _decisions("行政处罚", "六", ("处罚", "罚款"), "本年作出的行政处罚决定的全部数量，含已公开和依法未公开的。")
COERCION = _decisions(
    "行政强制", "六", ("强制", "行政强制措施"), "本年作出的行政强制决定的全部数量，含已公开和依法未公开的。"
)
CHARGES = Item(
    key="行政事业性收费",
    kind=Kind.AMOUNT,
    label="行政事业性收费",
    spoken=("收费", "事业性收费", "收费金额"),
    required=True,
    unit="万元",
    help="本年行政事业性收费的金额，单位是万元，可以有小数；不是元，也不是收费项目数。与第六部分的信息处理费（元）是两回事。",
    law="《条例》第二十条第（八）项",
)

_DECISION_HEADER = (_ITEM_HEADER, Header("本年处理决定数量", columns=3))
_CHARGE_HEADER = (_ITEM_HEADER, Header(f"本年收费金额（单位：{CHARGES.unit}）", columns=3))


def _article(clause: str) -> tuple[Header, ...]:
    return (Header(f"第二十条第（{clause}）项", columns=4),)


def _in_force(documents: Item) -> Rollover:
    in_force = (documents.key, keys.IN_FORCE)
    return Rollover(
        place=in_force,
        last=in_force,
        plus=((documents.key, keys.ISSUED),),
        minus=((documents.key, keys.REPEALED),),
        certain=False,
        source="文件清理、修订或者机构改革也会使现行有效的件数变动",
    )


PROACTIVE = Item(
    key=keys.PROACTIVE,
    kind=Kind.TABLE,
    number="二",
    label="主动公开政府信息情况",
    variants=("主动公开政府信息的情况", "行政机关主动公开政府信息情况", "主动公开情况"),
    spoken=("主动公开政府信息情况", "表二", "主动公开情况"),
    required=True,
    help="报告年度内主动公开的规章、规范性文件和各类处理决定的数量，核定时间点为12月31日。",
    law="《条例》第二十条、第五十条第（一）项",
    children=(REGULATIONS, NORMATIVE_DOCUMENTS, LICENSES, PENALTIES, COERCION, CHARGES),
    table=Table(
        label_columns=1,
        figure_columns=3,
        rollovers=tuple(_in_force(documents) for documents in (REGULATIONS, NORMATIVE_DOCUMENTS)),
        bands=(
            Band(
                header=(_article("一"), (_ITEM_HEADER, *(Header(c.label) for c in REGULATIONS.children))),
                keys=(REGULATIONS.key, NORMATIVE_DOCUMENTS.key),
            ),
            Band(header=(_article("五"), _DECISION_HEADER), keys=(LICENSES.key,)),
            Band(header=(_article("六"), _DECISION_HEADER), keys=(PENALTIES.key, COERCION.key)),
            Band(header=(_article("八"), _CHARGE_HEADER), keys=(CHARGES.key,)),
        ),
    ),
)
