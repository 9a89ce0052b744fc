"""The county's settings for a whole run: named, or found in the folder that is collected or above it."""

from __future__ import annotations

import os
from typing import NamedTuple

from generator.collecting.running.reading import digest_of
from generator.files.errors import UserError, shown
from generator.findings import Severity
from generator.pipeline.office_rules import rules_for
from generator.profile.model import OfficeRules


class CountyRules(NamedTuple):
    """The rules that hold for every file (None where there are none), and what is to be said of them.

    ``content`` stands for what was in their file: what was read by other rules must be read again.
    """

    rules: OfficeRules | None = None
    remarks: tuple[str, ...] = ()
    content: str = ""

    @property
    def files(self) -> tuple[str, ...]:
        """The file that was read, if any."""
        return (self.rules.file,) if self.rules else ()


def county_rules(folder: str, profile: str | None) -> CountyRules:
    """The settings for the reports in ``folder``. Raises UserError for settings that cannot be read at all."""
    office = rules_for(os.path.join(folder, "*"), profile)  # whatever lies in the folder
    for finding in office.findings:
        if finding.severity is Severity.ERROR:
            raise UserError(finding.message, finding.hint)
    if office.rules is None:
        return CountyRules()
    name = f"（{office.rules.name}）" if office.rules.name else ""
    remarks = (f"按本单位设置 {shown(office.file)}{name}", *(f"{f.message}；{f.hint}" for f in office.findings))
    return CountyRules(office.rules, remarks, digest_of(office.file))
