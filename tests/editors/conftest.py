"""The YAML language server that other editors use, started over stdio; both major versions."""

import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio
import pytest_lsp
from lsp_editor import Editor, client_with_news
from lsprotocol import types

from generator.resources import SCHEMA

HERE = Path(__file__).resolve().parent
SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
"""Nothing is fetched: the schema is the one that the file's first line names."""


@pytest_asyncio.fixture(params=["yaml-language-server-1", "yaml-language-server-2"])
async def client(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[pytest_lsp.LanguageClient]:
    """A connection to one of them."""
    program = HERE / "node_modules" / request.param / "bin" / "yaml-language-server"
    if shutil.which("node") is None or not program.exists():
        pytest.skip(f"{request.param} 没有安装：先运行 .ci/tools（需要 node 和 npm）")
    client = client_with_news()
    client.set_configuration(SETTINGS)
    await client.start_io("node", str(program), "--stdio", cwd=tmp_path)
    capabilities = pytest_lsp.client_capabilities("visual_studio_code")
    await client.initialize_session(types.InitializeParams(capabilities=capabilities, root_uri=tmp_path.as_uri()))
    yield client
    await client.shutdown_session()


@pytest.fixture
def start(client: pytest_lsp.LanguageClient, tmp_path: Path) -> Callable[[], Editor]:
    """An editor with a file that lies beside the schema."""
    shutil.copy(SCHEMA, tmp_path)
    return lambda: Editor(client, tmp_path / "年报.yaml")
