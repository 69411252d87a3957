"""What was made of each file, on disk for the next process that reads it: to read YAML takes ten times as long.

An editor checks after each change, of one file among a hundred; a job checks and then builds. What is kept is found by
the file, its content and the code that reads it, in a folder that belongs to the user alone and is safe to lose.
"""

from __future__ import annotations

import contextlib
import hashlib
import pickle
from pathlib import Path

from macros import output
from macros.load.made import Made

_MOST_OTHERS = 500
"""Files of other projects, or as they were before, the latest of which stay."""


class Store:
    """Keeps what was made of files; whatever cannot be kept or found is made again."""

    def __init__(self, folder: Path, code: str) -> None:
        """Take a folder for this alone, and a digest of the code."""
        self._folder, self._code = folder, code
        self._asked: set[str] = set()
        """Names of what this process has asked for."""

    def get(self, file: Path, digest: bytes) -> Made | None:
        """Return what was made of a file with the digest of its content; None where that is not known."""
        name = self._name(file, digest)
        self._asked.add(name)
        try:
            held = pickle.loads(Path(self._folder, name).read_bytes())  # noqa: S301  # of a folder of one's own
        except Exception:  # noqa: BLE001  # of something that is broken any may come
            return None
        return held if isinstance(held, Made) else None

    def put(self, file: Path, digest: bytes, made: bytes) -> None:
        """Keep what was made of a file with the digest of its content, packed."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            output.write(self._folder / self._name(file, digest), made)

    def forget(self) -> None:
        """Let go of what nobody asks for."""
        with contextlib.suppress(OSError):
            others = [one for one in self._folder.iterdir() if one.name not in self._asked]
            for one in sorted(others, key=lambda file: file.stat().st_mtime, reverse=True)[_MOST_OTHERS:]:
                one.unlink(missing_ok=True)

    def _name(self, file: Path, digest: bytes) -> str:
        text = f"{self._code}\0{file}\0".encode(errors="surrogateescape")
        return hashlib.blake2b(text + digest, digest_size=16).hexdigest()


def packed(made: Made) -> bytes:
    """Return what was made of a file in bytes, with all that the rules look for in each record."""
    for parts in made.parts.values():
        parts.look()
    return pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
