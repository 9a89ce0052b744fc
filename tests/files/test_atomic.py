"""Atomic writing: the new file whole, the old one untouched when it fails, our leftovers removed."""

import os
import stat
import time
from pathlib import Path

import pytest

from generator.files.atomic import write_atomic
from generator.files.errors import UserError
from generator.files.temporary import create, temporary_name


def test_writes_and_replaces(tmp_path: Path) -> None:
    target = tmp_path / "新建 文件夹" / "报告.docx"
    write_atomic(str(target), b"old")
    write_atomic(str(target), b"new")
    assert target.read_bytes() == b"new"
    assert [p.name for p in target.parent.iterdir()] == ["报告.docx"]


def test_keeps_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomic(str(target), b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_failure_leaves_the_old_file_and_no_leftover(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.md"
    target.write_bytes(b"old")

    def full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="磁盘已满"):
        write_atomic(str(target), b"new")
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_a_folder_of_that_name_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(UserError, match="文件夹"):
        write_atomic(str(tmp_path / "a.md"), b"new")


def test_only_our_own_stale_leftovers_are_removed(tmp_path: Path) -> None:
    ours, fresh, foreign = (tmp_path / n for n in (".a.md.0123456789ab.tmp", ".b.md.ba9876543210.tmp", ".other.tmp"))
    for path in (ours, fresh, foreign):
        path.write_bytes(b"")
    old = time.time() - 7200
    os.utime(ours, (old, old))
    os.utime(foreign, (old, old))
    write_atomic(str(tmp_path / "a.md"), b"new")
    assert sorted(p.name for p in tmp_path.iterdir()) == [fresh.name, foreign.name, "a.md"]


def test_a_leftover_of_this_machine_goes_at_once_one_that_is_being_written_stays(tmp_path: Path) -> None:
    left, held = (str(tmp_path / temporary_name(name)) for name in ("a.md", "b.md"))
    written, lock = create(left)
    os.close(written)
    if lock is None:
        pytest.skip("files cannot be held on this system")
    os.close(lock)
    written, lock = create(held)
    os.close(written)
    write_atomic(str(tmp_path / "a.md"), b"new")
    assert sorted(os.listdir(tmp_path)) == [os.path.basename(held), "a.md"]
    os.close(lock or 0)


def test_a_pipe_or_link_that_has_the_name_of_a_leftover_is_left_alone(tmp_path: Path) -> None:
    pipe, link = (tmp_path / temporary_name(name) for name in ("a.md", "b.md"))
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "c")
    write_atomic(str(tmp_path / "a.md"), b"new")
    assert link.is_symlink()
    assert pipe.is_fifo()
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_very_long_name_that_fits_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("年" * 83 + ".md")
    write_atomic(str(target), b"x")
    assert target.read_bytes() == b"x"


def test_a_name_too_long_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="太长"):
        write_atomic(str(tmp_path / ("年" * 200 + ".md")), b"x")
