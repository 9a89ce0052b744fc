"""Characters of Japan, old forms and traditional ones, and the usual ones that they stand for."""

from __future__ import annotations

import re
import unicodedata

USUAL = dict(
    zip(
        "査爲靑吿録説眞淸敎毎黒歩徳経営単対気図検険効収処渉総続発変辺両帯際関隠実応拠択挙産歴縣"
        "開關見書長門車頁貝馬區鎮鄉廳務處條時間問聞請設計記訂訊訪該話詳語誤認議論證識諮訴評詢調談謀"
        "監督審領導會議員單報導規範實發佈頒執現環項預頭題類顧顯願風飛養館驗黨龍點齊齡聯網絡綫線結給統經"
        "維綱緊總編緣縮績織繼續約級紀細終組絕達運過還進遠連選遞適遲遷邊鄰醫針鋼錄錢鑒銷錯鎖陸陽陰際險隨隱"
        "雙雜離難電靈響訓練縂衆於產業稅種積穩競筆簡簽籌糧緒罰職聽脫腦臨與興舉舊藝藥蘇處號術衛裝補製復覺觀解觸",
        "查为青告录说真清教每黑步德经营单对气图检险效收处涉总续发变边两带际关隐实应据择举产历县"
        "开关见书长门车页贝马区镇乡厅务处条时间问闻请设计记订讯访该话详语误认议论证识咨诉评询调谈谋"
        "监督审领导会议员单报导规范实发布颁执现环项预头题类顾显愿风飞养馆验党龙点齐龄联网络线线结给统经"
        "维纲紧总编缘缩绩织继续约级纪细终组绝达运过还进远连选递适迟迁边邻医针钢录钱鉴销错锁陆阳阴际险随隐"
        "双杂离难电灵响训练总众于产业税种积稳竞笔简签筹粮绪罚职听脱脑临与兴举旧艺药苏处号术卫装补制复觉观解触",
        strict=True,
    )
)
"""Those that stand in reports among usual characters, where they are slips."""
TRADITIONAL = dict(
    zip(
        "萬個為眾體內決況劃別辦動後團圍國複覆屬師應廢強當徑據護數無機權構標碼確稱係繫糾納綜繳獲視訟許負責敗費資轉載這額臺羣沒",
        "万个为众体内决况划别办动后团围国复复属师应废强当径据护数无机权构标码确称系系纠纳综缴获视讼许负责败费资转载这额台群没",
        strict=True,
    )
)
"""Further traditional characters of the form's labels."""
_SUPPLEMENT = str.maketrans(
    "⺟⺠⺩⻁⻄⻅⻆⻇⻉⻊⻋⻑⻓⻔⻕⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "母民王虎西见角角贝足车长长门阜雨青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
)
"""Radicals for which Unicode names no character."""
_RADICAL = re.compile("[\u2e80-\u2fd5]")


def without_radicals(text: str) -> str:
    """The radicals that a PDF's fonts give for characters (⾏ for 行) as those characters."""
    if text.isascii() or not _RADICAL.search(text):
        return text
    return _RADICAL.sub(lambda found: unicodedata.normalize("NFKC", found[0]).translate(_SUPPLEMENT), text)


_USUAL = str.maketrans(USUAL | TRADITIONAL)


def in_usual(text: str) -> str:
    """A label as it would be printed in the usual characters; as long as it was, character by character."""
    return text if text.isascii() else text.translate(_USUAL)
