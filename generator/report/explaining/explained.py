"""What comes of explaining an invalid file."""

from __future__ import annotations

from typing import NamedTuple

from generator.findings import Finding, Path
from generator.form.model import Path as FormPath


class Explanation(NamedTuple):
    """Why an instance is not valid. ``renames`` maps the path of a misspelt key to the key that is meant.

    The path of a rename's own finding is that path; a caller that reads on with the keys put right finds the other
    findings again. ``unsure`` are the paths of figures that stand somewhere under another name, or are only guessed at.
    """

    findings: tuple[Finding, ...]
    renames: dict[Path, str]
    unsure: frozenset[FormPath] = frozenset()
