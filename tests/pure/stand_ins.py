"""A plugin of pytest (``-p pure.stand_ins``): the program's doors lead to the stand-ins, whatever is installed."""

from __future__ import annotations

import generator.pure
from generator.pure import elements
from generator.pure.yaml_parser import PureLoader
from generator.report import validation
from generator.source import events


def pytest_configure() -> None:
    """Before any test."""
    generator.pure.etree = lambda: elements
    events._LOADER = PureLoader
    validation._gate = validation.slow_gate  # type: ignore[assignment]
