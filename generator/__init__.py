"""nianbao (年报): one YAML file in, a checked and correctly formatted annual report out.

One way through, no way back:

    text → source → form/schema check → report + computed totals → checks → findings
                                             └──→ document (blocks) → render → files

Each room's ``__init__`` states its charter; the directions are enforced by import-linter (pyproject.toml).
"""

__version__ = "0.1.0"
