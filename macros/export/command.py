"""What `handbook export` writes: tables in the chosen formats and languages, and the data set, below one folder."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from macros.export import dataset as whole
from macros.export import tables
from macros.load.dataset import Dataset
from macros.output import FORMATS
from macros.problems import Said, SaidError, meant_or, nearest, several
from macros.views.reading import Reading
from macros.views.takeaway import FOLDER


class UnknownTableError(SaidError):
    """There is no table of a name."""


def files(dataset: Dataset, formats: Collection[str], wanted: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each file, as a site has them: all unless formats or tables are named.

    The data set comes along as JSON where no table is named. Raises UnknownTableError.
    """
    readings = [Reading(dataset, language) for language in dataset.languages]
    known = tables.names(readings[0])
    for name in wanted:
        if name not in known:
            there = several(known)
            hint = meant_or(nearest(name, known), Said(f"There are: {there.en}.", f"可选的有：{there.zh}。"))
            raise UnknownTableError(Said(f"there is no table '{name}'. {hint.en}", f"没有表格“{name}”。{hint.zh}"))
    chosen = [one for one in FORMATS if not formats or one in formats]
    for reading in readings:
        for name, content in tables.files(reading, chosen, wanted or (known if formats else ())):
            yield f"{reading.language}/{FOLDER}/{name}", content
    if "json" in chosen and not wanted:
        yield from ((f"{FOLDER}/{name}", content) for name, content in whole.files(dataset))


def write(folder: Path, made: Iterator[tuple[str, bytes]]) -> int:
    """Write all files below a folder that is new or empty, or nothing at all; return how many.

    Raises OSError when they cannot be written.
    """
    folder = folder.absolute()
    new = [one for one in (folder.parent, *folder.parent.parents) if not one.exists()]
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".handbook-", dir=folder.parent))
    try:
        count = 0
        for path, content in made:
            file = draft / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            count += 1
        draft.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        for one in new:  # the innermost first
            one.rmdir()
        raise
    return count
