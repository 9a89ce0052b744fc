"""``make html``: the page with the whole program in it, one file for each edition. make.py [main|older …]"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from document import Parts, document
from gather import ROOT, files
from licences import licences
from pack import packed

WEB = ROOT / "web"
WORK = ROOT / "build" / "html"
NAMES = {"main": "nianbao.html", "older": "nianbao-旧浏览器.html"}
PYODIDE = {"main": "pyodide", "older": "pyodide-older"}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def main(editions: list[str]) -> None:
    """Make the editions asked for, all by default; print the name, size and SHA-256 of each file."""
    for edition in editions or list(NAMES):
        made = make(edition)
        for path in (made, zipped(made)):
            data = path.read_bytes()
            print(f"{sha256(data).hexdigest()}  {path.relative_to(ROOT)}  {len(data):,} bytes")


def make(edition: str) -> Path:
    """One edition, in ``build/``."""
    folder = WORK / edition
    folder.mkdir(parents=True, exist_ok=True)
    pyodide = WEB / "node_modules" / PYODIDE[edition]
    packages = files(WORK / "wheels", pdf=edition == "main")
    stdlib, compiled = _compiled(folder, pyodide, packed(packages))
    _node("one_file/bundle.mjs", edition, str(folder))
    parts = Parts(
        edition=edition,
        script=(folder / "page.js").read_text("utf-8"),
        style=(folder / "page.css").read_text("utf-8"),
        probe=(WEB / "one_file" / "probe.js").read_text("utf-8").replace("@EDITION@", edition),
        licences=licences(WORK / "wheels", edition),
        payloads={
            "worker": _gzip((folder / "worker.js").read_bytes()),
            "wasm": _gzip((pyodide / "pyodide.asm.wasm").read_bytes()),
            "stdlib": _gzip(stdlib),
            "packages": _gzip(compiled),
        },
    )
    made = ROOT / "build" / NAMES[edition]
    made.write_bytes(document(parts).encode())
    return made


def zipped(made: Path) -> Path:
    """The file beside itself as an archive, since mail filters drop bare pages."""
    archive = made.with_suffix(".zip")
    with ZipFile(archive, "w") as target:
        target.writestr(ZipInfo(made.name, _EPOCH), made.read_bytes(), ZIP_DEFLATED, 9)
    return archive


def _compiled(folder: Path, pyodide: Path, packages: bytes) -> tuple[bytes, bytes]:
    """The standard library and the packages, compiled; kept until one of their sources is another."""
    sources = [
        packages,
        *((WEB / "one_file" / name).read_bytes() for name in ("compile.mjs", "compile_pack.py", "pack.py")),
    ]
    version = json.loads((pyodide / "package.json").read_text("utf-8"))["version"]
    key = sha256(b"\0".join([version.encode(), *sources])).hexdigest()
    outcome = (folder / "stdlib.zip", folder / "packages")
    done = folder / "compiled.txt"
    if not done.exists() or done.read_text("utf-8") != key or not all(path.exists() for path in outcome):
        (folder / "sources").write_bytes(packages)
        _node("one_file/compile.mjs", str(pyodide), str(folder / "sources"), *map(str, outcome))
        done.write_text(key, "utf-8")
    return outcome[0].read_bytes(), outcome[1].read_bytes()


def _node(*words: str) -> None:
    subprocess.run(["node", *words], cwd=WEB, check=True)


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


if __name__ == "__main__":
    main(sys.argv[1:])
