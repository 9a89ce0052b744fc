"""All agencies' figures as open data: long and wide CSV, a vocabulary of rows and columns, and datapackage.json.

Tabular Data Package (frictionlessdata.io). Nothing of the roster but names goes in: no contacts, no telephones.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.collecting.records import Filed, FilingEntry, Ledger
from generator.collecting.roster import CODE, LEVEL, REGION
from generator.document.figures import figure_text
from generator.form import edition_for
from generator.form.edition import Edition
from generator.form.model import Kind
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
    counted = [(entry, entry.filed) for entry in ledger.entries if entry.filed is not None and entry.filed.readable]
    return {
        LONG: _csv(
            _LONG, (row for entry, filed in counted for row in _long(edition, ledger.year, entry, filed, checksums))
        ),
        WIDE: _csv((*_WHO, *_names(edition)), (_wide(edition, ledger.year, entry, filed) for entry, filed in counted)),
        VOCABULARY: _csv(_VOCABULARY, _words(edition)),
        DESCRIPTOR: (json.dumps(_descriptor(edition, ledger.year), ensure_ascii=False, indent=1) + "\n").encode(),
    }


def _csv(head: tuple[str, ...], rows: Iterable[Iterable[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8", "replace")


def _who(edition: Edition, year: int, entry: FilingEntry) -> tuple[str, ...]:
    agency = entry.agency
    return agency.name, agency.code, agency.region, agency.level, str(year), str(edition.first_year)


def _long(
    edition: Edition, year: int, entry: FilingEntry, filed: Filed, checksums: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    who, source = _who(edition, year, entry), (filed.file, checksums.get(filed.file, ""))
    balanced = _balanced(filed)
    for path in printed_paths(edition):
        value = filed.figures.get(path)
        state = EMPTY if value is None else ZERO if value == 0 else ""
        table, row, column = _split(path)
        yield (*who, ".".join(path), table, row, column, _value(value), state, *source, balanced)


def _wide(edition: Edition, year: int, entry: FilingEntry, filed: Filed) -> tuple[str, ...]:
    return (*_who(edition, year, entry), *(_value(filed.figures.get(path)) for path in printed_paths(edition)))


def _balanced(filed: Filed) -> str:
    if any(problem.code == _UNBALANCED_CODE for problem in filed.problems):
        return _UNBALANCED
    return _UNKNOWN if None in filed.figures.values() else _BALANCED


def _value(value: Figure) -> str:
    return "" if value is None else figure_text(value)


def _names(edition: Edition) -> tuple[str, ...]:
    return tuple(".".join(path) for path in printed_paths(edition))


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
