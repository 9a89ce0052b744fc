"""The one place that knows where templates, schema, examples and rules lie: in the wheel, or in the repository."""

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_INSTALLED = os.path.join(_PACKAGE, "_data")
_ROOT = _INSTALLED if os.path.isdir(_INSTALLED) else os.path.dirname(_PACKAGE)

TEMPLATES = os.path.join(_ROOT, "templates")
COMPILED = os.path.join(TEMPLATES, "compiled")
REFERENCE_DOCX = os.path.join(TEMPLATES, "reference.docx")
RULES = os.path.join(_ROOT, "docs", "rules.md")
EXAMPLES = os.path.join(_ROOT, "examples")
SCHEMA = os.path.join(_ROOT, "schema", "nianbao.schema.json")
PROFILE_SCHEMA = os.path.join(_ROOT, "schema", "profile.schema.json")
