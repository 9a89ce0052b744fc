"""The one place that knows where templates and the schema lie: inside the wheel, or in the repository's root."""

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_INSTALLED = os.path.join(_PACKAGE, "_data")
_ROOT = _INSTALLED if os.path.isdir(_INSTALLED) else os.path.dirname(_PACKAGE)

TEMPLATES = os.path.join(_ROOT, "templates")
REFERENCE_DOCX = os.path.join(TEMPLATES, "reference.docx")
SCHEMA = os.path.join(_ROOT, "schema", "nianbao.schema.json")
