"""What ``check`` can print: one format a module, named like it, with its ``show``; imported when it is asked for."""

FORMATS = ("text", "json", "sarif", "github")
