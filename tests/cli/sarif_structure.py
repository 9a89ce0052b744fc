"""The part of the SARIF 2.1.0 schema that we write, as JSON Schema: the standard's required properties and limits.

Stricter than the official one in that properties which we do not write are not allowed; test_sarif.py compares names
and required properties with the classes that the package sarif-om has generated from the official schema.
"""

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
ANY_TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
POSITION: Schema = {"type": "integer", "minimum": 1}
LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
LANGUAGE: Schema = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}


def one(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def many(name: str, least: int = 0) -> Schema:
    return {"type": "array", "items": one(name), "minItems": least, "uniqueItems": True}


PROPERTIES: dict[str, dict[str, Schema]] = {
    "SarifLog": {"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": many("Run")},
    "Run": {
        "tool": one("Tool"),
        "language": LANGUAGE,
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "invocations": many("Invocation"),
        "results": {"type": "array", "items": one("Result")},
    },
    "Tool": {"driver": one("ToolComponent")},
    "ToolComponent": {"name": TEXT, "version": TEXT, "language": LANGUAGE, "rules": many("ReportingDescriptor")},
    "ReportingDescriptor": {
        "id": TEXT,
        "shortDescription": one("MultiformatMessageString"),
        "fullDescription": one("MultiformatMessageString"),
        "help": one("MultiformatMessageString"),
        "defaultConfiguration": one("ReportingConfiguration"),
    },
    "MultiformatMessageString": {"text": TEXT, "markdown": TEXT},
    "ReportingConfiguration": {"level": LEVEL},
    "Invocation": {"executionSuccessful": {"type": "boolean"}, "exitCode": {"type": "integer"}},
    "Result": {
        "ruleId": TEXT,
        "ruleIndex": COUNT,
        "level": LEVEL,
        "message": one("Message"),
        "locations": {"type": "array", "items": one("Location")},
        "relatedLocations": many("Location"),
        "fixes": many("Fix"),
    },
    "Message": {"text": TEXT},
    "Location": {
        "id": COUNT,
        "message": one("Message"),
        "physicalLocation": one("PhysicalLocation"),
        "logicalLocations": many("LogicalLocation"),
    },
    "LogicalLocation": {"fullyQualifiedName": TEXT},
    "PhysicalLocation": {"artifactLocation": one("ArtifactLocation"), "region": one("Region")},
    "ArtifactLocation": {"uri": {"type": "string", "format": "uri-reference", "pattern": r"^[!#-;=?-Z_a-z~%\[\]]+$"}},
    "Region": {"startLine": POSITION, "startColumn": POSITION, "endLine": POSITION, "endColumn": POSITION},
    "Fix": {"description": one("Message"), "artifactChanges": many("ArtifactChange", 1)},
    "ArtifactChange": {"artifactLocation": one("ArtifactLocation"), "replacements": many("Replacement", 1)},
    "Replacement": {"deletedRegion": one("Region"), "insertedContent": one("ArtifactContent")},
    "ArtifactContent": {"text": ANY_TEXT},
}
"""Object → the properties we write."""

REQUIRED: dict[str, list[str]] = {
    "SarifLog": ["version", "runs"],
    "Run": ["tool"],
    "Tool": ["driver"],
    "ToolComponent": ["name"],
    "ReportingDescriptor": ["id"],
    "MultiformatMessageString": ["text"],
    "Invocation": ["executionSuccessful"],
    "Result": ["message"],
    "Fix": ["artifactChanges"],
    "ArtifactChange": ["artifactLocation", "replacements"],
    "Replacement": ["deletedRegion"],
}
"""Object → what the standard demands."""

ALSO_REQUIRED = {"Message": ["text"], "PhysicalLocation": ["artifactLocation"], "Region": ["startLine"]}
"""Where the standard demands one of several, the one that we write."""


def schema() -> Schema:
    """The JSON Schema of a log."""
    definitions = {
        name: {
            "type": "object",
            "properties": properties,
            "required": REQUIRED.get(name, []) + ALSO_REQUIRED.get(name, []),
            "additionalProperties": False,
        }
        for name, properties in PROPERTIES.items()
    }
    return {"$ref": "#/$defs/SarifLog", "$defs": definitions}
