"""A report to edit, and a preview that follows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from running_preview import Running, copy_reports, serving


@pytest.fixture
def report(examples: Path, tmp_path: Path) -> Path:
    return copy_reports(examples, tmp_path)


@pytest.fixture
def running(report: Path) -> Iterator[Running]:
    with serving(report) as running:
        yield running


@pytest.fixture(scope="module")
def standing(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One for all tests that change nothing."""
    with serving(copy_reports(examples, tmp_path_factory.mktemp("standing"))) as running:
        yield running
