"""NB611: changes that nobody accepted and comments in a Word file, in every command that reads one."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from complete import complete
from conftest import Cli

from generator.importing.blocks import Unsettled
from generator.importing.readers.docx_revisions import unsettled_in
from generator.pipeline.building import BuildOptions, build_file
from generator.pipeline.checking import check_file

MADE = 'w:id="9" w:author="甲" w:date="2024-01-02T00:00:00Z"'
CHANGES = {
    "put in": f"<w:ins {MADE}><w:r><w:t>新</w:t></w:r></w:ins>",
    "taken out": f"<w:del {MADE}><w:r><w:delText>旧</w:delText></w:r></w:del>",
    "moved": f"<w:moveTo {MADE}><w:r><w:t>移</w:t></w:r></w:moveTo>",
    "looks": f"<w:r><w:rPr><w:b/><w:rPrChange {MADE}><w:rPr/></w:rPrChange></w:rPr><w:t>粗</w:t></w:r>",
}
COMMENT = '<w:r><w:commentReference w:id="3"/></w:r>'


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("docx")
    (folder / "甲.yaml").write_text(complete("标题: 年报"), encoding="utf-8")
    (path,) = build_file(str(folder / "甲.yaml"), BuildOptions(str(folder), ("docx",))).written
    return Path(path).read_bytes()


def _with(data: bytes, markup: str, part: str = "word/document.xml", close: str = "</w:p>") -> bytes:
    """The same file with some markup at the end of the first paragraph of a part."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(
                name, content.replace(close.encode(), markup.encode() + close.encode(), 1) if name == part else content
            )
    return out.getvalue()


@pytest.mark.parametrize("change", CHANGES)
def test_each_kind_of_change_is_counted(report: bytes, change: str) -> None:
    data = _with(report, CHANGES[change])
    assert unsettled_in(data) == Unsettled(1, 0)
    (finding,) = (f for f in check_file("甲.docx", data=data).findings if f.code == "NB611")
    assert finding.message == "这个 Word 文件里有 1 处修订没有接受或者拒绝"
    assert finding.severity.value == "warning"


def test_a_comment_and_both(report: bytes) -> None:
    assert unsettled_in(_with(report, COMMENT)) == Unsettled(0, 1)
    data = _with(_with(report, COMMENT), CHANGES["put in"] + CHANGES["taken out"])
    (finding,) = (f for f in check_file("甲.docx", data=data).findings if f.code == "NB611")
    assert finding.message == "这个 Word 文件里有 2 处修订没有接受或者拒绝，还有 1 条批注"


def test_a_change_in_a_footer(report: bytes) -> None:
    with ZipFile(BytesIO(report)) as package:
        footer = next(name for name in package.namelist() if "footer" in name and name.endswith(".xml"))
    assert unsettled_in(_with(report, CHANGES["put in"], footer)) == Unsettled(1, 0)


def test_a_file_without_and_one_that_is_none(report: bytes) -> None:
    assert unsettled_in(report) == Unsettled()
    assert unsettled_in(b"PK") == Unsettled()
    assert not [f for f in check_file("甲.docx", data=report).findings if f.code == "NB611"]


def test_import_and_reference_say_so_too(report: bytes, tmp_path: Path, cli: Cli) -> None:
    (tmp_path / "甲.docx").write_bytes(_with(report, CHANGES["put in"] + COMMENT))
    (tmp_path / "乙.yaml").write_text(complete("引言: 甲。"), encoding="utf-8")
    done = cli("import", "甲.docx", "-o", "甲.yaml", cwd=tmp_path)
    assert "NB611" in done.stderr
    assert "1 处修订" in done.stderr
    data = json.loads(cli("import", "甲.docx", "-o", "丙.yaml", "--format", "json", cwd=tmp_path).stdout)
    assert json.dumps(data, ensure_ascii=False).count('"unsettled": {"changes": 1, "comments": 1}') == 1
    built = cli("build", "乙.yaml", "-t", "docx", "--reference", "甲.docx", cwd=tmp_path)
    assert "NB611 模板 甲.docx 里有 1 处修订" in built.stderr
    assert built.returncode == 0
