"""What the peers get: the same report as a DOCX, as plain data, and as a template with a slot for every text."""

from __future__ import annotations

import os

from benchmarks.places import WORK

DOCX = os.path.join(WORK, "one.docx")
TEMPLATE = os.path.join(WORK, "template.docx")
BLOCKS = os.path.join(WORK, "blocks.json")
CV = os.path.join(WORK, "cv.yaml")
BODY, PROPERTIES = "word/document.xml", "docProps/core.xml"
