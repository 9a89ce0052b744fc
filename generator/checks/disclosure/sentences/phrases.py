"""A sentence cut into phrases: words, and the numbers between them.

A phrase ends at any mark but 、, which joins what is listed. Titles in 《》 are unknown words; dates are words of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.disclosure.sentences import numbers
from generator.checks.disclosure.sentences.lexicon import Lexicon, Sense, Word
from generator.checks.disclosure.sentences.numbers import Number
from generator.han.numerals import DIGITS, YEAR, chinese_number, year_number

OPENING, CLOSING = "（([【", "）)]】"

_YEAR = rf"(?:\d{{4}}|{YEAR}|[{DIGITS}〇○]{{4}})年"
_TIME = (
    rf"(?P<time>近[一二两三四五几\d]+年|(?:\d{{4}}[、和至—–-])+\d{{4}}年度?"
    rf"|(?P<year>{_YEAR})度?(?P<span>(?P<s1>\d{{1,2}})月?(?:\d{{1,2}}日)?起?[-—–~～至到](?P<s2>\d{{1,2}})月(?:份|\d{{1,2}}日|底|末)?)"
    rf"|(?P<year_alone>{_YEAR})度?(?P<month>(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})日|份|底|末)?)?"
    rf"|(?P<months>(?P<m1>\d{{1,2}})月?(?:\d{{1,2}}日)?[-—–~～至到](?P<m2>\d{{1,2}})月(?:份|\d{{1,2}}日|底)?)"
    rf"|(?P<month_alone>(?P<ma>\d{{1,2}})月(?:(?P<da>\d{{1,2}})日|份|底|末)?))"
)
_TITLE = r"(?P<title>《[^《》]*(?:《[^《》]*》[^《》]*)*》)"
_BEGINS = rf"(?=[《近\d〇○{DIGITS}{numbers.BEGINS}，,；;：:。！？!?（）()\[\]【】])"
"""How whatever is looked for begins: told at once, so that the other places cost next to nothing."""
_MARK = r"(?P<mark>[，,；;：:。！？!?（）()\[\]【】])"


@cache
def _scan() -> re.Pattern[str]:
    return re.compile(f"{_BEGINS}(?:{_TITLE}|{_TIME}|{numbers.NUMBER}|{_MARK})")


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[^。！？!?]+[。！？!?]*")


class Phrase:
    """``groups[i]`` are the words before ``numbers[i]``; the last group follows the last number.

    ``mark`` stands before the phrase ('' at the start of a sentence); ``depth`` counts the brackets around it;
    ``start`` is where it begins in the whole text.
    """

    __slots__ = ("_sorts", "_words", "depth", "groups", "mark", "numbers", "start")

    def __init__(self, mark: str, depth: int, start: int) -> None:
        self.mark = mark
        self.depth = depth
        self.start = start
        self.groups: list[list[Word]] = [[]]
        self.numbers: list[Number] = []
        self._words: list[Word] | None = None
        self._sorts: frozenset[Sense] | None = None

    @property
    def words(self) -> list[Word]:
        """All its words; put together once, when the phrase is complete."""
        if self._words is None:
            self._words = self.groups[0] if not self.numbers else [word for group in self.groups for word in group]
        return self._words

    @property
    def sorts(self) -> frozenset[Sense]:
        """The sorts of all its words: most questions about a phrase are answered by what is not among them."""
        if self._sorts is None:
            self._sorts = frozenset([word.sort for word in self.words])
        return self._sorts


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a folded text with their offsets."""
    for match in _sentence().finditer(text):
        yield match.start(), match[0]


def phrases(sentence: str, offset: int, lexicon: Lexicon, year: int | None) -> list[Phrase]:
    """The phrases of one sentence; numbers stand at their offsets in the whole text."""
    found = [Phrase("", 0, offset)]
    done = 0
    for match in _scan().finditer(sentence):
        number = numbers.read(match) if match["digits"] or match["han"] else None
        if (number is None or _none_at_all(number, sentence)) and (match["digits"] or match["han"]):
            continue
        here = found[-1]
        here.groups[-1].extend(lexicon.cut(sentence[done : match.start()]))
        done = match.end()
        if match["mark"]:
            found.append(Phrase(match["mark"], _depth(here.depth, match["mark"]), offset + match.end()))
        elif number is not None:
            here.numbers.append(number._replace(start=number.start + offset, end=number.end + offset))
            here.groups.append([])
        else:
            here.groups[-1].append(_time(match, year) if match["time"] else Word(Sense.UNKNOWN, None, match[0]))
    found[-1].groups[-1].extend(lexicon.cut(sentence[done:]))
    return [phrase for phrase in found if phrase.numbers or phrase.groups[0] or phrase.depth]


def _none_at_all(number: Number, sentence: str) -> bool:
    """Whether 一 with its unit stands behind a denial (无一起, 没有一件): then it counts nothing."""
    return number.is_chinese and number.value == 1 and sentence[max(0, number.start - 1) : number.start] in _NONE


_NONE = frozenset({"无", "没", "有", "未"})


def _depth(depth: int, mark: str) -> int:
    if mark in OPENING:
        return depth + 1
    return max(0, depth - 1) if mark in CLOSING else depth


def _time(match: re.Match[str], year: int | None) -> Word:
    """A date as a word: of the year reported, the one before or after it, or another time."""
    text = match[0]
    if match["year"] or match["year_alone"]:
        return Word(_sort_of_year(match, year), None, text)
    if match["months"]:
        whole = (match["m1"], match["m2"]) == ("1", "12")
        return Word(Sense.THIS_YEAR if whole else Sense.OTHER_TIME, None, text)
    if match["month_alone"]:
        ends = (match["ma"], match["da"]) in {("12", "31"), ("1", "1")} or text in {"12月底", "12月末"}
        return Word(Sense.NEUTRAL if ends else Sense.OTHER_TIME, None, text)
    return Word(Sense.OTHER_TIME, None, text)


def _sort_of_year(match: re.Match[str], year: int | None) -> Sense:
    digits = (match["year"] or match["year_alone"])[:-1]
    found = year_number(digits) or (int(digits) if digits.isdecimal() else chinese_number(digits))
    if found is None or year is None:
        return Sense.THIS_YEAR if year is None else Sense.OTHER_TIME
    if found == year:
        return Sense.THIS_YEAR if _is_whole(match) else Sense.OTHER_TIME
    return {year - 1: Sense.LAST_YEAR, year + 1: Sense.NEXT_YEAR}.get(found, Sense.OTHER_TIME)


def _is_whole(match: re.Match[str]) -> bool:
    """Whether a date stands for its whole year: no month, its first or last day, or January to December."""
    if match["span"]:
        return (match["s1"], match["s2"]) == ("1", "12")
    return not match["month"] or match["m"] == "12" or (match["m"], match["d"]) == ("1", "1")
