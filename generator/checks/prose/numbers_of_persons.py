"""Numbers that belong to a person: whether a run of digits can be one, by its check digit where it has one."""

from __future__ import annotations

from datetime import date

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
"""Weights of the digits of an identity number, without unit (GB 11643—1999, after ISO 7064 MOD 11-2)."""
_CHECK_DIGITS = "10X98765432"


def is_identity_number(number: str) -> bool:
    """An 18-digit number of GB 11643: region, date of birth and check digit are right."""
    if len(number) != 18 or not number[:17].isdecimal() or number[0] not in "12345678":
        return False
    if not _is_day(number[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECK_DIGITS[total % 11] == number[17]


def is_mobile_number(number: str) -> bool:
    """Eleven digits, 13 to 19 in front."""
    return len(number) == 11 and number.isdecimal() and number[0] == "1" and number[1] in "3456789"


def is_bank_card(number: str) -> bool:
    """16 to 19 digits with a card issuer's beginning and a right Luhn digit."""
    if (
        not 16 <= len(number) <= 19
        or not number.isdecimal()
        or not number.startswith(("62", "4", "51", "52", "53", "54", "55"))
    ):
        return False
    digits = [int(digit) for digit in reversed(number)]
    doubled = (digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _is_day(text: str) -> bool:
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1900 <= year <= 2099
