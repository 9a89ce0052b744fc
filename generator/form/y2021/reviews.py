"""Part 四, table 4: 行政复议 and 行政诉讼 brought over the work of information disclosure."""

from generator.form import keys
from generator.form.model import Band, Header, Item, JointSum, Kind, Table, Total

_LAW = "《条例》第五十条第（三）项、第五十一条"

OUTCOMES = (
    Item(
        key="结果维持",
        kind=Kind.COUNT,
        label="结果维持",
        spoken=("维持", "维持原决定"),
        unit="件",
        help="复议、诉讼的结果是维持本机关的行为。",
        law=_LAW,
    ),
    Item(
        key=keys.CORRECTED,
        kind=Kind.COUNT,
        label="结果纠正",
        spoken=("纠正", "撤销", "败诉"),
        unit="件",
        help="撤销、变更、确认违法、责令履行等。",
        law=_LAW,
    ),
    Item(
        key="其他结果",
        kind=Kind.COUNT,
        label="其他结果",
        spoken=("其他", "其它结果", "终止", "撤回"),
        unit="件",
        help="终止、撤回、驳回申请或者起诉等；与其他各项的界限按本地规定。",
        law=_LAW,
    ),
    Item(
        key=keys.PENDING,
        kind=Kind.COUNT,
        label="尚未审结",
        spoken=("未审结", "未结", "正在审理"),
        unit="件",
        help="12月31日尚未审结的案件。",
        law=_LAW,
    ),
)
_TOTAL = Total()


def _case(key: str, spoken: tuple[str, ...], note: str) -> Item:
    return Item(
        key=key,
        kind=Kind.ROW,
        label=key,
        spoken=spoken,
        required=True,
        unit="件",
        help=note,
        law=_LAW,
        children=OUTCOMES,
        kinds="结果",
        total=_TOTAL,
    )


RECONSIDERATION = _case("行政复议", ("复议",), "因政府信息公开工作被申请行政复议、本机关作被申请人的案件。")
DIRECT_LITIGATION = _case(
    "未经复议直接起诉",
    ("直接起诉", "直接诉讼", "直接提起诉讼", "直接提起行政诉讼", "直接提起的行政诉讼", "未经复议直接提起的行政诉讼"),
    "因政府信息公开工作未经行政复议直接被提起行政诉讼、本机关作被告的案件。",
)
LITIGATION_AFTER_REVIEW = _case(
    "复议后起诉",
    (
        "复议后诉讼",
        "经复议起诉",
        "复议后提起诉讼",
        "复议后提起行政诉讼",
        "复议后提起的诉讼",
        "复议后提起的行政诉讼",
        "经复议后提起的行政诉讼",
        "行政复议后提起的行政诉讼",
        "行政复议后提起行政诉讼",
        "行政复议后提起诉讼",
        "行政复议后起诉",
        "复议后再起诉",
    ),
    "经行政复议后被提起行政诉讼的案件。复议机关作共同被告的，只由原行为主体统计，复议机关不计。",
)

LITIGATION = JointSum(key="行政诉讼", rows=((DIRECT_LITIGATION.key,), (LITIGATION_AFTER_REVIEW.key,)))

_BLOCK = len(OUTCOMES) + 1
_OUTCOME_LABELS = (*(c.label for c in OUTCOMES), _TOTAL.label)

REVIEWS = Item(
    key=keys.REVIEWS,
    kind=Kind.TABLE,
    number="四",
    label="政府信息公开行政复议、行政诉讼情况",
    variants=(
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
        "因政府信息公开申请行政复议、提起行政诉讼的情况",
        "政府信息公开行政复议、行政诉讼的情况",
        "政府信息公开行政复议和行政诉讼情况",
        "行政复议、行政诉讼情况",
        "行政复议和行政诉讼情况",
    ),
    spoken=("政府信息公开行政复议行政诉讼情况", "行政复议诉讼", "行政复议和行政诉讼", "复议诉讼", "表四"),
    required=True,
    help="只统计因政府信息公开工作被申请行政复议、被提起行政诉讼的案件。",
    law=_LAW,
    children=(RECONSIDERATION, DIRECT_LITIGATION, LITIGATION_AFTER_REVIEW),
    table=Table(
        label_columns=0,
        figure_columns=3 * _BLOCK,
        bands=(
            Band(
                header=(
                    (Header(RECONSIDERATION.label, columns=_BLOCK), Header(LITIGATION.key, columns=2 * _BLOCK)),
                    (
                        *(Header(label, rows=2) for label in _OUTCOME_LABELS),
                        Header(DIRECT_LITIGATION.label, columns=_BLOCK),
                        Header(LITIGATION_AFTER_REVIEW.label, columns=_BLOCK),
                    ),
                    tuple(Header(label) for label in (*_OUTCOME_LABELS, *_OUTCOME_LABELS)),
                ),
                keys=(RECONSIDERATION.key, DIRECT_LITIGATION.key, LITIGATION_AFTER_REVIEW.key),
                abreast=True,
            ),
        ),
        joint_sums=(LITIGATION,),
    ),
)
