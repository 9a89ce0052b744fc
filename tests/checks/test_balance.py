"""NB201 and NB202: what is out of balance, by how much, and which single change would mend it."""

from complete import complete, findings_of
from hypothesis import given
from hypothesis import strategies as st

from generator.form import edition_for
from generator.form.edition import rows_of

APPLICATIONS = edition_for(2023).find(("政府信息公开申请",))
assert APPLICATIONS is not None
KINDS = [c.key for c in APPLICATIONS.children[0].children]
RESULT_PATHS = [path for path, _ in rows_of(APPLICATIONS) if path[0] == "办理结果"]


def _table(received: str, results: str, carried_out: str = "0", carried_in: str = "0") -> str:
    return (
        f"政府信息公开申请:\n  本年新收: {received}\n  上年结转: {carried_in}\n"
        f"  办理结果: {results}\n  结转下年度: {carried_out}\n"
    )


def _found(text: str, code: str):
    return [f for f in findings_of(complete(text)) if f.code == code]


def test_a_column_out_of_balance_is_named_with_both_sides_and_the_difference() -> None:
    (finding,) = _found(_table("{自然人: 66}", "{予以公开: {自然人: 60}}", "{自然人: 5}"), "NB201")
    assert finding.severity.value == "error"
    assert "自然人" in finding.message
    assert "66" in finding.message
    assert "65" in finding.message
    assert "多 1" in finding.message
    assert finding.span.line == 1, "no row is to blame, so it is the table"
    assert [r.path[-1] for r in finding.related] == ["本年新收", "上年结转", "办理结果", "结转下年度"]


def test_each_column_out_of_balance_is_reported() -> None:
    found = _found(_table("{自然人: 2, 商业企业: 3}", "{予以公开: {自然人: 1, 商业企业: 5}}"), "NB201")
    assert ["“自然人”" in f.message or "“商业企业”" in f.message for f in found] == [True, True]


def test_typed_totals_single_out_the_cell() -> None:
    results = "{予以公开: {自然人: 4, 总计: 4}, 部分公开: {自然人: 1, 总计: 2}, 总计: {自然人: 6}}"
    (finding,) = _found(_table("{自然人: 6, 总计: 6}", results, "{自然人: 0, 总计: 0}"), "NB201")
    assert "只改一处" in finding.hint
    assert "办理结果.部分公开" in finding.hint
    assert "自然人 2" in finding.hint
    assert finding.path[-2:] == ("部分公开", "自然人")
    assert finding.span.line == 4


def test_a_count_in_the_wrong_column_singles_out_the_row() -> None:
    rows = "{予以公开: {自然人: 4, 总计: 4}, 部分公开: {商业企业: 2, 总计: 2}, 总计: {自然人: 6, 商业企业: 0}}"
    found = _found(_table("{自然人: 6}", rows, "0"), "NB201")
    assert len(found) == 2
    assert all("把“办理结果.部分公开”改为 自然人 2，商业企业 0" in f.hint for f in found)


def test_without_typed_totals_nothing_is_guessed() -> None:
    (finding,) = _found(_table("{自然人: 5}", "{予以公开: {自然人: 4}}"), "NB201")
    assert "只改一处" not in finding.hint


def test_an_unknown_figure_keeps_the_balance_quiet() -> None:
    assert _found(_table("{自然人: 五}", "{予以公开: {自然人: 4}}"), "NB201") == []


def test_typed_totals_are_compared_at_their_place() -> None:
    results = "{予以公开: {自然人: 4, 总计: 5}, 总计: {自然人: 7, 总计: 4}}"
    row, column = _found(_table("{自然人: 4}", results), "NB202")
    assert (row.span.line, "5" in row.message, "4" in row.message) == (4, True, True)
    assert row.fix is not None
    assert not row.fix.mechanical
    assert "“办理结果”总计里“自然人”" in column.message


def test_typed_totals_of_reviews_are_compared() -> None:
    text = (
        "行政复议行政诉讼:\n  行政复议: {结果维持: 1, 总计: 1}\n"
        "  未经复议直接起诉: 0\n  复议后起诉: {尚未审结: 1, 总计: 0}\n"
    )
    (finding,) = _found(text, "NB202")
    assert finding.span.line == 4


cells = st.lists(st.integers(0, 40), min_size=6, max_size=6)


@given(st.lists(cells, min_size=len(RESULT_PATHS), max_size=len(RESULT_PATHS)), cells, st.data())
def test_balanced_tables_are_quiet_and_one_changed_cell_is_always_found(results, carried_out, data) -> None:
    received = [sum(column) + out for column, out in zip(zip(*results, strict=True), carried_out, strict=True)]

    def row(values):
        return "{" + ", ".join(f"{k}: {v}" for k, v in zip(KINDS, values, strict=True)) + "}"

    def table(received, results):
        lines = [f"政府信息公开申请:\n  本年新收: {row(received)}\n  上年结转: 0\n  办理结果:"]
        groups: dict[str, list[str]] = {}
        for path, values in zip(RESULT_PATHS, results, strict=True):
            if len(path) == 2:
                lines.append(f"    {path[1]}: {row(values)}")
            else:
                groups.setdefault(path[1], []).append(f"      {path[2]}: {row(values)}")
        for group, rows in groups.items():
            lines += [f"    {group}:", *rows]
        return "\n".join([*lines, f"  结转下年度: {row(carried_out)}\n"])

    assert _found(table(received, results), "NB201") == []
    which, column = data.draw(st.integers(0, len(results) - 1)), data.draw(st.integers(0, 5))
    changed = [list(r) for r in results]
    changed[which][column] += data.draw(st.integers(1, 9))
    (finding,) = _found(table(received, changed), "NB201")
    assert f"“{KINDS[column]}”" in finding.message
