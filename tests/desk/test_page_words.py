"""No word of the command line reaches the page: a sentence that names a command carries the page's words with it."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

from desk.calling import COMMAND, asked
from desk.word_files import YAML

import generator
from generator.wording import Worded, joined, on_page

ON_THE_PAGE = (
    *("checks", "desk", "editing", "files", "form", "importing", "ledger", "pipeline", "profile", "report", "signing"),
    *("source", "comparing", "collecting", "document"),
)
"""Rooms whose sentences may come to the page."""
OF_COMMANDS = {
    *("pipeline/inputs.py", "pipeline/laying_out.py", "pipeline/overwriting.py", "pipeline/building.py"),
    *("pipeline/importing.py", "pipeline/naming.py", "pipeline/ledgers.py", "editing/ledger_into.py"),
    *("collecting/running/merging.py", "collecting/running/packages.py", "collecting/selection.py"),
    *("comparing/read_back_pdf.py", "collecting/running/collecting.py"),
}
"""Files of what only a command does: to write outputs, to merge, to verify."""
OF_FILES = {"form/schema.py", "form/scaffold.py", "ledger/asking.py"}
"""What is said in a file itself, wherever it is read: the schema, the comments of a new report and of 对照.yaml."""


def sentences(tree: ast.AST) -> Iterator[str]:
    """Every text in the code that is no docstring and has no words of the page beside it; a command as one."""
    within = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    within |= {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == Worded.__name__
        for part in ast.walk(node.args[0])
    }
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in within:
            yield "".join(_piece(part) for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in (within | docs):
            yield node.value


def _piece(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    called = part.value if isinstance(part, ast.FormattedValue) else None
    if isinstance(called, ast.Call) and isinstance(called.func, ast.Name) and called.func.id == "command":
        assert isinstance(called.args[0], ast.Constant)
        return f"nianbao {called.args[0].value} 甲.yaml"
    return "甲"


def test_every_sentence_has_words_of_the_page() -> None:
    root = Path(generator.__file__).parent
    files = [
        path for room in ON_THE_PAGE for path in ((root / room).rglob("*.py") if "." not in room else [root / room])
    ]
    left = [
        f"{name}: {sentence}"
        for path in files
        if (name := path.relative_to(root).as_posix()) not in OF_COMMANDS | OF_FILES
        for sentence in sentences(ast.parse(path.read_text("utf-8")))
        if re.search(r"[\u4e00-\u9fff]", sentence) and COMMAND.search(sentence)
    ]
    assert left == []


def test_both_wordings_go_together_wherever_a_sentence_goes() -> None:
    hint = joined("请核对，或者用", Worded(" nianbao ledger --into ", "“从台账统计”"), "写入")
    assert hint == "请核对，或者用 nianbao ledger --into 写入"
    for same in (hint, pickle.loads(pickle.dumps(hint)), joined(hint)):
        assert on_page(same) == "请核对，或者用“从台账统计”写入"
    assert joined("没有", "就写 0") == on_page("没有就写 0") == "没有就写 0"


def test_what_a_finding_and_a_refusal_say() -> None:
    assert "新建" in asked("look", text="", path="年报.yaml")["findings"][0]["hint"]
    answer = asked("verify", text=YAML, path="没有/年报.yaml", name="公布的.html", data="")
    assert answer["refused"].startswith("还没有定稿")
    assert "定稿" in answer["hint"]
    assert "nianbao" not in str(answer)
