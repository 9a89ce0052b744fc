"""Runs in the page's own Python: sources become what is loaded without compiling (no sources, no times in it)."""

from __future__ import annotations

import ast
import importlib._bootstrap_external as external  # type: ignore[import-not-found]
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from pack import packed, unpacked

_LEFT_OUT = (
    "test/",
    "idlelib/",
    "lib2to3/",
    "pydoc_data/",
    "unittest/",
    "distutils/",
    "ensurepip/",
    "tkinter/",
    "turtledemo/",
    "sqlite3/",
    "curses/",
    "venv/",
    "dbm/",
    "xmlrpc/",
    "wsgiref/",
    "_pyrepl/",
    "pip",
    "mailbox",
    "smtplib",
    "ftplib",
    "imaplib",
    "poplib",
    "nntplib",
    "telnetlib",
    "doctest",
    "pdb",
    "pydoc",
    "profile",
    "cProfile",
    "pstats",
    "turtle",
    "antigravity",
    "this.py",
    "_pyio",
    "_pydatetime",
    "plistlib",
    "pickletools",
    "xdrlib",
    "cgi",
    "aifc",
    "sunau",
    "wave",
    "audioop",
    "chunk",
    "crypt",
    "imghdr",
    "sndhdr",
    "pyclbr",
    "trace.py",
    "timeit",
    "modulefinder",
    "zipapp",
    "webbrowser",
    "uu.py",
    "rlcompleter",
    "ctypes/macholib",
    "concurrent/interpreters",
    "profiling/",
    "compression/zstd",
)
"""Parts of Python's library that nothing here uses."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def run() -> None:
    """The library as an archive that Python imports from, the packages as files."""
    with ZipFile("/job/stdlib.zip") as source, ZipFile("/job/stdlib.out", "w", ZIP_STORED) as target:
        for name in sorted(source.namelist()):
            if not name.endswith("/") and not name.startswith(_LEFT_OUT):
                named, data = compiled(name, source.read(name), "/lib/")
                target.writestr(ZipInfo(named, _EPOCH), data)
    files = unpacked(Path("/job/packages").read_bytes())
    files |= _templates(files)
    Path("/job/packages.out").write_bytes(
        packed(dict(compiled(name, data, "/nianbao/") for name, data in files.items()))
    )


def _templates(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The templates as Python, by the very package that is going to use them."""
    place = Path("/job/whole")
    for name, data in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    sys.path.insert(0, str(place))
    environment = import_module("generator.render.environment").environment()
    made = Path("/job/templates")
    environment.compile_templates(made, extensions=("j2",), zip=None, ignore_errors=False)
    return {f"generator/_data/templates/compiled/{path.name}": path.read_bytes() for path in sorted(made.iterdir())}


def compiled(name: str, data: bytes, folder: str) -> tuple[str, bytes]:
    """A source compiled; any other file as it is."""
    if not name.endswith(".py"):
        return name, data
    code = compile(_without_docstrings(data), folder + name, "exec", dont_inherit=True, optimize=0)
    return name + "c", bytes(external._code_to_hash_pyc(code, bytes(8), False))


def _without_docstrings(source: bytes) -> ast.Module:
    """As ``python -OO`` does, but assertions stay: a fifth of the page is documentation that nobody can see in it."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and (
            ast.get_docstring(node, clean=False) is not None
        ):
            node.body[:1] = [] if len(node.body) > 1 else [ast.copy_location(ast.Pass(), node.body[0])]
    return tree
