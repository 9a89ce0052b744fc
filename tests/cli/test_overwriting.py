"""No output goes over what was read, nor over a file that is not ours: every command, every option with a file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import docx
import pytest
from conftest import Cli
from typer.main import get_command

from generator.cli.command_names import COMMANDS
from generator.cli.program import app
from generator.cli.values import file_name

AGENCY = "温县人民政府办公室"
TITLE = "年政府信息公开工作年度报告"
BUILT = f"{AGENCY}2022{TITLE}"
FOREIGN = "领导改过的文字，只有这一份。\n".encode()


class Case(NamedTuple):
    """A command line with ``{out}`` for its output. ``fresh``: it refuses any existing file, ours too."""

    words: tuple[str, ...]
    out: str
    inputs: tuple[str, ...]
    fresh: bool = False


def _case(words: str, out: str, *inputs: str, fresh: bool = False) -> Case:
    return Case(tuple(words.split()), out, inputs, fresh)


_COLLECT = "collect 报送 --roster 名单.csv -j 1 -o {out}"
_MERGE = "merge 报送 --agency 温县人民政府 -j 1"
CASES = {
    ("new", "--output"): [
        _case("new 2025 --agency 甲局 -o {out}", "新.yaml", fresh=True),
        _case("new 2023 --from 甲.yaml -o {out}", "新.yaml", "甲.yaml", fresh=True),
    ],
    ("check", "--output"): [
        _case("check 甲.yaml --last-year 网页.html --format xlsx -o {out}", "问题.xlsx", "甲.yaml", "网页.html")
    ],
    ("build", "--output"): [
        _case("build 甲.yaml -t docx -o 成品", f"成品/{BUILT}.docx", "甲.yaml"),
        _case("build 甲.yaml -t docx --reference 模板.docx -o 成品", f"成品/{BUILT}.docx", "模板.docx"),
        _case("build 甲.yaml -t html -o 成品", f"成品/{BUILT}.html", "甲.yaml"),
        _case("build 甲.yaml -t html --fragment -o 成品", f"成品/{BUILT}.html", "甲.yaml"),
        _case("build 报送 乙.yaml -t docx -o 成品", f"成品/{BUILT}.docx", "乙.yaml", "报送/甲.yaml"),
    ],
    ("import", "--output"): [_case("import 网页.html -o {out}", "读.yaml", "网页.html", fresh=True)],
    ("compare", "--output"): [
        _case("compare 网页.html 改.yaml -o {out}", "不同.txt", "网页.html", "改.yaml"),
        _case("compare 网页.html 改.yaml --format html -o {out}", "不同.html", "网页.html", "改.yaml"),
        _case("compare 网页.html 改.yaml --format json -o {out}", "不同.json", "网页.html", "改.yaml"),
    ],
    ("compare", "--correction"): [
        _case(f"compare 网页.html 改.yaml --correction {{out}}.{suffix}", f"更正.{suffix}", "网页.html", "改.yaml")
        for suffix in ("docx", "md", "html")
    ],
    ("collect", "--output"): [_case(_COLLECT, "台账.xlsx", "名单.csv", "报送/甲.yaml")],
    ("merge", "--output"): [_case(f"{_MERGE} -o {{out}}", "汇总.yaml", "报送/甲.yaml", fresh=True)],
    ("merge", "--texts"): [
        _case(f"{_MERGE} -o 总.yaml --force --texts {{out}}", f"汇编.{suffix}", "报送/甲.yaml")
        for suffix in ("docx", "html")
    ],
    ("export", "--output"): [
        _case(f"export 甲.yaml --to {suffix} -o {{out}}", f"数字.{suffix}", "甲.yaml")
        for suffix in ("json", "csv", "xlsx", "tsv")
    ],
    ("signoff", "--output"): [
        _case("signoff 甲.yaml -o {out}", f"核对.{suffix}", "甲.yaml") for suffix in ("docx", "html", "md")
    ],
    ("examples", "folder"): [_case("examples 例", f"例/{AGENCY}-2022.yaml")],
    ("ledger", "--output"): [
        _case("ledger 台账.csv --year 2026 -o {out}", "明细.xlsx", "台账.csv"),
        _case("ledger 台账.csv --year 2026 --last 去年.csv -o {out}", "明细.xlsx", "去年.csv"),
    ],
    ("schema", "--output"): [_case("schema -o {out}", "模式.json")],
}
INPUTS = {
    *{(name, "files") for name in ("check", "fix", "build", "import", "merge", "signoff")},
    *{
        ("compare", "before"),
        ("compare", "after"),
        ("export", "file"),
        ("preview", "file"),
        ("fill", "file"),
        ("collect", "folder"),
    },
    *{("new", "--from"), ("check", "--last-year"), ("merge", "--last-year"), ("collect", "--last-year")},
    *{("build", "--reference"), ("collect", "--roster"), ("ledger", "file"), ("ledger", "--last")},
    ("collect", "package"),  # a folder, guarded by itself
    *{(name, "--profile") for name in ("check", "build", "signoff", "collect")},
    *{("signoff", "--verify"), ("revise", "file"), ("revise", "word")},
    *{("due", "file"), ("due", "--answers")},
    *{("ledger", "--answers"), ("ledger", "--into")},  # edited, never replaced
}
"""Every other parameter that names files: what is read."""
ALL = [case for cases in CASES.values() for case in cases]


@pytest.fixture
def work(tmp_path: Path, examples: Path) -> Path:
    source = (examples / f"{AGENCY}-2022.yaml").read_text(encoding="utf-8")
    (tmp_path / "甲.yaml").write_text(source, encoding="utf-8")
    (tmp_path / "改.yaml").write_text(source.replace("行政许可: 0", "行政许可: 1"), encoding="utf-8")
    (tmp_path / "乙.yaml").write_text(source.replace(AGENCY, "乙县人民政府"), encoding="utf-8")
    (tmp_path / "报送").mkdir()
    shutil.copy(tmp_path / "甲.yaml", tmp_path / "报送" / "甲.yaml")
    shutil.copy(examples / f"{AGENCY}-2022.html", tmp_path / "网页.html")
    shutil.copy(Path(__file__).parents[2] / "templates" / "reference.docx", tmp_path / "模板.docx")
    head = "编号,收到日期,申请人类型,答复日期,答复类型\n"
    (tmp_path / "台账.csv").write_text(f"{head}2025-1,2025-12-20,公民,2026-01-05,公开\n", encoding="utf-8")
    (tmp_path / "去年.csv").write_text(f"{head}2025-1,2025-12-20,公民,,\n", encoding="utf-8")
    (tmp_path / "名单.csv").write_text(f"单位名称\n{AGENCY}\n", encoding="utf-8")
    return tmp_path


def _words(case: Case, *more: str) -> list[str]:
    stem = os.path.splitext(case.out)[0]
    words = [word.replace("{out}.", f"{stem}.").replace("{out}", case.out) for word in case.words]
    return [*words, *(word for word in more if word not in words)]


def _named(case: Case) -> str:
    return " ".join(case.words)


def _file_parameters() -> Iterator[tuple[str, str]]:
    group = get_command(app)
    for name in COMMANDS:
        command = group.get_command(None, name)  # type: ignore[attr-defined]
        for param in command.params:
            if getattr(param.type, "func", None) is file_name:
                yield name, max(param.opts, key=len)


def test_every_option_that_names_a_file_is_known_here() -> None:
    """A new option is put among the outputs, where the laws below hold for it, or among what is read."""
    assert set(_file_parameters()) == {*CASES, *INPUTS}


def test_every_command_with_outputs_can_be_told_by_force() -> None:
    group = get_command(app)
    for name, _ in CASES:
        command = group.get_command(None, name)  # type: ignore[attr-defined]
        assert any("--force" in param.opts for param in command.params), name


@pytest.mark.parametrize("case", ALL, ids=_named)
def test_somebody_elses_file_stays(cli: Cli, work: Path, case: Case) -> None:
    out = work / case.out
    out.parent.mkdir(exist_ok=True)
    out.write_bytes(FOREIGN)
    words = [word for word in _words(case) if word != "--force"]
    refused = cli(*words, cwd=work)
    assert refused.returncode == 2, refused.stderr
    assert out.name in refused.stderr
    assert "--force" in refused.stderr
    assert out.read_bytes() == FOREIGN
    forced = cli(*_words(case, "--force"), cwd=work)
    assert forced.returncode in (0, 1), forced.stderr
    assert out.read_bytes() != FOREIGN


@pytest.mark.parametrize("how", ["link", "hard link", "folder link"])
@pytest.mark.parametrize("case", [case for case in ALL if case.inputs], ids=_named)
def test_what_was_read_stays(cli: Cli, work: Path, case: Case, how: str) -> None:
    """The name of the output leads to an input; by force neither."""
    for file in case.inputs:
        out, kept = work / case.out, (work / file).read_bytes()
        if how == "folder link":
            aside = work / "别处"
            aside.mkdir(exist_ok=True)
            shutil.move(work / file, aside / out.name)
            (work / file).symlink_to(aside / out.name)
            out.parent.exists() and out.parent != work and shutil.rmtree(out.parent)
            (work / "链接").unlink(missing_ok=True)
            (work / "链接").symlink_to(aside)
            words = [w.replace(case.out, f"链接/{out.name}").replace("成品", "链接") for w in _words(case, "--force")]
        else:
            out.parent.mkdir(exist_ok=True)
            out.unlink(missing_ok=True)
            out.symlink_to(work / file) if how == "link" else out.hardlink_to(work / file)
            words = _words(case, "--force")
        refused = cli(*words, cwd=work)
        assert refused.returncode == 2, (file, refused.stderr)
        assert (work / file).read_bytes() == kept
        if how != "folder link":
            assert out.read_bytes() == kept


@pytest.mark.parametrize("case", [case for case in ALL if not case.fresh], ids=_named)
def test_what_is_ours_is_written_again_without_a_word(cli: Cli, work: Path, case: Case) -> None:
    first = cli(*_words(case), cwd=work)
    again = cli(*_words(case), cwd=work)
    assert (again.returncode, again.stderr) == (first.returncode, first.stderr)
    assert first.returncode in (0, 1)


@pytest.mark.parametrize("case", [case for case in ALL if case.fresh], ids=_named)
def test_a_new_report_is_not_written_over_the_one_before(cli: Cli, work: Path, case: Case) -> None:
    assert cli(*_words(case), cwd=work).returncode in (0, 1)
    before = (work / case.out).read_bytes()
    refused = cli(*_words(case), cwd=work)
    assert refused.returncode == 2
    assert "已经存在" in refused.stderr
    assert (work / case.out).read_bytes() == before


@pytest.mark.parametrize("case", [case for case in ALL if not case.fresh], ids=_named)
def test_an_empty_file_is_nothing_to_lose(cli: Cli, work: Path, case: Case) -> None:
    (work / case.out).parent.mkdir(exist_ok=True)
    (work / case.out).touch()
    assert cli(*_words(case), cwd=work).returncode in (0, 1)
    assert (work / case.out).stat().st_size


@pytest.mark.parametrize("case", ALL, ids=_named)
def test_a_folder_in_the_way(cli: Cli, work: Path, case: Case) -> None:
    (work / case.out).mkdir(parents=True)
    refused = cli(*_words(case, "--force"), cwd=work)
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
    assert (work / case.out).is_dir()


def _resaved_by_zip(path: Path) -> None:
    """Every part the same, written anew with one more: what an office program does at the least."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data + b" " if name == "word/document.xml" else data)


def _edited_by_program(path: Path) -> None:
    document = docx.Document(str(path))
    document.paragraphs[-1].add_run("（已改）")
    document.save(str(path))


def _header_edited(path: Path) -> None:
    document = docx.Document(str(path))
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.save(str(path))


@pytest.mark.parametrize("edit", [_resaved_by_zip, _edited_by_program, _header_edited])
def test_a_docx_that_the_director_has_edited_is_not_replaced(cli: Cli, work: Path, edit) -> None:
    assert cli("build", "甲.yaml", cwd=work).returncode == 0
    path, text = work / f"{BUILT}.docx", work / f"{BUILT}.md"
    edit(path)
    edited, older = path.read_bytes(), text.read_bytes()
    (work / "甲.yaml").write_text((work / "改.yaml").read_text("utf-8"), "utf-8")
    refused = cli("build", "甲.yaml", cwd=work)
    assert refused.returncode == 2
    assert "有人改过" in refused.stderr
    assert "revise" in refused.stderr
    assert f"nianbao revise 甲.yaml {BUILT}.docx" in refused.stderr, "a command that can be pasted"
    assert path.read_bytes() == edited
    assert text.read_bytes() == older, "all of a report or nothing"
    assert cli("build", "甲.yaml", "--force", cwd=work).returncode == 0
    assert path.read_bytes() != edited


def test_a_report_edited_as_markdown_is_builds_own_name(cli: Cli, work: Path) -> None:
    assert cli("build", "甲.yaml", "-t", "md", cwd=work).returncode == 0
    text = work / f"{BUILT}.md"
    text.write_text("# 手改\n", encoding="utf-8")
    assert cli("build", "甲.yaml", "-t", "md", cwd=work).returncode == 0
    assert "手改" not in text.read_text("utf-8")


@pytest.mark.parametrize("suffix", ["pdf", "html"])
def test_a_published_file_of_the_same_name_stays(cli: Cli, work: Path, suffix: str) -> None:
    """The stamped scan, the page saved from the site."""
    path = work / f"{BUILT}.{suffix}"
    path.write_bytes(b"%PDF-1.7 scan" if suffix == "pdf" else b"<!DOCTYPE html><html><body>site</body></html>")
    before = path.read_bytes()
    refused = cli("build", "甲.yaml", "-t", f"md,{suffix}", cwd=work)
    assert refused.returncode == 2
    assert path.read_bytes() == before
    assert not (work / f"{BUILT}.md").exists()


def test_from_a_page_to_a_fragment_and_back(cli: Cli, work: Path) -> None:
    for options in ((), ("--fragment",), ()):
        assert cli("build", "甲.yaml", "-t", "html", *options, cwd=work).returncode == 0


def test_a_report_typed_as_json_is_no_export(cli: Cli, work: Path) -> None:
    """It has the keys of the form, but none of the totals."""
    import json

    assert cli("export", "甲.yaml", "--to", "json", "-o", "数字.json", cwd=work).returncode == 0
    plain = json.loads((work / "数字.json").read_text("utf-8"))
    plain = {key: value for key, value in plain.items() if key != "政府信息公开申请"} | {"政府信息公开申请": {}}
    plain = {key: {k: v for k, v in value.items() if k != "总计"} if isinstance(value, dict) else value
             for key, value in plain.items()}  # fmt: skip
    typed = json.dumps(plain, ensure_ascii=False).replace('"总计"', '"合计"')
    (work / "手填.json").write_text(typed, "utf-8")
    assert cli("export", "甲.yaml", "--to", "json", "-o", "手填.json", cwd=work).returncode == 2
    assert (work / "手填.json").read_text("utf-8") == typed


@pytest.mark.parametrize(
    "words",
    [
        "compare 网页.html 改.yaml -o 一.md --correction 一.md",
        "compare 网页.html 改.yaml -o 一.md --correction ./别处/../一.md",
        "merge 报送 --agency 甲局 -o 一.md --texts 一.docx",
        "import 网页.html 网页二.html -o 读 --force",
    ],
)
def test_two_outputs_in_one_file(cli: Cli, work: Path, words: str) -> None:
    shutil.copy(work / "网页.html", work / "网页二.html")
    refused = cli(*words.split(), cwd=work)
    assert refused.returncode == 2
    assert "同一个文件" in refused.stderr
    assert not (work / "一.md").exists()


@pytest.mark.parametrize(("one", "other"), [("A局", "a局"), ("Caf\u00e9局", "Cafe\u0301局")])
def test_two_inputs_whose_outputs_are_one_file_on_other_systems(cli: Cli, work: Path, one: str, other: str) -> None:
    source = (work / "甲.yaml").read_text("utf-8")
    for number, name in enumerate((one, other)):
        (work / f"{number}.yaml").write_text(source.replace(AGENCY, name), "utf-8")
    refused = cli("build", "0.yaml", "1.yaml", "-o", "成品", cwd=work)
    assert refused.returncode == 2
    assert not (work / "成品").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="管理员什么都能读")
def test_a_file_that_cannot_be_read_is_not_replaced(cli: Cli, work: Path) -> None:
    out = work / "数字.csv"
    out.write_bytes(FOREIGN)
    out.chmod(0o200)
    refused = cli("export", "甲.yaml", "--to", "csv", "-o", out, cwd=work)
    assert refused.returncode == 2
    assert "看不出" in refused.stderr


def test_stdout_is_no_file(cli: Cli, work: Path) -> None:
    (work / "-").write_bytes(FOREIGN)
    for words in ("export 甲.yaml --to csv -o -", "schema -o -", "build 甲.yaml -t md -o -", "new 2025 -o -"):
        assert cli(*words.split(), cwd=work).returncode == 0
    assert (work / "-").read_bytes() == FOREIGN


def test_only_the_guard_and_what_edits_write_files() -> None:
    """Whoever writes without the guard must be named here with its reason."""
    allowed = {
        "overwriting.py": "the guard itself",
        "writing.py": "where it is done",
        "starting.py": "refuses every existing file",
        "laying_out.py": "leaves or refuses every existing file with something in it",
        "fixing.py": "edits, with .bak",
        "ledgers.py": "对照.yaml: entries are added, nothing in it is replaced",
        "folder.py": "the page's saving: the state that was read, or a new file",
        "outputs.py": "workbook: checked by the run; notices: known by their digests, kept as .bak",
        "cache.py": "its own hidden file",
    }
    package = Path(__file__).parents[2] / "generator"
    users = {f.name for f in package.rglob("*.py") if "import write_a" in f.read_text("utf-8")}
    assert users <= set(allowed)
