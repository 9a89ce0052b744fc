"""A total that is published otherwise than its cells add up to is what stands there: it differs from the right one."""

import pytest
from complete import complete, report_of

from generator.comparing.comparing import compare

TABLE = """政府信息公开申请:
  本年新收: {{自然人: 3{received}}}
  上年结转: 0
  办理结果: {{予以公开: {{自然人: 3}}{done}}}
  结转下年度: 0
"""


@pytest.mark.parametrize(
    ("received", "done", "place"),
    [
        (", 总计: 4", "", ("本年新收", "总计")),
        ("", ", 总计: {自然人: 3, 总计: 5}", ("办理结果", "总计", "总计")),
        ("", ", 总计: {自然人: 2}", ("办理结果", "总计", "自然人")),
    ],
)
def test_a_wrong_total_is_a_difference(received: str, done: str, place: tuple[str, ...]) -> None:
    wrong, right = (report_of(complete(TABLE.format(received=a, done=b))) for a, b in ((received, done), ("", "")))
    assert [pair.path[1:] for pair in compare(wrong, right).figures] == [place]
    assert compare(right, report_of(complete(TABLE.format(received=", 总计: 3", done="")))).same
