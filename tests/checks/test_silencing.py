"""Silences: at the key's line or the line above; never an error; unused ones reported."""

from complete import complete, findings_of

NB203 = (
    "主动公开政府信息:\n  规章: 0\n{}  行政规范性文件: {{本年制发: 5, 现行有效: 2}}{}\n"
    "  行政许可: 0\n  行政处罚: 0\n  行政强制: 0\n  行政事业性收费: 0\n"
)


def _codes(before: str = "", behind: str = "") -> list[str]:
    return [f.code for f in findings_of(complete(NB203.format(before, behind)))]


def test_without_a_silence_the_warning_comes() -> None:
    assert _codes() == ["NB203"]


def test_on_the_line_above() -> None:
    assert _codes(before="  # nianbao: 忽略 NB203 因为本年制发的已经废止\n") == []


def test_on_the_same_line() -> None:
    assert _codes(behind="  # nianbao: 忽略 NB203 因为本年制发的已经废止") == []


def test_above_further_comments() -> None:
    assert _codes(before="  # nianbao：忽略 nb203、NB204\n  # 见清理结果\n") == ["NB010"]


def test_above_a_part_it_covers_what_stands_below() -> None:
    text = "# nianbao: 忽略 NB203\n" + NB203.format("", "")
    assert [f.code for f in findings_of(complete(text))] == []


def test_elsewhere_it_silences_nothing_and_is_reported() -> None:
    text = NB203.format("", "").replace("  规章: 0\n", "  规章: 0 # nianbao: 忽略 NB203\n")
    found = findings_of(complete(text))
    assert [f.code for f in found] == ["NB010", "NB203"]
    assert found[0].span.line == 2
    assert found[0].span.column == 9


def test_an_error_is_never_silenced() -> None:
    text = "# nianbao: 忽略 NB103\n机关: 甲县政府办公室\n年度: 二〇二三 # nianbao: 忽略 NB103\n"
    codes = [f.code for f in findings_of(complete(text))]
    assert codes.count("NB010") == 2
    assert "NB103" in codes


def test_inside_text_it_is_text() -> None:
    text = "总体情况: |\n  # nianbao: 忽略 NB203\n  全年公开信息。\n"
    assert "NB010" not in [f.code for f in findings_of(complete(text))]
