"""jsonschema-rs and jsonschema give the same answer, whatever the file; a valid file needs the first alone."""

import copy
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest
from complete import complete
from hypothesis import given
from hypothesis import strategies as st

from generator.form import edition_for
from generator.form.words import allowed
from generator.pipeline.opening import read_tree
from generator.report import validation
from generator.report.places import places_in
from generator.report.reading import read_values
from generator.report.validation import explain, slow_gate, validate

FULL = complete(
    """曾用名: [甲局]
统计范围: 本机关
落款: {机关: 某局, 日期: 2024-01-20}
排版: {小标题: 同段}
主动公开政府信息:
  规章: {本年制发: 1, 本年废止: 0, 现行有效: 3}
  行政规范性文件: 0
  行政许可: 12
  行政处罚: 0
  行政强制: 0
  行政事业性收费: 1.25
  注: 有
政府信息公开申请:
  本年新收: {自然人: 3, 总计: 3}
  上年结转: 0
  办理结果: {予以公开: {自然人: 2}, 不予公开: {属于国家秘密: {自然人: 1}}, 总计: {自然人: 3}}
  结转下年度: 0
其他需要报告的事项: {信息处理费: {收费通知件数: 1, 收费通知金额: 0.5}, 其他: {标题: 甲, 正文: 乙}}
"""
)
KEYS = sorted(
    {entry.key for item in [edition_for(2023).root] for entry in allowed(item)} | {"自然人", "（一）甲", "乙"}
)
VALUES = st.one_of(
    st.none(),
    st.integers(-1, 10**9 + 1),
    st.sampled_from([Decimal("0.5"), Decimal("-0.1"), Decimal("1000000000000.000001"), Decimal(0), 10**12]),
    st.sampled_from(["", "文字", "0", "2023"]),
    st.just([]),
    st.just({}),
    st.lists(st.sampled_from(["甲", 1, None, []]), max_size=2),
    st.dictionaries(st.sampled_from(KEYS), st.sampled_from([0, 1, None, "字", {}]), max_size=3),
)


def _instance() -> dict[str, Any]:
    tree = read_tree(FULL.encode())
    assert tree.root is not None
    return read_values(tree.root, edition_for(2023)).instance


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(below for key, child in children for below in _paths(child, (*path, key)))]


INSTANCE = _instance()
PATHS = [path for path in _paths(INSTANCE) if path]


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, Any]:
    """A valid instance with a few entries dropped, replaced or added."""
    instance = copy.deepcopy(INSTANCE)
    for path in draw(st.lists(st.sampled_from(PATHS), max_size=3)):
        parent = instance
        for key in path[:-1]:
            if not _holds(parent, key):
                break
            parent = parent[key]
        if not _holds(parent, path[-1]):
            continue
        match draw(st.sampled_from(["drop", "replace", "add"])):
            case "drop":
                del parent[path[-1]]
            case "replace":
                parent[path[-1]] = draw(VALUES)
            case _ if isinstance(parent, dict):
                parent[draw(st.sampled_from(KEYS))] = draw(VALUES)
    return instance


def _holds(parent: Any, key: Any) -> bool:
    return (
        key in parent
        if isinstance(parent, dict)
        else isinstance(parent, list) and isinstance(key, int) and key < len(parent)
    )


def test_the_full_report_is_valid_for_both() -> None:
    assert validate(INSTANCE)
    assert slow_gate()(INSTANCE)


@given(mutated())
def test_both_validators_agree_and_what_is_invalid_is_explained(instance: dict[str, Any]) -> None:
    valid = validate(instance)
    assert valid == slow_gate()(instance)
    tree = read_tree(FULL.encode())
    assert tree.root is not None
    explained = explain(instance, tree.root, edition_for(2023), places_in(tree.root))
    assert (explained.findings == ()) == valid


@pytest.mark.parametrize("path", PATHS)
def test_every_place_that_is_emptied_is_reported_as_not_filled_in(path: tuple[Any, ...]) -> None:
    instance = copy.deepcopy(INSTANCE)
    parent: Any = instance
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = None
    tree = read_tree(FULL.encode())
    assert tree.root is not None
    (finding,) = explain(instance, tree.root, edition_for(2023), places_in(tree.root)).findings
    assert (finding.code, finding.path) == ("NB105", path)


def test_where_jsonschema_rs_has_no_wheel_jsonschema_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    validation._gate.cache_clear()
    try:
        assert validate(INSTANCE)
        assert not validate({**INSTANCE, "年度": None})
    finally:
        validation._gate.cache_clear()


def test_a_valid_file_imports_neither_jsonschema_nor_rapidfuzz() -> None:
    pytest.importorskip("jsonschema_rs")
    program = (
        "import sys\nfrom generator.pipeline.checking import check_file\n"
        "checked = check_file('例.yaml', data=sys.stdin.buffer.read())\nassert checked.report, checked.findings\n"
        "print(sorted(name for name in ('jsonschema', 'rapidfuzz', 'docx', 'jinja2') if name in sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], input=FULL.encode(), capture_output=True, check=False)
    assert (done.stdout.decode().strip(), done.stderr.decode()) == ("[]", "")
