"""The story of the guide from end to end: last year's page → import → new --from → fill in → build → compare."""

import json
from pathlib import Path

import pytest

AGENCY = "温县人民政府办公室"
PAGE = f"{AGENCY}-2022.html"


def filled_in(draft: str, findings: list[dict]) -> str:
    """The draft with 0 at each figure and a sentence at each text that is not filled in, as a clerk would do it."""
    lines = draft.splitlines()
    for finding in sorted(findings, key=lambda f: -f["line"]):
        assert finding["code"] == "NB105", finding
        at = finding["line"] - 1
        key, colon, note = lines[at].partition(":")
        if note.strip().startswith("|"):
            indent = " " * (len(key) - len(key.lstrip()) + 2)
            lines[at + 1] = (
                f"{indent}2023年，“{finding['path'][-1]}”方面的工作照计划完成，收到申请{{{{ 本年新收 }}}}件。"
            )
        else:
            lines[at] = f"{key}{colon} 0{note}"
    return "\n".join([*lines, ""])


@pytest.mark.parametrize("through", ["yaml", "page"])
def test_from_last_years_page_to_this_years(cli, examples: Path, tmp_path: Path, through: str) -> None:
    page = tmp_path / "去年.html"
    page.write_bytes((examples / PAGE).read_bytes())
    if through == "yaml":
        assert cli("import", "去年.html", "-o", "去年.yaml", cwd=tmp_path).returncode == 0
    last = "去年.yaml" if through == "yaml" else "去年.html"
    assert cli("new", "2023", "--from", last, "-o", "今年.yaml", cwd=tmp_path).returncode == 0

    outcome = cli("check", "今年.yaml", "--format", "json", cwd=tmp_path)
    assert outcome.returncode == 1
    draft = (tmp_path / "今年.yaml").read_text(encoding="utf-8")
    text = filled_in(draft, json.loads(outcome.stdout)["files"][0]["findings"])
    (tmp_path / "今年.yaml").write_text(text, encoding="utf-8")

    outcome = cli("build", "今年.yaml", "-o", "公布", "-t", "docx,md,html", cwd=tmp_path)
    assert outcome.returncode == 0, outcome.stderr
    for published in outcome.stdout.splitlines():
        compared = cli("compare", "今年.yaml", published, cwd=tmp_path)
        assert compared.returncode == 0, compared.stdout
    changed = cli("compare", last, "今年.yaml", cwd=tmp_path)
    assert changed.returncode == 1
    assert "表三“本年新收”自然人" in changed.stdout


def test_the_sample_page_says_what_its_yaml_says(cli, examples: Path) -> None:
    outcome = cli("compare", examples / PAGE, examples / f"{AGENCY}-2022.yaml")
    assert outcome.returncode == 0, outcome.stdout
