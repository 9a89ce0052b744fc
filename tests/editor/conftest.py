"""Our own server, started over stdio as an editor starts it."""

import os
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio
import pytest_lsp
from lsp_editor import Editor, client_with_news
from lsprotocol import types

ROOT = Path(__file__).resolve().parents[2]


@pytest_asyncio.fixture
async def client(tmp_path: Path) -> AsyncIterator[pytest_lsp.LanguageClient]:
    """A connection to a server of one's own."""
    client = client_with_news()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    await client.start_io(sys.executable, "-m", "generator", "lsp", env=environment, cwd=tmp_path)
    capabilities = pytest_lsp.client_capabilities("visual_studio_code")
    await client.initialize_session(types.InitializeParams(capabilities=capabilities, root_uri=tmp_path.as_uri()))
    yield client
    await client.shutdown_session()
    assert client._server.returncode == 0


@pytest.fixture
def start(client: pytest_lsp.LanguageClient, tmp_path: Path) -> Callable[[str], Editor]:
    """An editor with a file of that name, not yet opened."""
    return lambda name="年报.yaml": Editor(client, tmp_path / name)
