"""What a figure or a year can be at most."""

from decimal import Decimal

MAX_COUNT = 999_999_999
"""The largest count (件) that can be right."""
MAX_AMOUNT = Decimal(10**12)
"""The largest amount of money."""
MAX_DECIMALS = 6
"""Digits after the point of an amount."""
LAST_YEAR = 2099
