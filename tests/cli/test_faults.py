"""A fault of the program is one NB900 and exit code 3; the other files go on; the traceback only with --debug."""

import sys

import pytest

from generator.cli.app import main


@pytest.fixture
def run(monkeypatch, capsys):
    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["nianbao", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        return left.value.code, *capsys.readouterr()

    return call


@pytest.fixture
def broken(monkeypatch):
    """Every file whose name says so crashes the reader."""
    from generator.pipeline import checking

    original = checking.open_report

    def crash(path, *arguments):
        if "broken" in path:
            raise KeyError("no such thing")
        return original(path, *arguments)

    monkeypatch.setattr(checking, "open_report", crash)


@pytest.fixture
def files(tmp_path):
    for name in ("broken.yaml", "other.yaml"):
        (tmp_path / name).write_text(f"机关: {name}\n", encoding="utf-8")
    return [str(tmp_path / "broken.yaml"), str(tmp_path / "other.yaml")]


@pytest.mark.parametrize("command", [["check"], ["build"], ["fix", "--diff"]])
def test_a_crash_in_one_file_leaves_the_others_their_turn(run, broken, files, command):
    code, out, err = run(*command, *files)
    assert code == 3
    assert "broken.yaml:1:1 错误 NB900" in out + err
    assert "other.yaml:1:1 错误 NB101" in out + err
    assert "Traceback" not in out + err


def test_after_a_fault_nobody_is_told_to_correct_the_file(run, broken, files):
    _, _, err = run("build", files[0])
    assert "broken.yaml：没有生成\n" in err


def test_debug_shows_the_traceback(run, broken, files):
    _, _, err = run("check", *files, "--debug")
    assert "KeyError: 'no such thing'" in err


def test_a_crash_in_one_rule_is_a_fault_too(run, monkeypatch, files):
    from generator.checks import registry

    def crash(report):
        raise KeyError("no such thing")

    rule = registry.rules()[0]
    monkeypatch.setattr(registry, "rules", lambda: (rule._replace(check=crash),))
    code, out, _ = run("check", files[1])
    assert code == 3
    assert f"NB900 检查规则 {rule.code}" in out


def test_a_crash_outside_any_file(run, monkeypatch):
    from generator.pipeline import catalogue

    monkeypatch.setattr(catalogue, "rules", lambda: 1 / 0)
    code, out, err = run("rules")
    assert (code, out) == (3, "")
    assert "NB900" in err
    assert "Traceback" not in err
    assert "ZeroDivisionError: " in run("rules", "--debug")[2]


def test_interruption_is_said_plainly(run, monkeypatch):
    from generator.pipeline import catalogue

    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr(catalogue, "rules", interrupted)
    code, _, err = run("rules")
    assert code == 130
    assert "Traceback" not in err


def test_an_unreadable_file_leaves_the_others_their_turn(run, monkeypatch, files):
    from generator.files.errors import cannot_read
    from generator.pipeline import checking

    original = checking.load

    def load(path):
        if "broken" in path:
            raise cannot_read(path, PermissionError(13, "denied"))
        return original(path)

    monkeypatch.setattr(checking, "load", load)
    code, out, err = run("check", *files)
    assert code == 2
    assert "没有权限读取" in err
    assert "other.yaml:1:1 错误 NB101" in out
