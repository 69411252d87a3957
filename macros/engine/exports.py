"""Tables and the data set as files beside the pages, where a site is published or taken away.

Neither who edits nor who builds to look waits for them: they take as long as a fifth of a build.
"""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.exceptions import PluginError

from macros import output
from macros.export import dataset as whole
from macros.export import tables
from macros.load.dataset import Dataset
from macros.load.selection import Edition
from macros.output import FORMATS
from macros.views.reading import Reading
from macros.views.takeaway import FOLDER

_IN_BUNDLES = ("xlsx",)
"""Each table once: what every office program opens."""


def formats(edition: Edition | None, address: str) -> tuple[str, ...]:
    """Return the formats in which tables are written: all for a site with an address, or where `EXPORTS` asks."""
    if edition:
        return _IN_BUNDLES
    return FORMATS if address or os.environ.get("EXPORTS", "").lower() in ("1", "true", "yes") else ()


def write(site: Path, dataset: Dataset) -> None:
    """Write them below the folder of a site; PluginError, in words, when that fails."""
    wanted = dataset.imprint.formats
    try:
        for language in dataset.languages if wanted else ():
            for name, content in tables.files(Reading(dataset, language), wanted):
                output.write(site / language / FOLDER / name, content)
        for name, content in whole.files(dataset) if "json" in wanted else ():
            output.write(site / FOLDER / name, content)
    except OSError as error:
        raise PluginError(f"the tables could not be written: {error}") from None
