"""The preview server on a raw socket: whatever comes is answered or dropped, and the next browser is answered."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running_preview import Running, copy_reports, serving

PATIENCE = 30
SECRET = "不能给人看的内容"


@pytest.fixture(scope="module")
def running(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("preview")
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    with serving(copy_reports(examples, folder)) as running:
        yield running


def port_of(running: Running) -> int:
    port = urlsplit(running.preview.url).port
    assert port
    return port


def sent(running: Running, data: bytes, *, finish: bool = True) -> bytes:
    """All that comes back until the server ends the connection."""
    with socket.create_connection(("127.0.0.1", port_of(running)), timeout=PATIENCE) as connection:
        received = b""
        try:
            connection.sendall(data)
            if finish:
                connection.shutdown(socket.SHUT_WR)
            while piece := connection.recv(65536):
                received += piece
        except OSError:  # it has ended the connection, as it may
            pass
        return received


def is_alive(running: Running) -> bool:
    host = f"127.0.0.1:{port_of(running)}"
    return (
        b" 200 "
        in sent(running, f"GET {urlsplit(running.preview.url).path} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())[:20]
    )


def checked(running: Running, data: bytes) -> bytes:
    answer = sent(running, data)
    assert SECRET.encode() not in answer
    assert b"Traceback" not in answer
    return answer


BARE = ["只能用 http://127.0.0.1 打开。".encode(), "不接受这样的请求。".encode()]
"""Who asks as in 1991 gets no headers either."""
HOST = "Host: 127.0.0.1:{port}\r\n"
REQUESTS = {
    "nothing": "",
    "line ends": "\r\n\r\n\r\n",
    "a word": "GET\r\n\r\n",
    "no version": "GET /\r\n\r\n",
    "a version to come": "GET / HTTP/9.9\r\n" + HOST + "\r\n",
    "a version that is none": "GET / HTTP/x.y\r\n" + HOST + "\r\n",
    "many digits": "GET / HTTP/1." + "1" * 5000 + "\r\n" + HOST + "\r\n",
    "a long address": "GET /" + "a" * 100_000 + " HTTP/1.1\r\n" + HOST + "\r\n",
    "a long header": "GET / HTTP/1.1\r\n" + HOST + "X: " + "a" * 200_000 + "\r\n\r\n",
    "many headers": "GET / HTTP/1.1\r\n" + HOST + "X: a\r\n" * 10_000 + "\r\n",
    "folded headers": "GET / HTTP/1.1\r\n" + HOST + "X: a\r\n b\r\n c\r\n\r\n",
    "a header that is none": "GET / HTTP/1.1\r\n" + HOST + "no colon\r\n\r\n",
    "two lengths": "POST /call/look HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "a length in other digits": "POST /call/look HTTP/1.1\r\n" + HOST + "Content-Length: ²\r\n\r\n",
    "chunks and a length": "POST / HTTP/1.1\r\n"
    + HOST
    + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
    "TLS": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + "a" * 500,
    "HTTP/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "a proxy's request": "GET http://evil.example/secret.txt HTTP/1.1\r\n" + HOST + "\r\n",
    "a tunnel": "CONNECT evil.example:443 HTTP/1.1\r\n" + HOST + "\r\n",
    "a file": "GET /secret.txt HTTP/1.1\r\n" + HOST + "\r\n",
    "a file above": "GET /../secret.txt HTTP/1.1\r\n" + HOST + "\r\n",
    "a file, encoded": "GET /%2e%2e/%73ecret.txt HTTP/1.1\r\n" + HOST + "\r\n",
    "a file, backslashes": "GET /..\\secret.txt HTTP/1.1\r\n" + HOST + "\r\n",
    "a file after the secret": "GET /k/x/../../secret.txt HTTP/1.1\r\n" + HOST + "\r\n",
    "a file by name": "GET file:///etc/passwd HTTP/1.1\r\n" + HOST + "\r\n",
    "another host after ours": "GET / HTTP/1.1\r\n" + HOST + "Host: evil.example\r\n\r\n",
    "a control character": "GET /\x00\x01 HTTP/1.1\r\n" + HOST + "\r\n",
    "bytes that are no text": "GET /\xff\xfe HTTP/1.1\r\n" + HOST + "X\xff: \xfe\r\n\r\n",
    "digits without end": "GET /state?after=" + "9" * 60_000 + " HTTP/1.1\r\n" + HOST + "\r\n",
    "one after the other": ("GET / HTTP/1.1\r\n" + HOST + "\r\n") * 50,
    "a second one smuggled": "POST /x HTTP/1.1\r\n"
    + HOST
    + "Content-Length: 40\r\n\r\nGET /secret.txt HTTP/1.1\r\n\r\n",
}


@pytest.mark.parametrize("name", REQUESTS)
def test_odd_requests(running: Running, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    request = REQUESTS[name].replace("{port}", str(port_of(running)))
    answer = checked(running, request.encode("latin-1"))
    assert answer in (b"", *BARE) or (answer.startswith(b"HTTP/1.") and b"Content-Security-Policy" in answer)
    assert b"evil" not in answer
    assert is_alive(running)
    assert capfd.readouterr() == ("", ""), "the terminal is the clerk's"
    assert not list(running.file.parent.glob("*.docx"))


@settings(max_examples=40)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([b"GET / HTTP/1.1\r\n", b"POST /call/look HTTP/1.1\r\n", b"Host: 127.0.0.1", b"\r\n"]),
            st.sampled_from([b"Content-Length: ", b"Origin: null\r\n", b"Transfer-Encoding: chunked\r\n", b"\r\n\r\n"]),
            st.binary(max_size=20),
        ),
        max_size=12,
    ).map(b"".join)
)
def test_any_bytes(running: Running, data: bytes) -> None:
    answer = checked(running, data)
    assert b" 200 " not in answer.partition(b"\r\n")[0]
    assert not list(running.file.parent.glob("*.docx"))


def test_those_who_never_finish_keep_nobody_out(running: Running) -> None:
    """Connections that say nothing, or a little: each has a thread, which waits no longer than a minute."""
    address = ("127.0.0.1", port_of(running))
    idle = [socket.create_connection(address, timeout=PATIENCE) for _ in range(60)]
    try:
        for connection in idle[30:]:
            connection.sendall(b"GET / HTTP/1.1\r\nX: ")
        assert is_alive(running)
    finally:
        for connection in idle:
            connection.close()
    assert is_alive(running)
    assert running.preview._server.RequestHandlerClass.timeout <= 60
