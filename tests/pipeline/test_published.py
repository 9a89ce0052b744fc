"""Published files: told from YAML, opened as the YAML that says the same, findings placed in words."""

import os
from pathlib import Path

import pytest
from complete import complete

from generator.files.errors import UserError
from generator.pipeline.building import BuildOptions, build_file, build_files
from generator.pipeline.checking import check_file
from generator.pipeline.fixing import fix_file
from generator.pipeline.importing import import_file
from generator.pipeline.opening import open_report, open_usable
from generator.pipeline.published import is_published
from generator.pipeline.rollover import carried
from generator.report.placed_findings import path_at

YAML = complete("引言: 一句。\n").encode()
PAGE = "2023年政府信息公开工作年度报告\n一、总体情况\n机关：某某局\n".encode()
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "data", "published"),
    [
        ("年报.yaml", PAGE, False),
        ("年报.yml", PAGE, False),
        ("年报", PAGE, False),
        ("-", PAGE, False),
        ("年报.txt", YAML, False),
        ("年报.TXT", YAML, False),
        ("年报.txt", YAML.decode().encode("gb18030"), False),
        ("年报.txt", YAML.decode().replace(":", "：").encode(), False),
        ("年报.txt", PAGE, True),
        ("年报.md", YAML, True),
        ("年报.DOCX", b"PK", True),
        ("年报.html", PAGE, True),
        ("年报.htm", PAGE, True),
        ("年报.pdf", b"%PDF", True),
        ("年报.doc", OLD_WORD, True),
        ("年报.wps", OLD_WORD, True),
        ("年报.jpg", b"\xff\xd8\xff", True),
    ],
)
def test_kinds(name: str, data: bytes, published: bool) -> None:
    assert is_published(name, data) is published


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A published report whose 上年结转 is out of balance, and whose text contradicts the table."""
    text = complete(
        "政府信息公开申请: {本年新收: {自然人: 5}, 上年结转: 0, 办理结果: {予以公开: {自然人: 3}}, 结转下年度: 0}\n"
        "总体情况: {主动公开: 发布信息。, 依申请公开: 全年收到申请8件。, 政府信息管理: 审核信息。,"
        " 政府信息公开平台建设: 网站改版。, 监督保障: 组织培训。}\n"
    )
    (tmp_path / "年报.yaml").write_text(text, encoding="utf-8")
    [outcome] = build_files([str(tmp_path / "年报.yaml")], BuildOptions(formats=("html",), draft=True))
    page = tmp_path / "网页.html"
    page.write_text(Path(outcome.written[0]).read_text("utf-8").replace("（草稿）", ""), encoding="utf-8")
    return page


def test_the_same_findings_placed_in_words(built: Path) -> None:
    typed = check_file(str(built.with_name("年报.yaml")))
    checked = check_file(str(built))
    assert {(f.code, f.path) for f in checked.findings} == {(f.code, f.path) for f in typed.findings}
    places = {(f.code, f.place) for f in checked.findings}
    assert ("NB301", "一、总体情况“依申请公开”") in places
    assert {place for code, place in places if code == "NB201"} == {"表三"}
    for finding in checked.findings:
        assert finding.place
        assert finding.fix is None, "a fix is an edit of YAML"
        assert (finding.span.line, finding.span.column) == (1, 1)
        assert all((other.span.line, other.span.column) == (1, 1) for other in finding.related)


def test_yaml_keeps_its_lines(built: Path) -> None:
    found = check_file(str(built.with_name("年报.yaml"))).findings
    assert found
    assert not any(finding.place for finding in found)


def test_the_place_of_a_span() -> None:
    opened = open_report("年报.yaml", YAML)
    assert opened.report is not None
    assert opened.tree.root is not None
    places = opened.report.places.keys
    assert len(places) > 20
    assert {path: path_at(opened.tree.root, span) for path, span in places.items()} == {path: path for path in places}


def test_what_cannot_be_read_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "旧.doc").write_bytes(OLD_WORD)
    [finding] = check_file(str(tmp_path / "旧.doc")).findings
    assert (finding.code, finding.place) == ("NB002", "全文")
    assert ".docx" in finding.hint
    with pytest.raises(UserError) as refusal:
        open_usable(str(tmp_path / "旧.doc"))
    assert ".docx" in refusal.value.hint


def test_only_yaml_is_built_and_mended(built: Path) -> None:
    before = sorted(os.listdir(built.parent))
    outcome = build_file(str(built), BuildOptions())
    assert outcome.problem is not None
    assert "nianbao import" in outcome.problem.hint
    with pytest.raises(UserError):
        fix_file(str(built))
    assert sorted(os.listdir(built.parent)) == before
    [one, other] = build_files([str(built), str(built.with_name("年报.yaml"))], BuildOptions())
    assert one.problem is not None
    assert other.problem is None, "the other file has its turn"


def test_last_year_named_on_the_command_line(built: Path, tmp_path: Path) -> None:
    text = complete("年度: 2024\n政府信息公开申请: {本年新收: 0, 上年结转: {自然人: 2}, 办理结果: 0, 结转下年度: 0}\n")
    (tmp_path / "今年.yaml").write_text(text, encoding="utf-8")
    checked = check_file(str(tmp_path / "今年.yaml"), last_year=str(built))
    assert "NB401" in {finding.code for finding in checked.findings}
    assert str(built) in checked.inputs


def test_the_name_of_the_yaml_where_the_year_is_not_told(built: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = import_file(str(built))
    assert done.output == "示例县人民政府办公室-2023.yaml"
    page = built.read_text("utf-8").replace("2023年", "").replace("2023", "")
    (tmp_path / "无年度.html").write_text(page, encoding="utf-8")
    done = import_file(str(tmp_path / "无年度.html"))
    assert done.output == "无年度.yaml"
    assert done.doubts
    assert (tmp_path / "无年度.yaml").read_text("utf-8") == done.text


def test_a_fault_of_ours_is_kept_to_the_file(built: Path, monkeypatch) -> None:
    def fail(path: str, data: bytes) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("generator.pipeline.importing.read_published", fail)
    done = import_file(str(built))
    assert "RuntimeError: broken" in done.trace
    assert done.doubts == ()


def test_a_draft_from_a_published_report(built: Path) -> None:
    opened = open_usable(str(built))
    assert opened.report is not None
    last = carried(opened, opened.report, 2024, None, str(built.with_name("今年.yaml")))
    assert last.front["上年报告"] == "'网页.html'"
    [entry] = [e for e in last.narratives["总体情况"] if getattr(e, "key", "") == "依申请公开"]
    assert entry.words.said == ("全年收到申请8件。",)
