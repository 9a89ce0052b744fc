"""核对单 and 定稿: every figure with its true source, what has changed since, what was published by others' hands."""

import hashlib
import json
import re
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from complete import complete, last_year, report_of
from hypothesis import given
from hypothesis import strategies as st

from generator.document.blocks import Table
from generator.files.errors import UserError
from generator.form.placing import in_words
from generator.pipeline.building import BuildOptions, build_file
from generator.pipeline.checking import check_file
from generator.pipeline.comparing import compare_files
from generator.pipeline.signing_off import record, rendered, sign_off
from generator.pipeline.verifying import find_record, verify_published
from generator.report.plain import printed_figures
from generator.signing.balances import balance_lines
from generator.signing.figures import signed_figures
from generator.signing.marks import is_record
from generator.signing.record import UnreadableRecordError, read, record_of, written

DAY = date(2024, 1, 22)
NAME = "某某县教育局-2023"
TEXT = """# 检查过 nianbao: 忽略 NB205 因为四件都是申请人撤回
机关: 某某县教育局
年度: 2023
主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 2, 现行有效: 9}, 行政许可: 14, 行政处罚: 0, 行政强制: 0,
  行政事业性收费: 3.25}
政府信息公开申请:
  本年新收: {自然人: 7, 商业企业: 1}
  上年结转: {自然人: 1}
  办理结果: {予以公开: {自然人: 6, 商业企业: 1}, 部分公开: {自然人: 1}}
  结转下年度: {自然人: 1}
总体情况:
  主动公开: 全年制发行政规范性文件{{ 行政规范性文件.本年制发 }}件，办结行政许可14件，开展培训5次。
  依申请公开: 全年新收申请8件，按期答复。
  政府信息管理: 逐篇审核。
  政府信息公开平台建设: 栏目按时更新。
  监督保障: 列入考核。
"""
BEFORE = """机关: 某某县教育局
政府信息公开申请: {本年新收: {自然人: 4}, 上年结转: 0, 办理结果: {予以公开: {自然人: 3}}, 结转下年度: {自然人: 1}}
"""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "去年.yaml").write_text(last_year(BEFORE), encoding="utf-8")
    (tmp_path / f"{NAME}.yaml").write_text(complete(TEXT + "上年报告: 去年.yaml\n"), encoding="utf-8")
    return tmp_path


def _yaml(work: Path) -> str:
    return str(work / f"{NAME}.yaml")


def _built(work: Path, *formats: str) -> list[Path]:
    built = build_file(_yaml(work), BuildOptions(formats=formats))
    assert built.problem is None
    return [Path(path) for path in built.written]


def _cells(work: Path) -> list[tuple[str, ...]]:
    sheet = sign_off(_yaml(work)).sheet
    assert sheet is not None
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    return [tuple(cell.text for cell in row) for table in tables for row in table.rows]


def test_each_figure_that_is_not_0_with_its_source_and_change(work: Path) -> None:
    rows = {row[0]: row[1:] for row in _cells(work)}
    assert rows["表三“本年新收”自然人"] == ("7", "填写（第7行）", "4", "增加 3")
    assert rows["表三“本年新收”总计"] == ("8", "程序合计", "4", "增加 4")
    assert rows["表三“上年结转”自然人"] == ("1", "填写（第8行），等于上年“结转下年度”", "0", "增加 1")
    assert rows["表二“行政事业性收费”"][:2] == ("3.25", "填写（第5行）")
    assert "表二“行政处罚”" not in rows


@given(st.integers(0, 20), st.integers(0, 20), st.decimals(0, 99, places=2))
def test_all_figures_but_those_of_0_are_signed_for(person: int, company: int, fee: Decimal) -> None:
    report = report_of(
        complete(
            f"政府信息公开申请: {{本年新收: {{自然人: {person}, 商业企业: {company}}}, 上年结转: 0, 办理结果: 0, "
            f"结转下年度: {{自然人: {person}, 商业企业: {company}}}}}\n"
            "主动公开政府信息: {规章: 0, 行政规范性文件: 0, 行政许可: 0, 行政处罚: 0, 行政强制: 0, "
            f"行政事业性收费: {fee}}}\n"
        )
    )
    expected = [in_words(path, report.edition) for path, value in printed_figures(report) if value]
    assert [figure.place for figure in signed_figures(report)] == expected
    assert {line.outcome for line in balance_lines(report)} == {"相等"}


def test_a_balance_that_fails_and_one_that_nobody_knows() -> None:
    table = "政府信息公开申请: {{本年新收: {{自然人: {}}}, 上年结转: 0, 办理结果: 0, 结转下年度: 0}}\n"
    assert [line.outcome for line in balance_lines(report_of(complete(table.format(2))))] == ["不相等"]
    assert [line.outcome for line in balance_lines(report_of(complete(table.format("十八"))))] == [
        "有数没有读出，不能核对"
    ]


def test_numbers_of_the_text_and_what_they_rest_on(work: Path) -> None:
    rows = {(row[0], row[1]): row[2] for row in _cells(work) if len(row) == 3}
    assert rows["主动公开", "取自表格（{{ }}）"].endswith("文件2件")
    assert "行政许可14件（表二“行政许可”）" in rows["主动公开", "与表格相等"]
    assert rows["主动公开", "没有核对"] == "开展培训5次"
    assert "新收申请8件（表三“本年新收”）" in rows["依申请公开", "与表格相等"]


def test_open_findings_silences_with_reasons_and_doubts(work: Path) -> None:
    file = work / f"{NAME}.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("自然人: 7", "自然人: 7 # 存疑：印得不清"), encoding="utf-8"
    )
    file.write_text(
        file.read_text(encoding="utf-8").replace(
            "本年新收: {自然人: 7 # 存疑：印得不清, 商业企业: 1}", "本年新收: {自然人: 7, 商业企业: 1} # 存疑：印得不清"
        ),
        encoding="utf-8",
    )
    rows = _cells(work)
    assert ("第1行", "NB205 已忽略", "原因：因为四件都是申请人撤回") in rows
    assert ("导入", "存疑", "第7行：印得不清") in rows


@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf"])
def test_the_sheet_in_every_format_with_unbroken_checksums(work: Path, form: str) -> None:
    (docx,) = _built(work, "docx")
    sums = [hashlib.sha256(file.read_bytes()).hexdigest() for file in (work / f"{NAME}.yaml", docx)]
    data = rendered(sign_off(_yaml(work)), form)
    if form == "docx":
        from generator.importing.readers import read_published

        text = " ".join(
            cell.text
            for block in read_published("a.docx", data).blocks
            for row in getattr(block, "rows", ())
            for cell in row
        )
    elif form == "pdf":
        import pypdfium2

        with pypdfium2.PdfDocument(data) as pages:
            assert len(pages) <= 2
            text = "".join(page.get_textpage().get_text_range() for page in pages)
    else:
        text = data.decode()
    assert re.findall(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", text) == sums


def test_a_built_file_that_says_something_else_keeps_from_signing(work: Path) -> None:
    _built(work, "html")
    file = work / f"{NAME}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("逐篇审核", "逐条审核"), encoding="utf-8")
    signed = sign_off(str(file))
    assert len(signed.problems) == 1
    assert "请重新生成" in signed.problems[0]
    with pytest.raises(UserError):
        record(str(file), signed, DAY)
    assert not list(work.glob("*.定稿.json"))


def test_a_report_with_errors_is_not_recorded(work: Path) -> None:
    file = work / f"{NAME}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("自然人: 7", "自然人: 8"), encoding="utf-8")
    signed = sign_off(str(file))
    assert signed.sheet is not None
    assert not signed.fit
    with pytest.raises(UserError):
        record(str(file), signed, DAY)


def _signed(work: Path) -> Path:
    return Path(record(_yaml(work), sign_off(_yaml(work)), DAY))


def test_the_record_keeps_hashes_date_and_figures(work: Path) -> None:
    (page,) = _built(work, "html")
    place = _signed(work)
    assert place.name == f"{NAME}.定稿.json"
    kept = json.loads(place.read_bytes())
    assert kept["date"] == "2024-01-22"
    assert kept["hashes"][page.name] == hashlib.sha256(page.read_bytes()).hexdigest()
    assert kept["figures"]["政府信息公开申请.本年新收.自然人"] == 7
    assert read(place.read_bytes()).figures["主动公开政府信息.行政事业性收费"] == Decimal("3.25")
    assert compare_files(_yaml(work), str(place)).comparison.same


def test_an_older_record_is_kept_and_no_foreign_file_replaced(work: Path) -> None:
    place = _signed(work)
    older = place.read_bytes()
    assert _signed(work).read_bytes() == older
    file = work / f"{NAME}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("培训5次", "培训6次"), encoding="utf-8")
    _signed(work)
    assert (work / f"{place.name}.bak").read_bytes() == older
    place.write_text('{"我的": "笔记"}', encoding="utf-8")
    with pytest.raises(UserError):
        _signed(work)
    assert place.read_text(encoding="utf-8") == '{"我的": "笔记"}'


def _since(work: Path) -> list[str]:
    return [finding.message for finding in check_file(_yaml(work)).findings if finding.code == "NB612"]


def test_check_says_what_has_changed_since(work: Path) -> None:
    (page,) = _built(work, "html")
    _signed(work)
    assert _since(work) == []
    file = work / f"{NAME}.yaml"
    kept = file.read_text(encoding="utf-8")
    file.write_text(kept + "# 一句注释\n", encoding="utf-8")
    assert [message.endswith("文件改过，印出来的内容没有变") for message in _since(work)] == [True]
    file.write_text(
        kept.replace("行政许可: 14", "行政许可: 41").replace("开展培训5次", "开展培训6次"), encoding="utf-8"
    )
    figure, text = sorted(_since(work), reverse=True)
    assert "表二“行政许可”由 14 改为 41" in figure
    assert "“一、总体情况”的文字改过 1 处" in text
    file.write_text(kept, encoding="utf-8")
    page.write_bytes(page.read_bytes() + b"\n")
    assert [page.name in message for message in _since(work)] == [True]


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"program": "nianbao", "kind": "\xe5\xae\x9a\xe7\xa8\xbf"}', b"{" * 9000]
)
def test_a_damaged_record_is_said_and_breaks_nothing(work: Path, damage: bytes) -> None:
    _signed(work).write_bytes(damage)
    assert [("读不出来" in message) for message in _since(work)] == [True]
    with pytest.raises(UnreadableRecordError):
        read(damage)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda s: (
            st.lists(s, max_size=3)
            | st.dictionaries(
                st.sampled_from(["date", "agency", "year", "hashes", "figures", "report", "机关"]), s, max_size=4
            )
        ),
        max_leaves=12,
    )
)
def test_no_json_is_taken_for_a_record_it_is_not(data: object) -> None:
    head = {"program": "nianbao", "kind": "定稿"}
    text = json.dumps({**head, **data} if isinstance(data, dict) else data, ensure_ascii=False).encode()
    try:
        found = read(text)
    except UnreadableRecordError:
        return
    assert is_record(text)
    assert isinstance(found.yaml, bytes)


def test_the_record_of_every_example_reads_back_as_the_report(examples: Path, tmp_path: Path) -> None:
    for file in sorted(examples.glob("*.yaml")):
        checked = check_file(str(file))
        assert checked.report is not None
        place = tmp_path / f"{file.stem}.定稿.json"
        place.write_bytes(written(record_of(checked.report, "2024-01-22", {})))
        assert compare_files(str(file), str(place)).comparison.same, file.name


WRAPPER = (
    "<!DOCTYPE html><html><head><title>{title}</title><style>p{{font-size:12px}}td{{background:#eee}}</style>"
    "</head><body>"
    "<div class=nav><a href=/>首页</a> &gt; 政府信息公开年报</div><div class=main><h3>{title}</h3>"
    "<div class=info>发布时间：2024-01-24　来源：某某县教育局　【字体：大 中 小】</div><div id=zoom>{body}</div>"
    "<div class=foot>主办：某某县人民政府　备案号：某ICP备00000000号</div></div></body></html>"
)


def test_what_a_site_has_wrapped_is_verified_figure_by_figure(work: Path) -> None:
    fragment = build_file(_yaml(work), BuildOptions(formats=("html",), fragment=True, directory=str(work))).written[0]
    body = Path(fragment).read_text(encoding="utf-8")
    Path(fragment).unlink()
    place = str(_signed(work))
    page = work / "网站.html"
    page.write_text(WRAPPER.format(title="某某县教育局2023年政府信息公开工作年度报告", body=body), encoding="utf-8")
    assert verify_published(place, str(page)).same
    page.write_text(
        page.read_text(encoding="utf-8").replace(">14<", ">41<").replace("培训5次", "培训50次"), encoding="utf-8"
    )
    verified = verify_published(place, str(page))
    assert [(pair.place, pair.before, pair.after) for pair in verified.comparison.figures] == [
        ("表二“行政许可”", 14, 41)
    ]
    assert [section.name for section in verified.sections] == ["一、总体情况"]
    assert not verified.same


def test_every_built_format_is_verified_also_when_its_bytes_are_others(work: Path) -> None:
    place = str(_signed(work))  # before anything was built: nothing is known by its checksum
    for file in _built(work, "docx", "html", "md", "pdf"):
        verified = verify_published(place, str(file))
        assert (verified.same, verified.same_file) == (True, False), file.name


def test_which_record_is_meant(work: Path) -> None:
    with pytest.raises(UserError):
        find_record(_yaml(work), [])
    place = _signed(work)
    assert find_record(_yaml(work), []) == str(place)
    assert find_record(None, [str(work / "公布.html")]) == str(place)
    shutil.copy(place, work / "别的.定稿.json")
    with pytest.raises(UserError):
        find_record(None, [str(work / "公布.html")])


def test_signoff_on_the_command_line(cli, work: Path) -> None:
    assert cli("signoff", f"{NAME}.yaml", "-o", "核对单.docx", "--record", cwd=work).returncode == 0
    assert cli("核对单", f"{NAME}.yaml", cwd=work).stdout.startswith("# 《某某县教育局2023年政府信息公开工作年度报告》")
    cli("build", f"{NAME}.yaml", "-t", "html,md", cwd=work)
    files = sorted(file.name for file in work.glob("*年度报告.*"))
    same = cli("signoff", f"{NAME}.yaml", "--verify", *files, cwd=work)
    assert (same.returncode, same.stdout.count("逐个相同")) == (0, 2)
    (work / files[0]).write_text(
        (work / files[0]).read_text(encoding="utf-8").replace(">14<", ">15<"), encoding="utf-8"
    )
    other = cli("signoff", "--verify", files[0], cwd=work)
    assert other.returncode == 1
    assert "表二“行政许可”：定稿是 14，这里是 15" in other.stdout
    assert cli("signoff", f"{NAME}.yaml", "-o", "核对单.txt", cwd=work).returncode == 2
    assert cli("fix", f"{NAME}.定稿.json", cwd=work).returncode == 2
    assert cli("signoff", cwd=work).returncode == 2
