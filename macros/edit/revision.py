"""A state of the project to compare with: a folder, or a revision that git knows."""

from __future__ import annotations

import contextlib
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path


class RevisionError(Exception):
    """A name that is neither a folder with data/ in it nor a revision."""


@contextlib.contextmanager
def revision(root: Path, name: str) -> Iterator[Path]:
    """Give a folder with data/ in it: that of the name, or one with the files of a revision, gone afterwards.

    Raises RevisionError when there is none.
    """
    if (Path(name) / "data").is_dir():
        yield Path(name).resolve()
        return
    with tempfile.TemporaryDirectory(prefix="handbook-") as folder:
        with tarfile.open(fileobj=io.BytesIO(_archive(root, name))) as held:
            held.extractall(folder, filter="data")
        yield Path(folder).resolve()


def _archive(root: Path, name: str) -> bytes:
    """Return the data of a revision as a tar file, with what checks look at besides."""
    if name.startswith("-"):
        raise RevisionError(f"{name} is no revision")
    command = ["git", "-C", str(root), "archive", "--format=tar", f"{name}:./"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise RevisionError(f"{name} is no folder with data/ in it, and git cannot be run: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(f"{name} is neither a folder with data/ in it nor a revision: {said[-1] if said else ''}")
    return done.stdout
