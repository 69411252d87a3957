"""Where a check keeps what the next one would find again, and by what it is found."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

_CODE = Path(__file__).parent.parent


def folder() -> Path | None:
    """Return the folder of compiled templates, which belongs to this user alone; None where there can be none."""
    try:
        return Path(FileSystemBytecodeCache().directory)
    except (OSError, RuntimeError):
        return None


@functools.cache
def of_code() -> str:
    """Return the digest of the rules, of all that they use, and of what runs them; they stay for a process's life.

    The folder of libraries changes when one of them does.
    """
    libraries = Path(sysconfig.get_path("purelib")).stat().st_mtime_ns
    return hashlib.sha256(b"".join([f"{sys.version} {libraries}".encode(), *digests(_CODE)])).hexdigest()


def digests(place: Path) -> Iterator[bytes]:
    """Yield name and digest of each file and folder, in order; a link counts as what it leads to."""
    seen: set[str] = set()
    for where, folders, files in os.walk(place, followlinks=True):
        real = os.path.realpath(where)
        folders[:] = [] if real in seen else sorted(set(folders) - {"__pycache__"})
        seen.add(real)
        yield os.fsencode(os.path.relpath(where, place)) + b"\0"
        for name in sorted(files):
            yield os.fsencode(name) + b"\0"  # which may be no UTF-8
            with contextlib.suppress(OSError):  # which nobody may read
                yield hashlib.blake2b(Path(where, name).read_bytes(), digest_size=16).digest()
