"""Completion: the commands, the options, the words of a choice, and YAML files with their folders."""

import pytest

from generator.cli.completion import yaml_files


@pytest.fixture
def work(tmp_path, monkeypatch):
    for name in ("甲-2023.yaml", "甲-2022.yml", "notes.txt", ".hidden.yaml", "folder/乙.yaml", "other/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", ["folder/", "other/", "甲-2022.yml", "甲-2023.yaml"]),
        ("甲-2023", ["甲-2023.yaml"]),
        ("fo", ["folder/乙.yaml"]),
        ("folder/", ["folder/乙.yaml"]),
        ("oth", ["other/"]),
        ("none/", []),
        ("notes", []),
    ],
)
def test_yaml_files_and_folders(work, typed, offered):
    assert yaml_files(typed) == offered


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("nianbao ch", ["check"]),
        ("nianbao 甲-2023", ["甲-2023.yaml"]),
        ("nianbao check --dea", ["--deadline"]),
        ("nianbao check --format ", ["text", "json", "sarif", "github", "xlsx"]),
        ("nianbao export --to c", ["csv"]),
        ("nianbao fix 甲-2022", ["甲-2022.yml"]),
    ],
)
def test_the_shell_is_answered(cli, work, words, offered):
    typed = words.split(" ")
    outcome = cli(
        cwd=work, _NIANBAO_COMPLETE="complete_bash", COMP_WORDS="\n".join(typed), COMP_CWORD=str(len(typed) - 1)
    )
    assert outcome.stdout.split() == offered


def test_an_unknown_shell_is_said_plainly(monkeypatch):
    from generator.cli.completion import show
    from generator.cli.errors import BadValue

    monkeypatch.setattr("shellingham.detect_shell", lambda: ("tcsh", "/bin/tcsh"))
    with pytest.raises(BadValue, match="tcsh"):
        show(True)


def test_the_script_is_shown_for_the_shell_that_runs(monkeypatch, capsys):
    import typer

    from generator.cli.completion import show

    monkeypatch.setattr("shellingham.detect_shell", lambda: ("zsh", "/bin/zsh"))
    with pytest.raises(typer.Exit):
        show(True)
    assert "#compdef nianbao" in capsys.readouterr().out


def test_reports_of_any_kind_are_completed_where_they_may_stand(tmp_path, monkeypatch):
    from generator.cli.completion import published_files, report_files

    for name in ("年报.yaml", "年报.docx", "年报.html", "年报.xlsx"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert published_files("年") == ["年报.docx", "年报.html"]
    assert report_files("年") == ["年报.docx", "年报.html", "年报.yaml"]
