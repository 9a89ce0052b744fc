"""What the typed reading of a file collects, and what it does with places that the form does not know."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.findings import Edit, Finding, Fix, error
from generator.form.model import Path
from generator.report.model import Values
from generator.source.nodes import Mapping, Node, Scalar, Sequence
from generator.source.scalars import Slip


class Reading:
    """What was read. ``rows`` and ``controls`` hold the cells as typed, without totals; None = unknown.

    ``groups`` are the tables and groups that were written. ``fields`` holds the single values (年度, 落款日期, …) by
    path, ``texts`` the scalars of text places.

    ``strange`` are the mappings with an entry that the form does not know: what is not written in them is unknown, not
    0. ``lost`` are the paths of which nobody knows what they say (written twice). ``pieces`` are figures of which
    a comma may have cut something off: what they are is not for ``fix`` to say.
    """

    __slots__ = ("controls", "fields", "findings", "groups", "instance", "lost", "pieces", "rows", "strange", "texts")

    def __init__(self) -> None:
        self.instance: dict[str, Any] = {}
        self.rows: dict[Path, Values] = {}
        self.controls: dict[Path, dict[str, int | Decimal]] = {}
        self.fields: dict[Path, Any] = {}
        self.texts: dict[Path, Scalar] = {}
        self.groups: set[Path] = set()
        self.strange: set[Path] = set()
        self.lost: set[Path] = set()
        self.pieces: set[Path] = set()
        self.findings: list[Finding] = []

    def slip(self, slip: Slip, node: Scalar, path: Path) -> None:
        """Report a wrong notation at its value, with the fix when the right text is known."""
        fix = None
        if slip.replacement is not None:
            fix = Fix(
                f"改为 {slip.replacement}",
                (Edit(node.span, slip.replacement),),
                slip.certain and path not in self.pieces,
            )
        self.findings.append(error(slip.code, slip.message, node.span, hint=slip.hint, path=path, fix=fix))


def plain(node: Node) -> Any:
    """A node as plain data, for places the form does not know."""
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node.is_empty else node.text
