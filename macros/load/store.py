"""What was made of each file, on disk for the next process that reads it: to read YAML takes ten times as long.

An editor checks after each change, of one file among a hundred; a job checks and then builds. What is kept is found by
the file, its content and the code that reads it, in a folder that belongs to the user alone and is safe to lose.
"""

from __future__ import annotations

import contextlib
import hashlib
import pickle
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from macros import output
from macros.load.lacking import Lack
from macros.load.parts import Parts
from macros.load.yaml_reader import Document
from macros.problems import Keys, Problem

Read = tuple[Document, list[Problem]]
Typed = tuple[Any, list[Problem], Lack]
_MOST_OTHERS = 500
"""Files of other projects, or as they were before, the latest of which stay."""


class Made(NamedTuple):
    """What was made of one file."""

    read: Read
    records: Mapping[Keys, Typed]
    """Keys of each record in the file → what was made of it."""
    parts: Mapping[str, Parts]
    """Owner → what was found in its record."""


class Store:
    """Keeps what was made of files; whatever cannot be kept or found is made again."""

    def __init__(self, folder: Path, code: str) -> None:
        """Take a folder for this alone, and a digest of the code."""
        self._folder, self._code = folder, code
        self._asked: dict[tuple[Path, bytes], str] = {}
        """File and digest of its content → name of what is kept of it."""

    def get(self, file: Path, digest: bytes) -> Made | None:
        """Return what was made of a file with the digest of its content; None where that is not known."""
        try:
            held = pickle.loads(Path(self._folder, self._name(file, digest)).read_bytes())  # noqa: S301  # own folder
        except Exception:  # noqa: BLE001  # of something that is broken any may come
            return None
        return held if isinstance(held, Made) else None

    def put(self, made: Iterable[tuple[Path, bytes, Made]]) -> None:
        """Keep what was made of files, each with the digest of its content, and let go of what nobody asks for."""
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            for file, digest, one in made:
                held = pickle.dumps(one, pickle.HIGHEST_PROTOCOL)
                output.write(self._folder / self._name(file, digest), held)
            self._forget()
        except (OSError, RecursionError):
            return

    def _name(self, file: Path, digest: bytes) -> str:
        if (file, digest) not in self._asked:
            text = f"{self._code}\0{file}\0".encode(errors="surrogateescape")
            self._asked[file, digest] = hashlib.blake2b(text + digest, digest_size=16).hexdigest()
        return self._asked[file, digest]

    def _forget(self) -> None:
        asked = set(self._asked.values())
        others = [one for one in self._folder.iterdir() if one.name not in asked]
        for one in sorted(others, key=lambda file: file.stat().st_mtime, reverse=True)[_MOST_OTHERS:]:
            with contextlib.suppress(FileNotFoundError):
                one.unlink()
