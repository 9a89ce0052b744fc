"""Opening the browser, where there is a screen to show it on."""

from __future__ import annotations

import os
import sys


def open_browser(url: str) -> bool:
    """Open ``url`` in the person's browser; False where there is none to be seen."""
    import webbrowser

    if not _has_screen():
        return False
    try:
        return webbrowser.open(url)
    except (webbrowser.Error, OSError):
        return False


def _has_screen() -> bool:
    """Without a screen, webbrowser would start a text browser in the very terminal that shows the address."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
