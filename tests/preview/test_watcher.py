"""What is shown after each kind of saving, and never a file half written; by the system's notice and without it."""

import os
import sys
from threading import Event, Thread

import pytest
from running_preview import NAME, PATIENCE, Running, errors, serving

from generator.desk.counting import counts
from generator.pipeline.previewing import look_at
from generator.preview import watcher
from generator.preview.state_store import Stage
from generator.preview.watcher import Follower

pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
RECEIVED = "本年新收: {自然人: 16}"
OTHER = "本年新收: {自然人: 17}"


@pytest.fixture(params=["notice", "looking"])
def running(request, report, monkeypatch):
    """Once told of changes by the system, once looking for them."""
    if request.param == "notice":
        pytest.importorskip("watchfiles", reason="watchfiles is not installed")
    else:
        monkeypatch.setitem(sys.modules, "watchfiles", None)
    with serving(report) as running:
        yield running


def put(file, text):
    """Save as careful editors do: beside it, then in its place."""
    beside = file.with_suffix(".tmp")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, file)


def test_a_file_written_in_place_is_shown(running: Running) -> None:
    first = running.until(lambda state: True)
    assert (errors(first), first["banner"]) == (0, "")
    running.edit(RECEIVED, OTHER)
    assert running.until(lambda state: errors(state) == 1)["source"] != first["source"]


def test_a_file_that_is_replaced_is_shown_time_and_again(running: Running) -> None:
    text = running.file.read_text(encoding="utf-8")
    seen = {running.until(lambda state: True)["source"]}
    for other in range(2, 6):
        put(running.file, text.replace(RECEIVED, f"本年新收: {{自然人: 16, 其他: {other}}}"))
        state = running.until(lambda state: state["source"] not in seen)
        assert state["banner"] == ""
        seen.add(state["source"])


def test_while_it_cannot_be_read_that_is_told(running: Running) -> None:
    text = running.file.read_text(encoding="utf-8")
    put(running.file, text.replace(RECEIVED, "本年新收: {自然人: 16"))
    broken = running.until(lambda state: state["banner"])
    assert broken["banner"] == (
        "文件的写法有错，读不准；有 1 个错误要改正，保存后这里自动更新。下面是最近一次能读时的样子。"
    )
    put(running.file, text)
    mended = running.until(lambda state: not state["banner"])
    assert errors(mended) == 0


def test_a_file_that_vanishes_is_missed_and_welcomed_back(running: Running) -> None:
    away = running.file.with_name("别处.yaml")
    running.file.rename(away)
    gone = running.until(lambda state: state["banner"])
    assert gone["banner"].startswith("找不到文件：")
    away.rename(running.file)
    running.until(lambda state: not state["banner"])
    running.edit(RECEIVED, OTHER)
    running.until(lambda state: errors(state) == 1)


def test_its_whole_folder_may_come_and_go(running: Running) -> None:
    folder = running.file.parent
    away = folder.with_name("别处")
    folder.rename(away)
    running.until(lambda state: state["banner"])
    away.rename(folder)
    running.until(lambda state: not state["banner"])
    running.edit(RECEIVED, OTHER)
    running.until(lambda state: errors(state) == 1)


def test_changes_of_last_years_report_are_followed(running: Running) -> None:
    last = running.file.with_name(NAME.replace("2023", "2022"))
    text = last.read_text(encoding="utf-8")
    last.unlink()
    first = running.until(errors)
    put(last, text)
    assert running.until(lambda state: not errors(state))["beside"] != first["beside"]


def test_another_last_years_report_is_followed_in_its_own_folder(running: Running) -> None:
    last = running.file.with_name(NAME.replace("2023", "2022"))
    archive = running.file.parent / "存档"
    archive.mkdir()
    running.edit(f"上年报告: {last.name}", f"上年报告: 存档/{last.name}")
    running.until(errors)
    put(archive / last.name, last.read_text(encoding="utf-8"))
    running.until(lambda state: not errors(state))


class Recording(Stage):
    """Keeps all that was ever shown."""

    def __init__(self, look):
        self.shown = []
        super().__init__(look)

    def show(self, look):
        self.shown.append(look)
        super().show(look)


@pytest.mark.parametrize("written", ["", "本年新收: {自然人", "结转下年度: 0\n"], ids=["nothing", "half", "lines"])
def test_a_file_half_written_is_never_shown(report, monkeypatch, written):
    monkeypatch.setattr(watcher, "PATIENCE", PATIENCE)
    whole = report.read_text(encoding="utf-8").replace(RECEIVED, OTHER)
    cut = whole.index(written) + len(written)
    seen_half = Event()

    def look():
        found = look_at(str(report))
        if report.stat().st_size == len(whole[:cut].encode()):
            seen_half.set()
        return found

    stage = Recording(look())
    follower = Follower(look, stage, stage.shown[0])
    follower.start()
    with report.open("w", encoding="utf-8") as file:
        file.write(whole[:cut])
        file.flush()
        assert seen_half.wait(PATIENCE)
        file.write(whole[cut:])
    state = stage.state(-1, 0)
    while errors(state) != 1:
        state = stage.state(state["epoch"], PATIENCE)
    follower.stop()
    follower.join(PATIENCE)
    assert {counts(look.checked.findings)["error"] for look in stage.shown} == {0, 1}


def test_a_file_that_is_broken_from_the_start_has_no_state_before(report):
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace(RECEIVED, "本年新收: {自然人: 16"), encoding="utf-8")
    stage = Stage(look_at(str(report)))
    assert stage.state(-1, 0)["banner"].endswith("保存后这里自动更新。")
    report.write_text(text, encoding="utf-8")
    stage.show(look_at(str(report)))
    assert stage.state(-1, 0)["banner"] == ""


def test_a_file_that_is_not_there_is_told(report):
    report.unlink()
    assert "找不到文件" in Stage(look_at(str(report))).state(-1, 0)["banner"]


def test_what_changes_nothing_shown_makes_no_new_state(report):
    stage = Stage(look_at(str(report)))
    before = stage.state(-1, 0)
    stage.show(look_at(str(report)))
    assert stage.state(-1, 0) == before


def test_all_who_wait_are_let_go_at_the_end(report):
    stage = Stage(look_at(str(report)))
    epoch = stage.state(-1, 0)["epoch"]
    waiting = [Thread(target=stage.state, args=(epoch, PATIENCE * 10)) for _ in range(3)]
    for thread in waiting:
        thread.start()
    stage.close()
    for thread in waiting:
        thread.join(PATIENCE)
        assert not thread.is_alive()
