"""Compiled templates are kept where that is safe, and never get in the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = """
import jinja2.compiler, jinja2.environment
compiled = []
original = jinja2.environment.Environment.compile
def compile(self, *args, **kw):
    compiled.append(args[1])
    return original(self, *args, **kw)
jinja2.environment.Environment.compile = compile
from generator.document.blocks import Document, Paragraph
from generator.render import markdown
print(markdown.render(Document("题", "局", "2023", (Paragraph("文"),))).decode().strip(), len(compiled))
"""

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="目录的位置用 XDG_CACHE_HOME 指定")


def run(cache: Path) -> str:
    """Render in a fresh process; returns the text and how many templates were compiled."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", CODE], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def kept(cache: Path) -> list[Path]:
    return list(cache.rglob("*.template"))


def test_the_second_run_compiles_nothing(tmp_path: Path) -> None:
    assert run(tmp_path) == "文 1"
    assert len(kept(tmp_path)) == 1
    assert run(tmp_path) == "文 0"


def test_a_damaged_file_is_compiled_again_and_replaced(tmp_path: Path) -> None:
    run(tmp_path)
    (file,) = kept(tmp_path)
    sound = file.read_bytes()
    file.write_bytes(sound[:-5])
    assert run(tmp_path) == "文 1"
    assert file.read_bytes() == sound


def test_a_directory_that_others_can_write_is_not_trusted(tmp_path: Path) -> None:
    run(tmp_path)
    (file,) = kept(tmp_path)
    file.parent.chmod(0o777)
    assert run(tmp_path) == "文 1"


def test_a_file_that_others_can_write_is_not_trusted(tmp_path: Path) -> None:
    run(tmp_path)
    (file,) = kept(tmp_path)
    file.chmod(0o666)
    assert run(tmp_path) == "文 1"


def test_a_link_in_place_of_the_directory_is_not_trusted(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "nianbao").mkdir()
    (tmp_path / "nianbao" / "templates").symlink_to(elsewhere)
    assert run(tmp_path) == "文 1"
    assert list(elsewhere.iterdir()) == []


def test_where_nothing_can_be_written_the_build_goes_on(tmp_path: Path) -> None:
    (tmp_path / "nianbao").write_text("a file where the directory should be")
    assert run(tmp_path) == "文 1"


def test_nothing_temporary_is_left(tmp_path: Path) -> None:
    run(tmp_path)
    (file,) = kept(tmp_path)
    assert list(file.parent.iterdir()) == [file]
