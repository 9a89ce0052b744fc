"""Who may ask: this machine's browser on our own page. Other sites' pages, and names that only point here, may not."""

from __future__ import annotations

from email.message import Message
from hmac import compare_digest

TOKEN_HEADER = "X-Nianbao-Token"
HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")


def refusal(headers: Message, port: int, *, entrance: bool) -> str:
    """Why a request is refused, '' if it is not.

    The Host must be this machine by number or its own name (a foreign name that resolves to it is DNS rebinding), the
    Origin, where there is one, our page. ``entrance``: the page itself may be come to from anywhere, by a link.
    """
    hosts = {f"{name}:{port}" for name in _NAMES} | ({*_NAMES} if port == 80 else set())
    if headers.get_all("Host", []) not in [[host] for host in hosts]:
        return "只能用 http://127.0.0.1 打开。"
    origins = headers.get_all("Origin", [])
    if origins and origins not in [[f"http://{host}"] for host in hosts]:
        return "不接受其他网站的请求。"
    if not entrance and headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return "不接受其他网站的请求。"
    return ""


def may_write(headers: Message, token: str) -> bool:
    """Whether a request carries the token that only our page knows."""
    return compare_digest(headers.get(TOKEN_HEADER, "").encode("utf-8", "replace"), token.encode())
