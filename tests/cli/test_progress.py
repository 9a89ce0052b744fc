import sys

from generator.cli import progress
from generator.cli.progress import bar, with_progress


def test_the_bar_fills_up():
    assert bar(0, 4, "检查") == "检查 [" + "-" * 30 + "] 0/4"
    assert bar(4, 4, "检查").endswith("#] 4/4")


def test_nothing_is_drawn_for_a_pipe(capsys):
    assert list(with_progress(range(100), 100, "检查")) == list(range(100))
    assert capsys.readouterr().err == ""


def test_a_person_sees_it_only_when_it_takes_long(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert list(with_progress(range(9), 9, "检查")) == list(range(9))
    assert "#" not in capsys.readouterr().err
    clock = iter(range(100))
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    assert list(with_progress(range(9), 9, "检查")) == list(range(9))
    shown = capsys.readouterr().err
    assert "检查 [" in shown
    assert "7/9" in shown
    assert shown.endswith("] 8/9\r" + " " * 41 + "\r"), "nothing is left of it"
