"""No word of the command line reaches the page: every sentence that a call may give is said in the page's words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from desk.calling import asked
from desk.word_files import YAML

import generator
from generator.desk.page_words import page_words

ROOMS = ("checks", "desk", "editing", "importing", "ledger", "pipeline", "profile", "report", "signing", "source")
NOT_ON_THE_PAGE = {
    *("pipeline/catalogue.py", "pipeline/inputs.py", "pipeline/laying_out.py", "pipeline/overwriting.py"),
    *("pipeline/building.py", "pipeline/importing.py", "pipeline/office_rules.py", "editing/ledger_into.py"),
    *("desk/page_words.py", "pipeline/ledgers.py", "ledger/asking.py"),
}
"""Files of what is written to disk; and the words themselves."""
COMMAND = re.compile(r"nianbao [a-z]|(?<![-!<])--[a-z]")


def sentences(tree: ast.AST) -> Iterator[str]:
    """Every text in the code that is no docstring, what is put into it as 甲; a command as one."""
    within = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
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
    left = [
        f"{path.relative_to(root).as_posix()}: {page_words(sentence)}"
        for room in ROOMS
        for path in sorted((root / room).rglob("*.py"))
        if path.relative_to(root).as_posix() not in NOT_ON_THE_PAGE
        for sentence in sentences(ast.parse(path.read_text("utf-8")))
        if re.search(r"[\u4e00-\u9fff]", sentence) and COMMAND.search(page_words(sentence))
    ]
    assert left == []


def test_a_sentence_is_changed_where_a_command_stands_and_nowhere_else() -> None:
    assert page_words("请核对，或者用 nianbao ledger --into 写入") == "请核对，或者用“从台账统计”写入"
    assert page_words("没有就写 0；有就写 {甲: 1, 乙: 2}；也可以写文字") == "没有就写 0；有就填各个数；也可以写文字"
    assert page_words("共收到 3 件——其中 1 件结转") == "共收到 3 件——其中 1 件结转"


def test_what_a_finding_and_a_refusal_say() -> None:
    assert "新建" in asked("look", text="", path="年报.yaml")["findings"][0]["hint"]
    answer = asked("verify", text=YAML, path="没有/年报.yaml", name="公布的.html", data="")
    assert answer["refused"].startswith("还没有定稿")
    assert "定稿" in answer["hint"]
    assert "nianbao" not in str(answer)
