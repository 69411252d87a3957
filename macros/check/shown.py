"""Which words of the interface each template, script and file of code shows, or why a template cannot be read.

Nearly all of them are as they were at the last check, and to parse them takes longer than to check a small handbook:
what was found is kept in a folder that is safe to lose, by the content of each file.
"""

from __future__ import annotations

import functools
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2

from macros import output
from macros.check import labels_used
from macros.check.kept import folder
from macros.check.templates import CODE, Fault, Shown, jinja
from macros.leftovers import is_left_over


class Found:
    """What was found in files, by a digest of their content."""

    def __init__(self) -> None:
        reader = [Path(held).read_bytes() for held in (__file__, str(labels_used.__file__))]
        digest = hashlib.sha256(b"".join([*reader, f"{jinja2.__version__} {sys.version}".encode()])).hexdigest()
        place = folder()
        self._place = place / f"handbook-shown-{digest[:12]}.json" if place else None
        self._known: dict[str, Any] = {}
        self._asked: dict[str, Any] = {}
        self._is_new = False
        if self._place and self._place.is_file():
            try:
                self._known = dict(json.loads(self._place.read_bytes()))
            except (OSError, ValueError, TypeError):
                self._known = {}  # somebody else's, or half of it

    def of(self, file: Path) -> Shown:
        """Return what a file shows."""
        content = file.read_bytes()
        digest = hashlib.blake2b(content, digest_size=12).hexdigest() + file.suffix
        if digest not in self._known:
            self._known[digest] = _as_json(_read(content, file.suffix))
            self._is_new = True
        held = self._asked[digest] = self._known[digest]
        return Fault(held["line"], held["message"]) if isinstance(held, dict) else tuple(held)

    def keep(self) -> None:
        """Write what is new, and forget what nobody asked for."""
        if self._place and self._is_new:
            try:
                output.write(self._place, json.dumps(self._asked).encode())
            except OSError:  # it is found again
                self._place = None
        self._is_new = False


@functools.cache
def found() -> Found:
    """Return what this process goes by."""
    return Found()


def _as_json(held: Shown) -> Any:
    return held._asdict() if isinstance(held, Fault) else list(held)


def _read(content: bytes, suffix: str) -> Shown:
    """Return what the text of a file shows."""
    try:
        text = content.decode()
        if suffix == ".py":
            return tuple(labels_used.in_code(text))
        return tuple(labels_used.in_script(text) if suffix == ".js" else labels_used.in_template(jinja().parse(text)))
    except jinja2.TemplateSyntaxError as error:
        return Fault(error.lineno, (error.message or "").rstrip("."))
    except UnicodeDecodeError as error:
        return Fault(content.count(b"\n", 0, error.start) + 1, "it is not in UTF-8")


def shown(root: Path) -> dict[Path, Shown]:
    """Return file → what it shows, of everything that may show words."""
    held = {file: at(file, file.stat().st_mtime_ns) for file in _files(root)}
    found().keep()
    return held


@functools.cache
def at(file: Path, _changed: int) -> Shown:
    """Return what a file shows; kept while a process checks more than once, as tests and tools do."""
    return found().of(file)


def _files(root: Path) -> Iterator[Path]:
    for place, names in (
        (CODE / "templates", "*.j2"), (root / "overrides", "*.html"), (root / "overrides", "*.js"), (CODE, "*.py"),
    ):  # fmt: skip
        yield from (file for file in sorted(place.rglob(names)) if not is_left_over(file.name))
