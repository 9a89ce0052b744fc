"""What a run imports: start-up is most of what a clerk waits for."""

import subprocess
import sys

import pytest

NEVER = {"rich", "pydantic", "docx", "lxml", "click", "typst", "multiprocessing"}
NOT_FOR_BUILD = NEVER | {"jsonschema", "rapidfuzz"}
NOT_FOR_HELP = NEVER | {"yaml", "jsonschema", "jsonschema_rs", "rapidfuzz", "jinja2", "zipfile", "json"}
NOT_FOR_CHECK = NEVER | {"jsonschema", "rapidfuzz", "jinja2", "zipfile"}

PROBE = """
import sys
sys.argv = ["nianbao", *sys.argv[1:]]
from generator.cli.app import main
try:
    main()
except SystemExit:
    pass
print(*sorted(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "forbidden"),
    [
        ([], NOT_FOR_HELP),
        (["--help"], NOT_FOR_HELP),
        (["build", "--help"], NOT_FOR_HELP),
        (["check", "examples/新华区矿工路街道办事处-2023.yaml"], NOT_FOR_CHECK),
        (["build", "examples/新华区矿工路街道办事处-2023.yaml", "-t", "md", "-o", "-"], NOT_FOR_BUILD),
    ],
)
def test_nothing_is_imported_that_is_not_needed(root, arguments, forbidden):
    outcome = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], cwd=root, capture_output=True, encoding="utf-8", check=True
    )
    loaded = {name.partition(".")[0] for name in outcome.stderr.split()}
    assert not loaded & forbidden


def test_only_the_command_that_is_named_is_imported(root):
    outcome = subprocess.run(
        [sys.executable, "-c", PROBE, "rules"], cwd=root, capture_output=True, encoding="utf-8", check=True
    )
    commands = {name for name in outcome.stderr.split() if name.startswith("generator.cli.commands.")}
    assert commands == {"generator.cli.commands.rules"}
