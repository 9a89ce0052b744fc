"""What a web page puts around a report: where one is, share, print, the next article, who runs the site."""

from __future__ import annotations

import re

from generator.importing.words import half_width

_WORDS = re.compile(
    r"当前位置|(?:您)?(?:现在)?所?在的?位置|(?:发布|发文|公开|成文|生成|采集|更新)(?:日期|时间)|(?:发布|发文|公开)(?:机构|单位)"
    r"|来源\s*:|作者\s*:|编辑\s*:|责任编辑|信息来源|文章来源|索\s*引\s*号|信息分类|主题分类|文\s*号\s*:|有效性\s*:|关键词\s*:"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*:|字\s*[体号]\s*:|【?\s*(?:打印|关闭|收藏|纠错|返回)|分享(?:到|至)?\s*[::]?$|分享(?:到|至)"
    r"|上一[篇条页]|下一[篇条页]|相关(?:链接|文件|文档|阅读|稿件|附件)|附件下载|文件下载|全文下载|扫一扫|版权所有|网站(?:地图|标识码)"
    r"|ICP备|公网安备|主办单位|承办单位|主办\s*:|承办\s*:|技术支持|联系我们|无障碍|适老化|关怀版|长者模式|繁體|智能问答|微信|微博"
    r"|朋友圈|QQ空间|首\s*页|返回顶部|原文链接|本地目录|页面链接|=====+|^栏目\s*:|^名称\s*:?$|^标题\s*:|^单位\s*:"
)
_STAMP = re.compile(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?|星期[一二三四五六日])|\d{4}[-/]\d{1,2}[-/]\d{1,2}"
)
_LONGEST = 80
"""Characters of a web page's line around a report (source, date, clicks); longer ones are text. Our choice."""


def is_boilerplate(text: str) -> bool:
    """Whether a paragraph belongs to the page, not to the report: short, no sentence, and says what pages say."""
    plain = half_width(text).strip()
    if len(plain) > _LONGEST or "。" in plain:
        return False
    return _WORDS.search(plain) is not None or _STAMP.fullmatch(plain) is not None


def without_tail(text: str) -> str:
    """A last sentence without what a page glued to its end."""
    head, mark, tail = text.rpartition("。")
    return head + mark if mark and tail.strip() and is_boilerplate(tail) else text
