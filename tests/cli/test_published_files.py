"""Published reports on the command line: imported, checked, compared, carried on; files that are no reports refused."""

import json
import shutil

import pytest
import yaml

AGENCY = "温县人民政府办公室"
TITLE = f"{AGENCY}2022年政府信息公开工作年度报告"
SUFFIXES = ("docx", "md", "html")


@pytest.fixture(scope="module")
def built(cli, examples, tmp_path_factory):
    """A folder with a report in all formats, and the YAML it was built from."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copy(examples / f"{AGENCY}-2022.yaml", folder / "2022.yaml")
    assert cli("build", "2022.yaml", "-t", ",".join(SUFFIXES), cwd=folder).returncode == 0
    return folder


@pytest.fixture
def work(built, tmp_path):
    """The same, to be written in."""
    shutil.copytree(built, tmp_path / "w")
    return tmp_path / "w"


@pytest.fixture
def wrong(work):
    """The page with a figure and a sentence changed, as a site's editor may have done."""
    page = (work / f"{TITLE}.html").read_text(encoding="utf-8")
    changed = page.replace(">22<", ">21<", 1).replace("现场", "当场").replace("优化站内检索", "优化全站检索")
    assert changed != page
    (work / "网页.html").write_text(changed, encoding="utf-8")
    return work


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_was_built_is_what_was_meant(cli, work, suffix):
    outcome = cli("compare", "2022.yaml", f"{TITLE}.{suffix}", cwd=work)
    assert outcome.returncode == 0
    assert outcome.stdout == ""
    assert "数字和文字都相同" in outcome.stderr


def test_a_folder_without_yaml_is_checked_for_published_reports(cli, work):
    assert "1 个文件" in cli("check", ".", cwd=work).stderr, "what stands beside YAML was built from it"
    (work / "2022.yaml").unlink()
    outcome = cli("check", ".", cwd=work)
    assert outcome.returncode == 0
    assert "3 个文件" in outcome.stderr
    assert cli("build", ".", cwd=work).returncode == 2, "only YAML is built"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_import_writes_the_yaml_and_never_overwrites(cli, work, suffix):
    outcome = cli("import", f"{TITLE}.{suffix}", cwd=work)
    assert outcome.returncode == 0
    assert outcome.stdout == ""
    assert f"已读成 {AGENCY}-2022.yaml" in outcome.stderr
    text = (work / f"{AGENCY}-2022.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=nianbao.schema.json （")
    assert yaml.safe_load(text)["主动公开政府信息"]["行政规范性文件"]["现行有效"] == 22
    assert cli("import", f"{TITLE}.{suffix}", cwd=work).returncode == 2
    assert (work / f"{AGENCY}-2022.yaml").read_text(encoding="utf-8") == text


def test_import_to_standard_output(cli, work):
    outcome = cli("导入", f"{TITLE}.md", "-o", "-", cwd=work)
    assert yaml.safe_load(outcome.stdout)["机关"] == AGENCY
    assert outcome.stderr == ""
    assert cli("import", f"{TITLE}.md", "-o", "-", "--format", "json", cwd=work).returncode == 2


def test_import_as_json_has_a_confidence_for_every_figure(cli, work):
    outcome = cli("import", f"{TITLE}.html", "-o", "读出.yaml", "--format", "json", cwd=work)
    data = json.loads(outcome.stdout)
    [file] = data["files"]
    assert (file["agency"], file["year"], file["output"]) == (AGENCY, 2022, "读出.yaml")
    assert data["doubts"] == 0
    assert file["doubts"] == []
    figures = {figure["place"]: figure for figure in file["figures"]}
    assert figures["表三“本年新收”自然人"]["value"] == 13
    assert figures["表三“本年新收”自然人"]["confidence"] == 1
    assert len(figures) == 166, "10 in table 2, 24 rows of 6 in table 3, 3 rows of 4 in table 4"


def test_import_lists_what_is_doubtful_and_fails(cli, work):
    page = (work / f"{TITLE}.md").read_text(encoding="utf-8")
    broken = page.replace("| 13 |", "| ？ |", 1)
    assert broken != page
    (work / "坏.md").write_text(broken, encoding="utf-8")
    outcome = cli("import", "坏.md", "-o", "坏.yaml", cwd=work)
    assert outcome.returncode == 1
    assert "处存疑，请对照原文核对：\n  1. 表三" in outcome.stderr
    assert "存疑" in (work / "坏.yaml").read_text(encoding="utf-8")


def test_several_imports_go_to_a_folder_and_one_that_fails_does_not_stop_the_others(cli, work):
    (work / "别的.txt").write_text("这不是年报。", encoding="utf-8")
    outcome = cli("import", "别的.txt", "2022.yaml", f"{TITLE}.docx", "-o", "读出", cwd=work)
    assert outcome.returncode == 2
    assert "错误：别的.txt：" in outcome.stderr
    assert "2022.yaml 已经是 YAML 文件，不用导入" in outcome.stderr
    assert [file.name for file in (work / "读出").glob("*.yaml")] == [f"{AGENCY}-2022.yaml"]


@pytest.mark.parametrize("command", [["import"], ["new", "2023", "-o", "新.yaml", "--from"], ["compare", "2022.yaml"]])
def test_an_old_word_file_is_named_with_what_to_do(cli, work, command):
    (work / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    outcome = cli(*command, "旧.doc", cwd=work)
    assert outcome.returncode == 2
    assert ".doc" in outcome.stderr
    assert "另存为 .docx" in outcome.stderr
    assert not (work / "新.yaml").exists()


def test_check_names_places_in_words(cli, wrong):
    page = (wrong / "网页.html").read_text(encoding="utf-8")
    cells = page.replace(">13<", ">14<", 1)
    assert cells != page
    (wrong / "网页.html").write_text(cells, encoding="utf-8")
    outcome = cli("check", "网页.html", cwd=wrong)
    assert outcome.returncode == 1
    assert "网页.html: 表三“本年新收”" in outcome.stdout
    assert "网页.html:1:1" not in outcome.stdout
    data = json.loads(cli("check", "网页.html", "--format", "json", cwd=wrong).stdout)
    finding = next(f for f in data["files"][0]["findings"] if f["severity"] == "error")
    assert finding["place"].startswith("表三“")
    assert (finding["line"], finding["column"], finding["fix"]) == (1, 1, None)
    annotated = cli("check", "网页.html", "--format", "github", cwd=wrong).stdout
    assert "::表三“" in annotated


def test_check_of_what_is_no_report_is_a_finding(cli, work):
    (work / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    outcome = cli("check", "旧.doc", cwd=work)
    assert outcome.returncode == 1
    assert "旧.doc: 全文 错误 NB002" in outcome.stdout
    assert "另存为 .docx" in outcome.stdout


def test_findings_in_yaml_have_no_place_in_words(cli, work):
    text = (work / "2022.yaml").read_text(encoding="utf-8").replace("行政处罚: 0", "行政处罚: 0件")
    (work / "坏.yaml").write_text(text, encoding="utf-8")
    data = json.loads(cli("check", "坏.yaml", "--format", "json", cwd=work).stdout)
    assert all("place" not in finding for finding in data["files"][0]["findings"])


def test_a_text_file_may_hold_our_yaml(cli, work):
    shutil.copy(work / "2022.yaml", work / "年报.txt")
    assert cli("check", "年报.txt", cwd=work).returncode == 0
    assert cli("build", "年报.txt", "-o", "输出", cwd=work).returncode == 0
    assert cli("import", "年报.txt", cwd=work).returncode == 2


@pytest.mark.parametrize("command", [["build"], ["fix"], []])
def test_a_published_report_is_not_built_or_mended(cli, work, command):
    before = (work / f"{TITLE}.docx").read_bytes()
    outcome = cli(*command, f"{TITLE}.docx", cwd=work)
    assert outcome.returncode == 2
    assert "nianbao import" in outcome.stderr
    assert (work / f"{TITLE}.docx").read_bytes() == before


def test_export_takes_a_published_report(cli, work):
    data = json.loads(cli("export", f"{TITLE}.docx", "--to", "json", cwd=work).stdout)
    assert data["政府信息公开申请"]["本年新收"]["总计"] == 13


def test_last_years_report_may_be_a_published_one(cli, work, examples):
    text = (examples / f"{AGENCY}-2023.yaml").read_text(encoding="utf-8")
    (work / "2023.yaml").write_text(text.replace(f"{AGENCY}-2022.yaml", f"{TITLE}.html"), encoding="utf-8")
    outcome = cli("build", "2023.yaml", "-t", "md", cwd=work)
    assert outcome.returncode == 0
    assert "较上年增加3件，增长23.08%" in (work / outcome.stdout.strip()).read_text(encoding="utf-8")
    (work / "2023.yaml").write_text(text.replace(f"{AGENCY}-2022.yaml", "旧.doc"), encoding="utf-8")
    (work / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    outcome = cli("check", "2023.yaml", cwd=work)
    assert outcome.returncode == 1
    assert "NB107" in outcome.stdout
    assert "另存为 .docx" in outcome.stdout


def test_what_is_doubtful_in_last_years_report_is_a_warning(cli, work, examples):
    page = (work / f"{TITLE}.md").read_text(encoding="utf-8")
    (work / "去年.md").write_text(page.replace("| 13 |", "| ？ |", 1), encoding="utf-8")
    text = (examples / f"{AGENCY}-2023.yaml").read_text(encoding="utf-8")
    (work / "2023.yaml").write_text(text.replace(f"{AGENCY}-2022.yaml", "去年.md"), encoding="utf-8")
    outcome = cli("check", "2023.yaml", cwd=work)
    assert "警告 NB107 上年报告是已公布的文件" in outcome.stdout
    assert "nianbao import" in outcome.stdout


def test_compare_of_two_years_is_headed_by_them_with_the_change(cli, work, examples):
    one, two = (str(examples / f"{AGENCY}-{year}.yaml") for year in (2022, 2023))
    outcome = cli("compare", one, two, cwd=work)
    lines = outcome.stdout.splitlines()
    assert lines[0].endswith("（2022年）")
    assert lines[1].endswith("（2023年）")
    at = next(number for number, line in enumerate(lines) if line.startswith("数字（"))
    assert lines[at + 1].split() == ["2022年", "2023年", "增减"]
    place, old, _, new, change = lines[at + 2].split()
    assert place
    assert change == f"{int(new) - int(old):+d}"
    page = cli("compare", one, two, "--format", "html", cwd=work).stdout
    assert f'<th scope="col">2022年<br>{AGENCY}-2022.yaml</th><th scope="col">2023年<br>' in page
    assert '<th scope="col">增减</th>' in page
    assert f"<td>{change}</td></tr>" in page
    same = cli("compare", one, f"{work / TITLE}.md", "--format", "html", cwd=work).stdout
    assert "增减" not in same


def test_compare_shows_each_place(cli, wrong):
    outcome = cli("比对", "网页.html", "2022.yaml", cwd=wrong)
    assert outcome.returncode == 1
    assert "表二“行政规范性文件”现行有效  21 → 22  +1" in outcome.stdout
    assert "一、总体情况“政府信息公开平台建设”\n  改 优化【全站→站内】检索" in outcome.stdout
    assert "\x1b" not in outcome.stdout, "no colours but on a terminal"
    assert "数字 1 处不同，文字 1 处不同" in outcome.stderr


def test_compare_as_json(cli, wrong):
    data = json.loads(cli("compare", "网页.html", "2022.yaml", "--format", "json", cwd=wrong).stdout)
    assert data["same"] is False
    assert data["figures"] == [
        {
            "path": ["主动公开政府信息", "行政规范性文件", "现行有效"],
            "place": "表二“行政规范性文件”现行有效",
            "before": 21,
            "after": 22,
        }
    ]
    [line] = data["text"]
    assert line["section"] == "一、总体情况"
    assert {"before": "全站", "after": "站内"} in line["pieces"]
    assert cli("compare", "2022.yaml", "2022.yaml", "--format", "json", cwd=wrong).returncode == 0


def test_compare_as_a_page_of_its_own(cli, wrong):
    outcome = cli("compare", "网页.html", "2022.yaml", "--format", "html", "-o", "比对.html", cwd=wrong)
    assert outcome.returncode == 1
    page = (wrong / "比对.html").read_text(encoding="utf-8")
    assert "<del>21</del>" in page
    assert "<h2>引言</h2>" not in page, "neither side has one"
    assert "优化<ins>站内</ins>检索" in page
    assert not any(word in page for word in ("http:", "https:", "src=", "<script", "@import", "url("))


def test_the_page_shows_markup_as_it_was_typed(cli, work):
    text = (work / "2022.yaml").read_text(encoding="utf-8").replace("优化站内检索", "<script>甲</script>&amp;优化检索")
    (work / "另.yaml").write_text(text, encoding="utf-8")
    page = cli("compare", "2022.yaml", "另.yaml", "--format", "html", cwd=work).stdout
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "&amp;amp;" in page


@pytest.mark.parametrize("suffix", ["docx", "md", "html"])
def test_the_notice_of_correction(cli, wrong, suffix):
    outcome = cli("compare", "网页.html", "2022.yaml", "--correction", f"更正.{suffix}", cwd=wrong)
    assert outcome.returncode == 1
    assert (wrong / f"更正.{suffix}").stat().st_size > 500
    if suffix == "md":
        notice = (wrong / "更正.md").read_text(encoding="utf-8")
        assert "1．表二“行政规范性文件”现行有效件数：原为“21”，更正为“22”。" in notice
        assert "2．一、总体情况“政府信息公开平台建设”：原为“优化全站检索”，更正为“优化站内检索”。" in notice


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["网页.html", "2022.yaml", "--correction", "更正.txt"], ".docx、.md 或者 .html"),
        (["2022.yaml", "2022.yaml", "--correction", "更正.md"], "没有不同"),
        (["网页.html", "2022.yaml", "--correction", "网页.html"], "覆盖"),
        (["网页.html", "没有.yaml"], "找不到文件"),
        (["网页.html", "空.yaml"], "读不成年报"),
    ],
)
def test_what_compare_refuses(cli, wrong, arguments, said):
    (wrong / "空.yaml").write_text("", encoding="utf-8")
    before = (wrong / "网页.html").read_bytes()
    outcome = cli("compare", *arguments, cwd=wrong)
    assert outcome.returncode == 2
    assert said in outcome.stderr
    assert (wrong / "网页.html").read_bytes() == before


def test_reports_of_two_years_have_no_correction(cli, work, examples):
    outcome = cli("compare", "2022.yaml", examples / f"{AGENCY}-2023.yaml", "--correction", "更正.md", cwd=work)
    assert outcome.returncode == 2
    assert "年度不同" in outcome.stderr
    assert not (work / "更正.md").exists()


def test_reports_of_two_agencies_have_no_correction_unless_one_was_renamed(cli, wrong):
    text = (wrong / "2022.yaml").read_text(encoding="utf-8")
    other = text.replace(f"机关: {AGENCY}", "机关: 乙县水利局", 1)
    assert other != text
    (wrong / "另.yaml").write_text(other, encoding="utf-8")
    outcome = cli("compare", "网页.html", "另.yaml", "--correction", "更正.md", cwd=wrong)
    assert outcome.returncode == 2
    assert "机关不同" in outcome.stderr
    assert not (wrong / "更正.md").exists()
    renamed = other.replace("机关: 乙县水利局", f"机关: 乙县水利局\n曾用名: [{AGENCY}]", 1)
    (wrong / "另.yaml").write_text(renamed, encoding="utf-8")
    assert cli("compare", "网页.html", "另.yaml", "--correction", "更正.md", cwd=wrong).returncode == 1
    assert (wrong / "更正.md").exists()


@pytest.mark.parametrize("last", ["2022.yaml", f"{TITLE}.html", f"{TITLE}.docx"])
def test_next_years_draft(cli, work, last):
    outcome = cli("new", "2023", "--from", last, cwd=work)
    assert outcome.returncode == 0
    draft = (work / f"{AGENCY}-2023.yaml").read_text(encoding="utf-8")
    assert f"上年报告: '{last}'" in draft or f"上年报告: {last}" in draft
    found = json.loads(cli("check", f"{AGENCY}-2023.yaml", "--format", "json", cwd=work).stdout)
    assert {finding["code"] for finding in found["files"][0]["findings"]} == {"NB105"}


def test_the_draft_needs_the_report_of_the_year_before(cli, work):
    outcome = cli("new", "2025", "--from", "2022.yaml", cwd=work)
    assert outcome.returncode == 2
    assert "2022 年度" in outcome.stderr
