"""本单位设置: read with what is wrong named, found where it belongs, and never applied in silence."""

import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
import yaml
from complete import complete, last_year
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Finding, Severity
from generator.pipeline.building import BuildOptions, build_file
from generator.pipeline.checking import check_file
from generator.pipeline.office_rules import profile_of
from generator.pipeline.signing_off import sign_off
from generator.profile.lookup import find_profile
from generator.profile.model import OfficeRules
from generator.profile.schema import profile_schema, profile_schema_text
from generator.resources import PROFILE_SCHEMA


def rules(text: str) -> tuple[OfficeRules, list[str]]:
    read, _ = profile_of("nianbao.yaml", text.encode())
    return read.rules, [finding.code for finding in read.findings]


def test_the_committed_schema_is_the_one_the_keys_make(root: Path) -> None:
    assert Path(PROFILE_SCHEMA).read_text(encoding="utf-8") == profile_schema_text(), "stale: run make schema"
    jsonschema.Draft7Validator.check_schema(profile_schema())
    done = subprocess.run([sys.executable, "-m", "generator.profile.schema"], cwd=root, capture_output=True, check=True)
    assert json.loads(done.stdout) == profile_schema()


def test_the_example_profiles_are_read_whole_and_fit_the_schema(root: Path) -> None:
    files = sorted((root / "docs" / "profiles").glob("*/nianbao.yaml"))
    assert len(files) == 2
    for file in files:
        assert check_file(str(file)).findings == ()
        jsonschema.validate(yaml.safe_load(file.read_text(encoding="utf-8")), profile_schema())


def test_everything_that_may_be_set() -> None:
    found, wrong = rules(
        "名称: 某市通知\n截止日期: 2026-01-20\n字数上限: 800\n雷同上限: 50%\n"
        "必写数字: {主动公开: [网站, [微信, 公众号]]}\n统一表述: {公示栏: 公开栏}\n"
        "网站: {SiteName: 某市政府网, SiteIDCode: 6200000001}\n页码: 奇偶分置\n模板: 模板.docx\n"
        "规则: {NB302: 错误, NB301: 提醒}\n签字: [拟稿, 签发]\n"
        "评分: {满分: 10, 扣分: {逾期报送: 0.5, 行政诉讼败诉: 2}}\n"
    )
    assert wrong == []
    assert found == OfficeRules(
        "nianbao.yaml",
        "某市通知",
        date(2026, 1, 20),
        800,
        Decimal("0.5"),
        {"主动公开": (("网站",), ("微信", "公众号"))},
        {"公示栏": "公开栏"},
        {"SiteName": "某市政府网", "SiteIDCode": "6200000001"},
        True,
        "模板.docx",
        {"NB302": Severity.ERROR, "NB301": Severity.INFO},
        ("拟稿", "签发"),
        Decimal(10),
        {"逾期报送": Decimal("0.5"), "行政诉讼败诉": Decimal(2)},
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("截至日期: 2026-01-20", "NB102"),
        ("网站: {SiteNam: 某}", "NB102"),
        ("截止日期: 一月底", "NB103"),
        ("截止日期: 2026-02-30", "NB103"),
        ("字数上限: 八百", "NB103"),
        ("雷同上限: 150%", "NB103"),
        ("必写数字: [网站]", "NB103"),
        ("规则: {NB302: 严重}", "NB103"),
        ("规则: {三百: 错误}", "NB103"),
        ("模板: ../别人的/模板.docx", "NB103"),
        ("模板: /etc/模板.docx", "NB103"),
        ("页码: 左边", "NB103"),
        ("签字: 张三", "NB103"),
        ("统一表述: {公示栏: 公示栏}", "NB103"),
        ("评分: {扣分: {写得不好: 1}}", "NB103"),
        ("- 一", "NB006"),
    ],
)
def test_what_is_wrong_is_said_at_its_place_and_the_rest_holds(text: str, code: str) -> None:
    found, wrong = rules(f"{text}\n签字: [甲]\n" if "签字" not in text and text[0] != "-" else f"{text}\n")
    assert wrong == [code]
    assert "签字" in text or text[0] == "-" or found.signers == ("甲",)


@given(st.text(st.sampled_from("截止日期必写数字规则网站: {}[],-\n NB302错误50%#&*!|'\""), max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    rules(text)


OWN = """年度: 2023
落款: 2024-01-25
总体情况:
  主动公开: 通过网站公开信息120条，公众号发布45篇。设公示栏。
  依申请公开: 对申请依法登记、办理、答复。
  政府信息管理: 发布前逐篇审核，定期清理已经失效的内容。
  政府信息公开平台建设: 网站栏目按目录调整，政务新媒体按时更新。
  监督保障: 工作纳入年度考核。
"""


def report(folder: Path, entries: str = OWN, name: str = "年报.yaml") -> Path:
    file = folder / name
    file.write_text(complete(entries), encoding="utf-8")
    return file


def office(folder: Path, text: str) -> Path:
    file = folder / "nianbao.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def of(file: Path, code: str, profile: Path | None = None) -> list[Finding]:
    found = check_file(str(file), profile=profile and str(profile)).findings
    return [finding for finding in found if finding.code == code]


def test_deadline_length_numbers_and_wordings(tmp_path: Path) -> None:
    file = report(tmp_path)
    assert [of(file, code) for code in ("NB510", "NB511", "NB621", "NB622")] == [[], [], [], []]
    office(
        tmp_path,
        "截止日期: 2024-01-20\n字数上限: 50\n必写数字: {主动公开: [网站, [微博, 公众号], 解读], 监督保障: [考核]}\n"
        "统一表述: {公示栏: 公开栏}\n",
    )
    (late,), (long,) = of(file, "NB510"), of(file, "NB511")
    assert "2024年1月20日" in late.message
    assert "上限 50 字" in long.message
    assert [finding.message[:14] for finding in of(file, "NB621")] == [
        "“主动公开”没有写“解读”的",
        "“监督保障”没有写“考核”的",
    ]
    (wording,) = of(file, "NB622")
    assert (wording.span.line, wording.fix and wording.fix.edits[0].text) == (4, "公开栏")
    every = [late, long, *of(file, "NB621"), wording]
    assert all("按本单位设置" in finding.message for finding in every)


def test_a_denial_or_a_number_before_the_word_will_do(tmp_path: Path) -> None:
    file = report(tmp_path, OWN.replace("设公示栏", "本年度未制发规章，发布解读稿12篇，废止文件三件"))
    office(tmp_path, "必写数字: {主动公开: [规章, 解读, 废止]}\n")
    assert of(file, "NB621") == []


def test_likeness_is_the_share_that_stands_in_last_years_text(tmp_path: Path) -> None:
    same = (
        "  监督保障: 各部门的公开工作全部纳入年度考核，聘请代表和媒体组织社会评议，"
        "本年度未发生责任追究的情形，按季度通报各科室公开情况，年底集中讲评。\n"
    )
    new = same.replace("年底集中讲评。", "对发现的错字漏链逐条销号，责任落到每个岗位和每名编辑人员，建立轮值审读制度。")
    (tmp_path / "去年.yaml").write_text(last_year(f"总体情况:\n{same}"), encoding="utf-8")
    file = report(tmp_path, f"上年报告: 去年.yaml\n总体情况:\n{new}")
    assert [finding for finding in of(file, "NB406") if "监督保障" in finding.path] == []
    office(tmp_path, "雷同上限: 40%\n")
    (finding,) = (finding for finding in of(file, "NB406") if "监督保障" in finding.path)
    assert "超过上限 40%（按本单位设置）" in finding.message
    assert finding.severity is Severity.WARNING


def test_levels_raised_and_lowered_but_no_error_lowered_and_silences_hold(tmp_path: Path) -> None:
    wrong = OWN.replace("对申请依法登记、办理、答复。", "全年新收申请3件。")
    file = report(tmp_path, wrong)
    (plain,) = of(file, "NB301")
    office(tmp_path, "规则: {NB301: 错误, NB201: 提醒, NB103: 提醒}\n")
    (raised,) = of(file, "NB301")
    assert (plain.severity, raised.severity) == (Severity.WARNING, Severity.ERROR)
    assert raised.message.endswith("（按本单位设置提为错误）")
    report(tmp_path, wrong.replace("件。", "件。 # nianbao: 忽略 NB301 因为是口头申请"))
    report(tmp_path, wrong.replace("  依申请公开:", "  # nianbao: 忽略 NB301 因为是口头申请\n  依申请公开:"))
    assert of(file, "NB301") == []
    report(tmp_path, wrong.replace("年度: 2023", "年度: 二三年"))
    assert all(finding.severity is Severity.ERROR for finding in of(file, "NB103"))
    office(tmp_path, "规则: {NB301: 提醒}\n")
    report(tmp_path, wrong)
    (lowered,) = of(file, "NB301")
    assert lowered.severity is Severity.INFO


def test_broken_settings_are_said_and_a_named_one_takes_their_place(tmp_path: Path) -> None:
    file = report(tmp_path)
    office(tmp_path, "字数上限: 五十\n签字: [甲]\n")
    (finding,) = of(file, "NB620")
    assert finding.severity is Severity.WARNING
    office(tmp_path, "字数上限: [50\n")
    (finding,) = of(file, "NB620")
    assert finding.severity is Severity.ERROR
    other = tmp_path / "县里.yaml"
    other.write_text("字数上限: 50\n", encoding="utf-8")
    assert of(file, "NB620", other) == []
    assert len(of(file, "NB511", other)) == 1


def test_where_settings_are_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / "县" / "局" / "科" / "年报"
    deep.mkdir(parents=True)
    for folder in (tmp_path, *deep.parents):
        if tmp_path in (folder, *folder.parents):
            folder.chmod(0o755)
    file = report(deep)
    assert find_profile(str(file)) is None
    office(tmp_path, "")
    assert find_profile(str(file)) is None, "four folders above"
    above = office(tmp_path / "县", "")
    assert find_profile(str(file)) == str(above)
    (tmp_path / "县" / "局" / ".git").mkdir()
    assert find_profile(str(file)) is None, "the repository ends below"
    (tmp_path / "县" / "局" / ".git").rmdir()
    monkeypatch.setenv("HOME", str(tmp_path / "县" / "局"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "县" / "局"))
    assert find_profile(str(file)) is None, "above the home folder"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    if os.name == "posix":
        (tmp_path / "县").chmod(0o777)
        assert find_profile(str(file)) is None, "anybody may write there"
    own = office(deep, "")
    assert find_profile(str(file)) == str(own)


TAGS = """网站: {SiteName: 某县人民政府网, SiteDomain: www.example.gov.cn, ColumnName: 政府信息公开年报,
  SiteIDCode: 4100000001}
"""


def test_the_page_has_the_sites_tags_in_their_order_and_a_fragment_none(tmp_path: Path) -> None:
    import lxml.html

    file = report(tmp_path)
    office(tmp_path, TAGS)
    built = build_file(str(file), BuildOptions(str(tmp_path), ("html",), verify=True))
    page = lxml.html.parse(built.written[0]).getroot()
    tags = [
        (meta.get("name"), meta.get("content")) for meta in page.iter("meta") if (meta.get("name") or "")[0:1].isupper()
    ]
    assert tags == [
        ("SiteName", "某县人民政府网"),
        ("SiteDomain", "www.example.gov.cn"),
        ("SiteIDCode", "4100000001"),
        ("ColumnName", "政府信息公开年报"),
        ("ArticleTitle", "示例县人民政府办公室2023年政府信息公开工作年度报告"),
        ("PubDate", "2024-01-25"),
        ("ContentSource", "示例县人民政府办公室"),
    ]
    built = build_file(str(file), BuildOptions(str(tmp_path), ("html",), fragment=True))
    assert "<meta" not in Path(built.written[0]).read_text(encoding="utf-8")
    report(tmp_path, OWN.replace("落款: 2024-01-25\n", ""))
    built = build_file(str(file), BuildOptions(str(tmp_path), ("html",)))
    assert "PubDate" not in Path(built.written[0]).read_text(encoding="utf-8")
    assert "没有 PubDate" in built.note


def test_template_page_numbers_and_signers(tmp_path: Path, root: Path) -> None:
    file = report(tmp_path)
    (tmp_path / "模板.docx").write_bytes((root / "templates" / "reference.docx").read_bytes())
    office(tmp_path, "名称: 县里的要求\n模板: 模板.docx\n页码: 奇偶分置\n签字: [拟稿, 保密审查, 签发]\n")
    checked = check_file(str(file))
    assert checked.report is not None
    assert checked.report.page_numbers_outside
    assert build_file(str(file), BuildOptions(str(tmp_path), ("docx",))).written
    (tmp_path / "模板.docx").unlink()
    assert build_file(str(file), BuildOptions(str(tmp_path), ("docx",))).problem is not None
    sheet = sign_off(str(file)).sheet
    assert sheet is not None
    text = str(sheet)
    assert "保密审查：" in text
    assert "县里的要求" in text


def test_profile_on_the_command_line(cli, tmp_path: Path) -> None:
    report(tmp_path)
    office(tmp_path, "字数上限: 50\n")
    done = cli("check", "年报.yaml", cwd=tmp_path)
    assert "按本单位设置 " in done.stderr
    assert "NB511" in done.stdout
    assert cli("check", "nianbao.yaml", cwd=tmp_path).returncode == 0
    office(tmp_path, "字数上线: 50\n")
    wrong = cli("check", "nianbao.yaml", cwd=tmp_path)
    assert wrong.returncode == 1
    assert "是不是“字数上限”" in wrong.stdout
    assert cli("check", "年报.yaml", "--profile", "没有.yaml", cwd=tmp_path).returncode == 2
    assert cli("check", ".", "--format", "json", cwd=tmp_path).stdout.count('"file": "./年报.yaml"') >= 1
