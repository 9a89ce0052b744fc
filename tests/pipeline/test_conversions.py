"""A report that others converted, by LibreOffice or pandoc, still says the same: every figure and every word."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from programs import Office

from generator.files.errors import UserError
from generator.pipeline.building import BuildOptions, build_file
from generator.pipeline.comparing import compare_files

NAMES = ("温县人民政府办公室-2022", "孟津区人民政府办公室-2023", "山阳区人民政府-2023")
"""One is signed, one has subheadings on their own lines, one has large figures."""

ROUNDABOUT = ("doc", "odt", "rtf")
DIRECT = ("pdf", "html", "txt:Text (encoded):UTF8")
BY_PANDOC = {"docx": ".docx", "html": ".html", "markdown": ".md", "gfm": ".md"}

Files = dict[str, Path]


@pytest.fixture(scope="module")
def built(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("built")
    made = {}
    for number, name in enumerate(NAMES):
        built = build_file(str(examples / f"{name}.yaml"), BuildOptions(str(folder), ("docx",)))
        made[f"{number}.docx"] = Path(built.written[0]).read_bytes()
    return made


@pytest.fixture(scope="module")
def there(office: Office, built: dict[str, bytes]) -> dict[str, Files]:
    """The reports in the formats that are no input of ours."""
    return {kind: office.convert(built, kind) for kind in ROUNDABOUT}


@pytest.fixture(scope="module")
def back(office: Office, there: dict[str, Files]) -> dict[str, list[Path]]:
    """And from there as DOCX again."""
    files = {f"{kind}-{path.name}": path.read_bytes() for kind in there for path in there[kind].values()}
    made = office.convert(files, "docx")
    return {kind: [made[f"{kind}-{path.name}"] for path in there[kind].values()] for kind in there}


def check(examples: Path, files: list[Path]) -> None:
    for name, path in zip(NAMES, files, strict=True):
        comparison = compare_files(str(examples / f"{name}.yaml"), str(path)).comparison
        assert comparison.figures == ()
        assert comparison.same, path


@pytest.mark.parametrize("kind", ROUNDABOUT)
def test_there_and_back_by_libreoffice(kind: str, back: dict[str, list[Path]], examples: Path) -> None:
    check(examples, back[kind])


@pytest.mark.parametrize("kind", ROUNDABOUT)
def test_what_is_no_input_says_what_to_do(kind: str, there: dict[str, Files], examples: Path) -> None:
    with pytest.raises(UserError) as error:
        compare_files(str(examples / f"{NAMES[0]}.yaml"), str(next(iter(there[kind].values()))))
    assert "另存为 .docx" in error.value.hint


@pytest.mark.parametrize("kind", DIRECT)
def test_saved_as_something_else_by_libreoffice(
    kind: str, office: Office, built: dict[str, bytes], examples: Path
) -> None:
    check(examples, list(office.convert(built, kind).values()))


@pytest.mark.parametrize("kind", BY_PANDOC)
def test_converted_by_pandoc(kind: str, built: dict[str, bytes], examples: Path, tmp_path: Path) -> None:
    program = shutil.which("pandoc")
    if program is None:
        pytest.skip("没有安装 pandoc")
    files = []
    for name, data in built.items():
        files.append(tmp_path / (name + BY_PANDOC[kind]))
        command = [program, "--standalone", "-f", "docx", "-t", kind, "-o", os.fspath(files[-1])]
        subprocess.run(command, input=data, check=True, capture_output=True, timeout=60)
    check(examples, files)
