"""Who is answered by the served page: our own page, by its secret path, with its token; nobody else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from desk.serving_page import PATIENCE, filling

from generator.preview.page_server import PageServer


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageServer]:
    folder = tmp_path_factory.mktemp("served")
    (folder / "甲.yaml").write_text("机关: 甲局\n年度: 2024\n", "utf-8")
    with filling(folder, "甲.yaml") as page:
        yield page


def ask(page: PageServer, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, str]:
    """One request; ``path`` is below the secret one unless it begins with /."""
    parts = urlsplit(page.url)
    connection = HTTPConnection("127.0.0.1", parts.port, timeout=PATIENCE)
    connection.request(
        method,
        path if path.startswith("/") else parts.path + path,
        body,
        {name.replace("_", "-"): value for name, value in headers.items()},
    )
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def token(page: PageServer) -> str:
    found = re.search(r'"token": "([^"]+)"', ask(page, "GET", "")[1])
    assert found
    return found[1]


def test_the_page_is_answered_by_its_secret_path_alone(page: PageServer) -> None:
    assert ask(page, "GET", "")[0] == 200
    for path in ("/", "/k/", "/k/x/", "/call/look", f"/k/{'x' * 32}/", "/index.html"):
        assert ask(page, "GET", path)[0] == 404, path
        assert ask(page, "POST", path, b"{}", X_Nianbao_Token=token(page))[0] == 404, path


@pytest.mark.parametrize("path", ["call/look", "file/list", "file/read", "file/save"])
def test_nothing_is_done_without_the_token(page: PageServer, path: str) -> None:
    assert ask(page, "POST", path, b'{"text": ""}')[0] == 403
    assert ask(page, "POST", path, b'{"text": ""}', X_Nianbao_Token="x" * 32)[0] == 403


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Sec_Fetch_Site": "cross-site"}, {"Host": "evil.example"}], ids=str
)
def test_other_sites_are_refused(page: PageServer, headers: dict[str, str]) -> None:
    assert ask(page, "POST", "file/list", b"{}", X_Nianbao_Token=token(page), **headers)[0] == 403


def test_a_call_and_a_file(page: PageServer) -> None:
    status, text = ask(page, "POST", "file/read", json.dumps({"name": "甲.yaml"}).encode(), X_Nianbao_Token=token(page))
    read = json.loads(text)
    assert (status, read["text"]) == (200, "机关: 甲局\n年度: 2024\n")
    body = json.dumps({"text": read["text"], "place": ["机关"], "value": "乙局"}).encode()
    status, text = ask(page, "POST", "call/set", body, X_Nianbao_Token=token(page))
    assert json.loads(text)["text"] == "机关: 乙局\n年度: 2024\n"


@pytest.mark.parametrize("body", [b"[]", b"{", b"\xff", b"[" * 100_000, b"1"])
def test_what_is_no_request_is_told(page: PageServer, body: bytes) -> None:
    assert ask(page, "POST", "call/look", body, X_Nianbao_Token=token(page))[0] == 400


def test_a_request_that_is_too_large_is_refused_unread(page: PageServer) -> None:
    assert ask(page, "POST", "call/look", b"", Content_Length="99999999", X_Nianbao_Token=token(page))[0] == 413


def test_no_file_outside_the_folder_is_read_or_written(page: PageServer, tmp_path: Path) -> None:
    outside = tmp_path / "外.yaml"
    for name in (str(outside), "../外.yaml"):
        body = json.dumps({"name": name, "text": "机关: 丙\n", "stamp": ""}).encode()
        for what in ("read", "save"):
            answer = json.loads(ask(page, "POST", f"file/{what}", body, X_Nianbao_Token=token(page))[1])
            assert "refused" in answer or answer.get("name") not in (name, "外.yaml")
    assert not outside.exists()
