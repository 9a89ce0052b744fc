"""A character typed twice at a seam of words: 公布布保障房, 审审查. Told by a list of common words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.han.parts_of_speech import LONGEST, look_up, words_from
from generator.han.patterns import HAN_EVERYWHERE

_TWICE = rf"({HAN_EVERYWHERE})\1+"
_WORDS_OF_THEIR_OWN = frozenset(
    "的了着过地得为是有在和与及以于对把将被由从到向往等而且并又再还也都均各每该其此本我他谁所可能会要应须"
    "需请让使给用做作按据若如因中上下内外前后左右东南西北来去进出起里间旁时年月日天周季期次回度届级层个件"
    "条份宗例元篇项部户批场类家处号页人名位轮辆台套座组片幅张册款句字词段章节笔种样道些省市县区镇乡村州盟"
    "旗局委办厅科股室队站院校馆署社路街巷桥河江湖山岭港湾园厂店大小多少高低长短新老好快慢早晚全总主副正非"
    "不没无未一二两三四五六七八九十百千万亿半几数零双单岁分秒点版约近超逾满共计只仅更最很太较比增减升降转"
    "补法改"
)
"""Characters that are words by themselves, units and kinds of bodies: beside a word that ends or begins with the same
one they may well be meant (违法行为为12起, 18项项目, 我局局长, 整改改前)."""

_ENDS_OF_NAMES = frozenset("网栏水房证情书案话报刊码图费税金款车线会员师生率量值价苗")
"""Ends of names that no list knows (政府网, 公开栏, 出厂水): a word that begins with the same may follow."""

_FURTHER_WORDS = (
    "办结 账实 政商 惠企 惠农 惠民 涉企 涉农 住建 教体 市监 资规 卫健 稳岗 纾困 专班 网办 掌办 即办 领办 快办 "
    "通办 互认 免申 直办 台账 赋码 融媒 微信 微博 校核 审签 审发 阅办 批办 差评 走深 走实 落细 提质 提标 "
    "扩面 预判 容缺 适老 数智 规上 规委 导览 导办 核验 验审 查重 读网 站群 群团 团组 组网 报备 报账 表单 "
    "照护 护林 林长 林草 文旅 运维 维稳 责权 料源 案源 宗地 工改 工单 转办 办件 办复 复函 函告 质效 测土 "
    "制发 确权 销号 保供 密级 助企 助农 疾控 史志 志书 析产 换证 创优 片区 管护 建档 府院 批后 约谈 对标 "
    "接诉 接访 接件 关停 键入 停更 督查 策解 议题 议程 题库 息访 息诉 诉源 源网 求证 求是 民宿 民政 事权 "
    "刊稿 刊播 案由 话务 事企 务企 公积 公租 法宣 案结 果品 品控 性价 员级 "
)
"""Words of offices' texts that the list of common words lacks."""
_FURTHER = frozenset(_FURTHER_WORDS.split())


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def doubled_characters(text: str) -> Iterator[int]:
    """Where the second of two equal characters stands that is one too many.

    One of the two ends or begins a word and the other is in none (公布|布|保障, 审|审查); 公开|开发, 层层, 扎扎实实 are
    meant.
    """
    for match in _re(_TWICE).finditer(text):
        at, char = match.start(), match[1]
        if match.end() - at > 2 or char in _WORDS_OF_THEIR_OWN:
            continue
        if not _in_pairs(text, at) and not _within_word(text, at):
            ends, begins = _ends_word(text, at + 1), _begins_word(text, at + 1)
            if ends != begins and not (begins and at and char in _ENDS_OF_NAMES):
                yield at + 1


def _in_pairs(text: str, at: int) -> bool:
    """Whether another pair stands beside this one (扎扎实实)."""
    return text[at + 2 : at + 3] == text[at + 3 : at + 4] != "" or (
        at > 1 and text[at - 1] == text[at - 2] and text[at - 1] != text[at]
    )


def _within_word(text: str, at: int) -> bool:
    """Whether a word holds both characters (层层, 亮堂堂, 毛毛雨)."""
    starts = range(max(0, at - LONGEST + 2), at + 1)
    return any(_is_word(text[start:end]) for start in starts for end in range(at + 2, start + LONGEST + 1))


def _ends_word(text: str, end: int) -> bool:
    return any(_is_word(text[end - length : end]) for length in range(2, LONGEST + 1) if end >= length)


def _begins_word(text: str, at: int) -> bool:
    pair = text[at : at + 2]
    return len(pair) > 1 and (pair in _FURTHER or any(text.startswith(known.text, at) for known in words_from(pair)))


def _is_word(text: str) -> bool:
    return text in _FURTHER or look_up(text) is not None
