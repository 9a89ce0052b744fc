"""NB310, NB313, NB406, NB409: changes, shares, copied text and copied figures, on sentences of the usual register."""

import pytest
from complete import complete, last_year, rule_findings

from generator.checks.years.similarity import contained

NOW = (
    "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 4, 现行有效: 19}, 行政许可: 312, 行政处罚: 45, "
    "行政强制: 0, 行政事业性收费: 0}\n"
    "政府信息公开申请: {本年新收: {自然人: 25, 商业企业: 5}, 上年结转: {自然人: 2}, "
    "办理结果: {予以公开: {自然人: 12}, 部分公开: {自然人: 17}}, 结转下年度: {商业企业: 3}}\n"
)
BEFORE = (
    "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 3, 现行有效: 16}, 行政许可: 290, 行政处罚: 52, "
    "行政强制: 0, 行政事业性收费: 0}\n"
    "政府信息公开申请: {本年新收: {自然人: 20, 商业企业: 4}, 上年结转: {自然人: 1}, "
    "办理结果: {予以公开: {自然人: 10}, 部分公开: {自然人: 13}}, 结转下年度: {自然人: 2}}\n"
)


def _found(code: str, text: str) -> list[str]:
    report = complete(f"{NOW}总体情况:\n  依申请公开: |\n    {text}\n")
    return [f.message for f in rule_findings(report, last_year(BEFORE)) if f.code == code]


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请30件，同比增长20%。",
        "全年收到政府信息公开申请30件，较上年增加8件。",
        "全年收到政府信息公开申请30件，较上年减少6件。",
        "本年度共收到政府信息公开申请30件，同比下降25%。",
        "申请量较上年有所下降。",
        "申请数量与上年相比明显减少。",
        "收到申请总量较去年略有下降。",
        "公开信息450条，较上年的400条增长15%。",
        "发布解读12篇，比去年的10篇增加3篇。",
        "受理咨询46件，较上年的10件增加40件。",
        "举办培训6次，较上年的8次增加2次。",
        "接待群众120人次，比上年的100人次增长30%。",
    ],
)
def test_a_change_that_is_not_so(text: str) -> None:
    assert len(_found("NB310", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请30件，同比增长25%。",
        "全年收到政府信息公开申请30件，较上年增加6件。",
        "全年收到政府信息公开申请30件，同比增长近三成。",
        "全年收到政府信息公开申请30件，同比增长约25%。",
        "申请量较上年有所增加。",
        "申请量较上年增长四分之一。",
        "公开信息450条，较上年的400条增长12.5%。",
        "公开信息450条，较上年的400条增加50条。",
        "举办培训6次，较上年的8次减少2次。",
        "申请数量多、难度大，办理压力较上年加大。",
        "办理压力比上年有所增加。",
        "网站访问量较上年下降5%。",
        "2019年申请量较上年有所下降，2020年回升。",
        "全年公开信息200条，较上年增加20条。",
        "较上年相比，群众满意度提高3个百分点。",
    ],
)
def test_a_change_that_is_so_or_that_nobody_can_check(text: str) -> None:
    assert _found("NB310", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请30件，其中自然人25件，占73.3%。",
        "收到政府信息公开申请30件，其中商业企业5件（占12%）。",
        "予以公开12件，占办结总数的36.09%。",
        "答复29件，其中予以公开12件（占51.4%）。",
        "公开信息200条，其中解读20条，占20%。",
        "发布公告80篇，图解16篇，占比为30%。",
        "自然人申请25件，占申请总量的93.3%。",
        "部分公开17件，占答复总数的48.6%。",
    ],
)
def test_a_share_that_its_numbers_do_not_give(text: str) -> None:
    assert len(_found("NB313", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请30件，其中自然人25件，占83.3%。",
        "予以公开12件，占办结总数的41.4%。",
        "予以公开12件，占办结总数的41.3%。",
        "公开信息200条，其中解读20条，占10%。",
        "发布公告80篇，图解16篇，占比约21%。",
        "自然人申请25件，占全县总量的3.2%。",
        "公开信息200条、公告90条，其中解读20条，占15%。",
        "网上申请占60%，信函申请占40%。",
    ],
)
def test_a_share_that_is_right_or_of_an_unknown_whole(text: str) -> None:
    assert _found("NB313", text) == []


def test_all_figures_the_same_but_for_small_offices() -> None:
    def codes(now: str, before: str) -> set[str]:
        return {f.code for f in rule_findings(complete(now), last_year(before))}

    assert "NB409" in codes(NOW, NOW)
    assert "NB409" not in codes(NOW, BEFORE)
    assert "NB409" not in codes("", "")
    few = NOW.partition("\n")[0].replace("312", "0").replace("45", "0").replace("本年制发: 4, ", "") + "\n"
    assert "NB409" not in codes(few, few)


LAST = (
    "存在的主要问题是专栏建立不够及时，政策解读数量偏少，解读形式不够多样。下一步将按照省市要求，立足部门职责，"
    "持续宣传惠企政策，选取群众喜闻乐见的形式做好解读，加强队伍建设，强化学习培训，提高业务能力。"
)


def test_last_years_text_with_a_sentence_more_or_in_another_order() -> None:
    more = f"{LAST}同时，建立月度通报制度。"
    first, second = LAST.split("。")[:2]
    assert contained(more, LAST) is not None
    assert contained(f"{second}。{first}。", LAST) is not None
    assert contained("今年的问题是少数栏目更新慢、个别文件没有及时配发解读材料，" * 3, LAST) is None
