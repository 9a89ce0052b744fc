"""The JSON Schema: derived from the form, committed, valid, and plain enough for an editor."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.form import edition_for
from generator.form.edition import walk
from generator.form.model import Item, Kind
from generator.form.schema import schema, schema_text
from generator.resources import SCHEMA

EDITION = edition_for(2023)
PLACES = [(path, item) for path, item in walk(EDITION.root)]


def _at(path: tuple[str, ...]) -> dict[str, Any]:
    """The schema at a path of keys, references followed; what stands beside a reference comes first."""
    here: dict[str, Any] = schema()
    definitions = here["definitions"]
    for key in path:
        here = here["properties"][key]
        while "$ref" in here:
            beside = {word: text for word, text in here.items() if word != "$ref"}
            here = {**definitions[here["$ref"].rpartition("/")[2]], **beside}
    return here


def _every(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from _every(child)
    elif isinstance(node, list):
        for child in node:
            yield from _every(child)


def test_the_committed_schema_is_the_one_the_form_makes() -> None:
    assert Path(SCHEMA).read_text(encoding="utf-8") == schema_text(), "stale: run make schema"


def test_it_can_be_printed_as_a_module(root: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "generator.form.schema"], cwd=root, capture_output=True, check=True)
    assert json.loads(done.stdout) == schema()


def test_it_fits_the_metaschema() -> None:
    jsonschema.Draft7Validator.check_schema(schema())
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_there_are_no_alternatives_that_an_editor_would_list_all_at_once() -> None:
    assert [node for node in _every(schema()) if {"oneOf", "anyOf", "allOf", "not"} & node.keys()] == []


def test_every_place_of_the_form_is_in_it_in_the_same_order() -> None:
    assert list(schema()["properties"]) == [item.key for item in EDITION.items]
    for path, item in PLACES:
        here = _at(path)
        own = [key for key in here.get("properties", {}) if key in item.by_key]
        assert own == list(item.by_key), path


def test_every_place_says_what_it_is_how_to_write_it_and_on_what_law_it_rests() -> None:
    for path, item in PLACES:
        here = _at(path)
        assert here["title"], path
        assert item.help in here["description"], path
        assert item.law in here["description"], path
        assert "写法：" in here["description"], path


@pytest.mark.parametrize("part", EDITION.parts, ids=lambda part: part.key)
def test_a_part_carries_its_printed_heading_and_its_law(part: Item) -> None:
    here = _at((part.key,))
    assert here["title"] == f"{part.number}、{part.label}"
    assert f"依据：{part.law}" in here["description"]


def test_required_entries() -> None:
    assert schema()["required"] == ["机关", "年度", *(part.key for part in EDITION.parts)]
    assert _at(("政府信息公开申请",))["required"] == ["本年新收", "上年结转", "办理结果", "结转下年度"]
    assert _at(("行政复议行政诉讼",))["required"] == ["行政复议", "未经复议直接起诉", "复议后起诉"]
    assert len(_at(("主动公开政府信息",))["required"]) == 6
    assert "required" not in _at(("政府信息公开申请", "办理结果"))
    assert "required" not in _at(("政府信息公开申请", "本年新收"))


def test_totals_and_notes_may_be_written() -> None:
    assert "总计" in _at(("政府信息公开申请", "本年新收"))["properties"]
    assert "总计" in _at(("政府信息公开申请", "办理结果"))["properties"]
    assert "总计" not in _at(("主动公开政府信息", "规章"))["properties"]
    for part in EDITION.parts:
        assert ("注" in _at((part.key,)).get("properties", {})) == (part.kind is Kind.TABLE)


def test_no_snippet_brings_a_figure_of_its_own() -> None:
    for snippet in (s for node in _every(schema()) for s in node.get("defaultSnippets", [])):
        filled = [value for value in _leaves(snippet["body"]) if not str(value).startswith("$")]
        assert filled == ([0] if snippet["label"].startswith("0") else [])


def test_snippets_are_in_the_order_of_the_form() -> None:
    (part,) = _at(("政府信息公开申请",))["defaultSnippets"]
    assert list(part["body"]) == ["本年新收", "上年结转", "办理结果", "结转下年度"]
    row, zero = _at(("政府信息公开申请", "本年新收"))["defaultSnippets"]
    assert row["body"] == {
        key: f"${n}"
        for n, key in enumerate(["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"], 1)
    }
    assert zero["body"] == 0


def test_stops_of_a_snippet_count_up_from_one() -> None:
    for snippet in (s for node in _every(schema()) for s in node.get("defaultSnippets", [])):
        stops = [leaf for leaf in _leaves(snippet["body"]) if leaf != 0]
        assert stops == [f"${n}" for n in range(1, len(stops) + 1)]


def test_a_single_example_would_be_filled_in_unasked() -> None:
    assert [node["examples"] for node in _every(schema()) if len(node.get("examples", [1, 2])) < 2] == []


def test_the_year_begins_with_the_edition() -> None:
    assert _at(("年度",))["minimum"] == EDITION.first_year


def test_the_examples_of_the_project_are_valid_as_an_editor_reads_them(examples: Path) -> None:
    validator = jsonschema.Draft7Validator(schema())
    files = sorted(examples.glob("*.yaml"))
    assert files
    for file in files:
        assert list(validator.iter_errors(_as_an_editor_reads(file.read_text(encoding="utf-8")))) == []


def _leaves(body: Any) -> list[Any]:
    return [leaf for child in body.values() for leaf in _leaves(child)] if isinstance(body, dict) else [body]


def _as_an_editor_reads(text: str) -> Any:
    """YAML 1.2 has no dates: 2024-01-20 is text there."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader)


def test_spoken_names_of_applicants_are_told_what_to_write_instead() -> None:
    row = _at(("政府信息公开申请", "本年新收"))
    names = schema()["definitions"][row["propertyNames"]["$ref"].rpartition("/")[2]]
    item = EDITION.find(("政府信息公开申请", "本年新收"))
    assert item is not None
    for cell in item.children:
        assert re.search(names["pattern"], cell.key)
        for word in cell.spoken:
            assert not re.search(names["pattern"], word)
        assert f"、{cell.spoken[-1]}写“{cell.key}”" in names["patternErrorMessage"]
