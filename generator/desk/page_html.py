"""The page itself: one HTML file with its script and styles, which talks to the carrier that it was given."""

from __future__ import annotations

import json
from pathlib import Path

from generator.resources import TEMPLATES


def page_html(*, token: str, nonce: str, edition: str, view: str = "fill") -> bytes:
    """The served page: only what carries the nonce runs; ``token`` goes with each call, ``view`` is shown first."""
    folder = Path(TEMPLATES, "page")
    boot = json.dumps({"token": token, "edition": edition, "nonce": nonce, "view": view}).replace("<", "\\u003c")
    style, script = (folder.joinpath(name).read_text("utf-8") for name in ("page.css", "page.js"))
    script = script.replace("</script", "<\\/script")
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>年报填报</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<style nonce="{nonce}">{style}</style></head><body><div id="page"></div>'
        f'<script nonce="{nonce}">window.nianbaoBoot = {boot};</script>'
        f'<script nonce="{nonce}">{script}</script></body></html>'
    ).encode()
