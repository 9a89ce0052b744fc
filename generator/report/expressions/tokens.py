"""An expression cut into names, numbers, quoted units and signs.

A dotted name is one token. Full-width digits and signs are read as ASCII, one character for one character, so that
offsets stay true.
"""

from __future__ import annotations

import unicodedata
from typing import Literal, NamedTuple

from generator.report.expressions.problems import ExpressionProblem, Replacement, WrongExpressionError

TokenKind = Literal["name", "number", "text", "sign"]

LONGEST = 500
LONGEST_NUMBER = 20
SIGNS = "+-*/(),="

_WIDE = "０１２３４５６７８９（），．。＋－−×÷＊／＝　\xa0\t"
_ASCII = "0123456789(),..+--*/*/=   "
_READ_AS = str.maketrans(_WIDE, _ASCII)
_QUOTES = {**dict.fromkeys("'‘’＇", "'‘’＇"), **dict.fromkeys('"“”＂', '"“”＂')}
_DIGITS = "0123456789"


class Token(NamedTuple):
    """A word of an expression from ``start`` to ``end``.

    ``text``: a name with its dots but without spaces, a number's digits, a unit without its quotes, a sign as ASCII.
    """

    kind: TokenKind
    start: int
    end: int
    text: str


def tokens_of(source: str) -> tuple[Token, ...]:
    """The words of an expression; WrongExpressionError at the first character that cannot stand there."""
    if len(source) > LONGEST:
        hint = "把它拆成几个表达式。"
        raise WrongExpressionError(ExpressionProblem(0, len(source), f"表达式太长，最多 {LONGEST} 个字符", hint))
    text = source.translate(_READ_AS)
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        found.append(_token_at(source, text, at))
        at = found[-1].end
    return tuple(found)


def _token_at(source: str, text: str, at: int) -> Token:
    char = text[at]
    if char in _DIGITS:
        return _number(source, text, at)
    if _is_letter(char):
        return _name(text, at)
    if char in _QUOTES:
        return _unit(source, at)
    if char in SIGNS or char == ".":
        return _sign(source, text, at)
    raise WrongExpressionError(_stranger(source, at))


def _is_letter(char: str) -> bool:
    """Also what only looks like one (the radical ⾏ that PDF files give for 行): such a name gets a suggestion."""
    return char.isalnum() or char == "_" or (char > "\x7f" and unicodedata.normalize("NFKC", char).isalnum())


def _end_of_word(text: str, at: int) -> int:
    while at < len(text) and _is_letter(text[at]):
        at += 1
    return at


def _skip_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _name(text: str, start: int) -> Token:
    """Words joined by dots; a dot that no word follows stays outside."""
    end = _end_of_word(text, start)
    words = [text[start:end]]
    while True:
        dot = _skip_spaces(text, end)
        word = _skip_spaces(text, dot + 1)
        if text[dot : dot + 1] != "." or not _is_letter(text[word : word + 1] or "."):
            return Token("name", start, end, ".".join(words))
        end = _end_of_word(text, word)
        words.append(text[word:end])


def _number(source: str, text: str, start: int) -> Token:
    """Digits with at most one decimal point, nothing like 012, 1e3, 1_000 or 16件."""
    end = _end_of_digits(text, start)
    if text[end : end + 1] == "." and text[end + 1 : end + 2] in tuple(_DIGITS):
        end = _end_of_digits(text, end + 1)
    digits = text[start:end]
    if end < len(text) and _is_letter(text[end]):
        stop = _end_of_word(text, end)
        message = f"数字{digits}后面直接跟着“{source[end:stop]}”"
        hint = "表达式里的数字只写数字本身；单位写在表达式外面，或者加引号作为函数的单位。"
        raise WrongExpressionError(ExpressionProblem(start, stop, message, hint))
    if len(digits) > LONGEST_NUMBER:
        raise WrongExpressionError(
            ExpressionProblem(start, end, f"数字太长，最多 {LONGEST_NUMBER} 位", "请核对这个数字。")
        )
    if digits[0] == "0" and digits[1:2] in tuple(_DIGITS):
        plain = digits.lstrip("0")
        plain = plain if plain[:1] in tuple(_DIGITS) else f"0{plain}"
        problem = ExpressionProblem(start, end, f"数字{digits}前面多了0", f"写成 {plain}。")
        raise WrongExpressionError(problem.mended_by("去掉前面的0", Replacement(start, end, plain)))
    return Token("number", start, end, digits)


def _end_of_digits(text: str, at: int) -> int:
    while at < len(text) and text[at] in _DIGITS:
        at += 1
    return at


def _unit(source: str, start: int) -> Token:
    closing = _QUOTES[source[start]]
    end = start + 1
    while end < len(source) and source[end] not in closing:
        end += 1
    if end == len(source):
        hint = "引号要成对：‘件’。"
        raise WrongExpressionError(ExpressionProblem(start, end, "引号没有配对的另一半", hint))
    return Token("text", start, end + 1, source[start + 1 : end])


def _sign(source: str, text: str, at: int) -> Token:
    pair = text[at : at + 2]
    if pair in {"**", "//"}:
        hint = "表达式里只有 +、-、*、/ 四种运算。"
        raise WrongExpressionError(ExpressionProblem(at, at + 2, f"不能用“{source[at : at + 2]}”", hint))
    return Token("sign", at, at + 1, text[at])


def _stranger(source: str, at: int) -> ExpressionProblem:
    char = source[at]
    if char.isprintable() and not char.isspace():
        hint = "表达式里只能有名称、数字、加引号的单位、+ - * / 、括号、逗号和点。"
        return ExpressionProblem(at, at + 1, f"表达式里不能用“{char}”", hint)
    problem = ExpressionProblem(at, at + 1, f"表达式里有一个看不见的字符（U+{ord(char):04X}）", "删去它。")
    return problem.mended_by("删去看不见的字符", Replacement(at, at + 1, ""))
