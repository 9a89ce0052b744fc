"""Whether the memory that this process may take is enough for typst, which hangs or ends the process when it is not."""

from __future__ import annotations

import os

NEEDED = 320 << 20
"""Bytes of addresses: fonts are mapped whole; a report of five pages was set with 250 MiB, measured with ulimit -v."""


def is_too_little() -> bool:
    """Whether the system keeps this process to less than typst needs; False where it does not, or does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return False
    most = resource.getrlimit(resource.RLIMIT_AS)[0]
    return most != resource.RLIM_INFINITY and most - _taken() < NEEDED


def _taken() -> int:
    """Bytes of addresses in use; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as numbers:
            return int(numbers.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
