"""A state of the project to compare with: a folder, or a revision that git knows."""

from __future__ import annotations

import contextlib
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from macros.problems import Said, SaidError


class RevisionError(SaidError):
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
        raise RevisionError(Said(f"{name} is no revision", f"“{name}”不是版本"))
    command = ["git", "-C", str(root), "archive", "--format=tar", f"{name}:./"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        why = error.strerror
        raise RevisionError(
            Said(
                f"{name} is no folder with data/ in it, and git cannot be run: {why}",
                f"“{name}”不是里面有data/的文件夹，git又无法运行：{why}",
            )
        ) from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = lines[-1] if lines else ""
        raise RevisionError(
            Said(
                f"{name} is neither a folder with data/ in it nor a revision: {why}",
                f"“{name}”既不是里面有data/的文件夹，也不是版本：{why}",
            )
        )
    return done.stdout
