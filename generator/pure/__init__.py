"""Compiled libraries where they have no build (browsers, PyPy, rare processors): the parts that we use, in Python.

A door for each library, through which the rest of the program comes to it: the library where it is installed, else its
stand-in here, which gives the same answers (tests compare the two). Knows nothing of reports.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any


def yaml_loader() -> Callable[[str], Any]:
    """What makes parse events of YAML: libyaml, or PyYAML's own parser with libyaml's rules."""
    import yaml

    if hasattr(yaml, "CSafeLoader"):
        return yaml.CSafeLoader
    from generator.pure.yaml_parser import PureLoader

    return PureLoader


def etree() -> Any:
    """``lxml.etree``, or what the importer uses of it."""
    try:
        from lxml import etree as found
    except ImportError:
        from generator.pure import elements as found  # type: ignore[no-redef]
    return found


def jsonschema() -> Any:
    """The library jsonschema; where ``rpds``, compiled from Rust, is missing, with plain containers in its place."""
    try:
        import rpds  # noqa: F401
    except ImportError:
        from generator.pure import containers

        sys.modules["rpds"] = containers
    import jsonschema as found

    return found
