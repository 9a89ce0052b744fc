"""The office's settings for a report: found or named, read once a run, with what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.files.errors import UserError, shown
from generator.files.file_memo import remembered
from generator.files.quoting import command
from generator.findings import WHOLE_FILE, Finding, error, warning
from generator.pipeline.inputs import STDIN
from generator.profile.lookup import find_profile
from generator.wording import Worded

if TYPE_CHECKING:
    from generator.profile.model import OfficeRules
    from generator.profile.reading import ReadRules
    from generator.source.reader import Tree

CODE = "NB620"


class OfficeRulesFor(NamedTuple):
    """The rules that hold for a report (None where there are none) and what is said of their file."""

    rules: OfficeRules | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def file(self) -> str:
        """Where they stand; '' for none."""
        return self.rules.file if self.rules else ""


NO_RULES = OfficeRulesFor()


def rules_for(path: str, profile: str | None = None) -> OfficeRulesFor:
    """The settings that hold for the report at ``path``: those named, else those found beside or above it.

    Raises UserError for a file that was named and cannot be read.
    """
    file = profile or (find_profile(path) if path != STDIN else None)
    if file is None:
        return OfficeRulesFor()
    try:
        read = remembered(file, read_profile)
    except UserError as fault:
        if profile is not None:
            raise
        return OfficeRulesFor(None, (_said(file, error, f"读不了：{fault.message}"),))
    if any(finding.code.startswith("NB00") for finding in read.findings):
        return OfficeRulesFor(None, (_said(file, error, "读不成，里面的要求都没有用"),))
    if read.findings:
        return OfficeRulesFor(read.rules, (_said(file, warning, f"有 {len(read.findings)} 处写错，写错的没有用"),))
    return OfficeRulesFor(read.rules)


def read_profile(file: str) -> ReadRules:
    """The settings in a file. Raises UserError when it cannot be read."""
    from generator.pipeline.opening import load

    return profile_of(file, load(file))[0]


def profile_of(file: str, data: bytes) -> tuple[ReadRules, Tree]:
    """The settings in a file's bytes, and its tree."""
    from generator.profile.reading import known_keys, read_rules
    from generator.source.reader import read
    from generator.source.text import decode

    tree = read(decode(data), known_keys())
    return read_rules(file, tree), tree


def _said(file: str, kind: object, what: str) -> Finding:
    hint = Worded(f"请先检查它：{command('check', file)}", "请把它改好")
    make = error if kind is error else warning
    return make(CODE, f"本单位设置 {shown(file)} {what}", WHOLE_FILE, hint=hint)
