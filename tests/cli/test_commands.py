"""Each command from outside: what goes to which stream, what is written, with which exit code."""

import json
import shutil

import pytest

AGENCY = "温县人民政府办公室"
TITLE = f"{AGENCY}2023年政府信息公开工作年度报告"


@pytest.fixture
def work(tmp_path, examples):
    """A folder with one good report and its predecessor."""
    for year in (2022, 2023):
        shutil.copy(examples / f"{AGENCY}-{year}.yaml", tmp_path / f"{year}.yaml")
    text = (tmp_path / "2023.yaml").read_text(encoding="utf-8").replace(f"{AGENCY}-2022.yaml", "2022.yaml")
    (tmp_path / "2023.yaml").write_text(text, encoding="utf-8")
    bad = text.replace("本年新收: {自然人: 16}", "本年新收: {自然人: １6}").replace("  行政处罚: 0", "  行政处罚: 0件")
    assert bad != text
    (tmp_path / "bad.yaml").write_text(bad, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    return tmp_path


def test_check_of_a_good_file(cli, work):
    outcome = cli("check", "2022.yaml", cwd=work)
    assert outcome.returncode == 0
    assert "2022.yaml：没有发现问题" in outcome.stderr or " 提醒 " in outcome.stdout
    assert outcome.stderr.rstrip().splitlines()[-1].startswith("1 个文件，0 个错误，0 个警告")


def test_check_shows_findings_on_stdout_and_the_count_on_stderr(cli, work):
    outcome = cli("check", "bad.yaml", "2022.yaml", cwd=work)
    assert outcome.returncode == 1
    assert "错误 NB103" in outcome.stdout
    assert "^" in outcome.stdout
    assert "提示：" in outcome.stdout
    assert "2 个文件，2 个错误" in outcome.stderr


def test_check_as_json_is_the_contract(cli, work):
    outcome = cli("check", "bad.yaml", "--format", "json", cwd=work)
    data = json.loads(outcome.stdout)
    assert list(data) == ["files", "errors", "warnings", "pending"]
    assert [f["file"] for f in data["files"]] == ["bad.yaml"]
    codes = [f["code"] for f in data["files"][0]["findings"] if f["severity"] == "error"]
    assert codes == ["NB103", "NB103"]
    assert data["errors"] == 2
    assert outcome.returncode == 1


def test_check_reads_standard_input(cli, work):
    outcome = cli("check", "-", cwd=work, text=(work / "bad.yaml").read_text(encoding="utf-8"))
    assert outcome.returncode == 1
    assert "-:" in outcome.stdout


def test_check_of_a_folder(cli, work):
    assert "3 个文件" in cli("check", ".", cwd=work).stderr
    outcome = cli("check", "folder", cwd=work)
    assert outcome.returncode == 2
    assert "没有 YAML 文件" in outcome.stderr


def test_strict_makes_warnings_fail(cli, work):
    text = (work / "2023.yaml").read_text(encoding="utf-8")
    (work / "gbk.yaml").write_bytes(text.encode("gb18030"))  # NB001 is a warning
    assert cli("check", "gbk.yaml", cwd=work).returncode == 0
    assert cli("check", "gbk.yaml", "--strict", cwd=work).returncode == 1


def test_last_year_must_exist(cli, work):
    outcome = cli("check", "2023.yaml", "--last-year", "none.yaml", cwd=work)
    assert outcome.returncode == 2
    assert "none.yaml" in outcome.stderr


def test_build_prints_the_files_it_wrote(cli, work):
    outcome = cli("build", "2023.yaml", "-o", "out", "-t", "docx,md,html", cwd=work)
    assert outcome.returncode == 0
    written = [work / line for line in outcome.stdout.splitlines()]
    assert [file.name for file in written] == [f"{TITLE}.docx", f"{TITLE}.md", f"{TITLE}.html"]
    assert all(file.stat().st_size > 1000 for file in written)


@pytest.mark.parametrize("command", [["build", "2023.yaml"], ["生成", "2023.yaml"], ["2023.yaml"]])
def test_docx_and_markdown_beside_the_yaml_by_default(cli, work, command):
    outcome = cli(*command, cwd=work)
    assert outcome.returncode == 0
    assert (work / f"{TITLE}.docx").exists()
    assert (work / f"{TITLE}.md").exists()


def test_several_files_alone_and_options_after_them(cli, work):
    outcome = cli("2022.yaml", "2023.yaml", "-t", "md", cwd=work)
    assert outcome.returncode == 0
    assert len(outcome.stdout.splitlines()) == 2


def test_build_with_errors_writes_nothing_but_the_others(cli, work):
    (work / f"{TITLE}.md").write_text("older", encoding="utf-8")
    outcome = cli("build", "bad.yaml", "-t", "md", cwd=work)
    assert outcome.returncode == 1
    assert outcome.stdout == ""
    assert "错误 NB103" in outcome.stderr
    assert "没有生成" in outcome.stderr
    assert (work / f"{TITLE}.md").read_text(encoding="utf-8") == "older"


def test_draft_is_written_and_still_fails(cli, work):
    outcome = cli("build", "bad.yaml", "-t", "md", "--draft", cwd=work)
    assert outcome.returncode == 1
    assert outcome.stdout.strip().endswith("（草稿）.md")


@pytest.mark.parametrize("options", [[], ["--draft"], ["-j", "2"]])
def test_a_draft_is_offered_where_there_can_be_one(cli, work, options):
    (work / "empty.yaml").write_bytes(b"")
    said = cli("build", "bad.yaml", "empty.yaml", "-t", "md", *options, cwd=work).stderr
    assert ("bad.yaml：有错误，没有生成；改正后再生成，或者用 --draft" in said) is ("--draft" not in options)
    assert "empty.yaml：有错误，没有生成；改正后再生成\n" in said


def test_options_for_a_format_that_is_not_built_are_said(cli, work):
    said = cli("build", "2023.yaml", "--fragment", cwd=work).stderr
    assert "--fragment 只管 html，这次没有要 html；要的话请加 -t html" in said
    said = cli("build", "2023.yaml", "-t", "md", "--reference", f"{TITLE}.docx", cwd=work).stderr
    assert "--reference 只管 docx" in said
    said = cli("build", "2023.yaml", "-t", "docx,html", "--fragment", "--reference", f"{TITLE}.docx", cwd=work).stderr
    assert "只管" not in said


def test_build_to_standard_output(cli, work):
    outcome = cli("build", "2023.yaml", "-o", "-", "-t", "md", cwd=work)
    assert outcome.returncode == 0
    assert AGENCY in outcome.stdout.splitlines()[0]
    assert cli("build", "2023.yaml", "-o", "-", cwd=work).returncode == 2
    assert cli("build", "2023.yaml", "2022.yaml", "-o", "-", "-t", "md", cwd=work).returncode == 2


def test_build_from_standard_input(cli, work):
    text = (work / "2022.yaml").read_text(encoding="utf-8")
    assert AGENCY in cli("build", "-", "-o", "-", "-t", "md", cwd=work, text=text).stdout
    assert len(cli("build", "-", "-o", "out", cwd=work, text=text).stdout.splitlines()) == 2
    assert cli("build", "-", "2023.yaml", cwd=work, text=text).returncode == 2


def test_two_inputs_for_one_file_are_refused(cli, work):
    outcome = cli("build", "2023.yaml", "bad.yaml", cwd=work)
    assert outcome.returncode == 2
    assert "同名" in outcome.stderr
    assert not (work / f"{TITLE}.docx").exists()


def test_skip_unchanged_leaves_what_is_newer(cli, work):
    cli("build", "2023.yaml", "-t", "md", cwd=work)
    outcome = cli("build", "2023.yaml", "-t", "md", "--skip-unchanged", cwd=work)
    assert outcome.stdout == ""
    assert "没有变化" in outcome.stderr
    assert outcome.returncode == 0


def test_build_where_nothing_can_be_written(cli, work):
    outcome = cli("build", "2023.yaml", "2022.yaml", "-o", "2022.yaml/out", cwd=work)
    assert outcome.returncode == 2
    assert "没有写成" in outcome.stderr


def test_fix_shows_a_diff_and_writes_nothing(cli, work):
    before = (work / "bad.yaml").read_bytes()
    outcome = cli("fix", "--diff", "bad.yaml", cwd=work)
    assert "--- bad.yaml" in outcome.stdout
    assert any(line.startswith("+") and "自然人: 16}" in line for line in outcome.stdout.splitlines())
    assert "能改好" in outcome.stderr
    assert (work / "bad.yaml").read_bytes() == before


def test_fix_writes_and_keeps_the_older_file(cli, work):
    before = (work / "bad.yaml").read_bytes()
    outcome = cli("fix", "bad.yaml", cwd=work)
    assert outcome.returncode == 0
    assert outcome.stdout == ""
    assert "改好 2 处" in outcome.stderr
    assert (work / "bad.yaml.bak").read_bytes() == before
    assert "自然人: 16}" in (work / "bad.yaml").read_text(encoding="utf-8")


def test_fix_of_standard_input_goes_to_standard_output(cli, work):
    outcome = cli("fix", "-", cwd=work, text=(work / "bad.yaml").read_text(encoding="utf-8"))
    assert outcome.stdout == (work / "bad.yaml").read_text(encoding="utf-8").replace("１6", "16").replace("0件", "0")


def test_export_to_standard_output_and_to_a_file(cli, work):
    data = json.loads(cli("export", "2023.yaml", "--to", "json", cwd=work).stdout)
    assert data["政府信息公开申请"]["本年新收"]["总计"] == 16
    outcome = cli("export", "2023.yaml", "--to", "csv", "-o", "数.csv", cwd=work)
    assert outcome.stdout == ""
    assert (work / "数.csv").read_text(encoding="utf-8-sig").startswith("机关,年度")


def test_export_never_overwrites_its_input(cli, work):
    before = (work / "2023.yaml").read_bytes()
    assert cli("export", "2023.yaml", "--to", "json", "-o", "2023.yaml", cwd=work).returncode == 2
    assert (work / "2023.yaml").read_bytes() == before


def test_export_of_a_file_with_errors_gives_what_could_be_read(cli, work):
    outcome = cli("export", "bad.yaml", "--to", "json", cwd=work)
    assert outcome.returncode == 1
    assert json.loads(outcome.stdout)["政府信息公开申请"]["本年新收"]["自然人"] is None
    assert "NB103" in outcome.stderr


def test_new_names_the_file_and_never_overwrites(cli, tmp_path):
    outcome = cli("new", "2023", "--agency", "某某县水利局", cwd=tmp_path)
    assert outcome.returncode == 0
    text = (tmp_path / "某某县水利局-2023.yaml").read_text(encoding="utf-8")
    assert "机关: 某某县水利局" in text
    assert "nianbao check 某某县水利局-2023.yaml" in outcome.stderr
    assert cli("new", "2023", "--agency", "某某县水利局", cwd=tmp_path).returncode == 2


def test_new_without_agency_and_to_standard_output(cli, tmp_path):
    cli("新建", "2023年度", cwd=tmp_path)
    assert (tmp_path / "年报-2023.yaml").exists()
    outcome = cli("new", "2023", "-o", "-", cwd=tmp_path)
    assert "年度: 2023" in outcome.stdout
    assert outcome.stderr == ""


def test_new_says_when_the_year_is_not_over(cli, tmp_path):
    outcome = cli("new", "2099", "-o", "x.yaml", cwd=tmp_path)
    assert outcome.returncode == 0
    assert "2099 年还没有过完" in outcome.stderr


def test_new_refuses_a_year_before_the_form(cli, tmp_path):
    outcome = cli("new", "2020", cwd=tmp_path)
    assert outcome.returncode == 2
    assert "2021" in outcome.stderr


def test_rules_lists_and_explains(cli):
    listed = cli("rules").stdout
    assert "NB201 错误" in listed
    page = cli("rules", "nb201").stdout
    assert "这样不对" in page
    assert cli("rules", "NB998").returncode == 2


def test_schema_to_standard_output_and_to_a_file(cli, tmp_path):
    printed = cli("schema").stdout
    assert json.loads(printed)["title"]
    cli("schema", "-o", "s.json", cwd=tmp_path)
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == printed


def test_version(cli):
    from generator import __version__

    assert cli("--version").stdout == f"nianbao {__version__}\n"
