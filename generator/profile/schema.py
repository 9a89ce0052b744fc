"""The JSON Schema of nianbao.yaml, derived from the keys; for editors.

``python -m generator.profile.schema`` prints it; the committed file is ``schema/profile.schema.json``.
"""

from __future__ import annotations

import json
from typing import Any

from generator.profile.model import KEYS, LEVELS, Setting, SettingKey

_WORDS: dict[str, Any] = {"type": "string", "minLength": 1}
_SIMPLE: dict[Setting, dict[str, Any]] = {
    Setting.TEXT: {"type": ["string", "number"]},
    Setting.DATE: {
        "type": "string",
        "pattern": "^\\d{4}[-年./]\\d{1,2}[-月./]\\d{1,2}日?$",
        "examples": ["2026-01-31"],
    },
    Setting.COUNT: {"type": "integer", "minimum": 1},
    Setting.SHARE: {
        "type": ["string", "integer"],
        "pattern": "^(100|[1-9]?\\d)(\\.\\d+)?\\s*[%％]?$",
        "examples": ["50%"],
    },
    Setting.POINTS: {"type": "number", "minimum": 0},
    Setting.FILE: {"type": "string", "pattern": "^[^/\\\\:]+(/[^/\\\\:]+)*$"},
    Setting.NAMES: {"type": "array", "items": _WORDS, "minItems": 1},
    Setting.WORDINGS: {"type": "object", "additionalProperties": _WORDS},
    Setting.NUMBERS: {
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"type": ["string", "array"], "items": _WORDS}},
    },
    Setting.SEVERITIES: {
        "type": "object",
        "propertyNames": {"pattern": "^NB\\d{3}$"},
        "additionalProperties": {"enum": list(LEVELS)},
    },
}


def profile_schema() -> dict[str, Any]:
    """The schema as plain data."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "本单位设置",
        "description": "nianbao.yaml：一个单位、一个地方对年度报告自己的要求。放在年报所在的文件夹，或者上面的文件夹。",
        **_record(KEYS),
    }


def profile_schema_text() -> str:
    """The schema as the committed file has it."""
    return json.dumps(profile_schema(), ensure_ascii=False, indent=1) + "\n"


def _record(keys: tuple[SettingKey, ...]) -> dict[str, Any]:
    return {"type": "object", "properties": {key.key: _of(key) for key in keys}, "additionalProperties": False}


def _of(key: SettingKey) -> dict[str, Any]:
    said = {"title": key.key, "description": key.help}
    if key.kind is Setting.RECORD:
        return {**said, **_record(key.fields)}
    if key.kind is Setting.CHOICE:
        return {**said, "enum": list(key.choices)}
    if key.kind is Setting.FAULTS:
        points = {"type": "number", "minimum": 0}
        return {
            **said,
            "type": "object",
            "properties": dict.fromkeys(key.choices, points),
            "additionalProperties": False,
        }
    return {**said, **_SIMPLE[key.kind]}


if __name__ == "__main__":
    import sys

    sys.stdout.buffer.write(profile_schema_text().encode())
