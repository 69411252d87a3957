"""The scripts with what the form for editors knows, loaded as the form asks for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros.edit import form
from macros.load.dataset import Dataset
from macros.render import links, scripts
from macros.views.reading import Reading


def write(site: Path, dataset: Dataset, edit: Callable[[str], str] | None, *, directory: bool) -> None:
    """Write the scripts below `site`; `edit` gives the address at which a file is edited on its host."""

    def address(place: str) -> str:
        page, _, anchor = place.partition("#")
        return ("../" if directory else "") + links.address(page, anchor, directory=directory)

    held = {language: form.known(Reading(dataset, language), address, edit) for language in dataset.languages}
    held |= {form.script(path): text for path, text in form.records(dataset)}
    for name, text in held.items():
        file = site / "assets" / scripts.FORM.format(name=name)
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
