"""``check --format github``: workflow commands that say the place and cannot be broken out of."""

import pytest

from generator.cli.formats.github import annotation
from generator.findings import WHOLE_FILE, Severity, Span, error, info, warning


def test_place_title_message_and_hint():
    found = error("NB201", "不平：66 ≠ 65，差 1", Span(3, 5, 3, 9), hint="请核对", file="年报/a.yaml")
    expected = "::error file=年报/a.yaml,line=3,col=5,endColumn=8,title=NB201::不平：66 ≠ 65，差 1%0A提示：请核对"
    assert annotation(found) == expected


@pytest.mark.parametrize(
    ("make", "command"), [(error, "error"), (warning, "warning"), (info, "notice")], ids=[s.value for s in Severity]
)
def test_each_severity_has_its_command(make, command):
    assert annotation(make("NB103", "m", Span.at(1, 1), file="a")).startswith(f"::{command} file=a,")


def test_several_lines_have_no_columns():
    found = error("NB103", "m", Span(3, 5, 7, 2), file="a")
    assert annotation(found) == "::error file=a,line=3,endLine=7,title=NB103::m"


def test_an_empty_place_is_one_column():
    assert ",line=1,col=1,endColumn=1," in annotation(error("NB006", "m", WHOLE_FILE, file="a"))


def test_no_text_breaks_out_of_its_command():
    found = error("NB103", "100%\r\n::error::x\x1b[2J", Span.at(1, 1), file="a:b,c\n::stop-commands::x.yaml")
    line = annotation(found)
    assert "\n" not in line
    assert "\r" not in line
    assert "\x1b" not in line
    assert "file=a%3Ab%2Cc%0A%3A%3Astop-commands%3A%3Ax.yaml," in line
    assert line.partition("title=NB103::")[2].startswith("100%25")


def test_lines_on_stdout_and_the_count_on_stderr(cli, tmp_path):
    (tmp_path / "a.yaml").write_text("机关：示例县水利局\n", encoding="utf-8")
    outcome = cli("check", "a.yaml", "--format", "github", cwd=tmp_path)
    assert outcome.returncode == 1
    assert outcome.stdout.startswith("::error file=a.yaml,line=1,col=")
    assert all(line.startswith("::") for line in outcome.stdout.splitlines())
    assert outcome.stderr.splitlines()[-1].startswith("1 个文件，")


def test_a_published_report_names_the_place_in_words():
    found = error("NB201", "不平", Span.at(1, 1), file="a.docx", place="表三“本年新收”自然人")
    assert annotation(found).endswith("::表三“本年新收”自然人：不平")
