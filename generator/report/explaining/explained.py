"""What comes of explaining an invalid file."""

from __future__ import annotations

from typing import NamedTuple

from generator.findings import Finding, Path


class Explained(NamedTuple):
    """Why an instance is not valid. ``renames`` maps the path of a misspelt key to the key that is meant.

    The path of a rename's own finding is that path; a caller that reads on with the keys put right finds the other
    findings again.
    """

    findings: tuple[Finding, ...]
    renames: dict[Path, str]
