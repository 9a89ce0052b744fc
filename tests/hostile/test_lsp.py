"""The language server: half-typed text, places that are none, messages that are none. It answers, and never ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pygls", reason="pygls 没有安装")
from hostile.raw_lsp import Connection, connected

ROOT = Path(__file__).resolve().parents[2]
GOOD = (ROOT / "examples" / "温县人民政府办公室-2023.yaml").read_text(encoding="utf-8")
_END = 2**31 - 1
NUMBERS = st.one_of(st.integers(0, 160), st.sampled_from([0, 1, 1000, 65536, _END]))
PLACES = st.fixed_dictionaries({"line": NUMBERS, "character": NUMBERS})
RANGES = st.fixed_dictionaries({"start": PLACES, "end": PLACES})
TEXTS = st.one_of(
    st.lists(
        st.sampled_from([*"{}[]:|>-#&*'\"\t\n 　，：｛0９件\U00020bb7\u2028\r", "机关: ", "{{ ", "本年新收", "\n  "])
    ).map("".join),
    st.integers(0, len(GOOD)).map(lambda end: GOOD[:end]),
    st.just(GOOD),
)
CHANGES = st.lists(
    st.one_of(
        st.fixed_dictionaries({"range": RANGES, "text": TEXTS.filter(lambda text: len(text) < 200)}),
        st.fixed_dictionaries({"text": TEXTS}),
    ),
    max_size=3,
)
ASKED = (
    "hover",
    "completion",
    "definition",
    "references",
    "inlayHint",
    "codeAction",
    "documentSymbol",
    "foldingRange",
    "formatting",
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with connected(tmp_path_factory.mktemp("lsp")) as connection:
        yield connection


def params_for(document: dict[str, str], place: dict[str, int], area: dict[str, Any]) -> dict[str, Any]:
    """All that any of the requests wants."""
    return {
        "textDocument": document,
        "position": place,
        "range": area,
        "context": {"includeDeclaration": True, "diagnostics": [], "triggerKind": 1},
        "options": {"tabSize": 2, "insertSpaces": True},
    }


def ends_inside(text: str, area: dict[str, Any]) -> bool:
    """Whether a range lies within the text, in UTF-16 units."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return all(
        one["line"] < len(lines)
        and one["character"] <= len(lines[one["line"]].encode("utf-16-le", "surrogatepass")) // 2
        for one in area.values()
    )


@settings(max_examples=25)
@given(TEXTS, st.lists(st.tuples(CHANGES, st.sampled_from(ASKED), PLACES, RANGES), max_size=5))
def test_whatever_is_typed_every_request_is_answered(server: Connection, text: str, steps: list[Any]) -> None:
    document = {"uri": "file:///tmp/nianbao-hostile.yaml"}
    opened = {**document, "languageId": "yaml", "version": 1, "text": text}
    server.tell("textDocument/didOpen", {"textDocument": opened})
    for version, (changes, asked, place, area) in enumerate(steps, 2):
        versioned = {**document, "version": version}
        server.tell("textDocument/didChange", {"textDocument": versioned, "contentChanges": changes})
        reply = server.ask(f"textDocument/{asked}", params_for(document, place, area))
        assert "error" not in reply, reply
    server.tell("textDocument/didSave", {"textDocument": document})
    server.tell("textDocument/didClose", {"textDocument": document})
    assert "result" in server.ask("textDocument/hover", params_for(document, *2 * [{"line": 0, "character": 0}]))
    assert not [line for line in server.logged if "Traceback" in line], server.logged[-1]


@settings(max_examples=30)
@given(TEXTS.filter(str.strip))
def test_findings_lie_within_the_text(server: Connection, text: str) -> None:
    document = {"uri": "file:///tmp/nianbao-spans.yaml"}
    server.tell(
        "textDocument/didOpen", {"textDocument": {**document, "languageId": "yaml", "version": 1, "text": text}}
    )
    server.ask("textDocument/documentSymbol", {"textDocument": document})
    for finding in server.published[document["uri"]]:
        assert finding["code"] != "NB900"
        assert ends_inside(text, finding["range"]), finding
    server.tell("textDocument/didClose", {"textDocument": document})


ODD = {
    "no object": [1, 2],
    "a number": 7,
    "empty": {},
    "no such method": {"jsonrpc": "2.0", "id": "a", "method": "nianbao/none", "params": {}},
    "no parameters": {"jsonrpc": "2.0", "id": "b", "method": "textDocument/hover"},
    "parameters of another kind": {"jsonrpc": "2.0", "id": "c", "method": "textDocument/hover", "params": [1]},
    "a file that is not open": {
        "jsonrpc": "2.0",
        "id": "d",
        "method": "textDocument/hover",
        "params": {"textDocument": {"uri": "file:///none/x.yaml"}, "position": {"line": 3, "character": 3}},
    },
    "an address that is none": {
        "jsonrpc": "2.0",
        "id": "e",
        "method": "textDocument/completion",
        "params": {"textDocument": {"uri": "\x00::"}, "position": {"line": 0, "character": 0}},
    },
    "a change to what is not open": {
        "jsonrpc": "2.0",
        "method": "textDocument/didChange",
        "params": {"textDocument": {"uri": "file:///none/y.yaml", "version": 3}, "contentChanges": [{"text": "a"}]},
    },
    "closing what is not open": {
        "jsonrpc": "2.0",
        "method": "textDocument/didClose",
        "params": {"textDocument": {"uri": "file:///none/z.yaml"}},
    },
    "a reply to nothing": {"jsonrpc": "2.0", "id": 99999, "result": None},
    "a rule that is none": {
        "jsonrpc": "2.0",
        "id": "f",
        "method": "workspace/executeCommand",
        "params": {"command": "nianbao/rule", "arguments": ["../../etc/passwd"]},
    },
    "a command of another": {
        "jsonrpc": "2.0",
        "id": "g",
        "method": "workspace/executeCommand",
        "params": {"command": "sh", "arguments": ["-c", "true"]},
    },
}


@pytest.mark.parametrize("name", ODD)
def test_messages_that_are_none(tmp_path: Path, name: str, server: Connection) -> None:
    server.say(ODD[name])
    assert "result" in server.ask("textDocument/documentSymbol", {"textDocument": {"uri": "file:///none/a.yaml"}})


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Length: 3\r\n\r\n{{{",
        b"Content-Length: 0\r\n\r\n",
        b"\r\n\r\n",
        b"Content-Length: 2\r\nX: y\r\n\r\n[]",
    ],
)
def test_bytes_that_are_no_message(server: Connection, data: bytes) -> None:
    server.raw(data)
    assert "result" in server.ask("textDocument/documentSymbol", {"textDocument": {"uri": "file:///none/a.yaml"}})


UNDECODABLE = [
    ("textDocument/hover", {"textDocument": {"uri": "file:///a.yaml"}, "position": {"line": -1, "character": 0}}),
    ("textDocument/hover", [1]),
    ("textDocument/hover", {"textDocument": 5}),
    ("textDocument/completion", None),
    ("textDocument/codeAction", {"x": 1}),
    ("textDocument/formatting", "text"),
    ("textDocument/references", {"textDocument": {"uri": 1}}),
    ("workspace/executeCommand", {"command": {}}),
]


@pytest.mark.parametrize(("method", "params"), UNDECODABLE)
def test_a_request_that_cannot_be_decoded_is_answered_with_an_error(
    server: Connection, method: str, params: object
) -> None:
    assert server.ask(method, params)["error"]["code"] < 0
    assert "result" in server.ask("textDocument/documentSymbol", {"textDocument": {"uri": "file:///none/a.yaml"}})


@pytest.mark.parametrize("body", [b"{{{", b"\xff\xfe{}", b"[1]", b'"text"', b"7", b"[" * 100_000])
def test_what_is_no_message_is_answered_too(tmp_path: Path, body: bytes) -> None:
    with connected(tmp_path) as server:
        server.raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        answer = server.next_reply()
        assert answer["id"] is None
        assert answer["error"]["code"] in (-32700, -32600)
        assert "result" in server.ask("textDocument/documentSymbol", {"textDocument": {"uri": "file:///none/a.yaml"}})


def test_a_folder_with_files_named_like_our_modules_runs_none_of_them(tmp_path: Path) -> None:
    for name in ("typer", "yaml", "json", "generator", "jinja2", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("open('run.txt', 'w').close()\n", encoding="utf-8")
    report = tmp_path / "年报.yaml"
    report.write_text(GOOD, encoding="utf-8")
    with connected(tmp_path) as server:
        params = {"command": "nianbao/preview", "arguments": [report.as_uri()]}
        assert server.ask("workspace/executeCommand", params)["result"].startswith("http://127.0.0.1:")
        server.ask("shutdown", None)
        server.tell("exit", None)
        assert server.process.wait(60) == 0, "with it its preview ends"
    assert not (tmp_path / "run.txt").exists()
