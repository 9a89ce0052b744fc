"""Output names: safe on every file system, and two inputs never write one file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.files.errors import UserError
from generator.pipeline.naming import identity, refuse_clashes, stem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("机关: 温县人民政府办公室\n年度: 2023\n", ("温县人民政府办公室", 2023)),
        ("年度: 2023 # 去年\n机关: '温县: 政府'\n", ("温县: 政府", 2023)),
        ("机关: 甲局\n年度: 2023\n引言: |\n  文中\n机关: 乙局\n", ("甲局", 2023)),
        ("\ufeff机关: 甲局\n年度: 2023\n", ("甲局", 2023)),
        ("落款: {机关: 乙局}\n机关: 甲局\r\n年度: 2023\r\n", ("甲局", 2023)),
        ("- 不是年报", (None, None)),
        ("机关: 甲局\n年度: 二〇二三\n", ("甲局", None)),
    ],
)
def test_identity(text: str, expected: tuple[str | None, int | None]) -> None:
    assert identity(text.encode()) == expected


def test_identity_of_a_gbk_file() -> None:
    assert identity("机关: 温县政府\n年度: 2023\n".encode("gbk")) == ("温县政府", 2023)


@given(st.text())
def test_every_name_is_safe(agency: str) -> None:
    name = stem(agency, 2023, draft=True)
    assert len(name.encode()) <= 250
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert not name.startswith(".")
    assert name.endswith("（草稿）")


def test_two_inputs_for_one_output_are_refused(tmp_path: Path) -> None:
    one, two, other = (tmp_path / n for n in ("a.yaml", "b.yaml", "c.yaml"))
    one.write_text("机关: 甲局\n年度: 2023\n", encoding="utf-8")
    two.write_text('机关: "甲局"\n年度: 2023\n', encoding="utf-8")
    other.write_text("机关: 甲局\n年度: 2022\n", encoding="utf-8")
    refuse_clashes([str(one), str(other)], None, ("docx",))
    with pytest.raises(UserError, match="同名") as problem:
        refuse_clashes([str(one), str(other), str(two)], None, ("docx",))
    assert "a.yaml" in problem.value.message
    assert "b.yaml" in problem.value.message
