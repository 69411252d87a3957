"""What the form for editors knows, as scripts that load as the form asks for them; and the form as one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros import output
from macros.edit import form, form_page
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


def write_alone(site: Path, reading: Reading) -> None:
    """Write the form in one language as the file that its page offers."""
    name = scripts.FORM_ALONE.format(language=reading.language)
    output.write(site / "assets" / name, form_page.page(reading).encode())
