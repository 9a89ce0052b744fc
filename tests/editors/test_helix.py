"""The settings for Helix: as far as can be told without Helix, which is not run here."""

from __future__ import annotations

import tomllib
from pathlib import Path

HELIX = Path(__file__).resolve().parents[2] / "editors" / "helix"


def test_yaml_goes_to_a_server_that_is_set_up_or_built_in() -> None:
    settings = tomllib.loads((HELIX / "languages.toml").read_text("utf-8"))
    [language] = settings["language"]
    assert language == {"name": "yaml", "language-servers": ["nianbao", "yaml-language-server"]}
    assert settings["language-server"] == {"nianbao": {"command": "nianbao", "args": ["lsp"]}}


def test_the_server_it_starts_is_a_command_of_ours(cli) -> None:
    settings = tomllib.loads((HELIX / "languages.toml").read_text("utf-8"))
    outcome = cli(*settings["language-server"]["nianbao"]["args"], "--help")
    assert outcome.returncode == 0
    assert "LSP" in outcome.stdout


def test_hints_are_switched_on() -> None:
    settings = tomllib.loads((HELIX / "config.toml").read_text("utf-8"))
    assert settings["editor"]["lsp"]["display-inlay-hints"] is True
