"""Who is answered: our own page on this machine, at a fixed handful of addresses, and nobody else."""

import re
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import quote, urlsplit

import pytest

EVIL = "http://evil.example"


def ask(running, method, path, headers=(), host=None) -> tuple[HTTPResponse, str]:
    """One request as anybody may send it: Host as given (None: the right one), ``path`` unchanged on the wire.

    A path without / at its beginning is one behind the secret.
    """
    port = urlsplit(running.preview.url).port
    path = path if path.startswith(("/", "http:")) else urlsplit(running.preview.url).path + path
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for one in [f"127.0.0.1:{port}"] if host is None else host:
        connection.putheader("Host", one)
    for name, value in headers:
        connection.putheader(name, value.replace("PORT", str(port)))
    connection.endheaders()
    answer = connection.getresponse()
    return answer, answer.read().decode()


def token(standing) -> str:
    return re.search(r'"token": "([^"]+)"', ask(standing, "GET", "")[1])[1]


@pytest.mark.parametrize("path", ["", "?editor=1", "state?after=-1"])
def test_our_own_page_is_answered(standing, path):
    assert (
        ask(standing, "GET", path, [("Origin", "http://127.0.0.1:PORT"), ("Sec-Fetch-Site", "same-origin")])[0].status
        == 200
    )
    assert ask(standing, "GET", path, host=["localhost:" + str(urlsplit(standing.preview.url).port)])[0].status == 200


@pytest.mark.parametrize(
    "host",
    [
        *(["evil.example"], ["evil.example:PORT"], ["127.0.0.1.evil.example:PORT"], ["127.0.0.1:x"], ["localhost:1/"]),
        *([], ["127.0.0.1:PORT", "evil.example"]),
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["", "state?after=-1", "/"])
def test_a_foreign_host_is_refused(standing, path, host):
    port = str(urlsplit(standing.preview.url).port)
    answer, text = ask(standing, "GET", path, host=[one.replace("PORT", port) for one in host])
    assert answer.status == 403
    assert text == "只能用 http://127.0.0.1 打开。"


@pytest.mark.parametrize(
    "header",
    [
        ("Origin", EVIL),
        ("Origin", "null"),
        ("Origin", "https://127.0.0.1:PORT"),
        ("Origin", "http://127.0.0.1:1"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
    ],
    ids=str,
)
@pytest.mark.parametrize(("method", "path"), [("GET", "state?after=-1"), ("POST", "call/look"), ("POST", "file/save")])
def test_other_sites_are_refused(standing, method, path, header):
    answer, text = ask(standing, method, path, [header, ("X-Nianbao-Token", token(standing))])
    assert answer.status == 403
    assert text == "不接受其他网站的请求。"
    assert not list(standing.file.parent.glob("*.docx"))


@pytest.mark.parametrize("host", ["localhost:54321", "127.0.0.1:54321", "127.0.0.1"])
def test_a_tunnel_may_have_a_port_of_its_own(standing, host):
    ours = [("X-Nianbao-Token", token(standing)), ("Sec-Fetch-Site", "same-origin")]
    assert ask(standing, "GET", "", host=[host])[0].status == 200
    for origin, status in ((f"http://{host}", 400), ("http://127.0.0.1:1", 403), (f"https://{host}", 403)):
        answer, _ = ask(
            standing, "POST", "call/look", [*ours, ("Origin", origin), ("Content-Length", "0")], host=[host]
        )
        assert (answer.status == 403) == (status == 403), origin


def test_the_page_itself_may_be_come_to_by_a_link_but_tells_other_origins_nothing(standing):
    answer, _ = ask(standing, "GET", "", [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate")])
    assert answer.status == 200
    assert ask(standing, "GET", "", [("Origin", EVIL)])[0].status == 403


@pytest.mark.parametrize("given", [None, "", "x", "令牌"])
def test_nothing_is_saved_without_the_token(standing, given):
    headers = [] if given is None else [("X-Nianbao-Token", given.encode().decode("latin-1"))]
    before = standing.file.read_bytes()
    answer, _ = ask(standing, "POST", "file/save", headers)
    assert answer.status == 403
    assert standing.file.read_bytes() == before


def test_each_preview_has_its_own_token_and_each_page_its_own_nonce(standing):
    pages = [ask(standing, "GET", "") for _ in range(2)]
    nonces = {
        re.search(r"script-src 'nonce-([^']+)'", answer.headers["Content-Security-Policy"])[1] for answer, _ in pages
    }
    assert len(nonces) == 2
    assert all(f'<script nonce="{nonce}">' in "".join(text for _, text in pages) for nonce in nonces)


@pytest.mark.parametrize(
    "path",
    [
        "/" + quote("温县人民政府办公室-2023.yaml"),
        "/../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/report/../../../etc/passwd",
        "../x",
        "report/1",
        "build/docx",
        "state?after=-1&x",
        "page.js",
        "//etc/passwd",
        "http://evil.example/",
        "/",
        "/k/",
        "/state?after=-1",
        "state",
        "state?after=x",
        "/x?/",
    ],
)
def test_no_other_address_is_answered(standing, path):
    answer, text = ask(standing, "GET", path)
    assert answer.status == 404
    assert text == "没有这个地址。"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "CONNECT"])
def test_no_other_method_is_answered(standing, method):
    assert ask(standing, method, "/")[0].status == 501


@pytest.mark.parametrize(
    "header", [("Content-Length", "99999999"), ("Content-Length", "-1"), ("Transfer-Encoding", "chunked")]
)
def test_a_request_brings_nothing_large(standing, header):
    assert ask(standing, "POST", "call/look", [header, ("X-Nianbao-Token", token(standing))])[0].status == 413


@pytest.mark.parametrize("path", ["", "state?after=-1", "/", "/nowhere"])
def test_every_answer_is_locked_down(standing, path):
    headers = ask(standing, "GET", path)[0].headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; base-uri 'none'; form-action 'none'; ")
    assert "unsafe-inline" not in re.sub(r"style-src-attr [^;]*", "", policy)
    assert "unsafe-eval" not in policy
    assert "*" not in policy
    assert "http" not in policy
    assert "frame-ancestors" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers
