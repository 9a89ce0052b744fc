"""What ``check`` can print: one format a module, named like it, with its ``show``; imported when it is asked for."""

WORKBOOK = "xlsx"
"""The one that is a file, not words."""
FORMATS = ("text", "json", "sarif", "github", WORKBOOK)
