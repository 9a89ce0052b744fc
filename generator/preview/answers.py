"""Answers with the headers that keep a page to itself: nothing from outside, no scripts but ours."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any, NamedTuple

_EMBEDDERS = "'self' vscode-webview: vscode-file:"
"""Who may show the page in a frame: itself, and the editor's own panel (all windows around it count)."""
_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'"
_ALWAYS = (
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)


class Answer(NamedTuple):
    """A whole response."""

    status: HTTPStatus
    kind: str
    body: bytes
    policy: str = f"{_NOTHING}; frame-ancestors 'none'"

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """All its headers."""
        own = (
            ("Content-Type", self.kind),
            ("Content-Length", str(len(self.body))),
            ("Content-Security-Policy", self.policy),
        )
        return (*own, *_ALWAYS)


def words(text: str, status: HTTPStatus) -> Answer:
    """A plain sentence."""
    return Answer(status, "text/plain; charset=utf-8", text.encode())


def data(content: dict[str, Any]) -> Answer:
    """Plain data; characters beyond ASCII are escaped, so that nothing in a file can break the encoding."""
    return Answer(HTTPStatus.OK, "application/json", json.dumps(content).encode())


def page(html: bytes, nonce: str) -> Answer:
    """The page around the report: only what carries the nonce runs, and it talks to its own server alone."""
    policy = (
        f"{_NOTHING}; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; frame-src 'self'; "
        f"frame-ancestors {_EMBEDDERS}"
    )
    return Answer(HTTPStatus.OK, "text/html; charset=utf-8", html, policy)
