"""Importing: a published report read as YAML, written where no file is yet, with all that is doubtful."""

from __future__ import annotations

import os
import traceback
from typing import Any, NamedTuple

from generator.files.errors import UserError, shown
from generator.files.quoting import command
from generator.form import edition_for, keys
from generator.form.placing import in_words
from generator.importing.blocks import UnreadableError
from generator.importing.outcome import PROVEN, Doubt, Imported, to_look_at
from generator.pipeline.inputs import STDIN, YAML_SUFFIXES
from generator.pipeline.opening import load, read_tree
from generator.pipeline.overwriting import Guard, file_key
from generator.pipeline.published import is_published, may_be_published, read_published
from generator.pipeline.starting import default_name, write_new
from generator.report.building import LastYear, finish, read_report
from generator.report.model import Figure
from generator.report.plain import printed_figures


class ImportedFile(NamedTuple):
    """What became of one published file: ``text`` is the YAML, ``output`` where it belongs.

    ``trace`` is the traceback of a fault of our own, else empty; there is no text then.
    """

    file: str
    imported: Imported
    text: str = ""
    output: str = ""
    trace: str = ""

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What a person must look at."""
        return to_look_at(self.imported.doubts)

    @property
    def proven(self) -> int:
        """How many doubts the form's equations have settled."""
        return len(self.imported.doubts) - len(self.doubts)

    @property
    def proven_in_words(self) -> str:
        """All that is to be said of those; '' where there are none."""
        return f"{'另有' if self.doubts else ''}{PROVEN.format(self.proven)}" if self.proven else ""


def import_file(
    path: str, output: str | None = None, folder: str = "", *, force: bool = False, written: set[str] | None = None
) -> ImportedFile:
    """Read one published file and write its YAML to ``output`` (``-``: leave it to the caller).

    Without ``output`` it goes to 机关-年度.yaml in ``folder``. ``force``: also where a file is already. ``written``
    holds the files that this run has written. Raises UserError when the file cannot be read, is no report, or when the
    YAML is there already.
    """
    data = load(path)
    if path.lower().endswith(YAML_SUFFIXES) or (may_be_published(path) and not is_published(path, data)):
        raise UserError(f"{shown(path)} 已经是 YAML 文件，不用导入", f"直接检查：{command('check', path)}")
    try:
        imported = read_published(path, data)
    except UnreadableError as problem:
        raise UserError(f"{shown(path)}：{problem.message}", problem.hint) from problem
    except Exception as fault:  # whatever the fault, the other files must still be read
        return ImportedFile(path, Imported("", (), {}, None, None), trace="".join(traceback.format_exception(fault)))
    target = output or os.path.join(folder, _name(path, imported))
    if target != STDIN:
        _refuse_written(path, target, written or set())
        write_new(target, imported.text, Guard((path,), force))
        (written if written is not None else set()).add(file_key(target))
    return ImportedFile(path, imported, imported.text, target)


def _refuse_written(path: str, target: str, written: set[str]) -> None:
    """Raise UserError when another report of the same run went there."""
    if file_key(target) in written:
        raise UserError(
            f"{shown(path)} 和前面的一份会写成同一个文件，没有写：{shown(target)}",
            "两份的机关和年度相同；请分别导入，用 -o 写出不同的文件名",
        )


def _name(path: str, imported: Imported) -> str:
    """机关-年度.yaml; where one of the two was not found, the published file's own name."""
    if imported.agency and imported.year:
        return default_name(imported.year, imported.agency)
    return f"{os.path.splitext(os.path.basename(path))[0].strip('-') or '年报'}.yaml"


def place_of(doubt: Doubt, year: int | None) -> str:
    """Where a doubt belongs in a report of that year, in words."""
    return in_words(doubt.path, edition_for(year))


def as_data(done: ImportedFile) -> dict[str, Any]:
    """The import as plain data: agency, year, each doubt that is left, how many are settled, and each figure
    with how sure its reading is."""
    return {
        "file": done.file,
        "output": done.output,
        "agency": done.imported.agency,
        "year": done.imported.year,
        "unsettled": done.imported.unsettled._asdict(),
        "doubts": [_doubt(doubt, done.imported.year) for doubt in done.doubts],
        "proven": done.proven,
        "figures": _figures(done),
    }


def _doubt(doubt: Doubt, year: int | None) -> dict[str, Any]:
    return {
        "path": list(doubt.path),
        "place": place_of(doubt, year),
        "message": doubt.message,
        "source": doubt.place,
        "value": doubt.value,
        "confidence": doubt.confidence,
    }


def _figures(done: ImportedFile) -> list[dict[str, Any]]:
    """Each figure of the form that is typed, in order; one that could not be read has no value and confidence 0."""
    edition, sure, found = edition_for(done.imported.year), done.imported.confidence, _values(done.text)
    return [
        {"path": list(path), "place": in_words(path, edition), "value": value, "confidence": sure.get(path, 0.0)}
        for path, value in found.items()
        if path in sure or value is None
    ]


def _values(text: str) -> dict[tuple[str, ...], Figure]:
    tree = read_tree(text.encode("utf-8", "surrogatepass"))
    if tree.root is None:
        return {}
    report, _ = finish(read_report(tree, tree.root), LastYear())
    return {path: value for path, value in printed_figures(report) if keys.TOTAL not in path}
