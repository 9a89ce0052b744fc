"""Files that know that the form is this form, outside the rooms that are there for it: few, and each named here."""

import ast
import re
from pathlib import Path

import generator

ROOT = Path(generator.__file__).parent
ITS_OWN = ("form/", "checks/disclosure")
WORDS = re.compile(
    "本年新收|上年结转|结转下年度|予以公开|不予公开|无法提供|不予处理|行政规范性文件|行政许可"
    "|行政处罚|行政强制|行政事业性收费|信息处理费|行政复议|行政诉讼|自然人|商业企业|依申请公开|政府信息公开|表二|表三|表四"
)
KNOWING = {
    "cli/commands/ledger.py",  # its help, of tables 3 and 4
    "cli/program.py",  # the first page of help: loads no form
    "cli/welcome.py",  # the same
    "profile/model.py",  # the faults that notices name
    "source/number_notation.py",  # an example in a message of a room that may not import the form
    "source/recovery/entries.py",
    "source/recovery/unparsable.py",
}


def test_the_files_outside_that_know_this_form_are_those_named_here() -> None:
    knowing = {
        path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py") if _knows(ast.parse(path.read_text("utf-8")))
    }
    assert {name for name in knowing if not name.startswith(ITS_OWN)} == KNOWING


def _knows(module: ast.Module) -> bool:
    remarks = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(module) if isinstance(node, ast.Constant) and id(node) not in remarks)
    return any(WORDS.search(node.value) for node in constants if isinstance(node.value, str))
