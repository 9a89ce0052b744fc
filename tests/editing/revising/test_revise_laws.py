"""The laws of 改稿: an untouched file changes nothing; one built from another version gives that version's text."""

from pathlib import Path

import pytest
from complete import complete
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.comparing.lines import printed_lines
from generator.editing.revising.revise import Revised, revise_file
from generator.pipeline.building import BuildOptions, build_file
from generator.pipeline.opening import open_report

WORDS = st.sampled_from(
    [
        "全年更新栏目",
        "组织培训",
        "逐篇审核把关",
        "解读同步发布",
        "定期通报情况",
        "清理失效内容",
        "列入年度考核",
        "回应群众关切",
    ]
)
SENTENCES = st.builds(
    lambda words, number, mark: f"{'，'.join(words)}，共{number}次{mark}",
    st.lists(WORDS, min_size=1, max_size=3, unique=True),
    st.integers(1, 99),
    st.sampled_from("。；"),
)
FIGURED = st.sampled_from(
    [
        "全年新收申请{{ 本年新收 }}件，按期答复。",
        "予以公开{{ 予以公开 }}件，占{{ 占比(予以公开, 办理结果) }}。",
        "新收{{ 本年新收 }}件。",
    ]
)
LINES = st.lists(SENTENCES | FIGURED, min_size=1, max_size=4, unique=True)
TOPICS = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障", "政务服务", "基层政务公开"]


@st.composite
def parts(draw: st.DrawFn) -> str:
    topics = draw(st.permutations(TOPICS))[: draw(st.integers(2, 7))]
    text = "总体情况:\n"
    if draw(st.booleans()):
        text += "  概述: |\n" + "".join(f"    {line}\n" for line in draw(LINES))
    for topic in topics:
        text += f"  # 关于{topic}\n  {topic}: |\n" + "".join(f"    {line}\n" for line in draw(LINES))
    if draw(st.booleans()):
        text += "存在的主要问题及改进情况: |\n" + "".join(f"  {line}\n" for line in draw(LINES))
    if draw(st.booleans()):
        text += "其他需要报告的事项:\n  信息处理费: 0\n  建议提案: |\n" + "".join(
            f"    {line}\n" for line in draw(LINES)
        )
    if draw(st.booleans()):
        text += f"引言: |\n  {draw(SENTENCES)}\n"
    return text


def report(parts: str, number: int) -> str:
    figures = (
        f"政府信息公开申请: {{本年新收: {{自然人: {number}}}, 上年结转: 0, "
        f"办理结果: {{予以公开: {{自然人: {number}}}}}, 结转下年度: 0}}\n"
    )
    return complete(parts + figures)


def built(folder: Path, name: str, text: str) -> Path:
    source = folder / f"{name}.yaml"
    source.write_text(text, encoding="utf-8")
    done = build_file(str(source), BuildOptions(str(folder / name), ("docx",), draft=False, force=True))
    assert done.written, [finding.message for finding in done.checked.findings]
    return Path(done.written[0])


def texts(text: str) -> dict[str, list[tuple[str, bool]]]:
    opened = open_report("x.yaml", text.encode())
    assert opened.report is not None
    return {name: [tuple(line) for line in lines] for name, lines in printed_lines(opened.report).items()}


@settings(max_examples=20)
@given(parts(), st.integers(1, 30))
def test_an_untouched_file_changes_nothing(tmp_path_factory: pytest.TempPathFactory, one: str, number: int) -> None:
    folder = tmp_path_factory.mktemp("same")
    word = built(folder, "甲", report(one, number))
    revised = revise_file(str(folder / "甲.yaml"), str(word))
    assert revised.after == revised.before
    assert revised.done
    assert revised.backup is None


@settings(max_examples=30)
@given(parts(), parts(), st.integers(1, 30))
def test_another_versions_file_gives_that_versions_text(
    tmp_path_factory: pytest.TempPathFactory, one: str, other: str, number: int
) -> None:
    folder = tmp_path_factory.mktemp("other")
    word = built(folder, "乙", report(other, number))
    (folder / "甲.yaml").write_text(report(one, number), encoding="utf-8")
    revised = revise_file(str(folder / "甲.yaml"), str(word), take_figures=True)
    assert texts((folder / "甲.yaml").read_text(encoding="utf-8")) == texts(report(other, number))
    assert revised.left == ()
    assert revised.figures == ()


@settings(max_examples=20)
@given(parts(), parts(), st.integers(1, 30), st.integers(1, 30))
def test_with_figures_the_tables_are_the_other_versions_too(
    tmp_path_factory: pytest.TempPathFactory, one: str, other: str, number: int, now: int
) -> None:
    folder = tmp_path_factory.mktemp("figures")
    word = built(folder, "乙", report(other, now))
    (folder / "甲.yaml").write_text(report(one, number), encoding="utf-8")
    untaken = revise_file(str(folder / "甲.yaml"), str(word), write=False)
    assert untaken.done == (untaken.left == () and number == now)
    assert _received(untaken) == number
    taken = revise_file(str(folder / "甲.yaml"), str(word), take_figures=True)
    assert _received(taken) == now
    assert texts(taken.after) == texts(report(other, now))
    assert taken.done


def _received(revised: Revised) -> object:
    opened = open_report("x.yaml", revised.after.encode())
    assert opened.report is not None
    return opened.report.figures.row(("政府信息公开申请", "本年新收"))[0]


def test_every_example_built_and_untouched(examples: Path, tmp_path: Path) -> None:
    for file in sorted(examples.glob("*.yaml")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    for file in sorted(tmp_path.glob("*.yaml")):
        word = build_file(str(file), BuildOptions(str(tmp_path), ("docx",))).written[0]
        revised = revise_file(str(file), word)
        assert revised.after == revised.before, file.name
        assert revised.done, (file.name, revised)
