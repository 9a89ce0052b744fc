"""What all tests share: the published reports next to the repository, the command line, hypothesis profiles."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from programs import Office

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

_SLOW_IS_FINE = [HealthCheck.too_slow]
settings.register_profile("dev", deadline=None, max_examples=50, suppress_health_check=_SLOW_IS_FINE)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True, suppress_health_check=_SLOW_IS_FINE)
settings.register_profile("fuzz", deadline=None, max_examples=20_000, suppress_health_check=_SLOW_IS_FINE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))

Outcome = subprocess.CompletedProcess[str]
Cli = Callable[..., Outcome]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Every test begins with signals that end a process.

    A command line that ran in this process leaves them ignored, as does a shell that starts tests in the background;
    what a test starts inherits that, and then neither Ctrl+C nor ``terminate`` ends it.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the example reports."""
    return ROOT / "examples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The published reports and tools beside the repository; tests that read them skip where they are absent."""
    if not SHARED.is_dir():
        pytest.skip("../shared 不在：没有公布的报告可以对照")
    return SHARED


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice; tests that need it skip where it is absent."""
    return Office(tmp_path_factory)


@pytest.fixture(scope="session")
def cli() -> Cli:
    """Run the command line as a process of its own: ``cli("check", "x.yaml", cwd=folder, text="…", LANG="C")``.

    ``text`` is given on stdin (else there is none); further keywords are environment variables.
    """

    def run(*arguments: str | os.PathLike[str], cwd: Path = ROOT, text: str = "", **environment: str) -> Outcome:
        return subprocess.run(
            [sys.executable, "-m", "generator", *map(os.fspath, arguments)],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
            input=text,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
