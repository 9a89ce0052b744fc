"""``check --format sarif``: the standard's structure, and places and fixes that mean what ours mean."""

import json
import os

import pytest
import sarif_om
from cli import sarif_structure
from complete import complete
from jsonschema import Draft202012Validator

from generator.cli.formats.sarif import uri
from generator.pipeline import catalogue

BAD = complete(
    "总体情况:\n  概述: 𠮷😀, 国办发[2021]30号。本年度共收到政府信息公开申请18件。\n行政复议行政诉讼:\n"
    "  行政复议: {结果维持: 2件}\n  未经复议直接起诉: ０\n  复议后起诉: 0",
    政府信息公开申请="政府信息公开申请:\n  本年新收: {自然人: 2}\n  上年结转: 0\n  办理结果: 0\n  结转下年度: 0",
)


@pytest.fixture
def log(cli, tmp_path):
    """The log of a run over a bad file in a folder with an awkward name, and a clean one."""
    folder = tmp_path / "年 报#1%"
    folder.mkdir()
    (folder / "坏:的.yaml").write_text(BAD, encoding="utf-8")
    (folder / "好.yaml").write_text(complete(""), encoding="utf-8")
    outcome = cli("check", folder.name, "--format", "sarif", cwd=tmp_path)
    assert outcome.returncode == 1
    assert outcome.stderr == ""
    return json.loads(outcome.stdout)


@pytest.fixture
def results(log):
    return log["runs"][0]["results"]


def test_the_structure_is_the_standards():
    for name, properties in sarif_structure.PROPERTIES.items():
        official = {f.metadata["schema_property_name"]: f for f in getattr(sarif_om, name).__attrs_attrs__}
        assert set(properties) <= {*official, "$schema"}
        demanded = {key for key, f in official.items() if f.default is sarif_om._run.attr.NOTHING}
        assert demanded == set(sarif_structure.REQUIRED.get(name, []))


def test_a_log_has_the_structure(log):
    assert log["runs"][0]["results"]
    Draft202012Validator(sarif_structure.schema()).validate(log)


def test_a_clean_run_is_a_log_too(cli, tmp_path):
    (tmp_path / "a.yaml").write_text(complete(""), encoding="utf-8")
    log = json.loads(cli("check", "a.yaml", "--format", "sarif", cwd=tmp_path).stdout)
    Draft202012Validator(sarif_structure.schema()).validate(log)
    assert log["runs"][0]["results"] == []
    assert log["runs"][0]["invocations"] == [{"executionSuccessful": True, "exitCode": 0}]


def test_every_rule_is_described_and_results_point_at_theirs(log, results):
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [entry.code for entry in catalogue.rules()]
    assert {rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in results} == {True}
    levels = {"NB103": "error", "NB301": "warning", "NB205": "note"}
    assert {r["id"]: r["defaultConfiguration"]["level"] for r in rules}.items() >= levels.items()


def test_a_contradiction_names_both_places(results):
    (found,) = [r for r in results if r["ruleId"] == "NB301"]
    line, column = _position(BAD, "18")
    place = found["locations"][0]["physicalLocation"]
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (line, column), "characters, not UTF-16"
    assert found["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "总体情况/概述"}]
    other = found["relatedLocations"][0]["physicalLocation"]["region"]
    assert (other["startLine"], other["startColumn"])[0] == _position(BAD, "本年新收: {自")[0]


def test_uris_are_escaped(results):
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results}
    assert uris == {"%E5%B9%B4%20%E6%8A%A5%231%25/%E5%9D%8F%3A%E7%9A%84.yaml"}
    assert uri("./a/../年.yaml") == "%E5%B9%B4.yaml"
    assert uri(os.path.abspath("/年.yaml")).startswith("file:///")
    assert uri(os.fsdecode(b"\xff.yaml")) == "%FF.yaml"
    assert uri("-") == "stdin"


def test_fixes_carried_out_as_the_standard_says_mend_the_file(results):
    replacements = [
        (replacement["deletedRegion"], replacement["insertedContent"]["text"])
        for r in results
        if r["ruleId"] in {"NB103", "NB513"}
        for fix in r.get("fixes", [])
        for change in fix["artifactChanges"]
        for replacement in change["replacements"]
    ]
    lines = BAD.split("\n")
    for region, text in sorted(replacements, key=lambda r: (r[0]["startLine"], r[0]["startColumn"]), reverse=True):
        line = lines[region["startLine"] - 1]
        assert region["startLine"] == region["endLine"]
        lines[region["startLine"] - 1] = line[: region["startColumn"] - 1] + text + line[region["endColumn"] - 1 :]
    mended = "\n".join(lines)
    assert "{结果维持: 2}" in mended
    assert "起诉: 0\n" in mended
    assert "〔2021〕" in mended


def test_a_finding_on_the_whole_file_stands_at_line_one(cli, tmp_path):
    outcome = cli("check", "-", "--format", "sarif", cwd=tmp_path, text="")
    (found,) = json.loads(outcome.stdout)["runs"][0]["results"]
    place = found["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "stdin"}, "region": {"startLine": 1}}


def _position(text, part):
    offset = text.index(part)
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
