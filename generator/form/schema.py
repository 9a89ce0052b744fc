"""The JSON Schema of the YAML file, derived from the form; written for editors, used by our own validation too.

Draft-07, because that is the newest that every release of yaml-language-server checks in full. There is no ``oneOf`` or
``anyOf``: an editor would answer a wrong value with every alternative at once, so a row is an object *or* the integer
0 by its list of types and a condition on numbers. It says structure and types; how a figure is typed is read elsewhere.

``python -m generator.form.schema`` prints it; the committed file is ``schema/nianbao.schema.json``.
"""

from __future__ import annotations

from typing import Any

from generator.form.edition import SCHEMA_EDITION, Edition
from generator.form.names import REPORT
from generator.form.schema_kinds import Shared, schema_of
from generator.form.snippets import whole_report
from generator.form.words import NUMBERED_KEY

_DESCRIPTION = "一份年度报告：机关、年度和六个部分。用 nianbao 检查并生成公文。"


def schema(edition: Edition = SCHEMA_EDITION) -> dict[str, Any]:
    """The schema of ``edition`` (the newest one by default) as plain data, in the order of the form."""
    shared = Shared(first_year=edition.first_year, numbered=NUMBERED_KEY)
    properties = {item.key: schema_of(item, shared) for item in edition.items}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": REPORT,
        "description": _DESCRIPTION,
        "type": "object",
        "properties": properties,
        "required": [item.key for item in edition.items if item.required],
        "additionalProperties": False,
        "defaultSnippets": [{"label": "整份报告", "description": _DESCRIPTION, "body": whole_report(edition)}],
        "definitions": shared.definitions,
    }


def schema_text(edition: Edition = SCHEMA_EDITION) -> str:
    """The schema as the committed file has it."""
    import json

    return json.dumps(schema(edition), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.buffer.write(schema_text().encode())
