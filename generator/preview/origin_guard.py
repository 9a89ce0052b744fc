"""Who may ask: this machine's browser on our own page. Other sites' pages, and names that only point here, may not."""

from __future__ import annotations

import re
from email.message import Message
from hmac import compare_digest

TOKEN_HEADER = "X-Nianbao-Token"
HOST = "127.0.0.1"
_THIS_MACHINE = re.compile(rf"({re.escape(HOST)}|localhost)(:\d{{1,5}})?", re.ASCII)


def refusal(headers: Message, *, entrance: bool) -> str:
    """Why a request is refused, '' if it is not.

    The Host must be this machine by number or its own name (a foreign name that resolves to it is DNS rebinding), the
    Origin, where there is one, the page at that very Host. The port may be another than ours: a tunnel, as that of an
    editor on a remote machine, takes a free one. ``entrance``: the page itself may be come to from anywhere, by a link.
    """
    hosts = headers.get_all("Host", [])
    if len(hosts) != 1 or not _THIS_MACHINE.fullmatch(hosts[0]):
        return "只能用 http://127.0.0.1 打开。"
    origins = headers.get_all("Origin", [])
    if origins not in ([], [f"http://{hosts[0]}"]):
        return "不接受其他网站的请求。"
    if not entrance and headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return "不接受其他网站的请求。"
    return ""


def may_write(headers: Message, token: str) -> bool:
    """Whether a request carries the token that only our page knows."""
    return compare_digest(headers.get(TOKEN_HEADER, "").encode("utf-8", "replace"), token.encode())
