"""Where the old text of a file is kept before it is changed: never over an older copy."""

from __future__ import annotations

import os
from itertools import count

SUFFIX = ".bak"
"""All copies end in it, so that ``*.bak`` names them all (.gitignore)."""


def free_backup(path: str) -> str:
    """The first name that nothing has: ``X.yaml.bak``, ``X.yaml.2.bak``, ``X.yaml.3.bak`` …"""
    names = (f"{path}{SUFFIX}" if number == 1 else f"{path}.{number}{SUFFIX}" for number in count(1))
    return next(name for name in names if not os.path.lexists(name))
