from datetime import date, datetime
from decimal import Decimal

import pytest

from generator.ledger.dates import DateDoubt, read_day, read_range

DAY = date(2026, 1, 12)


@pytest.mark.parametrize(
    "written",
    [
        *("2026-01-12", "2026-1-12", "2026/1/12", "2026.1.12", "2026年1月12日", "2026年01月12号", "２０２６－１－１２"),
        *("20260112", "2026-01-12 09:30", "2026-01-12 09:30:05", "2026-01-12T09:30:05Z", "2026年1月12日上午9时30分"),
        *(
            "26-1-12",
            "26.1.12",
            "二〇二六年一月十二日",
            "2026-01-12（星期一）",
            "46034",
            "46034.5",
            "2026 年 1 月 12 日",
        ),
        *(20260112, 46034, Decimal("46034.4"), datetime(2026, 1, 12, 9), DAY),
    ],
)
def test_every_notation_is_read(written):
    assert read_day(written, 2026) == DAY


@pytest.mark.parametrize(
    "written", ["1月12日", "1.12", Decimal("1.12"), "1/12", "2026-01-12、2026-01-15", "一月", "12/1/26"]
)
def test_what_is_not_whole_is_never_completed(written):
    found = read_day(written, 2026)
    assert isinstance(found, DateDoubt)
    assert not found.impossible


@pytest.mark.parametrize("written", ["2026-02-30", "2026-13-01", "20260231", "1926-01-12", 7, "2126-01-12"])
def test_what_cannot_be_says_so(written):
    found = read_day(written, 2026)
    assert isinstance(found, DateDoubt)
    assert found.impossible


@pytest.mark.parametrize("written", [None, "", "/", "无", "—"])
def test_nothing_is_nothing(written):
    assert read_day(written, 2026) is None


@pytest.mark.parametrize(
    "written", ["2026-04-08/2026-04-27", "2026.4.8至2026.4.27", "2026年4月8日-2026年4月27日".replace("-", "到")]
)
def test_ranges(written):
    assert read_range(written, 2026) == (date(2026, 4, 8), date(2026, 4, 27))
