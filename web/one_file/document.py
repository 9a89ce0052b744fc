"""The one HTML document: a probe, what the page carries as plain text, its script. Only these scripts may run."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import NamedTuple


class Parts(NamedTuple):
    """What goes into the document; payloads are compressed, in the order in which they are needed."""

    edition: str
    probe: str
    script: str
    style: str
    licences: str
    payloads: dict[str, bytes]


def document(parts: Parts) -> str:
    """The whole page, the same for the same parts.

    Its script stands before what it carries: it draws the page and starts Python while the rest is still being read.
    """
    probe, script = (text.replace("</script", "<\\/script") for text in (parts.probe, parts.script))
    script = f"if (window.nianbaoFits) {{ {script} }}"
    payloads = "".join(
        f'<script type="text/plain" id="{name}">{b64encode(data).decode()}</script>\n'
        for name, data in parts.payloads.items()
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>年报填报</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(probe, script)}">\n'
        '<meta http-equiv="X-UA-Compatible" content="IE=edge"><meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">\n'
        f'<style>{parts.style}</style></head><body><div id="page">正在打开……</div>\n'
        f'<script type="text/plain" id="licences">\n{escape(parts.licences, quote=False)}\n</script>\n'
        f"<script>{probe}</script>\n<script>{script}</script>\n{payloads}</body></html>\n"
    )


def _policy(*scripts: str) -> str:
    """Nothing from anywhere but this file. Pyodide makes code from text and runs it in a worker made of a blob."""
    allowed = " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in scripts)
    return (
        f"default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"script-src {allowed} 'unsafe-eval' 'wasm-unsafe-eval' blob:; worker-src blob:; "
        "style-src 'unsafe-inline'; img-src data:; connect-src 'none'"
    )
