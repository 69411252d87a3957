"""The ready-made bundles that a site offers: made before it is built, put beside its pages when it is."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from pathlib import Path

from mkdocs.exceptions import PluginError

from macros import ending, output, workers
from macros.bundle import published
from macros.bundle.make import BundleError
from macros.bundle.published import Published
from macros.engine import editions
from macros.export import plan
from macros.load.dataset import Dataset
from macros.load.selection import SelectionError
from macros.problems import Said, of_system
from macros.render.html import Known
from macros.views.reading import Reading
from macros.wording import spoken

log = logging.getLogger("mkdocs.handbook")


class Downloads:
    """Where they wait for the site; nowhere where none were asked for."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @staticmethod
    def are_wanted() -> bool:
        """Whether the environment asks for them."""
        return os.environ.get("BUNDLES", "").lower() in ("1", "true", "yes")

    def make(self, root: Path, dataset: Dataset) -> Published:
        """Make them in a temporary folder; PluginError, in words, when that fails."""
        ending.tidily()  # which takes the folder away
        try:
            self._folder = tempfile.TemporaryDirectory(prefix="handbook-")
            build = editions.build if workers.can_fork() else None
            return published.make(root, dataset, Path(self._folder.name), lambda said: log.info(said[spoken()]), build)
        except (BundleError, SelectionError, OSError) as error:
            why = of_system(error) if isinstance(error, OSError) else error.said
            told = Said(f"the ready-made bundles could not be made: {why.en}", f"现成的离线包做不了：{why.zh}")
            raise PluginError(told[spoken()]) from None

    @staticmethod
    def put_outline(site: Path, reading: Reading, known: Known) -> None:
        """Write the outline of a plan for a word processor into the site."""
        language = reading.language
        if not reading.dataset["chapter"]:
            return
        try:
            held = known.get(("outline", language)) or plan.word(reading.dataset, language)
            output.write(site / "assets" / f"outline-{language}.docx", held)
        except OSError as error:
            raise _unwritten(error, Said("the outline", "规划大纲")) from None

    def put(self, site: Path) -> None:
        """Copy them into the site, as readable there as all of it; a temporary folder is its owner's alone."""
        if not self._folder:
            return
        try:
            folder = site / published.FOLDER
            folder.mkdir(parents=True, exist_ok=True)
            for file in Path(self._folder.name).iterdir():
                shutil.copyfile(file, folder / file.name)
        except OSError as error:
            raise _unwritten(error, Said("the ready-made bundles", "现成的离线包")) from None
        self._folder.cleanup()


def _unwritten(error: OSError, what: Said) -> PluginError:
    why = of_system(error)
    told = Said(f"{what.en} could not be written: {why.en}", f"{what.zh}写不了：{why.zh}")
    return PluginError(told[spoken()])
