"""Parts 一, 五 and 六: the narrative, its topics and the words they go by in published reports."""

from generator.form import keys
from generator.form.model import FigureSentence, Item, Kind
from generator.form.y2021.front import HEADING_FORMS

_NOTICE = "国办公开办函〔2021〕30号"

ENTRY_FIELDS = (
    Item(key=keys.TITLE, kind=Kind.NAME, label="印出的小标题", help="印出时代替键名的小标题。"),
    Item(
        key=keys.HEADING_FORM,
        kind=Kind.CHOICE,
        label="排法",
        choices=HEADING_FORMS,
        help="本条小标题独立成段，还是与正文同段。不写则按“排版”里的小标题。",
    ),
    Item(key=keys.BODY, kind=Kind.TEXT, label="正文", help="本条的文字，一行一段。"),
)

SUMMARY = Item(
    key=keys.SUMMARY,
    kind=Kind.TEXT,
    label="概述",
    spoken=("综述", "总述"),
    help="可选。印在本部分最前面，不带小标题。",
)


def _topic(key: str, variants: tuple[str, ...], words: tuple[str, ...], note: str, law: str = _NOTICE) -> Item:
    return Item(
        key=key,
        kind=Kind.TOPIC,
        label=key,
        variants=variants,
        words=words,
        help=note,
        law=law,
        children=ENTRY_FIELDS,
    )


FURTHER = Item(
    key="",
    kind=Kind.TOPIC,
    help="其他小标题：键名就是印出的小标题，序号由程序编，不要自己写。",
    children=ENTRY_FIELDS,
)
"""Any other subheading of a narrative."""

TOPICS = (
    _topic(
        "主动公开",
        (
            *("主动公开情况", "主动公开政府信息情况", "主动公开工作情况", "主动公开政府信息", "主动公开方面"),
            *("主动公开工作", "政府信息主动公开情况", "信息主动公开情况", "主动公开信息情况"),
        ),
        ("主动公开",),
        "主动公开了哪些信息，重点领域、政策解读、回应关切等做了什么。",
    ),
    _topic(
        keys.ON_REQUEST,
        (
            *("依申请公开情况", "依申请公开办理情况", "依申请公开工作情况", "依申请公开政府信息情况", "依申请公开方面"),
            *("依申请公开工作", "政府信息依申请公开情况", "依申请公开办理", "依申请公开信息情况"),
        ),
        ("依申请", "公开申请", "申请公开"),
        "收到和办理政府信息公开申请的情况。件数建议用 {{ 本年新收 }} 从表三取，不必再输一遍。",
    ),
    _topic(
        "政府信息管理",
        (
            *("政府信息管理情况", "信息管理情况", "信息管理", "政府信息资源管理", "政府信息管理方面"),
            *("政府信息管理工作", "政府信息管理工作情况", "政府信息资源管理情况"),
        ),
        ("信息管理",),
        "规范性文件管理、发布审核、动态更新等。",
    ),
    _topic(
        "政府信息公开平台建设",
        (
            "平台建设情况",
            "平台建设",
            "政府信息公开平台建设情况",
            "信息公开平台建设",
            "公开平台建设",
            "信息化平台建设情况",
            "平台载体建设方面",
            "平台建设方面",
            "公开平台建设情况",
            "信息公开平台建设情况",
            "政府信息公开平台建设方面",
            "平台载体建设",
            "平台载体建设情况",
        ),
        ("平台",),
        "网站、新媒体、公报等公开平台的建设。",
    ),
    _topic(
        keys.SUPERVISION,
        (
            *("监督保障情况", "监督保障和教育培训情况", "监督保障及教育培训情况", "监督保障和教育培训", "工作监督保障"),
            *("监督保障方面", "监督保障工作", "监督保障工作情况", "政府信息公开监督保障情况", "政府信息公开监督保障"),
        ),
        ("监督", "考核"),
        "机构队伍、培训、考核等。各级政府的报告还要写工作考核、社会评议、责任追究结果。",
        "《条例》第五十条第（四）项；国办公开办函〔2021〕30号",
    ),
)

PROBLEM_TOPICS = (
    _topic(
        "存在的主要问题",
        ("存在的问题", "主要问题", "存在问题", "存在的主要问题和不足", "存在的不足", "存在的问题和不足"),
        (
            *("问题", "不足", "短板", "差距", "薄弱", "不够", "有待", "困难"),
            *("单一", "滞后", "欠缺", "不宽", "不高", "不强", "不及时", "不到位"),
        ),
        "本年度工作中存在的问题，要具体，不得年年雷同。",
    ),
    _topic(
        "改进情况",
        (
            *("改进措施", "整改情况", "改进情况和措施", "下一步工作打算", "问题改进情况", "整改措施", "下一步改进措施"),
            *("下一步工作措施", "下一步改进情况", "下一步工作计划", "改进的情况"),
        ),
        (
            *("改进", "整改", "措施", "下一步", "下步", "今后", "打算", "计划", "针对", "将"),
            *("是加强", "是强化", "是完善", "是健全", "是优化", "是提升", "是提高", "是丰富", "是进一步", "是持续"),
        ),
        "上年问题的改进情况和下一步措施。",
    ),
)

FEE_FIGURES = (
    Item(
        key=keys.NOTICES,
        kind=Kind.COUNT,
        label="收费通知件数",
        spoken=("通知件数", "发出收费通知件数", "收费件数"),
        words=("发出", "通知", "件数"),
        unit="件",
        help="本年发出的收费通知件数。",
        law="《条例》第四十二条",
    ),
    Item(
        key=keys.ASKED,
        kind=Kind.AMOUNT,
        label="收费通知金额",
        spoken=("通知金额", "总金额", "应收金额"),
        words=("总金额", "金额"),
        unit="元",
        help="收费通知的总金额，单位是元。",
        law="《条例》第四十二条",
    ),
    Item(
        key=keys.COLLECTED,
        kind=Kind.AMOUNT,
        label="实际收取金额",
        spoken=("实收金额", "收取金额", "实际收取"),
        words=("实际", "实收"),
        unit="元",
        help="实际收取的总金额，单位是元。",
        law="《条例》第四十二条",
    ),
)

FEE = Item(
    key=keys.FEE,
    kind=Kind.SENTENCE,
    label="收取政府信息公开信息处理费情况",
    variants=(
        "收取信息处理费情况",
        "政府信息公开信息处理费情况",
        "信息处理费收取情况",
        "信息处理费情况",
        "依据《政府信息公开信息处理费管理办法》收取信息处理费的情况",
        "政府信息公开信息处理费收取情况",
    ),
    spoken=("政府信息公开信息处理费", "处理费", "收费情况"),
    words=("处理费", "收费", "收取", "费用"),
    help="没有收取也要写明，写 0 即可。收取了的写三个数，单位是件和元；也可以直接写文字。",
    law="《条例》第四十二条；国办函〔2020〕109号",
    sentence=FigureSentence(
        nothing="{年度}年，本机关未收取政府信息公开信息处理费。",
        some="{年度}年，本机关发出收费通知{收费通知件数}件，总金额{收费通知金额}元，实际收取{实际收取金额}元。",
        act="收取",
    ),
    children=(*FEE_FIGURES, *ENTRY_FIELDS),
)

OVERVIEW = Item(
    key="总体情况",
    kind=Kind.NARRATIVE,
    number="一",
    label="总体情况",
    variants=("概述", "基本情况", "总体工作情况", "政府信息公开工作总体情况", "工作总体情况"),
    spoken=("总体", "基本情况", "第一部分"),
    required=True,
    help="写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，原则上不超过一千字。",
    law="《条例》第五十条；国办公开办函〔2021〕30号",
    children=(SUMMARY, *TOPICS),
    further=FURTHER,
)
PROBLEMS = Item(
    key="存在的主要问题及改进情况",
    kind=Kind.NARRATIVE,
    number="五",
    label="存在的主要问题及改进情况",
    variants=(
        "政府信息公开工作存在的主要问题及改进情况",
        "存在的主要问题和改进情况",
        "存在问题及改进情况",
        "存在的主要问题及改进措施",
        "存在的主要问题及整改措施",
        "存在的主要问题和改进措施",
        "存在问题及改进措施",
        "存在的问题及改进情况",
        "存在的问题及改进措施",
        "政府信息公开工作存在的主要问题和改进情况",
        "政府信息公开工作存在的问题及改进情况",
        "工作存在的主要问题及改进情况",
    ),
    spoken=("主要问题及改进情况", "存在问题", "存在的问题", "问题及改进", "第五部分"),
    required=True,
    help="写存在的主要问题和改进情况，要具体，不得年年雷同。可以直接写文字，也可以分小标题。",
    law="《条例》第五十条第（五）项；国办公开办函〔2021〕30号",
    children=(SUMMARY, *PROBLEM_TOPICS),
    further=FURTHER,
)
OTHER_MATTERS = Item(
    key="其他需要报告的事项",
    kind=Kind.NARRATIVE,
    number="六",
    label="其他需要报告的事项",
    variants=("其他需要报告的情况", "其他事项", "需要报告的其他事项", "其他需要报告事项", "其它需要报告的事项"),
    spoken=("其他事项", "其他", "第六部分"),
    required=True,
    help="收取信息处理费的情况必须在这里写明（没有收取也要写），再写其他需要报告的事项。",
    law="《条例》第五十条第（五）项；国办函〔2020〕109号",
    children=(SUMMARY, FEE),
    further=FURTHER,
)
