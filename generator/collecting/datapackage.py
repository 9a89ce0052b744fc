"""All agencies' figures as open data: long and wide CSV, a vocabulary of rows and columns, and datapackage.json.

Tabular Data Package (frictionlessdata.io). Nothing of the roster but names goes in: no contacts, no telephones.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.collecting.records import Filed, FilingEntry, Ledger
from generator.collecting.roster import CODE, LEVEL, REGION
from generator.document.figures import figure_text
from generator.form import edition_for
from generator.form.edition import Edition
from generator.form.model import Kind, Path
from generator.form.names import REPORT
from generator.form.placing import in_words
from generator.report.model import Figure
from generator.report.plain import printed_paths

LONG, WIDE, VOCABULARY, DESCRIPTOR = "数据.csv", "数据-宽.csv", "栏目.csv", "datapackage.json"
_KEY = ("机构", "年度")
_WHO = ("机构", CODE, REGION, LEVEL, "年度", "版式")
_LONG = (*_WHO, "栏目", "表", "行", "列", "值", "状态", "来源", "sha256", "勾稽")
_VOCABULARY = ("栏目", "表", "行", "列", "名称", "单位", "合计")
ZERO, EMPTY = "0", "空"
"""What 状态 says beside a figure: it is 0, or it could not be read (and 值 is empty); '' of any other."""
_NOT_APPLICABLE = "不适用"
_BALANCED, _UNBALANCED, _UNKNOWN = "平", "不平", "未知"
_UNBALANCED_CODE = "NB201"


def datapackage(ledger: Ledger, checksums: Mapping[str, str]) -> dict[str, bytes]:
    """The files of the package by name; ``checksums`` are the SHA-256 of the reports' files by their names."""
    edition = edition_for(ledger.year)
    paths = tuple(printed_paths(edition))
    counted = [(entry, entry.filed) for entry in ledger.entries if entry.filed is not None and entry.filed.readable]
    who = [_line(_who(edition, ledger.year, entry)) for entry, _ in counted]
    figures = [tuple(map(filed.figures.get, paths)) for _, filed in counted]
    sources = [_line((filed.file, checksums.get(filed.file, ""), _balanced(filed))) for _, filed in counted]
    names = tuple(map(".".join, paths))
    return {
        LONG: _written(_line(_LONG), _long(paths, who, figures, sources)),
        WIDE: _written(_line((*_WHO, *names)), _wide(who, figures)),
        VOCABULARY: _written(_line(_VOCABULARY), map(_line, _words(edition))),
        DESCRIPTOR: (json.dumps(_descriptor(edition, ledger.year), ensure_ascii=False, indent=1) + "\n").encode(),
    }


def _line(cells: Iterable[str]) -> str:
    """Cells as one line of CSV, or as part of one."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _written(head: str, lines: Iterable[str]) -> bytes:
    out = io.BytesIO()
    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="\n")
    text.write(f"{head}\n")
    text.writelines(f"{line}\n" for line in lines)
    text.flush()
    return out.getvalue()


def _who(edition: Edition, year: int, entry: FilingEntry) -> tuple[str, ...]:
    agency = entry.agency
    return agency.name, agency.code, agency.region, agency.level, str(year), str(edition.first_year)


def _long(
    paths: Sequence[Path], who: Sequence[str], figures: Sequence[Sequence[Figure]], sources: Sequence[str]
) -> Iterator[str]:
    """A line for each figure. Of 600,000 lines (3,000 agencies) only what differs is made anew: figures and states."""
    words = [_line((".".join(path), *_split(path))) for path in paths]
    for agency, values, source in zip(who, figures, sources, strict=True):
        for word, value in zip(words, values, strict=True):
            state = EMPTY if value is None else ZERO if value == 0 else ""
            yield f"{agency},{word},{_value(value)},{state},{source}"


def _wide(who: Sequence[str], figures: Sequence[Sequence[Figure]]) -> Iterator[str]:
    for agency, values in zip(who, figures, strict=True):
        yield f"{agency},{','.join(map(_value, values))}"


def _balanced(filed: Filed) -> str:
    if any(problem.code == _UNBALANCED_CODE for problem in filed.problems):
        return _UNBALANCED
    return _UNKNOWN if None in filed.figures.values() else _BALANCED


def _value(value: Figure) -> str:
    return "" if value is None else figure_text(value)


def _split(path: tuple[str, ...]) -> tuple[str, str, str]:
    """Table, row and column of a figure; a single figure has no column."""
    return path[0], ".".join(path[1:-1]) or path[-1], path[-1] if len(path) > 2 else ""


def _words(edition: Edition) -> Iterator[tuple[str, ...]]:
    for path in printed_paths(edition):
        item = edition.find(path)
        unit = item.unit if item is not None else "件"
        total = "是" if item is None else ""
        yield (".".join(path), *_split(path), in_words(path, edition), unit or "件", total)


def _is_money(edition: Edition, path: tuple[str, ...]) -> bool:
    item = edition.find(path)
    return item is not None and item.kind is Kind.AMOUNT


def _descriptor(edition: Edition, year: int) -> dict[str, Any]:
    who = [_field("机构", required=True), *map(_field, _WHO[1:4]), _field("年度", "integer", required=True)]
    who.append(_field("版式", "integer"))
    long = [
        *who,
        _field("栏目", required=True),
        *map(_field, ("表", "行", "列")),
        _field("值", "number"),
        {**_field("状态"), "constraints": {"enum": [ZERO, EMPTY, _NOT_APPLICABLE]}},
        _field("来源"),
        {**_field("sha256"), "constraints": {"pattern": "[0-9a-f]{64}"}},
        {**_field("勾稽"), "constraints": {"enum": [_BALANCED, _UNBALANCED, _UNKNOWN]}},
    ]
    paths = list(printed_paths(edition))
    wide = [_field(".".join(path), "number" if _is_money(edition, path) else "integer") for path in paths]
    key = {"fields": "栏目", "reference": {"resource": "vocabulary", "fields": "栏目"}}
    return {
        "profile": "tabular-data-package",
        "name": f"government-information-disclosure-{year}",
        "title": f"{REPORT}数据（{year}年度）",
        "resources": [
            _resource("figures", LONG, long, ["机构", "年度", "栏目"], [key]),
            _resource("figures-wide", WIDE, [*who, *wide], list(_KEY), []),
            _resource("vocabulary", VOCABULARY, [_field(name) for name in _VOCABULARY], "栏目", []),
        ],
    }


def _field(name: str, kind: str = "string", *, required: bool = False) -> dict[str, Any]:
    return {"name": name, "type": kind, **({"constraints": {"required": True}} if required else {})}


def _resource(name: str, path: str, fields: list[Any], key: object, foreign: list[Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""], "primaryKey": key}
    if foreign:
        schema["foreignKeys"] = foreign
    described = {"profile": "tabular-data-resource", "name": name, "path": path, "format": "csv"}
    return {**described, "mediatype": "text/csv", "encoding": "utf-8", "schema": schema}
