"""Tables and the data set as files beside the pages, where a site is published or taken away.

Neither who edits nor who builds to look waits for them: they take as long as a fifth of a build.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from mkdocs.exceptions import PluginError

from macros import output
from macros.export import dataset as whole
from macros.export import tables
from macros.load.dataset import Dataset
from macros.load.selection import Edition
from macros.output import FORMATS, IN_BUNDLES
from macros.problems import Said, of_system
from macros.render.html import Known
from macros.views.reading import Reading
from macros.views.takeaway import FOLDER
from macros.wording import spoken


def formats(edition: Edition | None, address: str) -> tuple[str, ...]:
    """Return the formats in which tables are written: all for a site with an address, or where `EXPORTS` asks."""
    if edition:
        return IN_BUNDLES
    return FORMATS if address or os.environ.get("EXPORTS", "").lower() in ("1", "true", "yes") else ()


def write(site: Path, reading: Reading, known: Known) -> None:
    """Write the tables of a language below the folder of a site; PluginError, in words, when that fails."""
    wanted = reading.dataset.imprint.formats
    if wanted:
        held = known.get(("tables", reading.language, wanted))
        _put(site / reading.language / FOLDER, tables.files(reading, wanted) if held is None else held)


def write_whole(site: Path, dataset: Dataset) -> None:
    """Write the data set likewise."""
    if "json" in dataset.imprint.formats:
        _put(site / FOLDER, whole.files(dataset))


def _put(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    try:
        for name, content in files:
            output.write(folder / name, content)
    except OSError as error:
        why = of_system(error)
        told = Said(f"the tables could not be written: {why.en}", f"表格写不了：{why.zh}")
        raise PluginError(told[spoken()]) from None
