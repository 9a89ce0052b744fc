"""The lowest versions that pyproject.toml allows, as constraints for pip."""

import sys
import tomllib
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def asked(*, groups: bool) -> list[Requirement]:
    """What the package, its extras and (where wanted) its development groups ask for, itself left out."""
    tables = project()
    lines = [*tables["project"]["dependencies"]]
    for extra in tables["project"]["optional-dependencies"].values():
        lines += extra
    for group in tables["dependency-groups"].values() if groups else ():
        lines += [line for line in group if isinstance(line, str)]
    return [one for one in map(Requirement, lines) if one.name != "nianbao"]


def lowest() -> list[str]:
    """Each package that users need, at its minimum."""
    pins = []
    for one in asked(groups=False):
        [floor] = [spec.version for spec in one.specifier if spec.operator == ">="]
        pins.append(f"{one.name}=={floor}")
    return sorted(pins)


if __name__ == "__main__":
    sys.stdout.write("\n".join(lowest()) + "\n")
