"""The words of running text that no form states. Written by ``make lexicon``: edit data/lexicon.yaml."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


APPLICATION = (
    "政府信息公开申请 信息公开申请 依申请公开 依申请信息公开 信息依申请公开 依申请公开申请 申请公开政府信息 "
    "申请政府信息公开 依申请公开信息 依申请公开的信息 依申请公开的政府信息 申请公开的政府信息 政府信息公开的申请 "
    "公开政府信息的申请 公开政府信息申请 信息公开的申请 依申请公开政府信息申请 依申请公开政府信息 公开申请 "
    "政务公开申请 申请公开 信息公开依申请 申请信息公开 政府信息申请"
)
WEAK_APPLICATION = (
    "申请 依申请 申请数量 申请总量 申请总数 申请量 申请件数 公众申请 其申请 类申请 申请件 申请事项 申请单 "
    "申请案件 申请书"
)
"""Applications of any kind; of information only where the text is already about these."""
CASES = {
    "行政复议": (
        "政府信息公开行政复议 信息公开行政复议 行政复议申请 申请行政复议 提起行政复议 提出行政复议 复议申请 "
        "行政复议案 复议"
    ),
    "行政诉讼": ("诉讼 行政应诉 应诉 被诉 提起行政诉讼 提起诉讼 行政诉讼案 行政起诉 起诉"),
    "未经复议直接起诉": (
        "直接向人民法院起诉 直接向法院起诉 直接起诉 直接提起诉讼 直接提起行政诉讼 直接向人民法院提起诉讼 "
        "直接向法院提起诉讼 直接向人民法院提起行政诉讼 未经复议起诉"
    ),
    "复议后起诉": (
        "复议后提起诉讼 复议后提起行政诉讼 经复议后起诉 经复议后提起诉讼 经复议后提起行政诉讼 复议后又起诉 复议后再起诉"
    ),
}
DOCUMENTS = {
    "规章": ("政府规章"),
    "行政规范性文件": ("规范性文件"),
}
QUALIFIER = "政府信息公开 信息公开 政务公开 政府信息 政务信息公开 政府信息公开工作 信息公开工作 政务公开工作"
"""Says that reconsideration and litigation are about the disclosure of information, and nothing by itself."""
TOO_BROAD = _set(
    "上年转入 主动撤回 举报投诉 信访 信访举报投诉 信访投诉 公开 其他 其他法人 其它 内容不明确 制发 制定 "
    "办结 印发 受理 商业 处理结果 处罚 复议诉讼 失效 审批 废止 废止失效 强制 律师 撤回 收到 收费 "
    "收费金额 文件 新制发 新收 新收申请 有效 本年制定 本年印发 本年失效 本年收到 法律机构 现有 现行 申请 "
    "申请内容不明确 直接诉讼 社团 科研 第三方 答复 终止 结果 结转 结转下年 继续有效 罚款 群众 行政审批 "
    "行政规章 行规 行政强制措施 表三 表二 表四 许可 败诉 转下年"
)
"""Words of the form that are read elsewhere here, or say too little to tell what is meant."""
PARTIAL = _set(
    "不补正 个人隐私 信息不存在 信访 全部公开 其他法律法规禁止公开 内部信息 反复申请 同意公开 商业秘密 "
    "国家秘密 撤销 未缴费 没有现成信息 法律法规禁止公开 法律禁止公开 科研院所 第三方合法权益 视为放弃 "
    "重新出具 非本机关负责 高校"
)
"""Words that may cover only part of their row: the text's number may be smaller than the row's."""
FURTHER_RESULTS = {
    "信访举报投诉类申请": (
        "信访类申请 信访举报投诉类 信访投诉类申请 信访类 以信访形式提出的申请 以信访形式提出申请 信访形式的申请 "
        "属于信访事项 属信访事项"
    ),
    "重复申请": ("不予重复处理 告知不予重复处理 不重复处理 告知不重复处理 重复提交的申请"),
    "予以公开": ("准予公开 提供公开 给予公开 予以公开答复 全部予以公开 予以全部公开 完全公开 依法公开"),
    "部分公开": ("予以部分公开 部分予以公开 给予部分公开"),
    "不予公开": ("决定不予公开 不同意公开 未予公开"),
    "无法提供": ("不能提供 无法提供政府信息 无法提供信息 无法提供相关信息 无法提供相关政府信息"),
    "本机关不掌握相关政府信息": (
        "本单位不掌握 不掌握相关信息 本机关不掌握相关信息 本机关不掌握政府信息 不掌握政府信息 不掌握所需信息 "
        "不掌握该信息 不掌握该政府信息 不掌握有关信息 未掌握 未掌握相关信息 并不掌握 均不掌握 确不掌握"
    ),
    "不予处理": ("不予处理政府信息公开申请 不再处理"),
    "其他处理": ("作其他处理 作出其他处理 其他方式处理 其它处理"),
    "逾期不补正": (
        "逾期不补正、不再处理 逾期不补正不再处理 逾期未补正、不再处理 逾期未补正 逾期没有补正 逾期仍未补正 "
        "逾期未作补正 逾期未予补正 未按期补正 未按时补正 期满未补正 无正当理由逾期不补正 申请人无正当理由逾期不补正 "
        "逾期不补正视为放弃申请"
    ),
}
PARTIAL_RESULTS = {
    "本机关不掌握相关政府信息": (
        "没有相关信息 未找到相关信息 未检索到相关信息 未检索到 未找到 查无此信息 查无 未制作 未获取 "
        "未制作、未获取 未制作或未获取 未保存 没有制作 政府信息不存在 不存在 不属于本机关公开 不属于本机关负责公开 "
        "不属于本行政机关公开 非本机关公开 不属于本单位公开 不属于本机关负责 不属于本机关公开范围 "
        "不属于本机关公开职责"
    ),
    "予以公开": ("已主动公开 已经主动公开"),
    "保护第三方合法权益": (
        "第三方不同意公开 第三方不同意 权利人不同意公开 第三方权益 第三人权益 第三人合法权益 第三方利益"
    ),
}
DECISION_PAPERS = {
    "行政许可": ("行政许可决定书"),
    "行政处罚": ("行政处罚决定书"),
    "行政强制": ("行政强制决定书"),
}
"""The papers by which a decision is made: one for each."""
LEFT_OVER = _set("还 还有 尚 尚有 仍 仍有 余下 剩余 其余")
"""Before a number these say that it is all that was left."""
SOME = _set("有 另有 另 还 还有 尚有 仍有 其中 其中有 此外 同时")
"""Alone before a number these say that some are told of, and behind it which ones."""
VOLUMES = _set("量 申请量 申请总量 申请数量")
"""How much was applied for: what was received, whatever was done with it."""
ONE_PERSON = _set("同一 同一人 同一申请人 同一个 同一名 同一位 同一主体 某位 有位 单个")
"""What one person applied for is not all that was."""
RISEN = _set(
    "增至 增加到 增加至 增到 降至 降到 减至 减到 减少到 减少至 上升到 上升至 升至 升到 下降到 下降至 "
    "提升到 提升至 提高到 提高至 变为 变成 变化为 增长到 增长至 扩大到 扩大至 压减到 压减至 压缩到 "
    "压缩至 上涨到 上涨至 回落到 回落至"
)
"""Between two numbers these say that the first is of before, the second of now."""
OF_A_PAPER = _set("书 中 时 里 函 前 内容 意见")
"""Behind 答复 these say that a paper, or a time, is spoken of, and not that all was answered."""
ASKED_FOR = _set("信息 政府信息 所申请信息 所申请的信息 申请信息 申请内容 所申请内容 所申请政府信息 申请人所申请信息")
"""What was applied for; beside a result these narrow nothing (本机关不掌握所申请信息的)."""
KINDS_OF_WAYS = _set("两种 三种 四种 五种 多种 几种 两个 三个 四个 多个 等")
"""Before 途径 these end a list of all ways by which applications came."""
WAYS = _set("途径 渠道 方式 形式")
AFTERWARDS = _set("后 又 再 再次 不服 后又 再行 之后")
"""Between 复议 and 诉讼 these say that one came after the other, over the same answer."""
FURTHER_OUTCOMES = {
    "结果维持": (
        "获维持 得到维持 均获维持 予以维持 维持原行政行为 维持原答复 维持原处理决定 被维持 结果为维持 复议维持 "
        "维持原具体行政行为"
    ),
    "结果纠正": ("被纠正 予以纠正 纠错 被纠错 被复议机关纠正 被复议机关纠错"),
    "尚未审结": (
        "正在审理中 尚在审理 尚在审理中 审理中 在审 尚未结案 未结案 仍在审理 仍在审理中 还在审理中 审理之中 "
        "正在审理之中 尚在审理之中 仍在审理之中"
    ),
}
PARTIAL_OUTCOMES = {
    "其他结果": ("驳回 被驳回 撤回复议 撤回诉讼 撤诉 申请人撤回"),
    "结果纠正": (
        "被撤销 责令履行 确认违法 责令重新答复 责令重新作出 变更 撤销原答复 责令限期答复 责令限期重新答复 "
        "责令重新处理 责令重新作出答复 责令重新办理 责令在法定期限内答复 责令履行职责 责令履行法定职责 要求重新答复"
    ),
}
NARROW_DECISIONS = {
    "行政强制": ("行政强制执行 行政强制措施"),
}
"""Only some of the decisions of a row: their number is at most the row's."""
DECISION_WORDS = {
    "行政许可": ("许可决定 准予许可决定"),
    "行政处罚": ("处罚决定 处罚决定书"),
    "行政强制": ("强制决定"),
}
"""Decisions by a shorter name: meant where the text is about them already, or where the name says it all."""
LEGAL_PERSONS = (
    "法人 法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人组织 法人及其它组织 法人或其它组织 "
    "法人、其他组织 企业法人 单位提交 单位提出 单位递交 单位申请"
)
ENTERPRISES = "企业 公司"
OTHER_LEGAL_PERSONS = "其他组织 其它组织"
RECEIVED = "收到 受理 接收 接到 收悉 接受 登记 收件 接件 登记受理 受理登记 接收到 收取到 收到并受理"
NEW = "新收 新收到 新受理 新接收 新增 新增受理 新收申请 本年新收 新登记"
HANDLED = "办理 处理 承办 处置 依法办理"
ANSWERED = (
    "答复 办结 回复 办毕 办理完毕 办理完结 予以答复 作出答复 处理完毕 办理答复 答复办结 审核答复 已办 "
    "结案 审结 书面答复"
)
UNFINISHED = (
    "正在办理 正在办理中 尚在办理 尚在办理中 仍在办理 仍在办理中 还在办理 尚未办结 未办结 没有办结 暂未办结 "
    "尚未答复 未答复 继续办理 在办理中 在办理 在办理过程中 办理过程中 尚未办理完毕 未办理完毕 未到答复期限 "
    "未到办理期限 未到法定期限 未到期 尚未到期 未届满 在办 待办理 待答复 正在处理 未办完 尚未办完 没有办完 "
    "没办完 还未办完 仍未办完 未办理完 尚未办理完 未处理完 尚未处理完 未处理完毕 尚未处理完毕 未答复完毕 "
    "还未办结 仍未办结"
)
"""What was not done by the end of the year, and so is carried over to the next (or was, from the last)."""
CARRIED = (
    "结转过来 结转而来 结转 转入 转结 结转至 结转到 结转入 跨年 跨年办理 跨年度 跨年度办理 转结到 顺延到 "
    "延至 留待 延续至 延续到 顺延至 结转办理 遗留 流转 转至 转到 结转于 延续办理 接续办理的"
)
ISSUED = (
    "制发 制定 出台 印发 制定出台 制定印发 制定发布 新制定 新制发 新出台 新印发 发文 本年制发 制定并印发 "
    "制定并发布 制发并公开"
)
REPEALED = "废止 失效 宣布失效 废止失效 废止和失效 宣布废止 废止或失效 本年废止 公布废止"
IN_FORCE = "现行有效 有效 继续有效 现行有效的 继续保留 现存有效 目前有效"
PUBLISHED = "公开 发布 公布 主动公开 公示 上传 公开发布 集中公开 更新 发布更新"
PLAIN_RESULTS = _set("全部公开 同意公开")
"""Words that mean 予以公开 itself where the results are listed one by one."""
PLAIN_DISCLOSURE = _set("公开")
"""Of the words for publishing those that, alone in a list of results, stand for 予以公开."""
THIS_YEAR = (
    "本年 本年度 今年 全年 年内 当年 本年度内 一年来 本报告期 报告期内 年度 截至目前 目前 年末 年底 "
    "全年度 截至年底 一年以来 今年以来"
)
LAST_YEAR = "上年 上年度 去年 上一年 上一年度 去年度 上年末 上年底 去年底 年初"
NEXT_YEAR = "下年 下年度 下一年 下一年度 次年 明年 翌年 来年 次年度"
OTHER_TIME = (
    "历年 往年 近三年 近年来 近年 近几年 以来 累计 每年 每月 月均 平均 日均 上半年 下半年 一季度 "
    "二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 同期 前年 上季度 每季度 年均 "
    "十三五 十四五 期间累计"
)
PER_TIME = _set("平均 日均 月均 年均 每年 每月 每季度")
"""Of these, the words that tell how often or how fast: they hold for what they stand beside."""
TOTTING_UP = _set("累计")
"""Of these, the word that is of no matter where the year reported is named."""
PLANS = "下一步 今后 下步 下阶段 计划 拟 将 预计 待 力争 争取 确保 目标 打算"
LASTING_PLANS = _set("下一步 下步 下阶段 今后")
"""Of these, the ones that hold for all that follows in the paragraph."""
COMPARED = "较 比 相比 对比 相较"
CHANGED = (
    "增加 减少 增长 下降 上升 降低 提高 同比 环比 净增 多 少 增幅 降幅 上涨 提升 增加了 减少了 "
    "同比增长 同比下降 同比增加 同比减少"
)
SELF = (
    "我局 我办 我委 我厅 我院 我所 我处 我队 我中心 我社 我馆 我站 我司 我会 我部 我单位 我机关 "
    "本机关 本单位 本行政机关 本局 本办 本委 本厅 本部门 本中心 我街道 我办事处 我镇 我乡 本镇 本乡 "
    "本街道 全镇 全乡 全街道 局机关 我行政机关 全局 全委 全办 全厅 我大队 我支队 我总队 我分局 以局名义 "
    "以本局名义 以我局名义 以本机关名义 以委名义 以镇名义"
)
PLACES = _set("省 市 县 区 州 盟 旗")
ALL_BODIES = "部门 各部门 其部门 所属部门 各单位 各级各部门 各级行政机关 各行政机关 各乡镇各部门 各部门各单位"
"""Behind 全县, or 县政府及, all bodies of the area: together they are the area."""
WITH_BODIES = _set("及 和 与")
SCOPE = (
    "各级 各部门 各单位 各镇 各乡镇 各镇街 各街道 各局 各科室 各县区 各区县 全系统 系统 各级行政机关 "
    "各行政机关 各级各部门 辖区 政府系统 各县市区 各乡镇街道 行政机关"
)
OWN_LEVEL = (
    "本级 区本级 县本级 市本级 省本级 政府办 政府办公室 人民政府办公室 办公室 政府本级 区政府本级 "
    "县政府本级 市政府本级 区政府办 县政府办 市政府办 区政府办公室 县政府办公室 市政府办公室 以政府名义 "
    "区政府 县政府 市政府"
)
CHANNELS = (
    "网上 网络 互联网 信函 信件 邮寄 邮政 当面 现场 窗口 线上 线下 在线 电子邮件 邮件 邮箱 电子邮箱 "
    "传真 平台 网站 门户网站 书面 挂号信 快递 电话 微信 纸质 邮政寄送 网络平台 网页 政府网站 申请系统 "
    "系统提交 来信 来访 上门 网络申请 信函申请 当面申请 网上申请 书面申请 小程序 移动端 依申请公开系统 "
    "依申请公开平台 政府信息公开系统 依申请公开办理系统 邮寄申请 电子邮件申请 现场申请 窗口申请 线上申请 "
    "线下申请 在线申请 数据电文"
)
EVERYBODY = (
    "公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民法人和其他组织 "
    "公民和法人 公民、法人 企业和群众 群众和企业 企业群众 公民和企业 企业和公民 市民和企业 企业和市民 "
    "企业及群众 企业、群众 群众、企业"
)
SORTED = _set("公文 属性 文件")
"""In a sentence with one of these, 依申请公开 and 不予公开 say how documents were sorted, not what was applied for."""
SIFTED = _set("清理 梳理 评估")
"""In a sentence with one of these, numbers of documents are of those looked through."""
OTHERS_CASES = _set("作为复议机关 共同被告 配合 协助 代理 指导 作为行政复议机关")
"""In a sentence with one of these, cases are not those in which the agency itself answers for its disclosure."""
DECIDING = _set("作出 做出 共作出 实施")
"""After these a number of decisions is of those made, whatever was published before in the sentence."""
CARRYING_OUT = _set("作出 做出 实施 采取")
"""Beside one of these decisions are counted in 次 too (实施行政强制3次)."""
DISPUTED = _set("不服 引发 引起 涉及 涉")
"""Before a number of decisions these say that cases over some are counted (不服行政处罚的54件)."""
CLOSED = _set("办理完毕 办理完结 办结 审结 结案")
"""Of the words for answering those that say that a case is closed."""
JOINED = "、 和 及 与 以及 并 或 或者 并且"
RESPECTIVELY = "分别 依次"
EACH = "各 均 都 均各"
TOGETHER = (
    "共 共计 总计 合计 总共 一共 共有 合起来 加起来 加在一起 两项共 两项合计 两者共 两者合计 二者共 "
    "二者合计 三项共 三项合计 两类共 两类合计"
)
PART_OF = "其中 包括 包含 含 其中含 其中包括 其中有"
STATES = (
    "为 是 有 计 达 数量 数量为 总数 总量 件数 总数为 数 达到 量 增加到 增至 降至 减少到 下降到 "
    "上升至 减至 上升到 升至 升到 降到 增到 减到 提升到 提升至 提高到 提高至 增加至 减少至 下降至 变为 "
    "变成 变化为 增长到 增长至 扩大到 扩大至 压减到 压减至 压缩到 压缩至 上涨到 上涨至 回落到 回落至"
)
NEGATIONS = (
    "不涉及 未涉及 没有涉及 不曾 不存在 未有过 未 没有 没 无 零 从未 尚未 未曾 均未 未有 暂未 暂无 "
    "并未 均无 也未 也无 亦无 亦未 没有过 未予 无一"
)
FOREIGN = (
    "所申请信息 所申请的信息 申请信息 申请内容 所申请内容 所申请政府信息 申请人所申请信息 规范性文件草案 "
    "文件草案 草案 征求意见稿 解读材料 咨询 留言 信访 热线 投诉 建议 提案 信件 来信 工单 诉求 民意 "
    "舆情 信息 文件 稿件 案件线索 问题 公文 政策 解读 会议 培训 政务新媒体 新媒体 举报 意见 邮件 微博 "
    "公众号 提问 网友 网民 材料 报件 档案 图文 视频 栏目 议案"
)
"""Things that are counted too, and are in no table: after them a bare 办结 or 答复 speaks of them."""
PARTLY = (
    "直接 重新 单独 联合 共同 提前 延期 逾期 超期 首次 再次 多次 反复 另行 大部分 多数 个别 分批 "
    "口头 当场 补充 会同 协助 误投 错投 误送 转来 转交 转送 代收 补正 分头 就地 相互 互相 如果 如 "
    "若 倘若 假如 凡 凡是 一旦 除 除了 除外 以外 之外 同一人 同一申请人 一位 某位 有位 单个"
)
"""Words that make a number or a denial one of some only, or of what might be."""
NEUTRAL = (
    "的 了 已 已经 全部 全 中 其 每 依法 依规 依法依规 按时 按期 及时 如期 按规定 按照规定 规范 "
    "妥善 认真 积极 高效 严格 在法定期限内 法定期限内 法定时限内 在法定时限内 规定时限内 在规定时限内 "
    "规定期限内 在规定期限内 期限内 按要求 按照要求 按程序 按照规定流程 给予 新 本 年 内 情况 方面 类 "
    "相关 有关 各类 各种 社会公众 社会 公众 申请人 当事人 提交 提出 递交 来自 由 向 对 对于 就 关于 "
    "于 在 至 到 自 起 止 截至 截止 截至到 至今 案件 事项 件 办件 信息处理 主体 申请主体 类型 依照 "
    "依据 根据 因 涉及 涉 引发 引起 发生 产生 继发 被 提起 申请人为 收到的 作出 做出 实施 决定 "
    "处理决定 决定数量 处理决定数量 属于 属 办理结果 办理情况 处理情况 结果 答复结果 而 且 也 还 另 "
    "另有 另外 此外 同时 本年度办理 一是 二是 三是 四是 五是 六是 通过各种渠道 各渠道 各类渠道 各种渠道 "
    "多渠道 通过各渠道 通过各类渠道 “ ” ‘ ’ 行为 数量上 经 经统计 据统计 统计 不服 工作 政府 机关 "
    "行政 继续 办理中 期间 出现 存在 任何 过 例 起案件 收取 征收 收入 总额 金额 收缴 征缴 总收入 "
    "收取金额 其余 剩余 余下 决定书 以 作为 按 按照 所 上述 该 予以 期 度 末 底 本次 宗数 案 群众 "
    "当前 现 内容 类别 全市范围 情形 被申请 办 方式 新的 需要 公布的 现有 被告 被申请人 作为被申请人 "
    "作为被告 方面的 本机关制发 事件 行政案件 一审 总体 工作中 过程中 - — – * ． . 依法依规办理 "
    "依法受理 · 、其中 办结率 答复率 回复率 办理率 办复率 答复办结率 按期限 按时限 承接 运维 "
    "符合公开条件 采取 经查 经查询 经核查 经审查 经查找 经核实 经检索 向其他机关申请 向其他行政机关申请 "
    "向其他单位申请 告知获取途径 告知获取方式 告知其他获取途径 查处违法行为 查处违法违规行为 查处各类违法行为 "
    "依法查处违法行为 符合公开要求 符合公开规定 可以公开 符合条件 答复意见 第三方 第三人 全数 先后 主动 "
    "要求公开政府信息 要求公开信息 要求公开 检索 查找 告知 认定 完成 仅 只 只有 仅有 尚 曾 又 则 便 "
    "实际 实际上 形式 途径 渠道 较为 更为 更加 圆满 顺利 稳妥 高质量 高标准 精准 逐一 逐件 一一 悉数 "
    "比例 总体来看 来看 总的来看 从总体看 流程 规定流程 法定 时限 登记在册 在册 统一 市民 居民 民众 "
    "人民群众 广大群众 广大市民 名义 的名义 次之 其次 居首 居首位 居第一位 居第二位 最多 最少 占多数 "
    "为主 仍 仍有 处于 处在 接续 接续办理 续办 下达 开具 出具 签发 入库 缴入国库 缴库 上缴国库 "
    "缴入财政 缴入财政专户 入库金额 实际入库 种途径 种渠道 种方式 种形式 登记在案 在案 村民 加 法院判决 "
    "法院裁定 人民法院判决 人民法院裁定 从"
)
ALL = _set("全数 全部 已全部 悉数 无一例外")
COURTS = _set("一审 二审 再审 原判 法院 法院判决 法院裁定 人民法院判决 人民法院裁定")
"""In a phrase with one of these an outcome is a court's, at one instance."""
SUBMITTED = _set("提出 提交 递交 提起")
"""Behind a kind of applicants these count what came in, not what was answered."""
FINISHED = _set("办理完毕 办理完结 办结 审结 已审结 已结 结案")
DUE = _set(
    "到期 及时 在法定时限内 在法定期限内 在规定时限内 在规定期限内 如期 届满 已到期 应 应于 应当 按时 "
    "按时限 按期 按期限 时限 期限 期限内 法定时限 法定时限内 法定期限 法定期限内 规定时限 规定时限内 "
    "规定期限 规定期限内 限期"
)
"""In a phrase with one of these all that were due are spoken of, which need not be all."""
RATES = _set("办结率 答复率 回复率 办理率 办复率 答复办结率")
