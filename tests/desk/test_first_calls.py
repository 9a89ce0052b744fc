"""What a page begins with is there soon; what comes later is got ready while nobody waits."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode

from desk.one_file import ROOT

from generator.desk.in_browser import prepare

EXAMPLE = ROOT / "examples" / "山阳区人民政府-2023.yaml"
LATER = ("generator.desk.further_calls", "generator.ledger.run", "generator.editing.actions", "openpyxl")
"""Of each part that no first look needs, one module."""
SCRIPT = """
import json, sys
import generator.desk.in_browser
from generator.desk.calls import call
for name, asked in json.load(sys.stdin):
    assert not call(name, asked).get("refused"), name
print(json.dumps(sorted(sys.modules)))
"""


def test_the_form_and_a_first_report_need_no_other_calls_modules() -> None:
    data = b64encode(EXAMPLE.read_bytes()).decode()
    calls = [
        ("form", {}),
        ("open", {"name": EXAMPLE.name, "data": data}),
        ("look", {"text": EXAMPLE.read_text("utf-8")}),
    ]
    outcome = subprocess.run(
        [sys.executable, "-c", SCRIPT], input=json.dumps(calls), capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(outcome.stdout))
    assert "generator.desk.look" in loaded
    assert loaded.isdisjoint(LATER)


def test_what_the_first_acts_need_is_got_ready_in_steps() -> None:
    assert prepare(0), "another step: the other calls"
    assert not prepare(1)
    assert set(LATER[:3]) <= set(sys.modules)
